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
    pub(crate) fn new<D: AsRef<[u8]>>(pack: &Pack<D>, query: &[QueryWord<'_>], weights: Vec<f64>) -> Self {
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
        words(pack.fold(), text, is_shouting(pack.fold(), text), |range, term| {
            let at = self.spellings.partition_point(|(spelling, _)| spelling.as_str() < term);
            if let Some((_, number)) = self.spellings.get(at).filter(|(spelling, _)| spelling == term) {
                found.push((range, *number));
            }
        });
        found
    }

    /// What a passage with these matches is worth: every word of the query counts once.
    fn worth(&self, matches: &[Match]) -> f64 {
        let mut worth = 0.0;
        for (number, weight) in self.weights.iter().enumerate() {
            if matches.iter().any(|&(_, met)| met == number) {
                worth += weight;
            }
        }
        worth
    }
}

/// Those of a block's matches that lie in a passage.
fn inside<'m>(matches: &'m [Match], passage: &Range<usize>) -> &'m [Match] {
    let first = matches.partition_point(|(word, _)| word.start < passage.start);
    let end = matches.partition_point(|(word, _)| word.end <= passage.end);
    matches.get(first..end).unwrap_or_default()
}

/// The best excerpt of a document; without a match in its text, its first sentence.
pub(crate) fn excerpt<'p, D: AsRef<[u8]>>(
    pack: &Pack<D>,
    view: &DocumentView<'p, D>,
    matches: &Matches,
) -> api::Excerpt<'p> {
    let mut best = (-1.0, 0, 0..0);
    for (number, block) in view.record.blocks.iter().enumerate() {
        let found = matches.find(pack, view.text(block));
        for (at, sentence) in block.sentences.iter().enumerate() {
            let mut passage = sentence.clone();
            if let Some(next) = block.sentences.get(at + 1).filter(|_| passage.len() < SHORT) {
                passage.end = next.end;
            }
            let worth = matches.worth(inside(&found, &passage));
            if worth > best.0 {
                best = (worth, number, passage);
            }
        }
    }
    let (_, number, passage) = best;
    let text = view.record.blocks.get(number).map(|block| view.text(block)).unwrap_or_default();
    let found = matches.find(pack, text);
    let words = inside(&found, &passage).iter().map(|(word, _)| word.clone());
    let marks = view.ranges(number, words);
    api::Excerpt { marks, span: view.span(number, passage) }
}
