//! The fonts of a document, each read once.
//!
//! What a font looks like does not matter here: one that the document does not hold is stood in for by an empty one, and
//! its widths and characters come from the document and from the tables of the standard fonts.

use std::sync::Arc;

use hayro_cmap::load_embedded;
use hayro_font::{CMapResolverFn, Font, FontCache, FontData, FontResolverFn};
use hayro_syntax::object::{Dict, Name};

/// A font without glyphs: of the tables of OpenType only `head` and `maxp`, and in them only what a reader asks for.
const EMPTY: &[u8] = b"\
    \x00\x01\x00\x00\x00\x02\x00\x20\x00\x01\x00\x00\
    head\x00\x00\x00\x00\x00\x00\x00\x2c\x00\x00\x00\x36\
    maxp\x00\x00\x00\x00\x00\x00\x00\x64\x00\x00\x00\x06\
    \x00\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x5f\x0f\x3c\xf5\x00\x00\x03\xe8\
    \x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\
    \x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\
    \x00\x00\x50\x00\x00\x01";

pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    programs: FontResolverFn,
    cmaps: CMapResolverFn,
}

impl<'a> Fonts<'a> {
    pub(super) fn new() -> Self {
        let empty: FontData = Arc::new(EMPTY);
        Self {
            cache: FontCache::new(),
            programs: Arc::new(move |_| Some((empty.clone(), 0))),
            cmaps: Arc::new(load_embedded),
        }
    }

    /// A font, and whether its type is bold.
    pub(super) fn get(&self, dict: &Dict<'a>) -> Option<(Font<'a>, bool)> {
        let font = self.cache.font(dict, &self.programs, &self.cmaps)?;
        let bold = dict.get::<Name<'_>>("BaseFont").is_some_and(|name| {
            let name = name.as_str().to_ascii_lowercase();
            ["bold", "black", "heavy"].iter().any(|weight| name.contains(weight))
        });
        Some((font, bold))
    }
}
