//! What one file comes to: articles, what its `briefing.toml` says, what is wrong with it.

use super::article::Draft;
#[cfg(feature = "formats")]
use super::briefing::{self, Finished};
use super::furniture::{self, Verdict};
use super::manifest::Manifest;
use super::{InputFile, edges, file, read_drafts};
#[cfg(feature = "formats")]
use super::{formats, magic, manifest};
use crate::Error;
use crate::hash::HashSet;

/// What one file came to, and what stands in it where it is an archive.
#[derive(Debug, Default)]
pub(super) struct Contents {
    pub(super) pages: Vec<Page>,
    pub(super) manifests: Vec<Result<Manifest, Error>>,
    pub(super) refused: Vec<Error>,
    pub(super) notices: Vec<String>,
}

/// An article, and what was found of it alone.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) draft: Draft,
    pub(super) verdict: Verdict,
    /// Lines that would be furniture if they stood on other pages, too.
    pub(super) edge_lines: HashSet<String>,
}

impl Page {
    fn of(draft: Draft) -> Self {
        let verdict = furniture::judge(&draft.text);
        let edge_lines = edges::edge_lines(&draft.text, &verdict);
        Self { draft, verdict, edge_lines }
    }
}

impl Contents {
    /// Whether it holds nothing that a briefing could be made of, and nothing is wrong with it.
    pub(super) fn is_aside(&self) -> bool {
        self.pages.is_empty() && self.manifests.is_empty() && self.refused.is_empty()
    }

    pub(super) fn of(file: InputFile, named: bool) -> Self {
        let mut contents = Self::default();
        #[cfg(feature = "formats")]
        let files = formats::unpacked(file, named);
        #[cfg(not(feature = "formats"))]
        let files = Ok::<_, Error>((vec![file], named));
        match files {
            Ok((files, named)) => {
                let paths: HashSet<String> = files.iter().map(|file| file.path.clone()).collect();
                let is_file = |path: &str| paths.contains(path);
                for file in files.into_iter().filter(|file| !file::is_of_saved_page(&file.path, is_file)) {
                    contents.read(file, named);
                }
            }
            Err(error) => contents.refused.push(error),
        }
        contents
    }

    fn read(&mut self, InputFile { path, bytes }: InputFile, named: bool) {
        #[cfg(feature = "formats")]
        if file::base_name(&path) == file::MANIFEST {
            let text = file::text(&path, bytes, &mut self.notices);
            let manifest = text.and_then(|text| manifest::read(&path, &text, &mut self.notices));
            self.manifests.push(manifest);
            return;
        }
        if file::is_aside(&path) {
            return;
        }
        let Some(name) = file::name(&path) else {
            let reason = if file::is_archive(&path) {
                "an archive in an archive is not opened; unpack it first"
            } else {
                "its ending tells of no kind of article"
            };
            self.notices.push(format!("{path}: passed over: {reason}"));
            return;
        };
        match self.drafts(&path, name, bytes, named) {
            Ok(drafts) => self.pages.extend(drafts.into_iter().map(Page::of)),
            Err(error) => self.refused.push(error),
        }
    }

    /// The articles of a file.
    fn drafts(
        &mut self,
        path: &str,
        name: file::Name<'_>,
        bytes: Vec<u8>,
        named: bool,
    ) -> Result<Vec<Draft>, Error> {
        let bytes = file::bytes(path, bytes, name.gzip)?;
        #[cfg(feature = "formats")]
        let (name, bytes) = magic::checked(path, name, bytes, &mut self.notices)?;
        // What may be of another kind than its ending tells is left to the studio that reads all kinds.
        #[cfg(all(feature = "studio", not(feature = "formats")))]
        if !file::begins_as_text(&bytes) {
            return Err(Error::UnknownFormat { path: path.to_owned() });
        }
        #[cfg(feature = "formats")]
        if let Some(finished) = Finished::of(name.format, &bytes) {
            return self.drafts_of(path, finished, bytes, named);
        }
        #[cfg(not(feature = "formats"))]
        let _ = named;
        let drafts = read_drafts(path, name, bytes, self)?;
        // So is what it would not build of, see `needs_languages`; this is found sooner, where the language is sure.
        #[cfg(all(feature = "studio", not(feature = "languages")))]
        if drafts.iter().any(Draft::is_foreign) {
            return Err(Error::UnknownFormat { path: path.to_owned() });
        }
        Ok(drafts)
    }

    /// The articles of a finished briefing.
    #[cfg(feature = "formats")]
    fn drafts_of(
        &mut self,
        path: &str,
        finished: Finished,
        bytes: Vec<u8>,
        named: bool,
    ) -> Result<Vec<Draft>, Error> {
        let reason = if !named {
            "it is a finished briefing; name it itself to read its articles"
        } else if let Some((drafts, manifest)) = briefing::read(path, finished, bytes)? {
            self.manifests.push(Ok(manifest));
            return Ok(drafts);
        } else {
            "it is a page that shows a briefing and does not hold it; give the briefing beside it, or the whole folder"
        };
        self.notices.push(format!("{path}: passed over: {reason}"));
        Ok(Vec::new())
    }
}
