//! The cards section: the cards as trees of values, and what search and the overview ask of them.
//!
//! ```text
//! cards    := shapes briefs entities warnings lengths value*
//! shapes   := count:varint (members:varint name:string*)*
//! briefs   := count:varint (words:varint points:varint number:varint*)*
//! entities := count:varint (name:string documents:varint gap:varint*)*
//! warnings := count:varint (difference:string document:varint block:varint sentence:varint)*
//! lengths  := count:varint length:varint*
//! value    := 0                                                              null
//!           | 1 number:varint
//!           | 2 text:string
//!           | 3 document:varint block:varint start:varint length:varint      a span
//!           | 4 items:varint value*                                          a list
//!           | 5 + shape, as varint, then a value for each member             an object
//! ```
//!
//! Values stand in this order, each `length` bytes long: who, timeline, quotes, differences, glossary ([`CardKind`]); for each document
//! what its article card adds to its record; the key points. A brief is the best overview of so many words, by the
//! numbers of its key points; briefs stand from the shortest on. A gap counts from the document before, the first from
//! -1. `start` and `length` are in bytes of the block. Warnings stand in the order of their documents.

use std::ops::Range;

use super::bytes::Cursor;
use crate::api::CardKind;

/// Kinds of values; from [`OBJECT`] on, each number is an object of a shape.
pub(crate) const NONE: u32 = 0;
pub(crate) const NUMBER: u32 = 1;
pub(crate) const TEXT: u32 = 2;
pub(crate) const SPAN: u32 = 3;
pub(crate) const LIST: u32 = 4;
pub(crate) const OBJECT: u32 = 5;

/// A stretch of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub document: u32,
    pub block: u32,
    pub bytes: Range<usize>,
}

impl Place {
    pub(crate) fn read(cursor: &mut Cursor<'_>) -> Self {
        let (document, block, start) = (cursor.varint(), cursor.varint(), cursor.size());
        Self { document, block, bytes: start..start.saturating_add(cursor.size()) }
    }
}

/// The overview of a length.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Brief {
    pub words: u32,
    pub points: Vec<u32>,
}

/// A name of the who card and the documents that have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub name: String,
    pub documents: Vec<u32>,
}

/// A sentence that takes part in a difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Warning {
    /// Identifier of the difference.
    pub difference: String,
    pub document: u32,
    pub block: u32,
    pub sentence: u32,
}

/// What is known of the cards without reading their values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cards {
    pub shapes: Vec<Vec<String>>,
    pub briefs: Vec<Brief>,
    pub entities: Vec<Named>,
    pub warnings: Vec<Warning>,
    /// Where the values begin, then where each ends, in bytes of the section.
    ends: Vec<usize>,
}

impl Cards {
    /// What stands before the values.
    #[cfg(feature = "build")]
    pub(crate) fn new(
        shapes: Vec<Vec<String>>,
        briefs: Vec<Brief>,
        entities: Vec<Named>,
        warnings: Vec<Warning>,
    ) -> Self {
        Self { shapes, briefs, entities, warnings, ends: Vec::new() }
    }

    /// Reads the head of the section of so many documents; nothing where it is unsound.
    pub(crate) fn decode(section: &[u8], documents: u32) -> Option<Self> {
        let mut cursor = Cursor::new(section);
        let mut cards = Self::default();
        for _ in 0..cursor.count() {
            cards.shapes.push((0..cursor.count()).map(|_| cursor.str().to_owned()).collect());
        }
        for _ in 0..cursor.count() {
            let words = cursor.varint();
            cards
                .briefs
                .push(Brief { words, points: (0..cursor.count()).map(|_| cursor.varint()).collect() });
        }
        for _ in 0..cursor.count() {
            let name = cursor.str().to_owned();
            let mut next = 0u32;
            let documents = (0..cursor.count()).map(|_| {
                let document = next.saturating_add(cursor.varint());
                next = document.saturating_add(1);
                document
            });
            cards.entities.push(Named { documents: documents.collect(), name });
        }
        for _ in 0..cursor.count() {
            let difference = cursor.str().to_owned();
            let (document, block, sentence) = (cursor.varint(), cursor.varint(), cursor.varint());
            cards.warnings.push(Warning { difference, document, block, sentence });
        }
        let lengths: Vec<usize> = (0..cursor.count()).map(|_| cursor.size()).collect();
        let mut end = cursor.position();
        cards.ends.push(end);
        for length in lengths {
            end = end.saturating_add(length);
            cards.ends.push(end);
        }
        let cards_before_points = CardKind::ALL.len() + documents as usize;
        let points = cards.ends.len().checked_sub(cards_before_points + 1)?;
        let known =
            cards.briefs.iter().flat_map(|brief| &brief.points).all(|&number| (number as usize) < points);
        (cursor.is_sound() && end == section.len() && known).then_some(cards)
    }

    /// Where a value stands in the section; empty where there are fewer.
    pub(crate) fn value(&self, at: usize) -> Range<usize> {
        let end = |at: usize| self.ends.get(at).copied().unwrap_or_default();
        end(at)..end(at + 1)
    }
}

#[cfg(feature = "build")]
impl Place {
    pub(crate) fn put(&self, out: &mut Vec<u8>) {
        let [start, length] = [self.bytes.start, self.bytes.len()].map(super::bytes::size);
        [self.document, self.block, start, length]
            .into_iter()
            .for_each(|part| super::bytes::put_varint(out, part));
    }
}

/// The bytes of a section: the head, then the values.
#[cfg(feature = "build")]
pub(crate) fn encode(head: &Cards, values: &[Vec<u8>]) -> Vec<u8> {
    use super::bytes::{put_str, put_varint, size};
    let mut out = Vec::new();
    put_varint(&mut out, size(head.shapes.len()));
    for members in &head.shapes {
        put_varint(&mut out, size(members.len()));
        members.iter().for_each(|name| put_str(&mut out, name));
    }
    put_varint(&mut out, size(head.briefs.len()));
    for Brief { words, points } in &head.briefs {
        put_varint(&mut out, *words);
        put_varint(&mut out, size(points.len()));
        points.iter().for_each(|&number| put_varint(&mut out, number));
    }
    put_varint(&mut out, size(head.entities.len()));
    for Named { name, documents } in &head.entities {
        put_str(&mut out, name);
        put_varint(&mut out, size(documents.len()));
        let mut next = 0;
        for &document in documents {
            put_varint(&mut out, document - next);
            next = document + 1;
        }
    }
    put_varint(&mut out, size(head.warnings.len()));
    for Warning { difference, document, block, sentence } in &head.warnings {
        put_str(&mut out, difference);
        [document, block, sentence].into_iter().for_each(|&part| put_varint(&mut out, part));
    }
    put_varint(&mut out, size(values.len()));
    values.iter().for_each(|value| put_varint(&mut out, size(value.len())));
    values.iter().for_each(|value| out.extend_from_slice(value));
    out
}
