//! The cards section: the cards, and what search and the overview ask of them, as trees of values.
//!
//! ```text
//! cards  := count:u32 offset:u32[count+1] shapes value*              (offsets from the end of the offset table)
//! shapes := count:varint (members:varint name:string*)*
//! value  := 0                                                              null
//!         | 1 number:varint
//!         | 2 text:string
//!         | 3 document:varint block:varint start:varint length:varint      a span
//!         | 4 items:varint value*                                          a list
//!         | 5 + shape, as varint, then a value for each member             an object
//! ```
//!
//! After the [`SHAPES`] the values stand in this order: from [`CARDS`] on, the who, timeline, quotes, differences and glossary
//! cards ([`crate::api::CardKind`]); [`BRIEFS`], [`ENTITIES`], [`WARNINGS`]; from [`ARTICLES`] on, for each document what its
//! article card adds to its record; the key points. A span's `start` and `length` are in bytes of its block.

use std::ops::Range;

use super::bytes::Cursor;
use super::documents::record_bytes;

/// Kinds of values; from [`OBJECT`] on, each number is an object of a shape.
pub(crate) const NONE: u32 = 0;
pub(crate) const NUMBER: u32 = 1;
pub(crate) const TEXT: u32 = 2;
pub(crate) const SPAN: u32 = 3;
pub(crate) const LIST: u32 = 4;
pub(crate) const OBJECT: u32 = 5;

/// The names of the members of each kind of object.
pub(crate) const SHAPES: u32 = 0;
/// The first card.
pub(crate) const CARDS: u32 = 1;
/// The best overviews of several lengths, the shortest first: `[{words, points: [number of the key point]}]`.
pub(crate) const BRIEFS: u32 = 6;
/// The names of the who card and the documents that have each, by number: `[{name, documents: [number]}]`.
pub(crate) const ENTITIES: u32 = 7;
/// The sentences that take part in a difference: `[{difference, document, block, sentence}]`, numbers but for the first.
pub(crate) const WARNINGS: u32 = 8;
/// The first article.
pub(crate) const ARTICLES: u32 = 9;

/// The bytes of one entry of the section; empty where it does not hold it.
pub(crate) fn entry(section: &[u8], at: u32) -> &[u8] {
    let mut cursor = Cursor::new(section);
    let count = cursor.u32();
    record_bytes(cursor.rest(), count, at)
}

/// Reads the shapes.
pub(crate) fn shapes(bytes: &[u8]) -> Vec<Vec<&str>> {
    let mut cursor = Cursor::new(bytes);
    (0..cursor.count()).map(|_| (0..cursor.count()).map(|_| cursor.str()).collect()).collect()
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
pub(crate) fn encode(shapes: &[Vec<String>], values: &[Vec<u8>]) -> Vec<u8> {
    use super::bytes::{put_str, put_varint, size};
    let mut first = Vec::new();
    put_varint(&mut first, size(shapes.len()));
    for members in shapes {
        put_varint(&mut first, size(members.len()));
        members.iter().for_each(|name| put_str(&mut first, name));
    }
    let entries = || std::iter::once(&first).chain(values);
    let mut out = size(values.len() + 1).to_le_bytes().to_vec();
    let mut end = 0;
    out.extend(0u32.to_le_bytes());
    for entry in entries() {
        end += entry.len();
        out.extend(size(end).to_le_bytes());
    }
    entries().for_each(|entry| out.extend_from_slice(entry));
    out
}
