//! An article in two to four of its own sentences.
//!
//! Coverage of the article's stems, weighed by how often they come and whether the title has them, with a
//! strong prior for the top: news puts what matters first, and the first three sentences alone are hard to beat
//! (Nenkova 2005).

use super::coverage::{Candidate, choose};
use super::fitness::is_fit;
use super::overview::is_told;
use super::reading::{FnvMap, Reading, Sentence};
use super::statement::Statement;
use crate::document::SentenceRef;

/// Sentences of running text up to which a summary has two, three; a longer text has four.
const LENGTHS: [(usize, usize); 2] = [(8, 2), (20, 3)];
/// Sentences looked at at most, from the top.
const MOST_SENTENCES: usize = 200;
/// How much more the first sentence counts than one far down. With this and `TITLE`, on CNN/DailyMail articles
/// (50 of REALSumm's, 75 words), ROUGE-2 is 17.1 where the lead has 16.4.
const TOP: f64 = 4.0;
/// How much more a word of the title counts.
const TITLE: f64 = 2.0;
/// How strongly length counts against a sentence, see the key points.
const LENGTH: f64 = 0.5;

/// The summary of a document, in the order of its text; empty if no sentence is fit to stand alone.
pub(super) fn summary(reading: &Reading, document: usize) -> Vec<SentenceRef> {
    let told: Vec<&Sentence> =
        reading.sentences(document).iter().filter(|s| is_told(s.kind)).take(MOST_SENTENCES).collect();
    let limit = LENGTHS.iter().find(|(sentences, _)| told.len() <= *sentences).map_or(4, |&(_, limit)| limit);
    let title = reading.titles.get(document).map(Vec::as_slice).unwrap_or_default();
    let mut numbers: FnvMap<u32, u32> = FnvMap::default();
    let mut weights: Vec<f64> = Vec::new();
    let candidates: Vec<Candidate> = told
        .iter()
        .enumerate()
        .map(|(place, sentence)| {
            let content = reading.content(sentence);
            let length = content.len().max(8) as f64;
            let mut concepts: Vec<u32> = content
                .into_iter()
                .map(|stem| {
                    *numbers.entry(stem).or_insert_with(|| {
                        weights.push(if title.binary_search(&stem).is_ok() { TITLE } else { 0.0 });
                        u32::try_from(weights.len() - 1).unwrap_or(u32::MAX)
                    })
                })
                .collect();
            concepts.sort_unstable();
            concepts.dedup();
            for &concept in &concepts {
                if let Some(weight) = weights.get_mut(concept as usize) {
                    *weight += 1.0;
                }
            }
            let top = 1.0 + (TOP - 1.0) / (1.0 + place as f64);
            Candidate { concepts, prior: top / libm::pow(length, LENGTH) }
        })
        .collect();
    let mut chosen: Vec<Statement> = Vec::new();
    choose(&candidates, weights, |at, _| {
        if chosen.len() == limit {
            return None;
        }
        let Some(sentence) = told.get(at).filter(|sentence| is_fit(reading, sentence)) else {
            return Some(false);
        };
        let statement = Statement::of(reading, sentence);
        let new = !chosen.iter().any(|other| other.says_what(&statement));
        if new {
            chosen.push(statement);
        }
        Some(new)
    });
    let mut chosen: Vec<SentenceRef> = chosen.into_iter().map(|statement| statement.at).collect();
    chosen.sort_unstable();
    chosen
}
