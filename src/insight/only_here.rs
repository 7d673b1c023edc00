//! What only one article tells: its sentences that no independent text about the same thing has.
//!
//! Only documents about one thing are compared: what no other article is about is not "only here", it is another
//! story. Of each document the sentences are held against all sentences of those documents of other origins. A
//! sentence is only here if the likest of them is unlike it and if much of what it says stands in none of them.

use super::fitness::is_fit;
use super::origins::Origins;
use super::reading::Reading;
use super::statement::{Rarity, Statement, Statements};
use super::support::Topics;
use crate::document::SentenceRef;
use crate::hash::HashMap;
use crate::order::Arrange as _;

/// Sentences of each document at most.
const MOST: usize = 3;
/// Other documents that a document is held against at most, those that share most of its topic words with it.
const MOST_OTHERS: usize = 20;
/// The weightiest words of a document, by which others on its topic are found …
const TOPIC_WORDS: usize = 12;
/// … if they have so many of them …
const SHARED_WORDS: u32 = 3;
/// … counting only words that are topic words of at most so many documents: more are the topic of the whole corpus,
/// and where that is all, every document is held against every other one.
const COMMON: usize = 200;
/// Likeness to a sentence elsewhere (Dice, weighed) from which a sentence is told there too in part.
const LIKE: f64 = 0.3;
/// The share of the weight of its words that must stand in no other document.
const NEW: f64 = 0.35;

/// For each document what no other origin says, in the order of its text.
pub(super) fn only_here(
    reading: &Reading,
    origins: &Origins,
    statements: &Statements,
) -> Vec<Vec<SentenceRef>> {
    let mut topics = Topics::of(reading);
    let others = others(reading, origins, &mut topics);
    let mut elsewhere = vec![false; reading.stems];
    others
        .iter()
        .enumerate()
        .map(|(document, others)| {
            if others.is_empty() {
                return Vec::new();
            }
            let told: Vec<&Statement> = others
                .iter()
                .flat_map(|&other| statements.of_document(reading, other))
                .filter(|statement| statement.told)
                .collect();
            let stems = || told.iter().flat_map(|statement| statement.stems());
            mark(&mut elsewhere, stems(), true);
            let mut found: Vec<(f64, SentenceRef)> = reading
                .sentences(document)
                .iter()
                .zip(statements.of_document(reading, document as u32))
                .filter_map(|(sentence, statement)| {
                    let new = newness(statement, &statements.rarity, &elsewhere)?;
                    let apart = || {
                        let mut likeness =
                            told.iter().map(|other| statements.rarity.likeness(statement, other));
                        likeness.all(|likeness| likeness < LIKE)
                    };
                    (is_fit(reading, sentence) && apart()).then_some((new, sentence.at))
                })
                .collect();
            mark(&mut elsewhere, stems(), false);
            found.arrange_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            found.truncate(MOST);
            let mut found: Vec<SentenceRef> = found.into_iter().map(|(_, at)| at).collect();
            found.arrange();
            found
        })
        .collect()
}

fn mark(marks: &mut [bool], stems: impl Iterator<Item = u32>, value: bool) {
    for stem in stems {
        if let Some(mark) = marks.get_mut(stem as usize) {
            *mark = value;
        }
    }
}

/// The weight of what a sentence says that stands in no other document, if that is enough.
fn newness(statement: &Statement, rarity: &Rarity, elsewhere: &[bool]) -> Option<f64> {
    let new = |stem: &u32| !elsewhere.get(*stem as usize).copied().unwrap_or_default();
    let new: f64 = statement.stems().filter(new).map(|stem| rarity.of_stem(stem)).sum();
    (new >= NEW * statement.weight).then_some(new)
}

/// For each document those of other origins about the same thing.
fn others(reading: &Reading, origins: &Origins, topics: &mut Topics) -> Vec<Vec<u32>> {
    let count = u32::try_from(reading.documents.len()).unwrap_or(u32::MAX);
    let words: Vec<Vec<u32>> = (0..count).map(|document| topics.words(document, TOPIC_WORDS)).collect();
    let mut holders: HashMap<u32, Vec<u32>> = HashMap::default();
    for (document, words) in (0..count).zip(&words) {
        words.iter().for_each(|&word| holders.entry(word).or_default().push(document));
    }
    let few = count as usize <= MOST_OTHERS;
    let origin = |document: u32| origins.of.get(document as usize);
    let mut shared = vec![0u32; reading.documents.len()];
    (0..count)
        .zip(&words)
        .map(|(document, words)| {
            let mut touched: Vec<u32> = Vec::new();
            let rare = words.iter().filter_map(|word| holders.get(word)).filter(|held| held.len() <= COMMON);
            for &other in rare.flatten() {
                if let Some(words) = shared.get_mut(other as usize) {
                    if *words == 0 {
                        touched.push(other);
                    }
                    *words += 1;
                }
            }
            if few {
                touched = (0..count).collect();
                shared.iter_mut().for_each(|words| *words += SHARED_WORDS);
            }
            let words = touched
                .into_iter()
                .map(|other| (other, shared.get_mut(other as usize).map(std::mem::take).unwrap_or_default()));
            let mut near: Vec<(u32, u32)> = words
                .filter(|&(other, words)| words >= SHARED_WORDS && origin(other) != origin(document))
                .collect();
            near.arrange_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
            near.truncate(MOST_OTHERS);
            near.retain(|&(other, _)| topics.are_related(document, other));
            near.into_iter().map(|(other, _)| other).collect()
        })
        .collect()
}
