//! Who else says it: which sentences say the same as a given one.
//!
//! Two sentences say the same when their stems, weighed by how rare they are in the corpus, overlap well, not
//! only in names, and neither denies what the other affirms. Word overlap misses free paraphrase; what it finds
//! is right, which matters more where the count of sources is shown.

use std::collections::BTreeMap;

use super::overview::is_told;
use super::reading::{Reading, Sentence, class};
use crate::document::SentenceRef;

/// Overlap (Dice, weighed) from which two sentences say the same: read in pairs of sentences of news of one day,
/// nearly all pairs above say the same, and of those at 0.35 about half.
const SAME: f64 = 0.4;
/// Stems that two sentences must share at least, and how many of them outside of names: two sentences that both
/// name one long-titled body need not say the same of it.
const FEWEST_SHARED: usize = 4;
const FEWEST_UNNAMED: usize = 2;

/// What a sentence says, ready to be compared.
pub(super) struct Statement {
    /// Where it stands.
    pub at: SentenceRef,
    /// Stems of content words, sorted, each once, and whether they are written as names here.
    stems: Vec<(u32, bool)>,
    denies: bool,
}

impl Statement {
    pub fn of(reading: &Reading, sentence: &Sentence) -> Self {
        let tokens = reading.tokens(sentence);
        let mut stems: Vec<(u32, bool)> = tokens
            .iter()
            .map(|token| (reading.term(token), token.capital))
            .filter(|(term, _)| term.class & class::STOP == 0)
            .map(|(term, capital)| (term.stem, capital))
            .collect();
        stems.sort_unstable();
        stems.dedup_by_key(|(stem, _)| *stem);
        let denies = tokens.iter().any(|token| reading.term(token).class & class::NEGATION != 0);
        Self { at: sentence.at, stems, denies }
    }

    /// Stems of both, and whether either writes them as a name.
    fn shared<'s>(&'s self, other: &'s Self) -> impl Iterator<Item = (u32, bool)> + 's {
        self.stems.iter().filter_map(|&(stem, named)| {
            let at = other.stems.binary_search_by_key(&stem, |&(stem, _)| stem).ok()?;
            Some((stem, named || other.stems.get(at)?.1))
        })
    }

    /// Whether most of the shorter one's stems are the other's.
    pub fn says_what(&self, other: &Self) -> bool {
        self.shared(other).count() * 2 > self.stems.len().min(other.stems.len())
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
        let rarity = Rarity::of(reading);
        let mut holders: Vec<Vec<usize>> = vec![Vec::new(); reading.stems];
        for (number, statement) in statements.iter().enumerate() {
            for &(stem, _) in &statement.stems {
                if let Some(holders) = holders.get_mut(stem as usize) {
                    holders.push(number);
                }
            }
        }
        let mut shared = vec![0usize; statements.len()];
        for sentence in reading.sentences.iter().filter(|sentence| is_told(sentence.kind)) {
            shared.fill(0);
            for token in reading.tokens(sentence) {
                for &number in holders.get(reading.term(token).stem as usize).into_iter().flatten() {
                    shared[number] += 1;
                }
            }
            if shared.iter().all(|&count| count < FEWEST_SHARED) {
                continue;
            }
            let other = Statement::of(reading, sentence);
            for ((statement, best), _) in
                statements.iter().zip(&mut best).zip(&shared).filter(|(_, count)| **count >= FEWEST_SHARED)
            {
                if statement.at.document == other.at.document || statement.denies != other.denies {
                    continue;
                }
                let likeness = rarity.likeness(statement, &other);
                let held = best.get(&other.at.document).map_or(0.0, |&(likeness, _)| likeness);
                if likeness >= SAME && likeness > held {
                    best.insert(other.at.document, (likeness, other.at));
                }
            }
        }
        Self { best }
    }

    /// The best supporting sentence of each other document, in the order of the documents.
    pub fn of_statement(&self, number: usize) -> Vec<SentenceRef> {
        self.best.get(number).into_iter().flatten().map(|(_, &(_, at))| at).collect()
    }
}

/// How rare each stem is among the sentences of the corpus.
struct Rarity(Vec<f64>);

impl Rarity {
    fn of(reading: &Reading) -> Self {
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
        Self(counts.into_iter().map(|count| libm::log(1.0 + sentences / f64::from(count.max(1)))).collect())
    }

    fn weight(&self, stems: impl Iterator<Item = u32>) -> f64 {
        stems.filter_map(|stem| self.0.get(stem as usize)).sum()
    }

    fn likeness(&self, a: &Statement, b: &Statement) -> f64 {
        let shared: Vec<(u32, bool)> = a.shared(b).collect();
        if shared.len() < FEWEST_SHARED || shared.iter().filter(|(_, named)| !named).count() < FEWEST_UNNAMED
        {
            return 0.0;
        }
        let all = a.stems.iter().chain(&b.stems).map(|&(stem, _)| stem);
        2.0 * self.weight(shared.iter().map(|&(stem, _)| stem)) / self.weight(all)
    }
}
