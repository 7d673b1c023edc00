//! Whether two sentences say the same, though in other words.
//!
//! Sentences are compared as sets of stems, words of one sense as one (`senses.txt`), each weighed by how rare it
//! is in the corpus. What counts is the share of the weight of each sentence that the other one has too, and how
//! many of the shared stems are no names: names say who, the other words say what. The bounds were read off 178
//! pairs of sentences of news on one event or one topic, from four sets of reports, chosen near the bounds and labelled
//! by hand: of 54 that they let through 45 say the same, of 79 that say the same they let 45 through.

use super::grammar::Grammar;
use super::overview::is_told;
use super::reading::{Reading, Sentence, class};
use crate::document::SentenceRef;
use crate::order::Arrange as _;

/// A pair says the same if it meets one of these bounds.
const BOUNDS: [Bounds; 3] = [
    // One sentence says what is a good part of the other one.
    Bounds { most: 0.5, least: 0.25, unnamed: 3, shared: 4 },
    // Both overlap.
    Bounds { most: 0.43, least: 0.35, unnamed: 5, shared: 5 },
    // Long lists of names: who met, who signed.
    Bounds { most: 0.7, least: 0.4, unnamed: 1, shared: 8 },
];

/// What a pair of sentences must share at least.
struct Bounds {
    /// Share of the weight of the sentence that is covered better.
    most: f64,
    /// Share of the weight of the other one.
    least: f64,
    /// Shared stems that neither writes as a name.
    unnamed: usize,
    /// Shared stems.
    shared: usize,
}

/// The fewest stems that two sentences share which say the same.
pub(super) const FEWEST_SHARED: usize = 4;

/// What a sentence says, ready to be compared.
pub(super) struct Statement {
    /// Where it stands.
    pub at: SentenceRef,
    /// Stems of content words, sorted, each once, and whether they are written as names here.
    stems: Vec<(u32, bool)>,
    /// Stems of numbers, sorted.
    numbers: Vec<u32>,
    denies: bool,
    /// Whether its block tells something, see [`is_told`], in a language whose denials are known.
    pub told: bool,
    /// What its stems weigh together.
    pub weight: f64,
}

impl Statement {
    fn of(reading: &Reading, sentence: &Sentence, rarity: &Rarity) -> Self {
        // Every German noun has a capital.
        let nouns = reading.grammar(sentence.at.document) == Grammar::German;
        let (mut stems, mut numbers, mut denies) = (Vec::new(), Vec::new(), false);
        for token in reading.tokens(sentence) {
            let term = reading.term(token);
            denies |= term.class & class::NEGATION != 0;
            if term.class & class::STOP == 0 {
                stems.push((term.stem, token.capital && !nouns));
            }
            if term.class & class::NUMBER != 0 {
                numbers.push(term.stem);
            }
        }
        stems.arrange();
        stems.dedup_by_key(|(stem, _)| *stem);
        numbers.sort_unstable();
        let weight = rarity.weight(stems.iter().map(|&(stem, _)| stem));
        let told = is_told(sentence.kind) && reading.tells_denials(sentence.at.document);
        Self { at: sentence.at, stems, numbers, denies, told, weight }
    }

    /// Stems of its content words, sorted, each once.
    pub fn stems(&self) -> impl Iterator<Item = u32> + '_ {
        self.stems.iter().map(|&(stem, _)| stem)
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

    /// Whether both give numbers, and not one number is the same.
    fn differs_in_numbers(&self, other: &Self) -> bool {
        let same = |number| other.numbers.binary_search(number).is_ok();
        !self.numbers.is_empty() && !other.numbers.is_empty() && !self.numbers.iter().any(same)
    }
}

/// What every sentence of a corpus says, in the order of [`Reading::sentences`].
pub(super) struct Statements {
    pub all: Vec<Statement>,
    pub rarity: Rarity,
}

impl Statements {
    pub fn of(reading: &Reading) -> Self {
        let rarity = Rarity::of(reading);
        let all =
            reading.sentences.iter().map(|sentence| Statement::of(reading, sentence, &rarity)).collect();
        Self { all, rarity }
    }

    /// Those of a document.
    pub fn of_document(&self, reading: &Reading, document: u32) -> &[Statement] {
        let range = reading.documents.get(document as usize);
        range.and_then(|range| self.all.get(range.clone())).unwrap_or_default()
    }

    /// The one of a sentence.
    pub fn of_sentence(&self, reading: &Reading, at: SentenceRef) -> Option<&Statement> {
        let here = self.of_document(reading, at.document);
        here.get(here.binary_search_by_key(&at, |statement| statement.at).ok()?)
    }
}

/// How rare each stem is among the sentences of the corpus.
pub(super) struct Rarity(Vec<f64>);

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

    /// What a stem weighs.
    pub fn of_stem(&self, stem: u32) -> f64 {
        self.0.get(stem as usize).copied().unwrap_or_default()
    }

    /// What a sentence must at least share with one that says the same.
    pub fn least_shared(&self, statement: &Statement) -> f64 {
        let least = BOUNDS.iter().map(|bounds| bounds.least).fold(1.0, f64::min);
        statement.weight * least
    }

    /// What stems weigh together.
    fn weight(&self, stems: impl Iterator<Item = u32>) -> f64 {
        stems.filter_map(|stem| self.0.get(stem as usize)).sum()
    }

    /// Overlap of two sentences (Dice, weighed), from 0 to 1.
    pub fn likeness(&self, a: &Statement, b: &Statement) -> f64 {
        let all = a.weight + b.weight;
        if all > 0.0 { 2.0 * self.weight(a.shared(b).map(|(stem, _)| stem)) / all } else { 0.0 }
    }

    /// Share of what a sentence says that another one has too, from 0 to 1.
    pub fn covered(&self, a: &Statement, b: &Statement) -> f64 {
        let all = a.weight;
        if all > 0.0 { self.weight(a.shared(b).map(|(stem, _)| stem)) / all } else { 0.0 }
    }

    /// Whether two sentences say the same.
    pub fn agree(&self, a: &Statement, b: &Statement) -> bool {
        if a.denies != b.denies || a.differs_in_numbers(b) {
            return false;
        }
        let shared: Vec<(u32, bool)> = a.shared(b).collect();
        let unnamed = shared.iter().filter(|(_, named)| !named).count();
        if shared.len() < FEWEST_SHARED {
            return false;
        }
        let common = self.weight(shared.iter().map(|&(stem, _)| stem));
        let (one, other) = (common / a.weight, common / b.weight);
        let (most, least) = (one.max(other), one.min(other));
        BOUNDS.iter().any(|bounds| {
            most >= bounds.most
                && least >= bounds.least
                && unnamed >= bounds.unnamed
                && shared.len() >= bounds.shared
        })
    }
}
