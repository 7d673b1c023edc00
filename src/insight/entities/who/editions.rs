//! Editions: meetings of one name in different years are different events.
//!
//! Only meetings that come again are parted, and only where the documents say so: last year's Dialogue, the 2023
//! Summit, the inaugural Forum. A mention without such a word is of the edition that its document speaks of, or of the
//! only one.

use super::super::EntityKind;
use super::reading::Raw;
use crate::document::Corpus;
use crate::order::{Arrange as _, Map};

/// Meetings that come again under one name.
const RECURRING: [&str; 18] = [
    "dialogue",
    "summit",
    "conference",
    "forum",
    "meeting",
    "talks",
    "championship",
    "championships",
    "games",
    "cup",
    "festival",
    "awards",
    "tournament",
    "open",
    "session",
    "convention",
    "symposium",
    "fair",
];
const ORDINALS: [&str; 10] =
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/// Which of several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Edition {
    Year(i32),
    Nth(usize),
}

/// Parts the groups of events of one name in different years.
pub(super) fn part(
    corpus: &Corpus,
    raws: &[Raw],
    groups: Vec<(EntityKind, Vec<usize>)>,
) -> Vec<(EntityKind, Vec<usize>)> {
    let mut all = Vec::new();
    for (kind, group) in groups {
        let recurring = |&index: &usize| {
            let text = raws.get(index).map_or("", |raw| raw.place.text(corpus)).to_lowercase();
            text.rsplit([' ', '-']).next().is_some_and(|last| RECURRING.contains(&last))
        };
        if kind == EntityKind::Event && group.iter().any(recurring) {
            all.extend(editions(corpus, raws, group).into_iter().map(|group| (kind, group)));
        } else {
            all.push((kind, group));
        }
    }
    all
}

fn editions(corpus: &Corpus, raws: &[Raw], group: Vec<usize>) -> Vec<Vec<usize>> {
    let said: Vec<Option<Edition>> =
        group.iter().map(|&index| raws.get(index).and_then(|raw| edition(corpus, raw))).collect();
    // The nth is of the year of the first document that calls it so.
    let mut year_of: Map<usize, i32> = Map::new();
    for (&index, said) in group.iter().zip(&said) {
        if let (Some(Edition::Nth(nth)), Some(year)) =
            (said, raws.get(index).and_then(|raw| year(corpus, raw)))
        {
            let known = year_of.entry(*nth).or_insert(year);
            *known = year.min(*known);
        }
    }
    let resolved = |edition: Edition| match edition {
        Edition::Nth(nth) => year_of.get(&nth).map_or(edition, |&year| Edition::Year(year)),
        year => year,
    };
    let mut distinct: Vec<Edition> = said.iter().flatten().copied().map(resolved).collect();
    distinct.arrange();
    distinct.dedup();
    if distinct.len() < 2 {
        return vec![group];
    }
    let mut of_document: Map<u32, Edition> = Map::new();
    for (&index, said) in group.iter().zip(&said) {
        if let (Some(raw), Some(edition)) = (raws.get(index), said) {
            of_document.entry(raw.place.document).or_insert_with(|| resolved(*edition));
        }
    }
    let mut parts: Map<Option<Edition>, Vec<usize>> = Map::new();
    for (index, said) in group.into_iter().zip(said) {
        let edition = raws.get(index).and_then(|raw| {
            let own = year(corpus, raw).map(Edition::Year).filter(|year| distinct.contains(year));
            said.map(resolved).or_else(|| of_document.get(&raw.place.document).copied()).or(own)
        });
        parts.entry(edition).or_default().push(index);
    }
    parts.into_values().collect()
}

/// The year in which a document was published.
fn year(corpus: &Corpus, raw: &Raw) -> Option<i32> {
    let document = corpus.documents.get(raw.place.document as usize)?;
    document.date.as_ref()?.get(..4)?.parse().ok()
}

/// The edition that the words around a mention tell.
fn edition(corpus: &Corpus, raw: &Raw) -> Option<Edition> {
    let document = corpus.documents.get(raw.place.document as usize)?;
    let text = document.blocks.get(raw.place.block as usize)?.text.as_str();
    let near = |words: Vec<&str>| words.iter().map(|word| word.to_lowercase()).collect::<Vec<_>>();
    let before = text.get(..raw.place.range.start)?;
    let before: Vec<String> =
        near(before.rsplit(char::is_whitespace).filter(|word| !word.is_empty()).take(3).collect());
    let name = raw.place.text(corpus).to_lowercase();
    let after = text.get(raw.place.range.end..)?;
    let clause = after.split(['.', ',', ';']).next().unwrap_or_default();
    let after: Vec<String> = near(clause.split_whitespace().take(4).collect());
    let published = year(corpus, raw);
    let first = before.first().map(String::as_str).unwrap_or_default();
    let second = before.get(1).map(String::as_str).unwrap_or_default();
    let number = |word: &str| word.parse::<i32>().ok().filter(|year| (1800..2200).contains(year));
    if let Some(year) = number(first)
        .or_else(|| name.split(' ').find_map(number))
        .or_else(|| after.iter().find_map(|word| number(word)))
    {
        return Some(Edition::Year(year));
    }
    let ago = |word: &str| match word {
        "last" => Some(1),
        "this" => Some(0),
        "next" => Some(-1),
        _ => None,
    };
    let years = if first.starts_with("year") {
        ago(second)
    } else {
        let at = after.iter().position(|word| word == "year");
        at.and_then(|at| after.get(at.checked_sub(1)?)).and_then(|word| ago(word))
    };
    if let (Some(years), Some(published)) = (years, published) {
        return Some(Edition::Year(published - years));
    }
    if matches!(first, "recent" | "latest" | "current" | "ongoing") {
        return published.map(Edition::Year);
    }
    nth(first).map(Edition::Nth)
}

fn nth(word: &str) -> Option<usize> {
    if word == "inaugural" {
        Some(1)
    } else {
        ORDINALS.iter().position(|ordinal| *ordinal == word).map(|at| at + 1)
    }
}

/// Whether a word counts editions: inaugural, second.
pub(super) fn is_ordinal(word: &str) -> bool {
    nth(word).is_some()
}
