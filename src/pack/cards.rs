//! The cards section: the cards, and what search and the overview ask of them, as trees of values.
//!
//! ```text
//! cards  := shapes:varint shape* values:varint length:varint* value*
//! shape  := members:varint name:varint*                                     (numbers of `NAMES` in src/api/value.rs)
//! value  := 0                                                              null
//!         | 1 number:varint
//!         | 2 text:string
//!         | 3 document:varint block:varint start:varint length:varint      a span
//!         | 4 items:varint value*                                          a list
//!         | 5 + shape, as varint, then a value for each member             an object
//! ```
//!
//! The values stand in this order, each `length` bytes long: the who, timeline, quotes, differences and glossary cards
//! ([`crate::api::CardKind`]); [`BRIEFS`], [`ENTITIES`], [`WARNINGS`]; from [`ARTICLES`] on, for each document what its
//! article card adds to its record; the key points. A span's `start` and `length` are in bytes of its block.

use std::ops::Range;

use super::bytes::Cursor;
use crate::api::NAMES;

/// Kinds of values; from [`OBJECT`] on, each number is an object of a shape.
pub(crate) const NONE: u32 = 0;
pub(crate) const NUMBER: u32 = 1;
pub(crate) const TEXT: u32 = 2;
pub(crate) const SPAN: u32 = 3;
pub(crate) const LIST: u32 = 4;
pub(crate) const OBJECT: u32 = 5;

/// The best overviews of several lengths, the shortest first: `[{words, points: [number of the key point]}]`.
pub(crate) const BRIEFS: usize = 5;
/// The names of the who card and the documents that have each, by number: `[{name, documents: [number]}]`.
pub(crate) const ENTITIES: usize = 6;
/// The sentences that take part in a difference: `[{difference, document, block, sentence}]`, numbers but for the first.
pub(crate) const WARNINGS: usize = 7;
/// The first article.
pub(crate) const ARTICLES: usize = 8;

/// What is known of the values without reading them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cards {
    /// The names of the members of each shape.
    pub shapes: Vec<Vec<&'static str>>,
    /// Where the values begin, then where each ends, in bytes of the section.
    ends: Vec<usize>,
}

impl Cards {
    /// Reads the head of the section of so many documents; nothing where it is unsound.
    pub(crate) fn decode(section: &[u8], documents: u32) -> Option<Self> {
        let mut cursor = Cursor::new(section);
        let mut cards = Self::default();
        for _ in 0..cursor.count() {
            let names = (0..cursor.count()).map(|_| NAMES.get(cursor.size()).copied());
            cards.shapes.push(names.collect::<Option<_>>()?);
        }
        cards.ends.push(0);
        let mut end = 0usize;
        for _ in 0..cursor.count() {
            end = end.saturating_add(cursor.size());
            cards.ends.push(end);
        }
        let begin = cursor.position();
        for end in &mut cards.ends {
            *end = end.saturating_add(begin);
        }
        let holds =
            cards.ends.len() > ARTICLES + documents as usize && cards.ends.last() == Some(&section.len());
        (cursor.is_sound() && holds).then_some(cards)
    }

    /// Where a value stands in the section; empty where there are fewer.
    pub(crate) fn value(&self, at: usize) -> Range<usize> {
        let end = |at: usize| self.ends.get(at).copied().unwrap_or_default();
        end(at)..end(at + 1)
    }
}

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

    #[cfg(feature = "build")]
    pub(crate) fn put(&self, out: &mut Vec<u8>) {
        let [start, length] = [self.bytes.start, self.bytes.len()].map(super::bytes::size);
        for part in [self.document, self.block, start, length] {
            super::bytes::put_varint(out, part);
        }
    }
}

/// The bytes of a section of values in these shapes.
#[cfg(feature = "build")]
pub(crate) fn encode(shapes: &[Vec<u32>], values: &[Vec<u8>]) -> Vec<u8> {
    use super::bytes::{put_varint, size};
    let mut out = Vec::new();
    put_varint(&mut out, size(shapes.len()));
    for members in shapes {
        put_varint(&mut out, size(members.len()));
        members.iter().for_each(|&name| put_varint(&mut out, name));
    }
    put_varint(&mut out, size(values.len()));
    values.iter().for_each(|value| put_varint(&mut out, size(value.len())));
    values.iter().for_each(|value| out.extend_from_slice(value));
    out
}
