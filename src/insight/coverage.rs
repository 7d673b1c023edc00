//! Greedy coverage: the sentences that together say most of what is worth saying.
//!
//! Concepts (Gillick and Favre 2009) have weights; a sentence is worth the weights of its concepts that no
//! chosen sentence has, times its own prior. Greedy choice is within 1 − 1/e of the best such choice (Nemhauser
//! et al. 1978), and since worth can only fall, a heap of outdated worths finds it lazily (Minoux 1978).

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

/// A sentence that may be chosen.
#[derive(Default)]
pub(super) struct Candidate {
    /// Its concepts, each once.
    pub concepts: Vec<u32>,
    /// What its worth is multiplied by; not below 0.
    pub prior: f64,
}

impl Candidate {
    /// What it is worth where concepts have these weights.
    pub fn worth(&self, weights: &[f64]) -> f64 {
        let known = self.concepts.iter().filter_map(|&concept| weights.get(concept as usize));
        known.sum::<f64>() * self.prior
    }
}

#[derive(PartialEq)]
struct Worth(f64);

impl Eq for Worth {}

impl PartialOrd for Worth {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Worth {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

/// Offers candidates to `take`, by what each adds to those already taken; ties go to the earlier one. `take`
/// answers whether it takes the candidate; `None` ends the choice. `weights` are those of the concepts.
pub(super) fn choose(
    candidates: &[Candidate],
    mut weights: Vec<f64>,
    mut take: impl FnMut(usize, f64) -> Option<bool>,
) {
    let mut heap: BinaryHeap<(Worth, Reverse<usize>)> = candidates
        .iter()
        .enumerate()
        .map(|(at, candidate)| (Worth(candidate.worth(&weights)), Reverse(at)))
        .collect();
    while let Some((Worth(old), Reverse(at))) = heap.pop() {
        let Some(candidate) = candidates.get(at) else {
            continue;
        };
        let new = candidate.worth(&weights);
        if new <= 0.0 {
            continue;
        }
        if new < old {
            heap.push((Worth(new), Reverse(at)));
            continue;
        }
        match take(at, new) {
            None => return,
            Some(false) => {}
            Some(true) => {
                for &concept in &candidate.concepts {
                    if let Some(weight) = weights.get_mut(concept as usize) {
                        *weight = 0.0;
                    }
                }
            }
        }
    }
}
