//! Who else says it: which sentences say the same as a given one.
//!
//! Two sentences say the same when their stems, weighed by how rare they are in the corpus, overlap in most of
//! the weight, and neither denies what the other affirms. Word overlap misses free paraphrase; what it finds is
//! right, which matters more where the count of sources is shown.

use std::collections::BTreeMap;

use super::overview::is_told;
use super::reading::{Reading, Sentence, class};
use crate::document::SentenceRef;

/// Overlap (Dice, weighed) from which two sentences say the same.
const SAME: f64 = 0.5;
/// Stems that two sentences must share at least.
const FEWEST_SHARED: usize = 3;

/// What a sentence says, ready to be compared.
pub(super) struct Statement {
    /// Where it stands.
    pub at: SentenceRef,
    /// Stems of content words, sorted, each once.
    stems: Vec<u32>,
    denies: bool,
}

impl Statement {
    pub fn of(reading: &Reading, sentence: &Sentence) -> Self {
        let mut stems = reading.content(sentence);
        stems.sort_unstable();
        stems.dedup();
        let denies = reading
            .tokens(sentence)
            .iter()
            .any(|token| reading.term(token).class & class::NEGATION != 0);
        Self {
            at: sentence.at,
            stems,
            denies,
        }
    }

    /// Whether most of the shorter one's stems are the other's.
    pub fn says_what(&self, other: &Self) -> bool {
        let shared = self
            .stems
            .iter()
            .filter(|stem| other.stems.binary_search(stem).is_ok())
            .count();
        let shorter = self.stems.len().min(other.stems.len());
        shared * 2 > shorter
    }
}

/// The supporting sentences of each of several statements.
pub(super) struct Supporters {
    best: Vec<BTreeMap<u32, (f64, SentenceRef)>>,
}

impl Supporters {
    /// Looks through the corpus once. Cost: one look-up per word, one comparison per sentence that shares a stem.
    pub fn of(reading: &Reading, statements: &[Statement]) -> Self {
        let mut best = vec![BTreeMap::new(); statements.len()];
        let rarity = Rarity::of(reading, statements);
        let mut holders: Vec<Vec<usize>> = vec![Vec::new(); reading.stems];
        for (number, statement) in statements.iter().enumerate() {
            for &stem in &statement.stems {
                if let Some(holders) = holders.get_mut(stem as usize) {
                    holders.push(number);
                }
            }
        }
        let mut shared = vec![0usize; statements.len()];
        for sentence in reading
            .sentences
            .iter()
            .filter(|sentence| is_told(sentence.kind))
        {
            shared.fill(0);
            for token in reading.tokens(sentence) {
                for &number in holders
                    .get(reading.term(token).stem as usize)
                    .into_iter()
                    .flatten()
                {
                    shared[number] += 1;
                }
            }
            if shared.iter().all(|&count| count < FEWEST_SHARED) {
                continue;
            }
            let other = Statement::of(reading, sentence);
            for ((statement, best), _) in statements
                .iter()
                .zip(&mut best)
                .zip(&shared)
                .filter(|(_, count)| **count >= FEWEST_SHARED)
            {
                if statement.at.document == other.at.document || statement.denies != other.denies {
                    continue;
                }
                let likeness = rarity.likeness(statement, &other);
                let held = best
                    .get(&other.at.document)
                    .map_or(0.0, |&(likeness, _)| likeness);
                if likeness >= SAME && likeness > held {
                    best.insert(other.at.document, (likeness, other.at));
                }
            }
        }
        Self { best }
    }

    /// The best supporting sentence of each other document, in the order of the documents.
    pub fn of_statement(&self, number: usize) -> Vec<SentenceRef> {
        self.best
            .get(number)
            .into_iter()
            .flatten()
            .map(|(_, &(_, at))| at)
            .collect()
    }
}

/// How rare each stem is among the sentences of the corpus.
struct Rarity(Vec<f64>);

impl Rarity {
    fn of(reading: &Reading, _statements: &[Statement]) -> Self {
        let mut counts = vec![0u32; reading.stems];
        let mut last = vec![u32::MAX; reading.stems];
        for (number, sentence) in (0u32..).zip(&reading.sentences) {
            for token in reading.tokens(sentence) {
                let stem = reading.term(token).stem as usize;
                if let (Some(count), Some(last)) = (counts.get_mut(stem), last.get_mut(stem))
                    && *last != number
                {
                    *last = number;
                    *count += 1;
                }
            }
        }
        let sentences = reading.sentences.len() as f64;
        Self(
            counts
                .into_iter()
                .map(|count| libm::log(1.0 + sentences / f64::from(count.max(1))))
                .collect(),
        )
    }

    fn weight<'a>(&self, stems: impl Iterator<Item = &'a u32>) -> f64 {
        stems.filter_map(|&stem| self.0.get(stem as usize)).sum()
    }

    fn likeness(&self, a: &Statement, b: &Statement) -> f64 {
        let shared: Vec<u32> = a
            .stems
            .iter()
            .copied()
            .filter(|stem| b.stems.binary_search(stem).is_ok())
            .collect();
        if shared.len() < FEWEST_SHARED {
            return 0.0;
        }
        2.0 * self.weight(shared.iter())
            / (self.weight(a.stems.iter()) + self.weight(b.stems.iter()))
    }
}
