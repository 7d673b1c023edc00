//! What a pack keeps beside its documents, so that they can be read back into the drafts that they were made of.
//!
//! A pack holds the units that are kept. Which are depends on all pages together; so where others come or go, the rules need
//! the units that were dropped as well, and how all were marked up. Of a document whose units are all kept and marked up as
//! the kinds of its blocks tell, nothing is written; of a briefing of such documents, no byte.
//!
//! ```text
//! remains := deflate(length:varint number-part text-part)          (RFC 1951; length of the number part)
//! number-part := document*                                         (one for each document of the pack)
//! document := flags:u8 [order:varint] [units:varint unit*]         (flag bits 0 and 1; order in zigzag; bit 2: its language
//!                                                                   was given, though the text tells the same)
//! unit     := tag:u8 [detail:varint] [gap:varint [length:varint]]
//! ```
//!
//! A tag's bits 0 and 1: 0 kept, the next block of the document; 1 dropped, its text is the document's title; 2 dropped, its
//! text is the next `length` bytes of the text part. Bit 2: it follows the unit before without a blank line. Bits 3 and up, how it
//! is marked up: 0 not, 1 item, 2 row (`detail`: cells), 3 caption, 4 heading (`detail`: level). A dropped unit's `gap` is in
//! UTF-16 code units of the source text, from the end of the unit before.

#[cfg(feature = "formats")]
pub(super) mod back;

use std::io::Write as _;

use flate2::Compression;
use flate2::write::DeflateEncoder;

use super::article::{Article, Draft};
use super::unit::Mark;
use crate::document::{Block, BlockKind};
use crate::pack::bytes::{put_varint, size};
use crate::text::utf16_len;

const KEPT: u8 = 0;
const TITLE: u8 = 1;
const DROPPED: u8 = 2;
const JOINED: u8 = 1 << 2;
const MARK: u32 = 3;

const HAS_ORDER: u8 = 1;
const HAS_UNITS: u8 = 1 << 1;
const GIVEN_AS_FOUND: u8 = 1 << 2;

/// Collects remains, document by document.
#[derive(Debug, Default)]
pub(super) struct Remains {
    numbers: Vec<u8>,
    texts: String,
}

impl Remains {
    /// Adds what remains of the next document, whose blocks are the units that are kept, in order.
    pub(super) fn add(&mut self, article: &Article, order: Option<i32>, draft: &Draft) {
        let Article { document, verdict, .. } = article;
        let text = &draft.text;
        let as_told = text.units.len() == document.blocks.len()
            && text
                .units
                .iter()
                .zip(&document.blocks)
                .all(|(unit, block)| (unit.mark, unit.apart) == (told(block), true));
        let flag = |holds: bool, flag: u8| if holds { flag } else { 0 };
        let flags = flag(order.is_some(), HAS_ORDER)
            | flag(!as_told, HAS_UNITS)
            | flag(article.given_as_found, GIVEN_AS_FOUND);
        self.numbers.push(flags);
        if let Some(order) = order {
            put_varint(&mut self.numbers, ((order << 1) ^ (order >> 31)) as u32);
        }
        if as_told {
            return;
        }
        put_varint(&mut self.numbers, size(text.units.len()));
        let mut end = 0;
        for (index, (unit, &start)) in text.units.iter().zip(draft.starts().iter()).enumerate() {
            let (mark, detail) = coded(unit.mark);
            let words = text.of(unit);
            let what = if verdict.keeps(index) {
                KEPT
            } else if words == document.title {
                TITLE
            } else {
                DROPPED
            };
            self.numbers.push(what | if unit.apart { 0 } else { JOINED } | mark << MARK);
            detail.into_iter().for_each(|detail| put_varint(&mut self.numbers, detail));
            if what != KEPT {
                put_varint(&mut self.numbers, start - end);
            }
            if what == DROPPED {
                put_varint(&mut self.numbers, size(words.len()));
                self.texts.push_str(words);
            }
            end = start + utf16_len(words);
        }
    }

    /// All as bytes; none where nothing remains.
    pub(super) fn finish(self) -> Vec<u8> {
        if self.numbers.iter().all(|&byte| byte == 0) {
            return Vec::new();
        }
        let mut bytes = Vec::new();
        put_varint(&mut bytes, size(self.numbers.len()));
        bytes.extend(self.numbers);
        bytes.extend(self.texts.into_bytes());
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        // Writing to memory cannot fail.
        let _ = encoder.write_all(&bytes);
        encoder.finish().unwrap_or_default()
    }
}

fn told(block: &Block) -> Mark {
    mark_of(block.kind)
}

/// How a unit is marked up, as far as the kind of its block tells.
fn mark_of(kind: BlockKind) -> Mark {
    match kind {
        BlockKind::Item => Mark::Item,
        BlockKind::Heading => Mark::Heading(2),
        BlockKind::Paragraph | BlockKind::Lead | BlockKind::Caption | BlockKind::Credit => Mark::None,
    }
}

/// A mark as a number, and what more there is to say.
fn coded(mark: Mark) -> (u8, Option<u32>) {
    match mark {
        Mark::None => (0, None),
        Mark::Item => (1, None),
        Mark::Row(cells) => (2, Some(size(cells))),
        #[cfg(feature = "formats")]
        Mark::Caption => (3, None),
        Mark::Heading(level) => (4, Some(u32::from(level))),
    }
}
