//! Whether two documents are about one matter: their heads share a name that few documents have.
//!
//! Reports of a trade (dividends, weather, football) use the same sentences for different companies, places and
//! clubs. What they have in common then is how such things are told, and their differences are no contradictions.

use crate::insight::reading::{Reading, class};

/// Sentences at the head of a document that say what it is about.
const HEAD: usize = 3;
/// Documents that may share a name of one matter: so many, or this part of a large corpus.
const FEW: usize = 10;
const PART: usize = 200;

/// For each document the rare names of its head, as sorted stems.
pub(super) struct Matters(Vec<Vec<u32>>);

impl Matters {
    pub fn of(reading: &Reading) -> Self {
        let mut heads: Vec<Vec<u32>> = Vec::with_capacity(reading.documents.len());
        let mut holders = vec![0usize; reading.stems];
        for document in 0..reading.documents.len() {
            let mut head: Vec<u32> = Vec::new();
            for sentence in reading.sentences(document).iter().take(HEAD) {
                let names = reading.tokens(sentence).iter().filter(|token| token.capital);
                let terms = names.map(|token| reading.term(token));
                head.extend(terms.filter(|term| term.class & class::STOP == 0).map(|term| term.stem));
            }
            head.sort_unstable();
            head.dedup();
            for &stem in &head {
                if let Some(count) = holders.get_mut(stem as usize) {
                    *count += 1;
                }
            }
            heads.push(head);
        }
        let few = FEW.max(heads.len() / PART);
        for head in &mut heads {
            head.retain(|&stem| holders.get(stem as usize).is_some_and(|&count| count <= few));
        }
        Self(heads)
    }

    /// Whether two documents are about one matter.
    pub fn same(&self, a: u32, b: u32) -> bool {
        match (self.0.get(a as usize), self.0.get(b as usize)) {
            (Some(a), Some(b)) => a.iter().any(|stem| b.binary_search(stem).is_ok()),
            _ => false,
        }
    }
}
