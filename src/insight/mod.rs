//! What the corpus says, found at build time: near-copies, key points, summaries.

mod acronyms;
mod aliases;
mod centre;
pub mod dates;
pub mod differences;
mod entities;
mod fitness;
mod grammar;
pub(crate) mod latent;
mod length;
mod likeness;
mod only_here;
mod origins;
mod overview;
pub mod quotes;
pub(crate) mod reading;
mod statement;
pub(crate) mod stems;
mod summary;
mod support;
pub mod timeline;

use crate::build::Step;
use crate::document::{Corpus, Document, SentenceRef};
use overview::Points;
use reading::Reading;
use statement::Statements;

pub use acronyms::{Defined, Definition, Glossary, GlossaryEntry, Initialism, acronyms, initialisms};
pub use aliases::{AliasGroup, AliasName, aliases};
pub use entities::{Entity, EntityKind, EntityMention, Mention, Who, entities};
pub use likeness::likeness;
pub use origins::Origins;

/// One key point of the overview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyPoint {
    /// The sentence.
    pub sentence: SentenceRef,
    /// The best matching sentence of each other document that says the same, in the order of the documents.
    pub support: Vec<SentenceRef>,
}

/// The key points that make the best briefing of a length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// How many words they have together, counted between spaces.
    pub words: u32,
    /// The key points, most widely reported first.
    pub points: Vec<KeyPoint>,
}

/// Everything that is found in a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Insight {
    /// Which documents are independent.
    pub origins: Origins,
    /// Key points, most widely reported first.
    pub key_points: Vec<KeyPoint>,
    /// The best briefings of lengths from 20 to 500 words, the shortest first. One among them has the `key_points`.
    pub briefs: Vec<Brief>,
    /// For each document its summary: two to four sentences in the order of its text, fewer if fewer can stand
    /// alone.
    pub summaries: Vec<Vec<SentenceRef>>,
    /// For each document what no other origin about the same thing says: at most three sentences in the order of its
    /// text, none where no other origin is about the same thing.
    pub only_here: Vec<Vec<SentenceRef>>,
    /// Names of one thing.
    pub aliases: Vec<AliasGroup>,
    /// Acronyms.
    pub glossary: Glossary,
    /// Everybody and everything that is named.
    pub who: Who,
    /// What happened when, in the order of time.
    pub timeline: Vec<timeline::Event>,
    /// For each document what it has in somebody's words.
    pub quotes: Vec<Vec<quotes::Quote<quotes::BlockSpan>>>,
    /// Where documents part, the gravest first.
    pub differences: Vec<differences::Difference>,
}

impl Insight {
    /// Reads a corpus once and finds everything in it. The same corpus gives the same result.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        Self::read(&Reading::of(corpus), &mut |_| ())
    }

    /// Finds everything in a corpus that is read already, and names each step before it is taken.
    pub(crate) fn read(reading: &Reading, begin: &mut dyn FnMut(Step)) -> Self {
        let corpus = reading.corpus;
        begin(Step::Origins);
        let origins = origins::origins(reading);
        begin(Step::Acronyms);
        let glossary = Glossary::of(corpus);
        let initialisms = initialisms(corpus, &glossary);
        begin(Step::Aliases);
        let aliases = aliases::find(reading, &glossary, &initialisms);
        begin(Step::KeyPoints);
        let statements = Statements::of(reading);
        let points = Points::of(reading, &origins, &statements);
        let key_points = points.best(overview::WORDS);
        let briefs = points.briefs();
        begin(Step::OnlyHere);
        let only_here = only_here::only_here(reading, &origins, &statements);
        begin(Step::Summaries);
        let summaries = (0..corpus.documents.len())
            .map(|at| summary::summary(reading, at, summary::length(reading, at), summary::WORDS))
            .collect();
        begin(Step::Who);
        let who = Who::with(corpus, &glossary, &initialisms);
        begin(Step::Timeline);
        let timeline = timeline::of_reading(reading, &statements);
        begin(Step::Quotes);
        let quotes: Vec<_> = corpus.documents.iter().map(quotes::document_quotes).collect();
        begin(Step::Differences);
        let differences = differences::find(reading, &origins, &statements, &quotes);
        Self {
            origins,
            key_points,
            briefs,
            summaries,
            only_here,
            aliases,
            glossary,
            who,
            timeline,
            quotes,
            differences,
        }
    }
}

/// The key points of a corpus that make the best briefing of at most so many words, most widely reported first.
/// Words are counted between spaces.
#[must_use]
pub fn key_points(corpus: &Corpus, words: usize) -> Vec<KeyPoint> {
    let reading = Reading::of(corpus);
    Points::of(&reading, &origins::origins(&reading), &Statements::of(&reading)).best(words)
}

/// The summary of one document in at most four of its sentences and so many words, in the order of its text. It is
/// empty if no sentence of that length can stand alone.
#[must_use]
pub fn summary(document: &Document, words: usize) -> Vec<SentenceRef> {
    let corpus = Corpus { title: None, documents: vec![document.clone()] };
    summary::summary(&Reading::of(&corpus), 0, summary::MOST, words)
}
