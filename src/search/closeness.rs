//! Closeness: neighbours in the query that are neighbours in a document.
//!
//! For each pair of neighbouring parts of the query, every place where both stand within [`WINDOW`] words counts one
//! over the square of their distance (after Büttcher, Clarke and Lushman 2006), so that a phrase counts 1 and words
//! three apart a ninth; the sum saturates as counts do, and weighs as the commoner of the two.

use super::concept::Concept;
use super::rank::Having;
use super::scan::{Occurrence, Scanner};
use crate::index::Index;

/// How far apart words can be and still be close.
pub(super) const WINDOW: usize = 8;

/// Weight of closeness. At 0 the order of words does not matter; at 1 a phrase counts as much as a word of its own.
/// Measured over the whole ranking, nDCG@10 on Cranfield and CISI: .571 and .425 at .2, .575 and .430 at .4, .572 and
/// .425 at .6, .573 and .422 at 1.
pub(super) const WEIGHT: f64 = 0.4;

/// What closeness adds to the score of a document.
pub(super) fn closeness(
    index: &Index,
    scanner: &Scanner<'_>,
    concepts: &[Concept],
    having: &[Having],
    document: u32,
    norm: f64,
) -> f64 {
    let mut sums = vec![0.0; concepts.len()];
    for field in [index.title(document), index.text(document)] {
        let tokens = field.all();
        // The occurrences so far, and the first of those within the window, which can be neighbours.
        let mut recent: Vec<Occurrence> = Vec::new();
        let mut first = 0;
        scanner.scan(&tokens, &mut |found| {
            if concepts.get(found.part).is_none_or(|concept| !concept.names.is_empty()) {
                return;
            }
            while recent.get(first).is_some_and(|before| found.at - before.at > WINDOW) {
                first += 1;
            }
            for before in recent.get(first..).unwrap_or_default() {
                let distance = (found.at - before.at) as f64;
                if distance > 0.0
                    && found.part.abs_diff(before.part) == 1
                    && let Some(sum) = sums.get_mut(found.part.min(before.part))
                {
                    *sum += 1.0 / (distance * distance);
                }
            }
            recent.push(found);
        });
    }
    let weight = |part: usize| having.get(part).map_or(0.0, |having| having.idf);
    let close = |(part, sum): (usize, f64)| weight(part).min(weight(part + 1)) * sum / (norm + sum);
    WEIGHT * sums.into_iter().enumerate().filter(|&(_, sum)| sum > 0.0).map(close).sum::<f64>()
}

/// Whether a document with these parts has neighbours in the query at all.
pub(super) fn has_neighbours(parts: u64) -> bool {
    // Parts beyond the 63rd share the last bit.
    parts & (parts >> 1) != 0 || parts >> 63 != 0
}
