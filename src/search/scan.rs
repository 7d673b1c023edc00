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
    /// For each term of the corpus the first of the patterns that begin with it, one more than it is; 0 for none.
    first: Vec<u32>,
    /// Patterns by the term that they begin with, chained: pattern, part, next.
    chain: Vec<(&'c Pattern, usize, u32)>,
}

impl<'c> Scanner<'c> {
    pub(super) fn new(index: &Index, concepts: &'c [Concept]) -> Self {
        let mut scanner = Self { first: vec![0; index.lexicon().len()], chain: Vec::new() };
        for (part, concept) in
            concepts.iter().enumerate().filter(|(_, concept)| concept.demand != Demand::Not)
        {
            for pattern in &concept.patterns {
                for step in pattern.steps.iter().filter(|step| step.word == 0) {
                    if let Some(first) = scanner.first.get_mut(step.term as usize) {
                        scanner.chain.push((pattern, part, *first));
                        *first = scanner.chain.len() as u32;
                    }
                }
            }
        }
        scanner
    }

    /// Everything that stands in `tokens`, by position; several parts may stand at one place.
    pub(super) fn scan(&self, tokens: &[Token], visit: &mut dyn FnMut(Occurrence)) {
        for (at, token) in tokens.iter().enumerate() {
            let Some(term) = token.term() else { continue };
            let mut next = self.first.get(term as usize).copied().unwrap_or_default();
            while let Some(&(pattern, part, after)) =
                (next as usize).checked_sub(1).and_then(|at| self.chain.get(at))
            {
                // A single word stands where its term does.
                let alone = (pattern.words == 1 && !pattern.name).then_some(1);
                if let Some(length) = alone.or_else(|| Some(pattern.at(tokens, at)?.0)) {
                    visit(Occurrence { at, length, part });
                }
                next = after;
            }
        }
    }
}
