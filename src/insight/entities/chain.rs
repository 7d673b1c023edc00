//! Chains: which words written as names stand together in one name.
//!
//! Neighbours do. "of", "for", "and", "on", "to" and commas part names unless what stands before them is known to
//! take what follows: Bank of England, Center for Science and Culture, but Smith of Ottawa, Syria and Iraq.

use std::ops::Range;

use super::kind::known_as;
use super::lexicon::is;
use super::words::{Gap, Shape, Word};

/// Heads that take "of" with a place only where little stands before them: Victoria Hockey Club of Montreal.
const LOOSE: [&str; 9] =
    ["company", "companies", "club", "school", "hospital", "house", "center", "centre", "library"];
/// Words that a number behind them belongs to.
const NUMBERED: [&str; 22] = [
    "highway",
    "route",
    "interstate",
    "road",
    "formula",
    "chapter",
    "apollo",
    "soyuz",
    "flight",
    "resolution",
    "channel",
    "radio",
    "area",
    "group",
    "article",
    "section",
    "boeing",
    "airbus",
    "windows",
    "act",
    "unit",
    "amendment",
];

/// The chains of a text, as ranges of words: in order, apart.
pub(super) fn chains(words: &[Word]) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if !words.get(at).is_some_and(Word::is_name) {
            at += 1;
            continue;
        }
        let start = at;
        let mut end = at + 1;
        while let Some(next) = extend(words, start, end) {
            end = next;
        }
        all.push(start..end);
        at = end;
    }
    all
}

/// Where the chain `start..end` goes on to, if it goes on.
fn extend(words: &[Word], start: usize, end: usize) -> Option<usize> {
    let last = words.get(end.checked_sub(1)?)?;
    let next = words.get(end).filter(|next| !next.first)?;
    if last.possessive && !possessive(words, start, end) {
        return None;
    }
    if next.gap == Gap::Comma {
        return comma(words, start, end);
    }
    if next.gap != Gap::Space {
        return None;
    }
    // EDT WASHINGTON: the time, then the place.
    if last.is(is::LETTERS) && last.shape == Shape::Acronym && end - start == 1 {
        return None;
    }
    if next.is_name() {
        // An article in capitals begins a sentence whose stop is missing, or a title.
        return (next.text != "The").then_some(end + 1);
    }
    match next.text {
        "of" => {
            let to = behind_article(words, end + 1)?;
            of(words, start, end, to).then_some(to + 1)
        }
        "for" => behind_article(words, end + 1).filter(|_| last.is(is::FOR)).map(|to| to + 1),
        "on" | "to" | "against" => {
            let to = behind_article(words, end + 1)?;
            let takes =
                last.is(is::FOR | is::AGREEMENT_HEAD) && !words.get(to)?.is(is::SOMEWHERE | is::PEOPLE);
            takes.then_some(to + 1)
        }
        "and" | "&" => and(words, start, end),
        _ if next.shape == Shape::Number => {
            let numbered = NUMBERED.contains(&last.text.to_lowercase().as_str()) && next.text.len() < 5;
            numbered.then_some(end + 1)
        }
        _ if next.is(is::PARTICLE) => {
            let to = (end + 1..end + 4)
                .find(|&to| !words.get(to).is_some_and(|word| joined(word) && word.is(is::PARTICLE)))?;
            words.get(to).filter(|word| joined(word) && word.is_name() && !last.is(is::STOP)).map(|_| to + 1)
        }
        _ => None,
    }
}

fn joined(word: &Word) -> bool {
    word.gap == Gap::Space && !word.first
}

/// The name at `at`, or behind "the" there.
fn behind_article(words: &[Word], at: usize) -> Option<usize> {
    let article = words.get(at).is_some_and(|word| joined(word) && word.text == "the");
    let to = at + usize::from(article);
    words.get(to).filter(|word| joined(word) && word.is_name()).map(|_| to)
}

/// Whether what follows a possessive belongs to the same name: King's College, Sayler's Creek, not Iraq's Parliament.
fn possessive(words: &[Word], start: usize, end: usize) -> bool {
    let run = (end..)
        .take_while(|&at| words.get(at).is_some_and(|word| joined(word) && word.is_name()))
        .take(4)
        .count();
    let Some(last) = words.get(end + run.saturating_sub(1)) else { return false };
    let Some(owner) = words.get(start) else { return false };
    let alone = end - start == 1 && !owner.is(is::SOMEWHERE | is::PEOPLE) && owner.shape == Shape::Capital;
    let common = owner.is(is::PLAIN | is::TITLE) && !owner.first;
    let headed = last.is(is::PLACE_HEAD) && (1..=2).contains(&run)
        || last.is(is::BODY_HEAD | is::EVENT_HEAD) && run == 1;
    alone && (headed || (run > 0 && common))
}

/// Whether "of" joins the chain before it to the name at `to`.
fn of(words: &[Word], start: usize, end: usize, to: usize) -> bool {
    let (Some(last), Some(next)) = (words.get(end - 1), words.get(to)) else { return false };
    let place = next.is(is::SOMEWHERE | is::PEOPLE);
    if last.is(is::OF) {
        let loose = LOOSE.contains(&last.text.to_lowercase().as_str()) && end - start > 2;
        return !(loose && place);
    }
    if last.is(is::TITLE) || place {
        return false;
    }
    let single = end - start == 1 && !last.first && !last.is(is::GIVEN | is::SOMEWHERE | is::PEOPLE);
    let fame = next.is(is::PLAIN) && !words.get(to + 1).is_some_and(|word| joined(word) && word.is_name());
    single && last.shape == Shape::Capital || fame && !last.is(is::SOMEWHERE | is::PEOPLE)
}

/// Where a chain goes on to over "and" or "&".
fn and(words: &[Word], start: usize, end: usize) -> Option<usize> {
    let sign = words.get(end)?.shape == Shape::Ampersand;
    let next = words.get(end + 1).filter(|word| joined(word) && word.is_name())?;
    let pair = known_as(words.get(start..end + 2)?) & is::SOMEWHERE != 0;
    let people = next.is(is::GIVEN) && end - start > 1;
    let bodies = words.get(end - 1)?.is(is::HEAD) && next.is(is::SOMEWHERE | is::PEOPLE);
    if pair || (sign && !people && !bodies) {
        return Some(end + 2);
    }
    let last = words.get(end - 1)?;
    let domain = |word: &Word| word.is(is::DOMAIN) && word.shape == Shape::Capital;
    if !domain(next) {
        return None;
    }
    // Department of Health and Welfare; Center for Science and Culture.
    let behind = words.get(start..end)?.iter().any(|word| matches!(word.text, "of" | "for" | "on"));
    // Food and Drug Administration.
    let mut run = (end + 2..)
        .take_while(|&at| words.get(at).is_some_and(|word| joined(word) && word.is_name()))
        .take(3);
    let headed = run.any(|at| words.get(at).is_some_and(|word| word.is(is::BODY_HEAD | is::TITLE)));
    // Amnesty International and Human Rights Watch are two.
    let open = end - start == 1 || !last.is(is::HEAD);
    (domain(last) && (behind || (headed && open))).then_some(end + 2)
}

/// Where a chain goes on to over a comma: Washington, D.C.; Department of Agriculture, Fisheries and Food.
fn comma(words: &[Word], start: usize, end: usize) -> Option<usize> {
    let next = words.get(end)?;
    let opened = words.get(start..end - 1)?.iter().all(|word| word.is(is::STOP | is::OPENER));
    if opened && matches!(next.text, "D.C." | "D.C" | "DC") {
        return Some(end + 1);
    }
    let chain = words.get(start..end)?;
    let domain = |word: &Word| word.is(is::DOMAIN) && word.shape == Shape::Capital;
    let opened = chain.iter().any(|word| word.text == "of" || word.text == "for") && domain(chain.last()?);
    if !opened || !domain(next) {
        return None;
    }
    // Only where the list ends in "and" and one more such word.
    let mut at = end;
    while let Some(word) = words.get(at) {
        if word.text == "and" {
            return words.get(at + 1).filter(|word| joined(word) && domain(word)).map(|_| end + 1);
        }
        if !(domain(word) && matches!(word.gap, Gap::Comma | Gap::Space)) || at > end + 12 {
            return None;
        }
        at += 1;
    }
    None
}
