//! A source text in the making, for formats that have to be rendered: blocks stand one blank line apart.

use super::form::is_blank;
use super::unit::{Mark, Text, Unit};

/// Blocks, one after another.
#[derive(Debug, Default)]
pub(super) struct Rendered {
    text: Text,
}

impl Rendered {
    /// Adds a block; one that is blank adds nothing.
    pub(super) fn push(&mut self, block: &str, mark: Mark) {
        let block = block.trim_matches(is_blank);
        if block.is_empty() {
            return;
        }
        let Text { source, units } = &mut self.text;
        if !source.is_empty() {
            source.push_str("\n\n");
        }
        let start = source.len();
        source.push_str(block);
        units.push(Unit { range: start..source.len(), mark, apart: true });
    }

    /// The text and its units.
    pub(super) fn finish(self) -> Text {
        self.text
    }
}
