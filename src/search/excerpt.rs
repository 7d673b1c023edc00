//! Excerpts: the sentences of a document that answer a query best, with the words that matched.

use std::ops::Range;

use super::query::QueryWord;
use crate::api;
use crate::pack::Pack;
use crate::text::{is_shouting, words};
use crate::view::DocumentView;

/// An excerpt takes the next sentence of the paragraph too while it has fewer bytes than this, about two lines of
/// a result.
const SHORT: usize = 120;

/// Every spelling that matches a query, each with the number of the word that it stands for.
#[derive(Debug)]
pub(crate) struct Matches {
    /// Sorted by spelling.
    spellings: Vec<(String, usize)>,
    /// What each word of the query is worth.
    weights: Vec<f64>,
}

/// A word of a document that matches: its bytes in the block, and the number of the query's word.
type Match = (Range<usize>, usize);

impl Matches {
    /// Collects the spellings of the query's terms; `weights` tells what finding each word is worth.
    pub(crate) fn new<D: AsRef<[u8]>>(pack: &Pack<D>, query: &[QueryWord], weights: Vec<f64>) -> Self {
        let dictionary = pack.dictionary();
        let mut spellings: Vec<(String, usize)> = Vec::new();
        for (number, word) in query.iter().enumerate() {
            for (term, _) in &word.terms {
                let Some((_, spelling)) = dictionary.at(term.ordinal) else { continue };
                let at = spellings.partition_point(|(known, _)| *known < spelling);
                spellings.insert(at, (spelling, number));
            }
        }
        Self { spellings, weights }
    }

    fn find<D: AsRef<[u8]>>(&self, pack: &Pack<D>, text: &str) -> Vec<Match> {
        let mut found = Vec::new();
        words(pack.fold(), text, is_shouting(text), |range, term| {
            let at = self.spellings.partition_point(|(spelling, _)| spelling.as_str() < term);
            if let Some((_, number)) = self.spellings.get(at).filter(|(spelling, _)| spelling == term) {
                found.push((range, *number));
            }
        });
        found
    }

    /// What a passage with these matches is worth: every word of the query counts once.
    fn worth(&self, matches: &[Match]) -> f64 {
        let met = |number: &usize| matches.iter().any(|(_, met)| met == number);
        (0..self.weights.len()).filter(met).filter_map(|number| self.weights.get(number)).sum()
    }
}

/// The best excerpt of a document; without a match in its text, its first sentence.
pub(crate) fn excerpt<D: AsRef<[u8]>>(
    pack: &Pack<D>,
    view: &DocumentView<'_, D>,
    matches: &Matches,
) -> api::Excerpt {
    let mut best: Option<(f64, usize, Range<usize>, Vec<Match>)> = None;
    for (number, block) in view.record.blocks.iter().enumerate() {
        let text = view.text(block);
        let found = matches.find(pack, text);
        if found.is_empty() && best.is_some() {
            continue;
        }
        for (at, sentence) in block.sentences.iter().enumerate() {
            let mut passage = sentence.clone();
            if let Some(next) = block.sentences.get(at + 1).filter(|_| passage.len() < SHORT) {
                passage.end = next.end;
            }
            let within = |(word, _): &&Match| passage.start <= word.start && word.end <= passage.end;
            let inside: Vec<Match> = found.iter().filter(within).cloned().collect();
            let worth = matches.worth(&inside);
            if best.as_ref().is_none_or(|(most, ..)| worth > *most) {
                best = Some((worth, number, passage, inside));
            }
        }
    }
    let (_, block, passage, inside) = best.unwrap_or_default();
    api::Excerpt {
        span: view.span(block, passage),
        marks: inside.into_iter().map(|(word, _)| view.range(block, word)).collect(),
    }
}
