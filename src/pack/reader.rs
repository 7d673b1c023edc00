//! Opens packs and reads them in place.
//!
//! [`Pack::open`] walks over everything but the cards once and refuses what does not make sense, so that no later read of
//! it can fail: the accessors below answer plainly, and where an impossible read would fail they give an empty value. A
//! card is checked by whoever reads it (`src/cards/tree.rs`).

use std::ops::Range;

use super::aliases::Group;
use super::bytes::Cursor;
use super::cards;
use super::check::Check;
use super::documents::{Record, record_bytes};
use super::layout::{Layout, Section};
use crate::Error;
use crate::text::Fold;

/// An opened pack over any bytes: a slice, a vector, a mapped file. Text and records stay in place; the little that is
/// decoded at opening (folding table, key points) is held beside them.
#[derive(Debug)]
pub struct Pack<D> {
    data: D,
    layout: Layout,
    sections: [Range<usize>; Section::ALL.len()],
    title: String,
    documents: u32,
    origins: u32,
    fold: Fold,
}

impl<D: AsRef<[u8]>> Pack<D> {
    /// Opens a pack.
    ///
    /// # Errors
    /// The bytes are no pack, cut short, of another version, or damaged: the error says where.
    pub fn open(data: D) -> Result<Self, Error> {
        Ok(Self::open_with(data, |_| (), |(), _, _, _| ())?.0)
    }

    /// Opens a pack and makes something of its documents in the same walk: `make` gets the stems section,
    /// `visit` the folding table, each document's record in order, and the whole text that its ranges mean. Gives the names of the aliases section too,
    /// which the pack does not keep.
    pub(crate) fn open_with<T>(
        data: D,
        make: impl FnOnce(&[u8]) -> T,
        mut visit: impl FnMut(&mut T, &Fold, &Record<'_>, &str),
    ) -> Result<(Self, T, Vec<Group>), Error> {
        let bytes = data.as_ref();
        let layout = Layout::read(bytes)?;
        let sections = Section::ALL.map(|section| layout.section(section));
        let check = Check { bytes, sections: &sections };
        let (title, documents, origins) = check.meta()?;
        let fold = check.fold()?;
        let aliases = check.aliases()?;
        check.vectors(documents)?;
        let mut made = make(check.section(Section::Stems));
        check.documents(documents, origins, |record, text| visit(&mut made, &fold, record, text))?;
        Ok((Self { layout, sections, title, documents, origins, fold, data }, made, aliases))
    }

    fn section(&self, section: Section) -> &[u8] {
        let range = self.sections.get(section as usize).cloned().unwrap_or_default();
        self.data.as_ref().get(range).unwrap_or_default()
    }

    /// Where everything lies.
    #[must_use]
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// Title of the briefing.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Number of documents.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.documents
    }

    /// Whether the pack has no document.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.documents == 0
    }

    /// Number of independent texts.
    #[must_use]
    pub fn origins(&self) -> u32 {
        self.origins
    }

    pub(crate) fn fold(&self) -> &Fold {
        &self.fold
    }

    /// The bytes of an entry of the cards, see [`super::cards`]; none where there are fewer.
    pub(crate) fn card(&self, at: u32) -> &[u8] {
        cards::entry(self.section(Section::Cards), at)
    }

    /// Identifier of a document, with which its record begins.
    pub(crate) fn id(&self, document: u32) -> &str {
        Cursor::new(record_bytes(self.section(Section::Documents), self.documents, document)).str()
    }

    pub(crate) fn record(&self, document: u32) -> Option<Record<'_>> {
        Record::decode(record_bytes(self.section(Section::Documents), self.documents, document))
    }

    /// What the build keeps behind the records, to read the articles back; see `src/ingest/remains.rs`.
    #[cfg(feature = "formats")]
    pub(crate) fn remains(&self) -> &[u8] {
        let section = self.section(Section::Documents);
        let table = (self.documents as usize + 1) * 4;
        let end = Cursor::new(section.get(table - 4..).unwrap_or_default()).u32() as usize;
        section.get(table.saturating_add(end)..).unwrap_or_default()
    }

    /// A piece of the text section.
    pub(crate) fn text(&self, range: Range<usize>) -> &str {
        let bytes = self.section(Section::Text).get(range).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }

    /// The stems section, which only the index can read.
    pub(crate) fn stems(&self) -> &[u8] {
        self.section(Section::Stems)
    }

    /// Latent vectors of all documents, or nothing.
    pub(crate) fn vectors(&self) -> &[u8] {
        self.section(Section::Vectors)
    }
}
