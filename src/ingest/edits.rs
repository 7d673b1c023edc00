//! What somebody says about the articles while the briefing is made; it wins over all that the files say.

use super::article::Draft;
use super::manifest::Told;
use super::metadata::{Flaw, Metadata, Value};
use super::names::Names;
use crate::Error;

/// What is said beside the files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edits {
    /// Title of the briefing.
    pub title: Option<String>,
    /// What is said of documents, each by its identifier.
    pub documents: Vec<(String, Edit)>,
}

/// What is said of one document. An empty string says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edit {
    /// Its title.
    pub title: Option<String>,
    /// The outlet.
    pub source: Option<String>,
    /// Day of publication: `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a full timestamp.
    pub date: Option<String>,
    /// Where the original stands.
    pub url: Option<String>,
    /// Its place among the articles that are given one; they stand before all others, the lowest first.
    pub order: Option<i32>,
    /// Whether it is to be no part of the briefing.
    pub exclude: Option<bool>,
}

impl Edits {
    /// Puts the edits before what was told already.
    ///
    /// # Errors
    /// [`Error::BadEdit`], [`Error::UnknownEdit`], [`Error::DuplicateId`].
    pub(super) fn apply(&self, mut told: Told, drafts: &[&Draft], names: &Names) -> Result<Told, Error> {
        let title = self.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
        told.title = title.map(str::to_owned).or(told.title);
        for (id, edit) in &self.documents {
            let index =
                names.find(id, "", drafts)?.map_err(|near| Error::UnknownEdit { id: id.clone(), near })?;
            if let Some(said) = told.said.get_mut(index) {
                *said = edit.metadata(id)?.or(std::mem::take(said));
            }
        }
        Ok(told)
    }
}

impl Edit {
    fn metadata(&self, id: &str) -> Result<Metadata, Error> {
        let mut metadata = Metadata { order: self.order, exclude: self.exclude, ..Metadata::default() };
        let texts =
            [("title", &self.title), ("source", &self.source), ("date", &self.date), ("url", &self.url)];
        for (member, text) in texts {
            let Some(text) = text else { continue };
            metadata.set(member, Value::Text(text.clone())).map_err(|flaw| Error::BadEdit {
                document: id.to_owned(),
                member,
                found: text.clone(),
                expected: match flaw {
                    Flaw::Date(_) => "YYYY, YYYY-MM, YYYY-MM-DD or a full timestamp",
                    Flaw::Kind { expected, .. } => expected,
                },
            })?;
        }
        Ok(metadata)
    }
}
