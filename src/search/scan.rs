//! Where the parts of a query stand in the words of a document.

use super::concept::{Concept, Pattern};
use super::query::Demand;
use crate::index::{Index, Token};

/// A part of the query that stands in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Occurrence {
    /// Position of its first token.
    pub at: usize,
    /// How many tokens it takes.
    pub length: usize,
    /// Number of the concept.
    pub part: usize,
}

/// Finds the parts of a query in documents.
pub(super) struct Scanner<'c> {
    /// A bit for each term of the corpus, set where a pattern begins with it: most terms of a document end here.
    begins: Vec<u64>,
    /// Patterns by the term that they begin with, and their parts; sorted by term.
    patterns: Vec<(u32, &'c Pattern, usize)>,
}

impl<'c> Scanner<'c> {
    pub(super) fn new(index: &Index, concepts: &'c [Concept]) -> Self {
        let mut begins = vec![0; index.lexicon().len() / 64 + 1];
        let mut patterns: Vec<(u32, &Pattern, usize)> = Vec::new();
        for (part, concept) in
            concepts.iter().enumerate().filter(|(_, concept)| concept.demand != Demand::Not)
        {
            for pattern in &concept.patterns {
                for step in pattern.steps.iter().filter(|step| step.word == 0) {
                    if let Some(bits) = begins.get_mut(step.term as usize / 64) {
                        *bits |= 1 << (step.term % 64);
                        let place = patterns.partition_point(|&(term, ..)| term <= step.term);
                        patterns.insert(place, (step.term, pattern, part));
                    }
                }
            }
        }
        Self { begins, patterns }
    }

    /// Everything that stands in `tokens`, by position; several parts may stand at one place.
    pub(super) fn scan(&self, tokens: &[Token], visit: &mut dyn FnMut(Occurrence)) {
        for (at, token) in tokens.iter().enumerate() {
            let Some(term) = token.term() else { continue };
            if self.begins.get(term as usize / 64).is_some_and(|bits| bits >> (term % 64) & 1 == 1) {
                self.at(term, tokens, at, visit);
            }
        }
    }

    #[inline(never)]
    fn at(&self, term: u32, tokens: &[Token], at: usize, visit: &mut dyn FnMut(Occurrence)) {
        let first = self.patterns.partition_point(|&(of, ..)| of < term);
        let rest = self.patterns.get(first..).unwrap_or_default();
        for &(_, pattern, part) in rest.iter().take_while(|(of, ..)| *of == term) {
            // A single word stands where its term does.
            let alone = (pattern.words == 1 && !pattern.name).then_some(1);
            if let Some(length) = alone.or_else(|| Some(pattern.at(tokens, at)?.0)) {
                visit(Occurrence { at, length, part });
            }
        }
    }
}
