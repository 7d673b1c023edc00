//! Ranking by BM25F (Robertson, Zaragoza and Taylor 2004; Zaragoza et al. 2004).
//!
//! For a document and a word of the query, the counts of the word's terms are weighed by term and by field,
//! each field's counts divided by the field's length norm, and only the sum saturates:
//!
//! ```text
//! tf    = Σ term weight · Σ field weight · count / (1 − B + B · length / average length)
//! score = Σ words   repeats · idf · tf / (K1 + tf)          idf = ln(1 + (N − n + ½) / (n + ½))
//! ```
//!
//! `n` counts the documents that have any of the word's terms.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::query::QueryWord;
use crate::pack::Pack;
use crate::pack::postings::FIELDS;

/// How soon more of the same stops counting. At 0 presence is all; the larger, the longer counts add. Measured,
/// nDCG@10 on Cranfield and CISI: .528 and .412 at 1.2, .535 and .423 at 1.5, .538 and .414 at 1.8.
pub(super) const K1: f64 = 1.5;

/// Weight of a word in title, lead and body. At 0 a field is not searched; at 1 it counts as body text does. Measured
/// for the title: .533 and .415 at 1.5, .535 and .423 at 2. For the lead, which in Cranfield mostly repeats the title:
/// .535 and .423 at 1, .529 and .417 at 1.2; it is a field because its short length makes it count.
pub(super) const FIELD_WEIGHTS: [f64; FIELDS] = [2.0, 1.0, 1.0];

/// How far a field's length counts against it. At 0 not at all; at 1 twice the length halves a count. Measured for
/// the body, with K1 1.2 and no title weight: .523 and .407 at .6, .523 and .411 at .75, .523 and .409 at .9.
pub(super) const B: f64 = 0.75;

/// A document's number and its score.
pub(crate) type Scored = (u32, f64);

/// Field norms of every document, ready to multiply with.
#[derive(Debug)]
pub(crate) struct Ranker {
    factors: Vec<[f64; FIELDS]>,
}

impl Ranker {
    /// Works out the norms of a pack's documents.
    pub(crate) fn new<D: AsRef<[u8]>>(pack: &Pack<D>) -> Self {
        let lengths = pack.lengths();
        let mut averages = [0.0; FIELDS];
        for field in 0..FIELDS {
            // Averages go over the documents that have the field at all.
            let present = lengths.iter().filter(|length| length[field] > 0);
            let sum: f64 = present.clone().map(|length| f64::from(length[field])).sum();
            averages[field] = (sum / present.count().max(1) as f64).max(1.0);
        }
        let factors = lengths.iter().map(|length| {
            std::array::from_fn(|field| {
                FIELD_WEIGHTS[field] / (1.0 - B + B * f64::from(length[field]) / averages[field])
            })
        });
        Self { factors: factors.collect() }
    }

    /// Scores every document that has any of the words; in the order of the documents.
    pub(crate) fn score<D: AsRef<[u8]>>(&self, pack: &Pack<D>, words: &[QueryWord<'_>]) -> Vec<Scored> {
        let mut scores = vec![0.0; self.factors.len()];
        let mut counts = vec![0.0; self.factors.len()];
        let mut touched: Vec<u32> = Vec::new();
        for word in words {
            for (term, weight) in &word.terms {
                for posting in pack.postings(term) {
                    let at = posting.document as usize;
                    let (Some(count), Some(factors)) = (counts.get_mut(at), self.factors.get(at)) else {
                        continue;
                    };
                    if *count == 0.0 {
                        touched.push(posting.document);
                    }
                    let fields: f64 = posting
                        .counts
                        .iter()
                        .zip(factors)
                        .map(|(&count, factor)| f64::from(count) * factor)
                        .sum();
                    *count += weight * fields;
                }
            }
            let idf = word.repeats * idf(self.factors.len(), touched.len());
            for document in touched.drain(..) {
                let at = document as usize;
                if let (Some(count), Some(score)) = (counts.get_mut(at), scores.get_mut(at)) {
                    *score += idf * *count / (K1 + *count);
                    *count = 0.0;
                }
            }
        }
        (0..).zip(scores).filter(|&(_, score)| score > 0.0).collect()
    }
}

/// Weight of a word that `having` of `all` documents have.
pub(crate) fn idf(all: usize, having: usize) -> f64 {
    let (all, having) = (all as f64, having.min(all) as f64);
    // `libm`, because the platforms' own logarithms differ in their last bit.
    libm::log(1.0 + (all - having + 0.5) / (having + 0.5))
}

/// The documents of one page of results, best first, ties in the order of the documents.
pub(crate) fn page(scored: &[Scored], offset: usize, limit: usize) -> Vec<Scored> {
    // The bits of positive numbers rise as the numbers do.
    let mut keyed = scored.iter().map(|&(document, score)| (score.to_bits(), document));
    let best = largest(&mut keyed, offset.saturating_add(limit));
    best.into_iter().skip(offset).map(|(bits, document)| (document, f64::from_bits(bits))).collect()
}

/// The `most` items with the largest keys, largest first, of equal keys the smaller item first.
///
/// One heap serves all callers: the sorts of the standard library would each be compiled again for every type.
pub(super) fn largest(items: &mut dyn Iterator<Item = (u64, u32)>, most: usize) -> Vec<(u64, u32)> {
    let mut heap = BinaryHeap::new();
    for (key, item) in items {
        heap.push(Reverse((key, Reverse(item))));
        if heap.len() > most {
            heap.pop();
        }
    }
    heap.into_sorted_vec().into_iter().map(|Reverse((key, Reverse(item)))| (key, item)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_a_slice_of_the_whole_ranking() {
        let scored = [(0, 0.5), (1, 2.0), (2, 0.5), (3, 1.5), (4, 2.0)];
        let all = [(1, 2.0), (4, 2.0), (3, 1.5), (0, 0.5), (2, 0.5)];
        for offset in 0..7 {
            for limit in 0..7 {
                let end = (offset + limit).min(5);
                assert_eq!(page(&scored, offset, limit), all[offset.min(end)..end]);
            }
        }
    }
}
