//! The frame of a pack: header, block table, checksums.
//!
//! ```text
//! pack    := header block* data
//! header  := magic[8] version:u16 analyser:u16 length:u32 checksum:u64 blocks:u32
//! block   := section:u32 offset:u32 length:u32 checksum:u64
//! ```
//!
//! Integers are little-endian. `length` counts the whole pack; the header's checksum is XXH64 (seed 0) over
//! everything from `blocks` to the end of the block table, a block's is over its bytes. Blocks lie behind
//! the table in the order of the table, without gaps; the blocks of one section are neighbours. So a section
//! is one slice of a whole pack, and yet any block can be kept, sent and checked alone.

use std::ops::Range;

use xxhash_rust::xxh64::xxh64;

use super::bytes::Cursor;
use crate::Error;

/// First bytes of every pack. The high bit and the line ends show a transfer that was not binary, as in PNG.
pub(crate) const MAGIC: [u8; 8] = *b"\x89BRIEF\r\n";

/// Version of the format that this code writes, and the only one that it reads.
pub const FORMAT_VERSION: u16 = 3;

/// Identifies how text becomes terms; it changes with every change of folding, words or stems, because what one
/// analyser found (aliases, vectors) is not what another would have found.
pub const ANALYSER: u16 = 3;

const HEADER: usize = 28;
const HASHED_FROM: usize = 24;
const BLOCK: usize = 20;

/// The parts of a pack, in their order in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Section {
    /// Title and counts.
    Meta = 0,
    /// Folding table.
    Fold = 1,
    /// Stem of every term.
    Stems = 2,
    /// Names of one thing.
    Aliases = 3,
    /// Overview.
    Cards = 4,
    /// What is known of each document, its blocks and sentences.
    Documents = 5,
    /// Latent vectors.
    Vectors = 6,
    /// Verbatim text.
    Text = 7,
}

impl Section {
    /// Every section, in file order.
    pub const ALL: [Self; 8] = [
        Self::Meta,
        Self::Fold,
        Self::Stems,
        Self::Aliases,
        Self::Cards,
        Self::Documents,
        Self::Vectors,
        Self::Text,
    ];

    /// Its name in `briefing inspect` and in error messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Meta => "meta",
            Self::Fold => "fold",
            Self::Stems => "stems",
            Self::Aliases => "aliases",
            Self::Cards => "cards",
            Self::Documents => "documents",
            Self::Vectors => "vectors",
            Self::Text => "text",
        }
    }
}

/// One addressable piece of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The section that the block is a part of.
    pub section: Section,
    /// Where its bytes lie in the pack.
    pub range: Range<usize>,
    /// XXH64 of its bytes.
    pub checksum: u64,
}

/// Where everything lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Blocks in file order.
    pub blocks: Vec<Block>,
}

impl Layout {
    /// Reads header and block table, and checks every checksum.
    pub(crate) fn read(pack: &[u8]) -> Result<Self, Error> {
        if !pack.starts_with(&MAGIC) {
            let found = if pack.len() < MAGIC.len() && MAGIC.starts_with(pack) {
                "nothing more"
            } else {
                "other bytes"
            };
            return Err(Error::NotAPack { found });
        }
        let cut = |expected| Error::PackCutShort { expected, found: pack.len() };
        if pack.len() < HEADER {
            return Err(cut(HEADER));
        }
        let mut cursor = Cursor::new(pack);
        cursor.take(MAGIC.len());
        let (version, analyser) = (cursor.u16(), cursor.u16());
        let length = cursor.u32() as usize;
        let checksum = cursor.u64();
        let count = cursor.u32() as usize;
        if version != FORMAT_VERSION {
            return Err(Error::PackVersion { found: version, expected: FORMAT_VERSION });
        }
        if analyser != ANALYSER {
            return Err(Error::PackAnalyser { found: analyser, expected: ANALYSER });
        }
        if pack.len() < length {
            return Err(cut(length));
        }
        expect(pack.len() == length, "header", 12, "the length of the pack", length)?;
        let table_end = count.saturating_mul(BLOCK).saturating_add(HEADER);
        expect(table_end <= length, "header", 24, "a block count that fits", count)?;
        if xxh64(pack.get(HASHED_FROM..table_end).unwrap_or_default(), 0) != checksum {
            return Err(Error::PackChecksum { section: "header", offset: HASHED_FROM });
        }
        Self::read_table(pack, table_end)
    }

    fn read_table(pack: &[u8], table_end: usize) -> Result<Self, Error> {
        let mut cursor = Cursor::new(pack.get(HEADER..table_end).unwrap_or_default());
        let mut blocks: Vec<Block> = Vec::new();
        let mut end = table_end;
        while !cursor.is_at_end() {
            let at = HEADER + cursor.position();
            let id = cursor.u32();
            let (offset, length) = (cursor.u32() as usize, cursor.u32() as usize);
            let checksum = cursor.u64();
            let range = end..end.saturating_add(length);
            let section = Section::ALL.get(id as usize).copied();
            let in_order = blocks.last().is_none_or(|before| Some(before.section) <= section);
            let (Some(section), Some(bytes)) = (section, pack.get(range.clone())) else {
                return Err(Error::damaged("block table", at, "a section and its bytes", id as usize));
            };
            expect(offset == end && in_order, "block table", at, "the next block of the pack", offset)?;
            if xxh64(bytes, 0) != checksum {
                return Err(Error::PackChecksum { section: section.name(), offset: range.start });
            }
            end = range.end;
            blocks.push(Block { section, range, checksum });
        }
        expect(end == pack.len(), "block table", table_end, "blocks up to the end of the pack", end)?;
        Ok(Self { blocks })
    }

    /// Where the bytes of a section lie; empty where the pack has none.
    #[must_use]
    pub fn section(&self, section: Section) -> Range<usize> {
        let mut of_section = self.blocks.iter().filter(|block| block.section == section);
        let Some(first) = of_section.next() else {
            return 0..0;
        };
        first.range.start..of_section.next_back().unwrap_or(first).range.end
    }
}

/// Makes a pack, if it is one, tell of this code's analyser: for those who read its texts and nothing that was found in them.
#[cfg(feature = "formats")]
pub(crate) fn set_analyser(pack: &mut [u8]) {
    if pack.starts_with(&MAGIC)
        && let Some(analyser) = pack.get_mut(MAGIC.len() + 2..MAGIC.len() + 4)
    {
        analyser.copy_from_slice(&ANALYSER.to_le_bytes());
    }
}

/// An error unless the content is as expected.
pub(super) fn expect(
    holds: bool,
    section: &'static str,
    offset: usize,
    expected: &'static str,
    found: usize,
) -> Result<(), Error> {
    if holds { Ok(()) } else { Err(Error::damaged(section, offset, expected, found)) }
}

/// Frames the blocks of a pack, given in the order of their sections.
///
/// # Errors
/// The pack would be larger than the 4 GiB that its offsets can tell.
#[cfg(feature = "build")]
pub(crate) fn frame(blocks: &[(Section, Vec<u8>)]) -> Result<Vec<u8>, Error> {
    use super::bytes::size;
    let table_end = HEADER + blocks.len() * BLOCK;
    let length = table_end + blocks.iter().map(|(_, bytes)| bytes.len()).sum::<usize>();
    let length_field = u32::try_from(length).map_err(|_| Error::TooLarge { bytes: length })?;
    let mut table = size(blocks.len()).to_le_bytes().to_vec();
    let mut offset = table_end;
    for (section, bytes) in blocks {
        table.extend_from_slice(&u32::from(*section as u8).to_le_bytes());
        table.extend_from_slice(&size(offset).to_le_bytes());
        table.extend_from_slice(&size(bytes.len()).to_le_bytes());
        table.extend_from_slice(&xxh64(bytes, 0).to_le_bytes());
        offset += bytes.len();
    }
    let mut pack = Vec::with_capacity(length);
    pack.extend_from_slice(&MAGIC);
    pack.extend_from_slice(&FORMAT_VERSION.to_le_bytes());
    pack.extend_from_slice(&ANALYSER.to_le_bytes());
    pack.extend_from_slice(&length_field.to_le_bytes());
    pack.extend_from_slice(&xxh64(&table, 0).to_le_bytes());
    pack.extend_from_slice(&table);
    blocks.iter().for_each(|(_, bytes)| pack.extend_from_slice(bytes));
    Ok(pack)
}
