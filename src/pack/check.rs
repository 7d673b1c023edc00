//! The walk over a pack that is being opened: whatever a later read relies on is checked here, once.

use std::ops::Range;

use super::aliases::{self, Group};
use super::bytes::Cursor;
use super::documents::{Record, record_bytes};
use super::layout::{Section, expect};
use super::{DIMENSIONS, MOST_DOCUMENTS};
use crate::Error;
use crate::text::Fold;

/// A pack whose checksums hold.
pub(super) struct Check<'a> {
    pub bytes: &'a [u8],
    pub sections: &'a [Range<usize>; Section::ALL.len()],
}

impl<'a> Check<'a> {
    pub(super) fn section(&self, section: Section) -> &'a [u8] {
        let range = self.sections.get(section as usize).cloned().unwrap_or_default();
        self.bytes.get(range).unwrap_or_default()
    }

    /// Title, number of documents, number of origins.
    pub(super) fn meta(&self) -> Result<(String, u32, u32), Error> {
        let mut cursor = Cursor::new(self.section(Section::Meta));
        let meta = (cursor.str().to_owned(), cursor.varint(), cursor.varint());
        expect(cursor.is_done(), "meta", cursor.position(), "title and counts", cursor.rest().len())?;
        Ok(meta)
    }

    pub(super) fn fold(&self) -> Result<Fold, Error> {
        let section = self.section(Section::Fold);
        Fold::decode(section).ok_or_else(|| Error::damaged("fold", 0, "a folding table", section.len()))
    }

    pub(super) fn aliases(&self) -> Result<Vec<Group>, Error> {
        let section = self.section(Section::Aliases);
        aliases::decode(section)
            .ok_or_else(|| Error::damaged("aliases", 0, "names of one thing", section.len()))
    }

    pub(super) fn vectors(&self, documents: u32) -> Result<(), Error> {
        let length = self.section(Section::Vectors).len();
        let holds = length == 0 || length == documents as usize * DIMENSIONS / 2;
        expect(holds, "vectors", 0, "a vector for each document, or none", length)
    }

    fn record(&self, documents: u32, document: u32) -> Option<Record<'a>> {
        Record::decode(record_bytes(self.section(Section::Documents), documents, document))
    }

    /// Walks over all documents; `visit` gets each record that is sound, with the text section.
    pub(super) fn documents(
        &self,
        documents: u32,
        origins: u32,
        mut visit: impl FnMut(&Record<'_>, &str),
    ) -> Result<(), Error> {
        expect(documents <= MOST_DOCUMENTS, "meta", 0, "at most 16777216 documents", documents as usize)?;
        let text = std::str::from_utf8(self.section(Section::Text))
            .map_err(|error| Error::damaged("text", error.valid_up_to(), "UTF-8", 0))?;
        // Documents share no text, so that what is made of them is no larger than the pack.
        let mut end = 0;
        for document in 0..documents {
            let sound = self.record(documents, document).is_some_and(|record| {
                let start = record.blocks.first().map_or(end, |block| block.text.start);
                let sound = record.fits(text)
                    && start == end
                    && record.origin < origins
                    && record.copy_of.is_none_or(|original| original < documents && original != document);
                end = record.blocks.last().map_or(end, |block| block.text.end);
                if sound {
                    visit(&record, text);
                }
                sound
            });
            expect(sound, "documents", document as usize * 4, "a sound record", document as usize)?;
        }
        Ok(())
    }
}
