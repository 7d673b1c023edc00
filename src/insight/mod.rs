//! What the corpus says, found at build time: near-copies, key points, summaries.

mod acronyms;
mod coverage;
pub mod dates;
mod fitness;
pub(crate) mod latent;
mod origins;
mod overview;
pub mod quotes;
mod reading;
mod statement;
mod summary;
mod support;

use crate::document::{Corpus, SentenceRef};

pub use acronyms::{Defined, Definition, Glossary, GlossaryEntry, Initialism, acronyms, initialisms};
pub use origins::Origins;

/// One key point of the overview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyPoint {
    /// The sentence.
    pub sentence: SentenceRef,
    /// The best matching sentence of each other document that says the same, in the order of the documents.
    pub support: Vec<SentenceRef>,
}

/// Everything that is found in a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Insight {
    /// Which documents are independent.
    pub origins: Origins,
    /// Key points, most widely reported first.
    pub key_points: Vec<KeyPoint>,
    /// For each document its summary: two to four sentences in the order of its text, fewer if fewer can stand
    /// alone.
    pub summaries: Vec<Vec<SentenceRef>>,
}

impl Insight {
    /// Reads a corpus once and finds everything in it. The same corpus gives the same result.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        let reading = reading::Reading::of(corpus);
        let origins = origins::origins(&reading);
        let key_points = overview::overview(&reading, &origins);
        let summaries =
            (0..corpus.documents.len()).map(|document| summary::summary(&reading, document)).collect();
        Self { origins, key_points, summaries }
    }
}
