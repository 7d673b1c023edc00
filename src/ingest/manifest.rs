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

use super::article::{Draft, Origin};
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
    /// What somebody should know: an article that is left out, and was not there.
    pub(super) notices: Vec<String>,
}

/// Brings together what several `briefing.toml` say: the deeper one wins over the higher; the title is the first that any
/// of them names.
///
/// A briefing that was made without an article has none to be left out. So where there is one, an article that is not there may
/// be; otherwise its name is taken for misspelt, as are all that something else is said of.
///
/// # Errors
/// [`Error::UnmatchedDocument`], or [`Error::DuplicateId`] where a name means several articles of the folder.
pub(super) fn apply(mut manifests: Vec<&Manifest>, drafts: &[&Draft], names: &Names) -> Result<Told, Error> {
    manifests.arrange_by_key(|manifest| {
        (file::folder(&manifest.path).matches(['/', '\\']).count(), &manifest.path)
    });
    let mut told = Told { said: vec![Metadata::default(); drafts.len()], ..Told::default() };
    let has_briefing = drafts.iter().any(|draft| draft.origin != Origin::File);
    for Manifest { path, title, documents } in manifests {
        for (id, line, metadata) in documents {
            let found = names.find(id, file::folder(path), drafts)?;
            match found {
                Ok(index) => {
                    if let Some(said) = told.said.get_mut(index) {
                        *said = metadata.clone().or(std::mem::take(said));
                    }
                }
                Err(_) if has_briefing && metadata.exclude == Some(true) => {
                    let what = "is left out, and there was none of that name";
                    told.notices.push(format!("{path}:{line}: the article {id:?} {what}"));
                }
                Err(near) => {
                    return Err(Error::UnmatchedDocument {
                        path: path.clone(),
                        line: *line,
                        id: id.clone(),
                        near,
                    });
                }
            }
        }
        told.title = told.title.or_else(|| title.clone());
    }
    Ok(told)
}
