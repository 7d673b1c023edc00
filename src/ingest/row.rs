//! What was read of one article, as a table shows it.

use serde::Serialize;

use super::article::DroppedLine;
use super::form::size;
use crate::document::{Document, TitleFrom};

/// One article as it was read, excluded ones too. Serialized, its members are in camel case, and what is not there is left
/// out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// Its identifier, by which edits name it.
    pub id: String,
    /// Where it stands: a path, in a file of many with its line or number.
    pub place: String,
    /// Its title.
    pub title: String,
    /// Where the title was found.
    pub title_from: TitleFrom,
    /// The outlet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Day of publication, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Where the original stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// BCP 47 language tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// Its place among the articles that are given one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<i32>,
    /// Whether it is left out of the briefing.
    pub excluded: bool,
    /// Words of the text that is kept.
    pub words: usize,
    /// Lines that were dropped as page furniture, and title lines.
    pub dropped: Vec<DroppedLine>,
}

impl Row {
    pub(super) fn of(
        document: &Document,
        place: &str,
        order: Option<i32>,
        excluded: bool,
        dropped: Vec<DroppedLine>,
    ) -> Self {
        Self {
            id: document.id.clone(),
            place: place.to_owned(),
            title: document.title.clone(),
            title_from: document.title_from,
            source: document.source.clone(),
            date: document.date.clone(),
            url: document.url.clone(),
            lang: document.lang.clone(),
            order,
            excluded,
            words: document.blocks.iter().map(|block| size(&block.text)).sum(),
            dropped,
        }
    }

    /// What documents stand in the order of: those that are given a place by it, the others behind them by date, undated
    /// ones last, and of one day by identifier.
    pub(super) fn key(&self) -> impl Ord + '_ {
        (self.order.is_none(), self.order, self.date.is_none(), self.date.as_deref(), self.id.as_str())
    }
}
