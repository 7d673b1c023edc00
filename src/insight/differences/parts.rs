//! Somebody else does it, or it is done to something else.

use std::ops::Range;
use std::slice::from_ref;

use super::side::{Side, Sides, Word, class};
use super::{Difference, DifferenceKind, Severity};
use crate::insight::reading::class as reading_class;

/// Longest subject that is compared, in words.
const SUBJECT: usize = 8;
/// Aligned content words that the rest of the sentence must share for the subjects to matter.
const PREDICATE: usize = 3;
/// Likeness from which a name in the place of another one is surely that.
const SAME: f64 = 0.45;
/// Longest name that is compared with another, in words.
const NAME: usize = 3;
/// Words behind the verb in which they are looked for.
const NEAR: usize = 9;

/// Finds where two sentences part in who acts, or in what is acted on.
pub(super) fn parts(sides: &Sides) -> Vec<(f64, Difference)> {
    let mut found: Vec<(f64, Difference)> = leaders(sides).into_iter().collect();
    if sides.copy {
        if found.is_empty() {
            found.extend(subjects(sides).or_else(|| names(sides)));
        }
        found.extend(heads(sides));
    }
    found
}

/// Subjects of one verb.
fn subjects(sides: &Sides) -> Option<(f64, Difference)> {
    let verb = |&&(a, b): &&(usize, usize)| {
        a > 0
            && b > 0
            && sides.a.word(a).is_some_and(Word::is_verb)
            && sides.b.word(b).is_some_and(Word::is_verb)
    };
    let &(a, b) = sides.matched.iter().find(verb)?;
    if sides.a.word(a)?.term & reading_class::SPEECH != 0 {
        return None;
    }
    let shared = sides.matched.iter().filter(|&&(x, y)| {
        x > a && x <= a + NEAR && y > b && y <= b + NEAR && sides.a.word(x).is_some_and(Word::is_content)
    });
    if shared.count() < PREDICATE {
        return None;
    }
    let (one, other) = (subject(&sides.a, a)?, subject(&sides.b, b)?);
    // The capital of a sentence's first word tells nothing.
    let names = |side: &Side, range: &Range<usize>| -> Vec<Word> {
        let told = |at: &usize| *at > 0 || side.word(1).is_some_and(Word::is_name);
        let words = range.clone().filter(told).filter_map(|at| side.word(at));
        words.filter(|word| word.is_name()).cloned().collect()
    };
    let (ours, theirs) = (names(&sides.a, &one), names(&sides.b, &other));
    let lacks = |names: &[Word], word: &Word| !names.iter().any(|name| name.stem == word.stem);
    let joined = |side: &Side, range: &Range<usize>| {
        side.words.get(range.clone()).unwrap_or_default().iter().any(|word| word.lower == "and")
    };
    let apart = ours.iter().all(|word| lacks(&theirs, word))
        && !initials(&ours, &theirs)
        && !initials(&theirs, &ours);
    let more = joined(&sides.a, &one) != joined(&sides.b, &other)
        && (ours.iter().any(|word| lacks(&theirs, word)) || theirs.iter().any(|word| lacks(&ours, word)));
    let parts = !ours.is_empty() && !theirs.is_empty() && (apart || more);
    parts.then(|| sides.difference(DifferenceKind::Actor, Severity::Medium, &[one], &[other]))
}

/// The words before the verb at `verb`, where they are a subject and nothing else.
fn subject(side: &Side, verb: usize) -> Option<Range<usize>> {
    let mut end = verb;
    while end > 0 && side.word(end - 1).is_some_and(|word| word.is_verb() && !word.is_content()) {
        end -= 1;
    }
    let words = side.words.get(..end).filter(|words| (1..=SUBJECT).contains(&words.len()))?;
    let parted = words.iter().skip(1).any(|word| word.before.is_some());
    let points = words.iter().any(|word| {
        word.term & (reading_class::PRONOUN | reading_class::DEMONSTRATIVE | reading_class::SPEECH) != 0
            || word.is(class::CLAUSE) && word.lower != "and"
    });
    (!parted && !points).then_some(0..end)
}

/// Whether a single short name is made of the initials of others.
fn initials(short: &[Word], long: &[Word]) -> bool {
    let [short] = short else { return false };
    let initials: String = long.iter().filter_map(|word| word.lower.chars().next()).collect();
    initials.len() > 1 && (initials.contains(&short.lower) || short.lower.contains(&initials))
}

/// Another name between the same words.
fn names(sides: &Sides) -> Option<(f64, Difference)> {
    if sides.likeness < SAME {
        return None;
    }
    sides.gaps().into_iter().find_map(|gap| {
        let only = |side: &Side, range: &Range<usize>| {
            let words = side.words.get(range.clone()).unwrap_or_default();
            let plain = words
                .iter()
                .all(|word| word.is_name() && !word.is(class::OFFICE | class::FIELD | class::NUMBER));
            let parted = words.iter().any(|word| word.before.is_some());
            (range.start > 0 && !parted && (1..=NAME).contains(&words.len()) && plain).then(|| words.to_vec())
        };
        let (a, b) = (only(&sides.a, &gap.a)?, only(&sides.b, &gap.b)?);
        // A place or a person is held fast on both sides; a name cut out of a longer one is the same name.
        let held = |side: &Side, range: &Range<usize>| {
            let whole = |at: Option<usize>| {
                at.and_then(|at| side.word(at)).is_none_or(|word| !word.is_name() || word.before.is_some())
            };
            whole(range.start.checked_sub(1))
                && side.word(range.end).is_none_or(|word| !word.is_name() || word.before.is_some())
        };
        let known = |words: &[Word], side: &Side| {
            words.iter().any(|word| {
                side.words.iter().any(|there| there.stem == word.stem || akin(&there.lower, &word.lower))
            })
        };
        if gap.a.start < 3 && gap.b.start < 3 {
            // Datelines.
            return None;
        }
        let same = initials(&a, &b) || initials(&b, &a) || known(&a, &sides.b) || known(&b, &sides.a);
        (held(&sides.a, &gap.a) && held(&sides.b, &gap.b) && !same).then(|| {
            sides.difference(DifferenceKind::Object, Severity::Medium, from_ref(&gap.a), from_ref(&gap.b))
        })
    })
}

/// Whether two words are forms or spellings of one.
fn akin(a: &str, b: &str) -> bool {
    let common = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    common >= 3 && common * 2 >= a.chars().count().min(b.chars().count())
}

/// "The price of the tickets" against "the tickets".
fn heads(sides: &Sides) -> Option<(f64, Difference)> {
    for gap in sides.gaps() {
        for (full, bare, side, swapped) in
            [(&gap.a, &gap.b, &sides.a, false), (&gap.b, &gap.a, &sides.b, true)]
        {
            let words = side.words.get(full.clone()).unwrap_or_default();
            let Some((noun, rest)) = words.split_first() else { continue };
            let other = if swapped { &sides.a } else { &sides.b };
            let known = |noun: &Word| other.words.iter().any(|word| word.stem == noun.stem);
            let of = rest.first().is_some_and(|word| word.lower == "of") && rest.len() <= 2;
            let plain = noun.is_content()
                && !noun.capital
                && !noun.is_verb()
                && !noun.is(class::NUMBER | class::LIGHT)
                && !known(noun)
                && noun.before.is_none()
                && rest.iter().all(|word| !word.is_content() && word.before.is_none());
            let next = side.word(full.end);
            let last = full.start.checked_sub(1).and_then(|last| side.word(last));
            let inside = next.is_some_and(|word| word.is_content() && word.before.is_none())
                && last.is_some_and(|word| word.is_content());
            if bare.is_empty() && of && plain && inside {
                let ours = full.start - 1..full.end + 1;
                let theirs = bare.start.saturating_sub(1)..bare.start + 1;
                let (a, b) = if swapped { (theirs, ours) } else { (ours, theirs) };
                return Some(sides.difference(DifferenceKind::Object, Severity::Medium, &[a], &[b]));
            }
        }
    }
    None
}

/// "Led by X and Y" against "led by X and Z".
fn leaders(sides: &Sides) -> Option<(f64, Difference)> {
    let (one, other) = (led(&sides.a), led(&sides.b));
    let lacks = |leaders: &[(Range<usize>, u32)], stem: u32| !leaders.iter().any(|leader| leader.1 == stem);
    let shared = one.iter().any(|leader| !lacks(&other, leader.1));
    let only = |these: &[(Range<usize>, u32)], those: &[(Range<usize>, u32)]| -> Vec<Range<usize>> {
        these.iter().filter(|leader| lacks(those, leader.1)).map(|leader| leader.0.clone()).collect()
    };
    let (ours, theirs) = (only(&one, &other), only(&other, &one));
    (shared && !ours.is_empty() && !theirs.is_empty())
        .then(|| sides.difference(DifferenceKind::Actor, Severity::Medium, &ours, &theirs))
}

/// Who leads something in a sentence: the names behind "led by", with the stem of each last name.
fn led(side: &Side) -> Vec<(Range<usize>, u32)> {
    let mut found = Vec::new();
    for at in 0..side.words.len() {
        if !side.is(at, class::LEAD) || side.word(at + 1).is_none_or(|word| word.lower != "by") {
            continue;
        }
        let mut start = at + 2;
        let mut place = start;
        while let Some(word) = side.word(place) {
            let parts = matches!(word.lower.as_str(), "and" | "the");
            if place > start && (parts || word.before.is_some()) {
                found.extend(last_name(side, start..place));
                start = place;
            }
            if parts {
                start = place + 1;
            } else if !word.capital && !is_particle(word) && word.lower != "of"
                || word.before.is_some_and(|c| c != ',')
            {
                break;
            }
            place += 1;
        }
        found.extend(last_name(side, start..place));
    }
    found
}

/// Whether a word is a small part of a name.
fn is_particle(word: &Word) -> bool {
    matches!(
        word.lower.as_str(),
        "al" | "el"
            | "bin"
            | "ibn"
            | "ben"
            | "de"
            | "da"
            | "di"
            | "van"
            | "von"
            | "der"
            | "den"
            | "la"
            | "le"
    )
}

/// The name that a run of capitals ends in: its office left off, by its last word.
fn last_name(side: &Side, run: Range<usize>) -> Option<(Range<usize>, u32)> {
    let suffix = |at: &usize| {
        side.word(*at).is_some_and(|word| matches!(word.lower.as_str(), "ii" | "iii" | "iv" | "jr" | "sr"))
    };
    let last = run.clone().rev().find(|at| !suffix(at))?;
    let word = side.word(last)?;
    if !word.is_name() || word.is(class::OFFICE | class::FIELD | class::EVENT) {
        return None;
    }
    let mut start = last;
    while start > run.start
        && side.word(start - 1).is_some_and(|word| {
            (word.is_name() || is_particle(word)) && !word.is(class::OFFICE | class::FIELD)
        })
    {
        start -= 1;
    }
    (start < last).then_some((start..last + 1, word.stem))
}
