//! Ranking by BM25F (Robertson, Zaragoza and Taylor 2004) over concepts.
//!
//! For a document and a part of the query, the counts of the part's terms are weighed and summed, and only the sum
//! saturates:
//!
//! ```text
//! tf    = Σ pattern weight · term weight · (TITLE_WEIGHT · count in the title + count in the text)
//! score = Σ parts   repeats · idf · tf / (K1 · norm + tf)     idf = ln(1 + (N − n + ½) / (n + ½))
//! norm  = 1 − B + B · length / average length
//! ```
//!
//! `n` counts the documents that have the part; a length counts words, those of the title [`TITLE_WEIGHT`] times.
//!
//! [`TITLE_WEIGHT`]: crate::index::TITLE_WEIGHT

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::concept::{Concept, Pattern};
use super::query::Demand;
use crate::index::{Index, TITLE_WEIGHT};

/// How soon more of the same stops counting. At 0 presence is all; the larger, the longer counts add. Measured over the
/// whole ranking, nDCG@10 on Cranfield and CISI: .571 and .423 at 1.2, .575 and .430 at 1.6, .574 and .422 at 2.
pub(super) const K1: f64 = 1.6;

/// How far a document's length counts against it. At 0 not at all; at 1 twice the length halves a count. Measured as
/// [`K1`]: .568 and .430 at .5, .575 and .430 at .7, .573 and .417 at .85.
pub(super) const B: f64 = 0.7;

/// How much of a query's weight a document must have to be an answer: a quarter, or of more than five parts one and a
/// quarter. So one word of five is none, unless it is worth more than the others; of a long question two or three words
/// are; of two words one is. Measured: what is left out by it changes nDCG@10 on Cranfield and CISI by less than .001.
pub(super) const LEAST_COVER: f64 = 0.25;
pub(super) const LEAST_PARTS: f64 = 1.25;

/// What a part counts beside its idf when a document's share of a query is told: what all documents have is worth
/// something too.
pub(super) const COMMON: f64 = 0.25;

/// A document's number and its score.
pub(crate) type Scored = (u32, f64);

/// Length norms of the documents, ready to divide by.
pub(super) fn norms(index: &Index) -> Vec<f64> {
    let lengths = index.lengths();
    let sum: f64 = lengths.iter().map(|&length| f64::from(length)).sum();
    let average = (sum / lengths.len().max(1) as f64).max(1.0);
    lengths.iter().map(|&length| K1 * (1.0 - B + B * f64::from(length) / average)).collect()
}

/// The documents that have one part of the query.
#[derive(Debug, Default)]
pub(super) struct Having {
    /// Each with its weighed count, in no special order.
    pub documents: Vec<(u32, f32)>,
    pub idf: f64,
    /// How often the query has the part, times `idf`; 0 for what documents must not have.
    pub weight: f64,
}

/// What is known of a document while it is ranked.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Standing {
    pub score: f64,
    /// Which parts it has, as bits; parts beyond the 63rd share the last.
    pub parts: u64,
}

/// The bit of a part.
pub(super) fn bit(part: usize) -> u64 {
    1 << part.min(63)
}

/// Finds the documents of every part.
pub(super) fn gather(index: &Index, concepts: &[Concept]) -> Vec<Having> {
    let mut counts = vec![0.0f32; index.documents()];
    let all = concepts.iter().map(|concept| {
        let documents = documents(index, concept, &mut counts);
        let idf = idf(index.documents(), documents.len());
        let repeats = if concept.demand == Demand::Not { 0 } else { concept.repeats };
        Having { idf, weight: f64::from(repeats) * idf, documents }
    });
    all.collect()
}

/// The documents of one part, with their weighed counts; `counts` has a zero for every document, before and after.
fn documents(index: &Index, concept: &Concept, counts: &mut [f32]) -> Vec<(u32, f32)> {
    let mut documents = Vec::new();
    let mut add = |document: u32, count: f32| {
        if let Some(known) = counts.get_mut(document as usize) {
            if *known == 0.0 {
                documents.push((document, 0.0));
            }
            *known += count;
        }
    };
    for pattern in &concept.patterns {
        if pattern.words == 1 && !pattern.name {
            for step in &pattern.steps {
                for posting in index.postings(step.term) {
                    add(posting.document(), posting.count() as f32 * step.weight * pattern.weight);
                }
            }
        } else {
            each_place(index, pattern, &mut add);
        }
    }
    for (document, count) in &mut documents {
        if let Some(known) = counts.get_mut(*document as usize) {
            *count = std::mem::take(known);
        }
    }
    documents
}

/// Calls `visit` with the documents that have a pattern of several words, and the weighed counts.
fn each_place(index: &Index, pattern: &Pattern, visit: &mut dyn FnMut(u32, f32)) {
    let mut sizes = vec![0; pattern.words as usize];
    for step in &pattern.steps {
        if let Some(size) = sizes.get_mut(step.word as usize) {
            *size += index.postings(step.term).len();
        }
    }
    let rarest = (0..).zip(sizes).min_by_key(|&(_, size)| size).map_or(0, |(word, _)| word);
    let each_document = |word: u32, visit: &mut dyn FnMut(u32)| {
        for step in pattern.steps.iter().filter(|step| step.word == word) {
            index.postings(step.term).iter().for_each(|posting| visit(posting.document()));
        }
    };
    // How many of the words each document has, as far as they were looked for: the rarest first, then the others.
    let mut has = vec![0; index.documents()];
    for at in 0..pattern.words {
        let word = if at == 0 { rarest } else { at - u32::from(at <= rarest) };
        each_document(word, &mut |document| {
            if let Some(has) = has.get_mut(document as usize).filter(|has| **has == at) {
                *has += 1;
            }
        });
    }
    each_document(rarest, &mut |document| {
        // Taken, so that it is not counted twice.
        if has.get_mut(document as usize).map(std::mem::take) != Some(pattern.words) {
            return;
        }
        let mut count = 0.0;
        for (field, weight) in [(index.title(document), TITLE_WEIGHT as f32), (index.text(document), 1.0)] {
            let tokens = field.all();
            for at in 0..tokens.len() {
                count += pattern.at(&tokens, at).map_or(0.0, |(_, fits)| fits * weight);
            }
        }
        if count > 0.0 {
            visit(document, count);
        }
    });
}

/// What is known of the documents that have any part.
#[derive(Debug)]
pub(super) struct Standings {
    all: Vec<Standing>,
    /// The documents that have a part, in no special order.
    pub touched: Vec<u32>,
}

impl Standings {
    pub(super) fn of(&self, document: u32) -> Standing {
        self.all.get(document as usize).copied().unwrap_or_default()
    }
}

/// Scores every document that has any part.
pub(super) fn score(norms: &[f64], having: &[Having]) -> Standings {
    let mut all = vec![Standing::default(); norms.len()];
    let mut touched = Vec::new();
    for (number, having) in having.iter().enumerate() {
        for &(document, count) in &having.documents {
            let at = document as usize;
            if let (Some(standing), Some(norm)) = (all.get_mut(at), norms.get(at)) {
                if standing.parts == 0 {
                    touched.push(document);
                }
                let count = f64::from(count);
                standing.score += having.weight * count / (norm + count);
                standing.parts |= bit(number);
            }
        }
    }
    Standings { all, touched }
}

/// What a query asks of the parts that a document has.
#[derive(Debug, Default)]
pub(super) struct Cover {
    /// Weight of each part, and the bits of those that stand for it.
    parts: Vec<(f64, u64)>,
    total: f64,
    /// How many parts ask for words.
    asked: f64,
    must: u64,
    not: u64,
}

impl Cover {
    pub(super) fn new(concepts: &[Concept], having: &[Having]) -> Self {
        let mut cover = Self::default();
        for (number, (concept, having)) in concepts.iter().zip(having).enumerate() {
            // A name has what its words have.
            for (_, bits) in cover.parts.get_mut(concept.names.clone()).unwrap_or_default() {
                *bits |= bit(number);
            }
            let mut weight = having.idf + COMMON;
            match concept.demand {
                Demand::Should
                    if concept.names.is_empty() && !(concept.open && having.documents.is_empty()) => {}
                Demand::Must | Demand::Person => cover.must |= bit(number),
                Demand::Not => {
                    cover.not |= bit(number);
                    weight = 0.0;
                }
                _ => weight = 0.0,
            }
            cover.asked += if concept.names.is_empty() && concept.demand.asks_words() { 1.0 } else { 0.0 };
            cover.total += weight;
            cover.parts.push((weight, bit(number)));
        }
        cover
    }

    /// Whether a document with these parts has all that it must and nothing that it must not, and enough of the query to
    /// be an answer.
    pub(super) fn admits(&self, parts: u64) -> bool {
        parts & self.must == self.must
            && parts & self.not == 0
            && (self.asked < 3.0 || self.of(parts) >= LEAST_COVER.min(LEAST_PARTS / self.asked))
    }

    /// How much of the query a document with these parts has, from 0 to 1; of one that asks for no word, all.
    pub(super) fn of(&self, parts: u64) -> f64 {
        let mut has = 0.0;
        for (weight, bits) in &self.parts {
            has += if bits & parts != 0 { *weight } else { 0.0 };
        }
        if self.total > 0.0 { has / self.total } else { 1.0 }
    }
}

/// Weight of a part that `having` of `all` documents have.
pub(crate) fn idf(all: usize, having: usize) -> f64 {
    let (all, having) = (all as f64, having.min(all) as f64);
    // `libm`, because the platforms' own logarithms differ in their last bit.
    libm::log(1.0 + (all - having + 0.5) / (having + 0.5))
}

/// Keeps the `most` items with the largest keys, of equal keys the smaller item.
///
/// One heap serves all callers: the sorts of the standard library would each be compiled again for every type.
#[derive(Debug)]
pub(super) struct Largest {
    heap: BinaryHeap<Reverse<(u64, Reverse<u32>)>>,
    most: usize,
}

impl Largest {
    pub(super) fn of(most: usize) -> Self {
        Self { heap: BinaryHeap::new(), most }
    }

    pub(super) fn add(&mut self, key: u64, item: u32) {
        let item = Reverse((key, Reverse(item)));
        if self.heap.len() < self.most {
            self.heap.push(item);
        } else if let Some(mut least) = self.heap.peek_mut().filter(|least| item < **least) {
            *least = item;
        }
    }

    /// The largest first.
    pub(super) fn sorted(self) -> Vec<(u64, u32)> {
        let mut sorted = Vec::with_capacity(self.heap.len());
        for Reverse((key, Reverse(item))) in self.heap.into_sorted_vec() {
            sorted.push((key, item));
        }
        sorted
    }
}
