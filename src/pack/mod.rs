//! The briefing pack: one file that holds texts, what was found out about them, and cards, and that is read in place.
//!
//! The byte grammar stands at the head of each module; `docs/format.md` tells it in one piece. Nothing here
//! knows how a search is ranked or what a card shows.
//!
//! Reading takes any bytes. There is no indexing and no unwrap in this module: what cannot be read is an
//! [`crate::Error`] when the pack is opened, and nothing can go wrong after that.
#![cfg_attr(
    not(test),
    deny(clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used, clippy::panic)
)]

pub(crate) mod aliases;
pub(crate) mod bytes;
pub(crate) mod cards;
mod check;
pub(crate) mod documents;
mod layout;
#[cfg(any(feature = "bundle", feature = "formats"))]
pub(crate) mod module;
mod reader;
#[cfg(all(test, feature = "build"))]
mod tests;
#[cfg(feature = "build")]
pub(crate) mod tree;
#[cfg(feature = "build")]
pub(crate) mod writer;

#[cfg(all(test, feature = "ingest"))]
pub(crate) use layout::frame;
#[cfg(feature = "formats")]
pub(crate) use layout::set_analyser;
pub use layout::{ANALYSER, Block, FORMAT_VERSION, Layout, Section};
pub use reader::Pack;

/// Numbers of a latent vector, half a byte each.
pub(crate) const DIMENSIONS: usize = 32;

/// Most documents of a pack: an index keeps a document in 24 bits.
pub(crate) const MOST_DOCUMENTS: u32 = 1 << 24;
