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

use std::io::{Read as _, Write as _};
use std::ops::Range;

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

use super::article::{Article, Draft};
use super::unit::{Mark, Text, Unit};
use crate::document::{Block, BlockKind};
use crate::pack::bytes::{Cursor, put_varint, size};
use crate::text::utf16_len;

const KEPT: u8 = 0;
const TITLE: u8 = 1;
const DROPPED: u8 = 2;
const JOINED: u8 = 1 << 2;
const MARK: u32 = 3;

const HAS_ORDER: u8 = 1;
const HAS_UNITS: u8 = 1 << 1;
const GIVEN_AS_FOUND: u8 = 1 << 2;

/// Remains may unpack to so many bytes for each of their own, and to [`LEAST`] in any case; deflate reaches 1032. As many
/// bytes of titles may stand in them again.
const MOST_FOR_EACH: usize = 200;
const LEAST: usize = 1 << 24;

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

/// A document as it was before it was judged.
#[derive(Debug, Default)]
pub(super) struct Restored {
    pub(super) order: Option<i32>,
    /// Whether its language was given, though the text tells the same.
    pub(super) given_as_found: bool,
    /// Its units; the source text is theirs alone, with nothing between them.
    pub(super) text: Text,
    /// Where each unit begins in the source text that it was cut out of, in UTF-16 code units.
    pub(super) starts: Vec<u32>,
}

/// Remains, unpacked.
pub(super) struct Unpacked {
    bytes: Vec<u8>,
    most: usize,
}

impl Unpacked {
    /// Unpacks remains. `None`: they are damaged.
    pub(super) fn of(remains: &[u8]) -> Option<Self> {
        let most = LEAST.max(remains.len().saturating_mul(MOST_FOR_EACH));
        let mut bytes = Vec::new();
        if !remains.is_empty() {
            DeflateDecoder::new(remains).take(most as u64 + 1).read_to_end(&mut bytes).ok()?;
        }
        (bytes.len() <= most).then_some(Self { bytes, most })
    }

    /// Their parts, to be read document by document. `None`: they are damaged.
    pub(super) fn reader(&self) -> Option<Reader<'_>> {
        let mut numbers = Cursor::new(&self.bytes);
        if self.bytes.is_empty() {
            return Some(Reader { numbers, texts: "", at: 0, titles: 0, is_empty: true });
        }
        let length = numbers.size();
        let part = numbers.take(length);
        let texts = std::str::from_utf8(numbers.rest()).ok()?;
        numbers.is_sound().then_some(Reader {
            numbers: Cursor::new(part),
            texts,
            at: 0,
            titles: self.most,
            is_empty: false,
        })
    }
}

/// Reads remains.
pub(super) struct Reader<'r> {
    numbers: Cursor<'r>,
    texts: &'r str,
    at: usize,
    /// Bytes of titles that may still stand in them.
    titles: usize,
    is_empty: bool,
}

impl Reader<'_> {
    /// The next document, of which the pack has this title and these blocks. `None`: the remains are damaged.
    pub(super) fn next(&mut self, title: &str, blocks: &[BlockText<'_>]) -> Option<Restored> {
        let flags = if self.is_empty { 0 } else { self.numbers.u8() };
        let known = HAS_ORDER | HAS_UNITS | GIVEN_AS_FOUND;
        let mut restored = Restored { given_as_found: flags & GIVEN_AS_FOUND != 0, ..Restored::default() };
        if flags & HAS_ORDER != 0 {
            let coded = self.numbers.varint();
            restored.order = Some((coded >> 1) as i32 ^ -((coded & 1) as i32));
        }
        let mut blocks = blocks.iter();
        let mut end = 0;
        if flags & HAS_UNITS == 0 {
            for block in blocks {
                end = restored.push(block.text, block.start, end, mark_of(block.kind), true)?;
            }
            return (flags & !known == 0 && self.numbers.is_sound()).then_some(restored);
        }
        for _ in 0..self.numbers.count() {
            let tag = self.numbers.u8();
            let mark = self.mark(tag >> MARK)?;
            let apart = tag & JOINED == 0;
            end = match tag & 3 {
                KEPT => {
                    let block = blocks.next()?;
                    restored.push(block.text, block.start, end, mark, apart)?
                }
                what => {
                    let start = end.checked_add(self.numbers.varint())?;
                    let words = match what {
                        TITLE => {
                            self.titles = self.titles.checked_sub(title.len())?;
                            title
                        }
                        DROPPED => self.text()?,
                        _ => return None,
                    };
                    restored.push(words, start, end, mark, apart)?
                }
            };
        }
        (blocks.next().is_none() && flags & !known == 0 && self.numbers.is_sound()).then_some(restored)
    }

    /// Whether all was read.
    pub(super) fn is_done(&self) -> bool {
        self.is_empty || self.numbers.is_done() && self.at == self.texts.len()
    }

    fn text(&mut self) -> Option<&str> {
        let range = Range { start: self.at, end: self.at.checked_add(self.numbers.size())? };
        self.at = range.end;
        self.texts.get(range)
    }

    fn mark(&mut self, coded: u8) -> Option<Mark> {
        Some(match coded {
            0 => Mark::None,
            1 => Mark::Item,
            2 => Mark::Row(self.numbers.size()),
            3 => Mark::Caption,
            4 => Mark::Heading(self.numbers.varint().try_into().ok()?),
            _ => return None,
        })
    }
}

impl Restored {
    /// Adds a unit behind the one that ends at `end`; gives its own end.
    fn push(&mut self, words: &str, start: u32, end: u32, mark: Mark, apart: bool) -> Option<u32> {
        if words.is_empty() || start < end {
            return None;
        }
        let begin = self.text.source.len();
        self.text.source.push_str(words);
        self.text.units.push(Unit { range: begin..self.text.source.len(), mark, apart });
        self.starts.push(start);
        start.checked_add(utf16_len(words))
    }
}

/// A block of a pack.
pub(super) struct BlockText<'p> {
    pub(super) kind: BlockKind,
    pub(super) text: &'p str,
    /// Where it begins in the source text, in UTF-16 code units.
    pub(super) start: u32,
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
        Mark::Caption => (3, None),
        Mark::Heading(level) => (4, Some(u32::from(level))),
    }
}
