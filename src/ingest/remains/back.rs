//! What remains, read back: the drafts that the documents of a pack were made of.

use std::io::Read as _;
use std::ops::Range;

use flate2::read::DeflateDecoder;

use super::{DROPPED, GIVEN_AS_FOUND, HAS_ORDER, HAS_UNITS, JOINED, KEPT, MARK, TITLE, mark_of};
use crate::document::BlockKind;
use crate::ingest::unit::{Mark, Text, Unit};
use crate::pack::bytes::Cursor;
use crate::text::utf16_len;

/// Remains may unpack to so many bytes for each of their own, and to [`LEAST`] in any case; deflate reaches 1032. As many
/// bytes of titles may stand in them again.
const MOST_FOR_EACH: usize = 200;
const LEAST: usize = 1 << 24;

/// A document as it was before it was judged.
#[derive(Debug, Default)]
pub(in crate::ingest) struct Restored {
    pub(in crate::ingest) order: Option<i32>,
    /// Whether its language was given, though the text tells the same.
    pub(in crate::ingest) given_as_found: bool,
    /// Its units; the source text is theirs alone, with nothing between them.
    pub(in crate::ingest) text: Text,
    /// Where each unit begins in the source text that it was cut out of, in UTF-16 code units.
    pub(in crate::ingest) starts: Vec<u32>,
}

/// Remains, unpacked.
pub(in crate::ingest) struct Unpacked {
    bytes: Vec<u8>,
    most: usize,
}

impl Unpacked {
    /// Unpacks remains. `None`: they are damaged.
    pub(in crate::ingest) fn of(remains: &[u8]) -> Option<Self> {
        let most = LEAST.max(remains.len().saturating_mul(MOST_FOR_EACH));
        let mut bytes = Vec::new();
        if !remains.is_empty() {
            DeflateDecoder::new(remains).take(most as u64 + 1).read_to_end(&mut bytes).ok()?;
        }
        (bytes.len() <= most).then_some(Self { bytes, most })
    }

    /// Their parts, to be read document by document. `None`: they are damaged.
    pub(in crate::ingest) fn reader(&self) -> Option<Reader<'_>> {
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
pub(in crate::ingest) struct Reader<'r> {
    numbers: Cursor<'r>,
    texts: &'r str,
    at: usize,
    /// Bytes of titles that may still stand in them.
    titles: usize,
    is_empty: bool,
}

impl Reader<'_> {
    /// The next document, of which the pack has this title and these blocks. `None`: the remains are damaged.
    pub(in crate::ingest) fn next(&mut self, title: &str, blocks: &[BlockText<'_>]) -> Option<Restored> {
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
    pub(in crate::ingest) fn is_done(&self) -> bool {
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
pub(in crate::ingest) struct BlockText<'p> {
    pub(in crate::ingest) kind: BlockKind,
    pub(in crate::ingest) text: &'p str,
    /// Where it begins in the source text, in UTF-16 code units.
    pub(in crate::ingest) start: u32,
}
