//! Key points: the sentences of the corpus that say most of what its independent texts say.
//!
//! Concepts are stems and pairs of neighbouring stems. A concept weighs by how many origins have it, and less
//! the more sentences have it at all; [`super::coverage`] chooses. Only originals are read, so a report that was
//! copied ten times counts once.

use std::cmp::Reverse;

use super::KeyPoint;
use super::coverage::{Candidate, choose};
use super::fitness::is_fit;
use super::origins::Origins;
use super::reading::{FnvMap, Reading, Sentence, class};
use super::support::{Statement, Supporters};
use crate::document::BlockKind;

/// Key points at most.
const MOST_POINTS: usize = 10;
/// Sentences that are looked at at most: a larger corpus is read from the top of each original only, where news
/// puts what matters (but at least two sentences of each).
const MOST_SENTENCES: usize = 20_000;
/// A key point must add at least this share of what the first one gave.
const LEAST_GAIN: f64 = 0.1;
/// Weight of a pair of stems against one stem.
const PAIR: f64 = 1.0;
/// How strongly length counts against a sentence: 0 not at all, 1 as weight per word.
const LENGTH: f64 = 0.5;

/// The key points, most widely reported first.
pub(super) fn overview(reading: &Reading, origins: &Origins) -> Vec<KeyPoint> {
    let pool = pool(reading, origins);
    let (candidates, weights) = concepts(reading, origins, &pool);
    let mut chosen: Vec<Statement> = Vec::new();
    let mut first = 0.0;
    choose(&candidates, weights, |at, gain| {
        if chosen.len() == MOST_POINTS || gain < first * LEAST_GAIN {
            return None;
        }
        let Some(&(sentence, _)) = pool.get(at) else {
            return Some(false);
        };
        if !is_fit(reading, sentence) {
            return Some(false);
        }
        let statement = Statement::of(reading, sentence);
        if chosen.iter().any(|other| other.says_what(&statement)) {
            return Some(false);
        }
        if first == 0.0 {
            first = gain;
        }
        chosen.push(statement);
        Some(true)
    });
    let supporters = Supporters::of(reading, &chosen);
    let mut points: Vec<_> = chosen
        .iter()
        .enumerate()
        .map(|(at, statement)| {
            let support = supporters.of_statement(at);
            let mut origin: Vec<u32> = support
                .iter()
                .chain([&statement.at])
                .filter_map(|at| origins.of.get(at.document as usize).copied())
                .collect();
            origin.sort_unstable();
            origin.dedup();
            let mut outlets: Vec<Option<&str>> = support
                .iter()
                .chain([&statement.at])
                .filter_map(|at| reading.corpus.documents.get(at.document as usize))
                .map(|document| document.source.as_deref())
                .collect();
            outlets.sort_unstable();
            outlets.dedup();
            (
                Reverse(origin.len()),
                Reverse(outlets.len()),
                at,
                KeyPoint {
                    sentence: statement.at,
                    support,
                },
            )
        })
        .collect();
    points.sort_by_key(|point| (point.0, point.1, point.2));
    points.into_iter().map(|point| point.3).collect()
}

/// Sentences of running text of the originals, with their place in their document.
fn pool<'r>(reading: &'r Reading, origins: &Origins) -> Vec<(&'r Sentence, usize)> {
    let each = (MOST_SENTENCES / (origins.count.max(1) as usize)).max(2);
    let originals = origins
        .copy_of
        .iter()
        .enumerate()
        .filter(|(_, copy)| copy.is_none());
    originals
        .flat_map(|(document, _)| {
            let told = reading
                .sentences(document)
                .iter()
                .filter(|sentence| is_told(sentence.kind));
            told.take(each)
                .enumerate()
                .map(|(place, sentence)| (sentence, place))
        })
        .collect()
}

/// Whether blocks of a kind tell something, rather than announce or label it.
pub(super) fn is_told(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Paragraph | BlockKind::Item)
}

/// The sentences by their concepts, and the weight of each concept.
fn concepts(
    reading: &Reading,
    origins: &Origins,
    pool: &[(&Sentence, usize)],
) -> (Vec<Candidate>, Vec<f64>) {
    let mut numbers: FnvMap<(u32, u32), u32> = FnvMap::default();
    // Of each concept: sentences, origins, the origin counted last, whether it is a pair.
    let mut seen: Vec<(u32, u32, u32, bool)> = Vec::new();
    let mut candidates = Vec::with_capacity(pool.len());
    for &(sentence, place) in pool {
        let origin = origins
            .of
            .get(sentence.at.document as usize)
            .copied()
            .unwrap_or_default();
        let content = reading.content(sentence);
        let singles = content.iter().map(|&stem| (stem, u32::MAX));
        let pairs = content
            .windows(2)
            .filter_map(|pair| Some((*pair.first()?, *pair.get(1)?)));
        let mut concepts: Vec<u32> = singles
            .chain(pairs)
            .map(|concept| {
                *numbers.entry(concept).or_insert_with(|| {
                    seen.push((0, 0, u32::MAX, concept.1 != u32::MAX));
                    u32::try_from(seen.len() - 1).unwrap_or(u32::MAX)
                })
            })
            .collect();
        concepts.sort_unstable();
        concepts.dedup();
        for &concept in &concepts {
            if let Some((sentences, in_origins, last, _)) = seen.get_mut(concept as usize) {
                *sentences += 1;
                *in_origins += u32::from(*last != origin);
                *last = origin;
            }
        }
        candidates.push(Candidate {
            concepts,
            prior: prior(reading, sentence, place),
        });
    }
    let sentences = pool.len() as f64;
    let weights = seen
        .iter()
        .map(|&(in_sentences, in_origins, _, pair)| {
            let rarity = libm::log(1.0 + sentences / f64::from(in_sentences));
            let reported = if origins.count > 1 {
                f64::from(in_origins) - 0.7
            } else {
                f64::from(in_sentences) - 0.7
            };
            reported * rarity * if pair { PAIR } else { 1.0 }
        })
        .collect();
    (candidates, weights)
}

/// What speaks for a sentence before its concepts do: the top of a document, names and numbers, brevity.
fn prior(reading: &Reading, sentence: &Sentence, place: usize) -> f64 {
    let tokens = reading.tokens(sentence);
    let words = tokens.len().max(1) as f64;
    let facts = tokens
        .iter()
        .skip(1)
        .filter(|token| {
            let class = reading.term(token).class;
            token.capital && class & class::STOP == 0 || class & class::NUMBER != 0
        })
        .count();
    let top = 1.0 + 0.5 / (1.0 + place as f64);
    let factual = 1.0 + 0.5 * (facts as f64 / words).min(0.4);
    top * factual / libm::pow(words.max(8.0), LENGTH)
}
