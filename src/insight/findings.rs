//! What is found in one article alone, whatever others stand beside it; so it can be kept from build to build.

use super::acronyms::{self, Definition};
use super::entities::{self, Piece};
use super::quotes::{self, BlockSpan, Quote};
use crate::document::Document;

/// The findings of one article.
#[derive(Debug)]
pub(crate) struct Findings {
    /// The short forms that each block defines.
    pub(super) definitions: Vec<Vec<Definition>>,
    /// The names in each block.
    pub(super) names: Vec<Vec<Piece>>,
    /// What is said in it.
    pub(super) quotes: Vec<Quote<BlockSpan>>,
}

impl Findings {
    /// Reads an article.
    pub(crate) fn of(article: &Document) -> Self {
        Self {
            definitions: acronyms::definitions(article),
            names: entities::names(article),
            quotes: quotes::document_quotes(article),
        }
    }
}
