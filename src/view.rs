//! One document of a pack, ready to be cited: the only place where byte offsets become the UTF-16 offsets of
//! public results.

use std::ops::Range;

use crate::api;
use crate::pack::Pack;
use crate::pack::documents::{BlockRecord, Record};
use crate::text::{Fold, utf16_len};

/// A document with the places of its blocks in the source text.
pub(crate) struct DocumentView<'p, D> {
    pack: &'p Pack<D>,
    pub record: Record<'p>,
    /// Where each block begins in the source text, in UTF-16 code units.
    starts: Vec<u32>,
}

impl<'p, D: AsRef<[u8]>> DocumentView<'p, D> {
    /// The document at a position; nothing where the pack is shorter.
    pub(crate) fn new(pack: &'p Pack<D>, document: u32) -> Option<Self> {
        let record = pack.record(document)?;
        let mut end = 0u32;
        let starts = record.blocks.iter().map(|block| {
            let start = end.saturating_add(block.gap);
            end = start.saturating_add(block.units());
            start
        });
        Some(Self { pack, starts: starts.collect(), record })
    }

    /// The document of a name, with its position.
    pub(crate) fn named(pack: &'p Pack<D>, id: &str) -> Option<(u32, Self)> {
        let at = (0..pack.len()).find(|&at| pack.id(at) == id)?;
        Some((at, Self::new(pack, at)?))
    }

    pub(crate) fn fold(&self) -> &'p Fold {
        self.pack.fold()
    }

    /// Text of a block.
    pub(crate) fn text(&self, block: &BlockRecord) -> &'p str {
        self.pack.text(block.text.clone())
    }

    /// Bytes of block number `block` as a range of the source text.
    pub(crate) fn range(&self, block: usize, bytes: Range<usize>) -> api::Range {
        self.ranges(block, std::iter::once(bytes)).pop().unwrap_or_default()
    }

    /// Many ranges of one block, apart and in order, in one walk over its text.
    pub(crate) fn ranges(&self, block: usize, all: impl Iterator<Item = Range<usize>>) -> Vec<api::Range> {
        let start = self.starts.get(block).copied().unwrap_or_default();
        // Of ASCII every byte is a code unit.
        let text = self.record.blocks.get(block).filter(|block| block.wide > 0).map(|block| self.text(block));
        let (mut at, mut offset) = (0, start);
        let mut step = |to: usize| match text {
            Some(text) => advance(text, &mut at, &mut offset, to),
            None => start.saturating_add(to as u32),
        };
        all.map(|bytes| (step(bytes.start), step(bytes.end))).collect()
    }

    /// Bytes of block number `block` as a citation.
    pub(crate) fn span(&self, block: usize, bytes: Range<usize>) -> api::Span<'p> {
        let text = self.record.blocks.get(block).and_then(|block| self.text(block).get(bytes.clone()));
        let (start, end) = self.range(block, bytes);
        api::Span { document: self.record.id, start, end, text: text.unwrap_or_default() }
    }
}

/// Moves a place in a text, known in bytes and in UTF-16 code units, on to byte `to`.
fn advance(text: &str, at: &mut usize, offset: &mut u32, to: usize) -> u32 {
    *offset = offset.saturating_add(text.get(*at..to).map(utf16_len).unwrap_or_default());
    *at = to;
    *offset
}
