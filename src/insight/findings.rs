//! What is found in one article alone, whatever others stand beside it; so it can be kept from build to build.
//!
//! How the words of an article are read is no such thing: the fold table is made of the characters and languages of the
//! corpus, stems of the languages that other articles have a word in, and names in small letters are found by the glossary. The
//! summary alone leans on the first two, so it is kept with a number that tells them ([`Reading::wordings`]).
//!
//! [`Reading::wordings`]: super::reading::Reading::wordings

use std::ops::Range;

use super::acronyms::{self, Definition, Run};
use super::differences::{self, Held};
use super::entities::{self, Names};
use super::quotes::{self, BlockSpan, Quote};
use super::summary;
use super::timeline::{self, Dated};
use crate::document::Document;
use crate::pack::bytes::size;

/// The findings of one article.
#[derive(Debug)]
pub(crate) struct Findings {
    /// The short forms that each block defines.
    pub(super) definitions: Vec<Vec<Definition>>,
    /// Words in capitals that may be names known by their initials.
    pub(super) runs: Vec<Run>,
    /// The names in each block, with what stands around them.
    pub(super) names: Vec<Names>,
    /// What is said in it.
    pub(super) quotes: Vec<Quote<BlockSpan>>,
    /// The dates in it that may make events.
    pub(super) dates: Vec<Dated>,
    /// The events that it names with their times.
    pub(super) held: Vec<Held>,
    /// Its summary, once it has been made.
    pub(super) summary: summary::Kept,
}

impl Findings {
    /// Reads an article.
    pub(crate) fn of(article: &Document) -> Self {
        Self {
            definitions: acronyms::definitions(article),
            runs: acronyms::runs(article),
            names: entities::names(article),
            quotes: quotes::document_quotes(article),
            dates: timeline::dated(article),
            held: differences::held(article),
            summary: summary::Kept::default(),
        }
    }
}

/// Bytes of a text in half the memory: a pack holds less than 4 GiB.
pub(super) fn short(range: &Range<usize>) -> Range<u32> {
    size(range.start)..size(range.end)
}

/// The same as a range that cuts the text.
pub(super) fn long(range: &Range<u32>) -> Range<usize> {
    range.start as usize..range.end as usize
}
