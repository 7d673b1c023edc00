//! Ranking by BM25F (Robertson, Zaragoza and Taylor 2004; Zaragoza et al. 2004).
//!
//! For a document and a word of the query, the counts of the word's terms are weighed by term and by field,
//! each field's counts divided by the field's length norm, and only the sum saturates:
//!
//! ```text
//! tf    = Σ term weight · Σ field weight · count / (1 − b + b · length / average length)
//! score = Σ words   idf · tf / (K1 + tf)          idf = ln(1 + (N − n + ½) / (n + ½))
//! ```
//!
//! `n` counts the documents that have any of the word's terms.

use super::query::QueryWord;
use crate::pack::Pack;
use crate::pack::postings::FIELDS;

/// How soon more of the same stops counting. At 0 presence is all; the larger, the longer counts add.
pub(super) const K1: f64 = 1.2;

/// Weight of a word in title, lead and body. At 0 a field is not searched; at 1 it counts as body text does.
pub(super) const FIELD_WEIGHTS: [f64; FIELDS] = [2.0, 1.5, 1.0];

/// How far a field's length counts against it. At 0 not at all; at 1 twice the length halves a count. The title is
/// short by nature.
pub(super) const LENGTH_NORMS: [f64; FIELDS] = [0.3, 0.3, 0.75];

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
                let b = LENGTH_NORMS[field];
                FIELD_WEIGHTS[field] / (1.0 - b + b * f64::from(length[field]) / averages[field])
            })
        });
        Self {
            factors: factors.collect(),
        }
    }

    /// Scores every document that has any of the words; in the order of the documents.
    pub(crate) fn score<D: AsRef<[u8]>>(&self, pack: &Pack<D>, words: &[QueryWord]) -> Vec<Scored> {
        let mut scores = vec![0.0; self.factors.len()];
        let mut counts = vec![0.0; self.factors.len()];
        let mut touched: Vec<u32> = Vec::new();
        for word in words {
            for (term, weight) in &word.terms {
                for posting in pack.postings(term) {
                    let at = posting.document as usize;
                    let (Some(count), Some(factors)) = (counts.get_mut(at), self.factors.get(at))
                    else {
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
            let idf = idf(self.factors.len(), touched.len());
            for document in touched.drain(..) {
                let at = document as usize;
                if let (Some(count), Some(score)) = (counts.get_mut(at), scores.get_mut(at)) {
                    *score += idf * *count / (K1 + *count);
                    *count = 0.0;
                }
            }
        }
        (0..)
            .zip(scores)
            .filter(|&(_, score)| score > 0.0)
            .collect()
    }
}

/// Weight of a word that `having` of `all` documents have.
pub(crate) fn idf(all: usize, having: usize) -> f64 {
    let (all, having) = (all as f64, having.min(all) as f64);
    // `libm`, because the platforms' own logarithms differ in their last bit.
    libm::log(1.0 + (all - having + 0.5) / (having + 0.5))
}

/// The documents of one page of results, best first, ties in the order of the documents.
pub(crate) fn page(mut scored: Vec<Scored>, offset: usize, limit: usize) -> Vec<Scored> {
    let better = |a: &Scored, b: &Scored| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    let end = offset.saturating_add(limit).min(scored.len());
    if end > 0 && end < scored.len() {
        scored.select_nth_unstable_by(end - 1, better);
        scored.truncate(end);
    }
    scored.sort_unstable_by(better);
    scored.split_off(offset.min(end))
}
