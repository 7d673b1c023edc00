//! The briefing pack: one file that holds texts, index and cards, and that is read in place.
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

pub(crate) mod bytes;
pub(crate) mod cards;
mod check;
mod classes;
pub(crate) mod documents;
mod layout;
pub(crate) mod postings;
mod reader;
pub(crate) mod terms;
#[cfg(all(test, feature = "build"))]
mod tests;
#[cfg(feature = "build")]
pub(crate) mod writer;

pub use layout::{ANALYSER, Block, FORMAT_VERSION, Layout, Section};
pub use reader::Pack;
