//! The walk over a pack that is being opened: whatever a later read relies on is checked here, once.

use std::ops::Range;

use super::bytes::Cursor;
use super::cards::{self, Cards, Position};
use super::classes::Classes;
use super::documents::{Record, record_bytes};
use super::layout::{Section, expect};
use super::postings::{FIELDS, Postings};
use super::terms::Dictionary;
use crate::Error;
use crate::text::Fold;

/// A pack whose checksums hold.
pub(super) struct Check<'a> {
    pub bytes: &'a [u8],
    pub sections: &'a [Range<usize>; Section::ALL.len()],
}

impl<'a> Check<'a> {
    fn section(&self, section: Section) -> &'a [u8] {
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

    pub(super) fn lengths(&self, documents: u32) -> Result<Vec<[u32; FIELDS]>, Error> {
        let mut cursor = Cursor::new(self.section(Section::Lengths));
        let mut lengths = Vec::new();
        while !cursor.is_at_end() {
            lengths.push([cursor.varint(), cursor.varint(), cursor.varint()]);
        }
        let holds = cursor.is_sound() && lengths.len() == documents as usize;
        expect(holds, "lengths", cursor.position(), "three lengths a document", lengths.len())?;
        Ok(lengths)
    }

    fn record(&self, documents: u32, document: u32) -> Option<Record<'a>> {
        Record::decode(record_bytes(self.section(Section::Documents), documents, document))
    }

    pub(super) fn documents(&self, documents: u32, origins: u32) -> Result<(), Error> {
        let text = std::str::from_utf8(self.section(Section::Text))
            .map_err(|error| Error::damaged("text", error.valid_up_to(), "UTF-8", 0))?;
        for document in 0..documents {
            let sound = self.record(documents, document).is_some_and(|record| {
                record.fits(text)
                    && record.origin < origins
                    && record.copy_of.is_none_or(|original| original < documents && original != document)
            });
            expect(sound, "documents", document as usize * 4, "a sound record", document as usize)?;
        }
        Ok(())
    }

    pub(super) fn terms(&self, documents: u32) -> Result<Classes, Error> {
        let postings = self.section(Section::Postings);
        let dictionary = Dictionary::new(self.section(Section::Terms));
        let mut class_of = Vec::new();
        let mut entries = dictionary.iter();
        let mut before = Vec::new();
        let mut lists_end = 0;
        while entries.agrees_with_head(&dictionary)
            && let Some(term) = entries.advance()
        {
            let rising = entries.spelling().as_bytes() > before.as_slice();
            before.clear();
            before.extend_from_slice(entries.spelling().as_bytes());
            let mut list = Postings::new(postings.get(term.postings.clone()).unwrap_or_default());
            let known = list.by_ref().take_while(|posting| posting.document < documents).count();
            let whole = list.is_done() && known > 0 && known == term.documents as usize;
            expect(rising && whole, "terms", term.postings.start, "terms and lists in order", known)?;
            lists_end = term.postings.end;
            class_of.push(term.class);
        }
        let all = class_of.len() == dictionary.len() as usize;
        expect(all && lists_end == postings.len(), "terms", lists_end, "as many as told", class_of.len())?;
        Ok(Classes::new(&class_of))
    }

    pub(super) fn cards(&self, documents: u32) -> Result<Cards, Error> {
        let section = self.section(Section::Cards);
        let cards =
            cards::decode(section).ok_or_else(|| Error::damaged("cards", 0, "key points", section.len()))?;
        let stands = |&(document, block, sentence): &Position| {
            self.record(documents, document).is_some_and(|record| record.has_sentence(block, sentence))
        };
        for (at, point) in cards.points.iter().enumerate() {
            let all = stands(&point.sentence) && point.support.iter().all(stands);
            expect(all, "cards", 0, "sentences that stand in a document, in key point", at)?;
        }
        Ok(cards)
    }
}
