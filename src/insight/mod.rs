//! What the corpus says, found at build time: near-copies, key points, summaries.

mod acronyms;
mod aliases;
mod centre;
pub mod dates;
pub mod differences;
mod entities;
pub(crate) mod findings;
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
use findings::Findings;
use overview::Points;
use reading::Reading;
use statement::Statements;

pub use acronyms::{Defined, Definition, Glossary, GlossaryEntry, Initialism, acronyms, initialisms};
pub use aliases::{AliasGroup, AliasName, aliases};
pub use entities::{Entity, EntityKind, EntityMention, Mention, Who, entities};
#[cfg(all(feature = "studio", not(feature = "languages")))]
pub(crate) use grammar::needs_languages;
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
        let findings: Vec<Findings> = corpus.documents.iter().map(Findings::of).collect();
        Self::read(&Reading::of(corpus), &findings.iter().collect::<Vec<_>>(), &mut |_| ())
    }

    /// Finds everything in a corpus that is read already, with the findings of each document, and names each step before
    /// it is taken.
    pub(crate) fn read(reading: &Reading, findings: &[&Findings], begin: &mut dyn FnMut(Step)) -> Self {
        let corpus = reading.corpus;
        begin(Step::Origins);
        let origins = origins::origins(reading);
        begin(Step::Acronyms);
        let definitions: Vec<_> = findings.iter().map(|found| &found.definitions).collect();
        let glossary = Glossary::with(corpus, &definitions);
        let runs: Vec<_> = findings.iter().map(|found| &found.runs).collect();
        let initialisms = acronyms::of_runs(corpus, &glossary, &runs);
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
        let kept = findings.iter().zip(reading.wordings()).enumerate();
        let summaries =
            kept.map(|(at, (found, wording))| found.summary.summary(reading, at, wording)).collect();
        begin(Step::Who);
        let names: Vec<_> = findings.iter().map(|found| &found.names).collect();
        let who = Who::of_names(corpus, &glossary, &initialisms, &names);
        begin(Step::Timeline);
        let dates: Vec<_> = findings.iter().map(|found| &found.dates).collect();
        let timeline = timeline::of_reading(reading, &statements, &dates);
        let quotes: Vec<_> = findings.iter().map(|found| found.quotes.clone()).collect();
        begin(Step::Differences);
        let held: Vec<_> = findings.iter().map(|found| &found.held).collect();
        let differences = differences::find(reading, &origins, &statements, &quotes, &held);
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
    let corpus = Corpus { documents: vec![document.clone()], ..Corpus::default() };
    summary::summary(&Reading::of(&corpus), 0, summary::MOST, words)
}
