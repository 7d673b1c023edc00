//! `briefing.toml`: the title of the briefing, and what the articles of its folder do not say about themselves.
//!
//! ```toml
//! title = "Security talks"
//! [documents.ID]
//! title = "…"
//! date = 2024-01-26
//! ```

#[cfg(feature = "formats")]
mod toml;

use super::article::Draft;
use super::file;
use super::metadata::Metadata;
use super::names::Names;
use crate::Error;
use crate::order::Arrange as _;

#[cfg(feature = "formats")]
pub(super) use toml::{metadata, read, write};

/// What one `briefing.toml` says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// Where it stands.
    pub(super) path: String,
    /// Title of the briefing.
    pub(super) title: Option<String>,
    /// Identifier, line and metadata of each document named.
    pub(super) documents: Vec<(String, usize, Metadata)>,
}

/// What others than the articles say.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// Title of the briefing.
    pub(super) title: Option<String>,
    /// What is said about each article.
    pub(super) said: Vec<Metadata>,
}

/// Brings together what several `briefing.toml` say: the deeper one wins over the higher; the title is the first that any
/// of them names.
///
/// # Errors
/// [`Error::UnmatchedDocument`], or [`Error::DuplicateId`] where a name means several articles of the folder.
pub(super) fn apply(mut manifests: Vec<&Manifest>, drafts: &[&Draft], names: &Names) -> Result<Told, Error> {
    manifests.arrange_by_key(|manifest| {
        (file::folder(&manifest.path).matches(['/', '\\']).count(), &manifest.path)
    });
    let mut told = Told { title: None, said: vec![Metadata::default(); drafts.len()] };
    for Manifest { path, title, documents } in manifests {
        for (id, line, metadata) in documents {
            let found = names.find(id, file::folder(path), drafts)?;
            let index = found.map_err(|near| Error::UnmatchedDocument {
                path: path.clone(),
                line: *line,
                id: id.clone(),
                near,
            })?;
            if let Some(said) = told.said.get_mut(index) {
                *said = metadata.clone().or(std::mem::take(said));
            }
        }
        told.title = told.title.or_else(|| title.clone());
    }
    Ok(told)
}
