//! Who else says it: for each of several statements, the sentences of other documents that say the same.
//!
//! Of each other document the likest sentence counts, if it says the same ([`super::statement`]), if the statement
//! is in turn the likest of its own document, and if the two documents are about one thing: reports of a trade
//! use the same sentences for different events.

use super::reading::{Reading, class};
use super::statement::{FEWEST_SHARED, Statement, Statements};
use crate::document::SentenceRef;
use crate::order::{Arrange as _, Map};

/// Likeness of two documents (cosine of the weighed stems that they have) from which they are about one thing.
const RELATED: f64 = 0.08;

/// Finds the supporting sentences of each of several of a corpus's statements, the best of each other document, in the
/// order of the documents. Reads the corpus once: one look-up per word, one comparison per sentence that shares stems.
pub(super) fn supporters(
    reading: &Reading,
    corpus: &Statements,
    statements: &[&Statement],
) -> Vec<Vec<SentenceRef>> {
    let rarity = &corpus.rarity;
    let mut holders: Vec<Vec<u32>> = vec![Vec::new(); reading.stems];
    for (number, statement) in (0u32..).zip(statements) {
        for stem in statement.stems() {
            if let Some(holders) = holders.get_mut(stem as usize) {
                holders.push(number);
            }
        }
    }
    let mut likest: Vec<Map<u32, (f64, usize)>> = vec![Map::new(); statements.len()];
    let least: Vec<f64> = statements.iter().map(|statement| rarity.least_shared(statement)).collect();
    let mut shared = vec![(0usize, 0.0f64); statements.len()];
    let mut touched = Vec::new();
    let told = reading.sentences.iter().zip(&corpus.all).enumerate().filter(|(_, (_, other))| other.told);
    for (at, (sentence, other)) in told {
        for token in reading.tokens(sentence) {
            let stem = reading.term(token).stem;
            for &number in holders.get(stem as usize).into_iter().flatten() {
                if let Some((count, weight)) = shared.get_mut(number as usize) {
                    if *count == 0 {
                        touched.push(number as usize);
                    }
                    *count += 1;
                    *weight += rarity.of_stem(stem);
                }
            }
        }
        for number in touched.drain(..) {
            let (count, weight) = shared.get_mut(number).map(std::mem::take).unwrap_or_default();
            let (Some(statement), Some(likest)) = (statements.get(number), likest.get_mut(number)) else {
                continue;
            };
            // A word that comes twice counts twice, so this lets through rather too many.
            let enough = count >= FEWEST_SHARED && least.get(number).is_some_and(|least| weight >= *least);
            if !enough || statement.at.document == sentence.at.document {
                continue;
            }
            let likeness = rarity.likeness(statement, other);
            let held = likest.entry(sentence.at.document).or_default();
            if likeness > held.0 {
                *held = (likeness, at);
            }
        }
    }
    let mut topics = Topics::of(reading);
    let mut kept = Vec::with_capacity(statements.len());
    for (statement, likest) in statements.iter().zip(likest) {
        let own = || {
            let all = corpus.of_document(reading, statement.at.document).iter();
            all.filter(|rival| rival.told && rival.at != statement.at)
        };
        let says_it = |&(likeness, at): &(f64, usize), topics: &mut Topics| {
            let other = corpus.all.get(at)?;
            let found = rarity.agree(statement, other)
                && !own().any(|rival| rarity.likeness(rival, other) > likeness)
                && topics.are_related(statement.at.document, other.at.document);
            found.then_some(other.at)
        };
        kept.push(likest.values().filter_map(|found| says_it(found, &mut topics)).collect());
    }
    kept
}

/// What documents are about.
pub(super) struct Topics<'r, 'c> {
    reading: &'r Reading<'c>,
    /// What each stem weighs: more the fewer documents have it.
    weights: Vec<f64>,
    /// Weighed stems of the documents that were asked for, by stem, of length 1.
    known: Vec<Option<Vec<(u32, f64)>>>,
}

impl<'r, 'c> Topics<'r, 'c> {
    pub fn of(reading: &'r Reading<'c>) -> Self {
        let mut counts = vec![(0u32, u32::MAX); reading.stems];
        for sentence in &reading.sentences {
            for token in reading.tokens(sentence) {
                if let Some((count, last)) = counts.get_mut(reading.term(token).stem as usize)
                    && *last != sentence.at.document
                {
                    *last = sentence.at.document;
                    *count += 1;
                }
            }
        }
        let documents = reading.documents.len() as f64;
        let weights = counts
            .into_iter()
            .map(|(count, _)| libm::log(1.0 + documents / f64::from(count.max(1))))
            .collect();
        Self { reading, weights, known: vec![None; reading.documents.len()] }
    }

    /// Whether two documents are about one thing.
    pub fn are_related(&mut self, a: u32, b: u32) -> bool {
        self.likeness(a, b) >= RELATED
    }

    /// The words that say most of what a document is about, so many at most.
    pub fn words(&mut self, document: u32, most: usize) -> Vec<u32> {
        self.learn(document);
        let mut vector = self.known(document).to_vec();
        vector.arrange_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        vector.truncate(most);
        vector.into_iter().map(|(stem, _)| stem).collect()
    }

    fn learn(&mut self, document: u32) {
        if let Some(None) = self.known.get(document as usize) {
            let vector = self.vector(document);
            self.known[document as usize] = Some(vector);
        }
    }

    fn known(&self, document: u32) -> &[(u32, f64)] {
        self.known.get(document as usize).and_then(Option::as_deref).unwrap_or_default()
    }

    /// Cosine of what two documents are about, from 0 to 1.
    fn likeness(&mut self, a: u32, b: u32) -> f64 {
        self.learn(a);
        self.learn(b);
        let mut others = self.known(b).iter().peekable();
        let mut in_b = |stem: u32| {
            while others.next_if(|(other, _)| *other < stem).is_some() {}
            others.next_if(|(other, _)| *other == stem).map(|&(_, weight)| weight)
        };
        self.known(a).iter().filter_map(|&(stem, weight)| Some(weight * in_b(stem)?)).sum()
    }

    fn vector(&self, document: u32) -> Vec<(u32, f64)> {
        let tokens = self.reading.sentences(document as usize).iter().flat_map(|s| self.reading.tokens(s));
        let terms = tokens.map(|token| self.reading.term(token));
        let mut stems: Vec<u32> =
            terms.filter(|term| term.class & class::STOP == 0).map(|term| term.stem).collect();
        stems.sort_unstable();
        let weight = |stem: u32| self.weights.get(stem as usize).copied().unwrap_or_default();
        let weighed = |run: &[u32]| {
            let &stem = run.first()?;
            Some((stem, (1.0 + libm::log(run.len() as f64)) * weight(stem)))
        };
        let mut vector: Vec<(u32, f64)> = stems.chunk_by(|a, b| a == b).filter_map(weighed).collect();
        let length = libm::sqrt(vector.iter().map(|(_, weight)| weight * weight).sum());
        vector.iter_mut().for_each(|(_, weight)| *weight /= length);
        vector
    }
}
