//! Other numbers of the same thing, other items of the same list.

use std::ops::Range;

use super::side::{Gap, Side, Sides, Word, class};
use super::{Difference, DifferenceKind, Severity};
use crate::document::Corpus;
use crate::insight::dates::Date;
use crate::insight::reading::class as reading_class;

/// Likeness from which independent accounts are compared for their numbers: below it they count different things.
const SAME: f64 = 0.6;
/// The same for a copy and its original.
const SAME_COPY: f64 = 0.5;
/// Likeness from which independent accounts are compared for their lists.
const SAME_LIST: f64 = 0.45;
/// How far apart two numbers may be that are given as rough.
const ROUGH: f64 = 0.1;
/// Words before two lists in which what introduces both must stand.
const LEAD: usize = 6;
/// How far apart two numbers may be of which one is rounded.
const ROUNDED: f64 = 0.01;
/// Longest item of a bare list, in words.
const BARE: usize = 3;
/// Longest item of a list, in words.
const ITEM: usize = 6;

/// Finds where two sentences part in numbers or in lists.
pub(super) fn amounts(corpus: &Corpus, sides: &Sides) -> Vec<(f64, Difference)> {
    let mut found: Vec<(f64, Difference)> = lists(sides).into_iter().collect();
    let (known, same) = days(corpus, sides);
    if sides.copy && sides.likeness >= SAME_COPY && (same || !known)
        || sides.likeness >= SAME && known && same
    {
        found.extend(sides.gaps().iter().find_map(|gap| number(sides, gap)));
    }
    found
}

/// Whether the days of both documents are known, and are the same or the next; what is counted changes from day to
/// day.
fn days(corpus: &Corpus, sides: &Sides) -> (bool, bool) {
    let date = |side: &Side| -> Option<Date> {
        corpus.documents.get(side.at.document as usize)?.date.as_deref()?.parse().ok()
    };
    let (Some(a), Some(b)) = (date(&sides.a), date(&sides.b)) else { return (false, false) };
    let near = a == b
        || sides.copy
            && a.year() == b.year()
            && a.month() == b.month()
            && a.day().zip(b.day()).is_some_and(|(a, b)| a.abs_diff(b) <= 1);
    (true, near)
}

fn number(sides: &Sides, gap: &Gap) -> Option<(f64, Difference)> {
    let (a, b) = (single(&sides.a, &gap.a)?, single(&sides.b, &gap.b)?);
    let (x, y) = (value(&sides.a, &a)?, value(&sides.b, &b)?);
    // What is counted stands right behind, and is the same.
    let unit = |side: &Side, number: &Range<usize>, gap: &Range<usize>| {
        let counted = |word: &Word| {
            word.is_content() && !word.capital && word.before.is_none() && !word.is(class::NUMBER)
        };
        gap.end == number.end
            && !clock(side, number)
            && side
                .word(gap.end)
                .is_some_and(|word| counted(word) && !matches!(word.lower.as_str(), "bn" | "m"))
    };
    let year = |x: f64| (1900.0..2100.0).contains(&x) && x.fract() == 0.0;
    let years = year(x) && year(y);
    let rough = |side: &Side, at: &Range<usize>| {
        at.start > 0
            && (side.is(at.start - 1, class::ROUGH) || at.start > 1 && side.is(at.start - 2, class::ROUGH))
    };
    // 1.46 billion, 1,459,193,000.
    let rounded = (x - y).abs() <= ROUNDED * x.max(y);
    let near = (x - y).abs() <= ROUGH * x.max(y) && (rough(&sides.a, &a) || rough(&sides.b, &b));
    // The number may stand elsewhere in the other sentence, where the alignment does not see it.
    let elsewhere = |side: &Side, value: f64| {
        (0..side.words.len()).any(|at| side.word(at).and_then(|word| plain(&word.lower)) == Some(value))
    };
    let same = elsewhere(&sides.b, x) || elsewhere(&sides.a, y);
    let counted = |side: &Side, gap: &Range<usize>| {
        side.word(gap.end).map(|word| (word.stem, word.lower.chars().take(4).collect::<String>()))
    };
    let differ = !same
        && counted(&sides.a, &gap.a) == counted(&sides.b, &gap.b)
        && !is_head(&sides.a, &a)
        && !is_head(&sides.b, &b)
        && (x - y).abs() > f64::EPSILON
        && !near
        && if years { sides.copy } else { !rounded };
    // In a copy it is enough that nothing else changes around it.
    let alone = sides.copy
        && gap.a == a
        && gap.b == b
        && a.start > 0
        && b.start > 0
        && !clock(&sides.a, &a)
        && !clock(&sides.b, &b);
    (differ && (alone || unit(&sides.a, &a, &gap.a) && unit(&sides.b, &b, &gap.b)))
        .then(|| sides.difference(DifferenceKind::Number, Severity::Medium, &[a], &[b]))
}

/// Whether a number belongs to the date at the head of a dispatch: "Fri May 28, 2010".
fn is_head(side: &Side, number: &Range<usize>) -> bool {
    number.start < 4
        && number.start.checked_sub(1).and_then(|at| side.word(at)).is_some_and(|word| word.capital)
}

/// Whether a number is a time of day: 3:40, 9.03 GMT, 8 pm.
fn clock(side: &Side, number: &Range<usize>) -> bool {
    const ZONES: [&str; 15] = [
        "am", "pm", "a.m", "p.m", "bst", "est", "edt", "gmt", "cet", "jst", "et", "pdt", "pst", "utc", "ist",
    ];
    let next = side.word(number.end);
    side.word(number.start).is_none_or(|word| word.before == Some(':'))
        || next.is_some_and(|word| word.before == Some(':') || ZONES.contains(&word.lower.as_str()))
}

/// The only number of a gap.
fn single(side: &Side, gap: &Range<usize>) -> Option<Range<usize>> {
    let is_number = |at: usize| side.word(at).is_some_and(Word::is_number);
    let start = gap.clone().find(|&at| is_number(at))?;
    let end = (start..gap.end).find(|&at| !is_number(at)).unwrap_or(gap.end);
    (end..gap.end).all(|at| !is_number(at)).then_some(start..end)
}

/// The value of a number of one or two words: 12, twelve, 2.5 million.
fn value(side: &Side, number: &Range<usize>) -> Option<f64> {
    let words: Vec<f64> = number
        .clone()
        .filter_map(|at| side.word(at))
        .map(|word| plain(&word.lower))
        .collect::<Option<_>>()?;
    match words.as_slice() {
        [one] => Some(*one),
        [one, times] if *times >= 100.0 => Some(one * times),
        _ => None,
    }
}

fn plain(word: &str) -> Option<f64> {
    /// From zero on.
    const SMALL: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen \
        sixteen seventeen eighteen nineteen twenty";
    const LARGE: [(&str, f64); 12] = [
        ("dozen", 12.0),
        ("thirty", 30.0),
        ("forty", 40.0),
        ("fifty", 50.0),
        ("sixty", 60.0),
        ("seventy", 70.0),
        ("eighty", 80.0),
        ("ninety", 90.0),
        ("hundred", 100.0),
        ("thousand", 1e3),
        ("million", 1e6),
        ("billion", 1e9),
    ];
    // A comma parts thousands, or is a slip.
    if word.rsplit_once(',').is_some_and(|(_, last)| last.len() != 3) {
        return None;
    }
    let small = || SMALL.split_whitespace().position(|name| name == word).map(|place| place as f64);
    let large = || LARGE.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
    in_digits(&word.replace(',', "")).or_else(small).or_else(large)
}

/// The value of digits, with a point among them or not. (To parse every number that there is takes tables of 13 kB, which a page
/// would load.)
fn in_digits(word: &str) -> Option<f64> {
    let (whole, fraction) = word.split_once('.').unwrap_or((word, ""));
    let digits: u64 = [whole, fraction].concat().parse().ok()?;
    let parts = 10_u64.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    Some(digits as f64 / parts as f64)
}

/// Items of one list.
fn lists(sides: &Sides) -> Option<(f64, Difference)> {
    if !sides.copy && sides.likeness < SAME_LIST {
        return None;
    }
    let (ours, theirs) = (list(&sides.a)?, list(&sides.b)?);
    // Independent texts part in wording too: only bare lists, word beside word, are surely lists of the same.
    let bare = |side: &Side, items: &[Range<usize>]| {
        items.iter().all(|item| content(side, item).count() == item.len() && item.len() <= BARE)
    };
    if !(sides.copy || bare(&sides.a, &ours) && bare(&sides.b, &theirs)) {
        return None;
    }
    let shares = |a: &Range<usize>, b: &Range<usize>| {
        content(&sides.a, a).any(|one| content(&sides.b, b).any(|other| one.stem == other.stem))
    };
    let lacking_b: Vec<Range<usize>> =
        ours.iter().filter(|a| !theirs.iter().any(|b| shares(a, b))).cloned().collect();
    let lacking_a: Vec<Range<usize>> =
        theirs.iter().filter(|b| !ours.iter().any(|a| shares(a, b))).cloned().collect();
    let matched = ours.len() - lacking_b.len();
    // What is missing from the list may stand elsewhere in the sentence.
    let elsewhere = |item: &Range<usize>, side: &Side, other: &Side| {
        content(side, item).all(|word| other.words.iter().any(|there| there.stem == word.stem))
    };
    // The first item is cut by guess, but for a list of names.
    let sure = |side: &Side, items: &[Range<usize>], lacking: &[Range<usize>]| {
        let names = items.iter().all(|item| content(side, item).all(|word| word.capital));
        names || !lacking.iter().any(|item| items.first() == Some(item))
    };
    if !sure(&sides.a, &ours, &lacking_b) || !sure(&sides.b, &theirs, &lacking_a) {
        return None;
    }
    // What introduces them is the same.
    let leads = |side: &Side, items: &[Range<usize>]| {
        items.first().map_or(0, |item| item.start).min(side.words.len())
    };
    let (x, y) = (leads(&sides.a, &ours), leads(&sides.b, &theirs));
    let led = sides.matched.iter().any(|&(a, b)| {
        a < x && a + LEAD >= x && b < y && b + LEAD >= y && sides.a.word(a).is_some_and(Word::is_content)
    });
    if !sides.copy && x > 0 && y > 0 && !led {
        return None;
    }
    let missing = lacking_b.iter().any(|item| !elsewhere(item, &sides.a, &sides.b))
        || lacking_a.iter().any(|item| !elsewhere(item, &sides.b, &sides.a));
    if matched < 2 || !missing || ours.len() == theirs.len() {
        return None;
    }
    let severity = if sides.copy { Severity::Medium } else { Severity::Low };
    Some(sides.difference(DifferenceKind::List, severity, &lacking_b, &lacking_a))
}

fn content<'s>(side: &'s Side, item: &Range<usize>) -> impl Iterator<Item = &'s Word> {
    side.words.get(item.clone()).unwrap_or_default().iter().filter(|word| word.is_content())
}

/// The longest list of a sentence: items between commas, the last behind "and" or "or".
fn list(side: &Side) -> Option<Vec<Range<usize>>> {
    let mut best: Vec<Range<usize>> = Vec::new();
    for (at, word) in side.words.iter().enumerate() {
        if !matches!(word.lower.as_str(), "and" | "or") {
            continue;
        }
        let ends =
            |place: usize| side.word(place).is_none_or(|word| word.before.is_some() || !word.is_content());
        let Some(last) = (at + 2..side.words.len() + 1).find(|&place| ends(place)) else { continue };
        if last - at - 1 > ITEM {
            continue;
        }
        let final_item = at + 1..last;
        let mut items = vec![final_item];
        let mut end = at;
        while end > 0 && items.len() < 20 {
            let start = (0..end)
                .rev()
                .take(ITEM + 1)
                .find(|&place| side.word(place).is_some_and(|word| word.before == Some(',')));
            match start {
                Some(start) if start < end => {
                    items.push(start..end);
                    end = start;
                }
                _ => {
                    // The first item: back to what introduces the list.
                    let introduces = |place: &usize| {
                        side.word(*place).is_some_and(|word| !word.is_content() || word.is_verb())
                    };
                    let intro = (0..end).rev().take(ITEM).find(introduces);
                    items.push(intro.map_or(end.saturating_sub(1), |intro| intro + 1)..end);
                    break;
                }
            }
        }
        items.retain(|item| !item.is_empty());
        items.reverse();
        // Clauses between commas are no list.
        let acts = |word: &Word| {
            word.is_verb() && !word.capital
                || word.is(class::CLAUSE) && !matches!(word.lower.as_str(), "and" | "or")
                || word.lower == "including"
                || word.term & reading_class::PRONOUN != 0
        };
        let clauses =
            items.iter().any(|item| side.words.get(item.clone()).unwrap_or_default().iter().any(acts));
        if !clauses && items.len() >= 3 && items.len() > best.len() {
            best = items;
        }
    }
    (!best.is_empty()).then_some(best)
}
