//! What a text is cut into before anything is judged: one line or paragraph, and how it was marked up.

use std::ops::Range;

/// How a unit was marked up in its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Not at all.
    None,
    /// As a heading of this level; 1 is the highest.
    Heading(u8),
    /// As an item of a list.
    Item,
    /// As a row of a table with this many cells that hold something.
    Row(usize),
    /// As the caption of a picture or a table.
    #[cfg(feature = "formats")]
    Caption,
}

/// A line, or the lines of one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    /// Bytes of the source text: trimmed, without list marker and outer table bars; never empty.
    pub(super) range: Range<usize>,
    /// How it was marked up.
    pub(super) mark: Mark,
    /// Whether a blank line or a block's end stands between this unit and the one before.
    pub(super) apart: bool,
}

/// A text and the units it was cut into, in order and apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Text {
    /// The source text, that all offsets of the document count in.
    pub(super) source: String,
    /// Its units.
    pub(super) units: Vec<Unit>,
}

impl Text {
    /// The verbatim text of a unit.
    pub(super) fn of(&self, unit: &Unit) -> &str {
        self.source.get(unit.range.clone()).unwrap_or_default()
    }

    /// The verbatim text of the unit at an index; empty past the end.
    pub(super) fn at(&self, index: usize) -> &str {
        self.units.get(index).map_or("", |unit| self.of(unit))
    }
}
