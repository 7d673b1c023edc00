//! Cards: views over a pack, every item of which cites a document and a span.

mod article;
mod info;
mod overview;
mod tree;

pub(crate) use article::{article, document};
pub(crate) use info::info;
#[cfg(feature = "build")]
pub(crate) use overview::WORDS;
pub(crate) use overview::overview;
pub(crate) use tree::value;

use crate::Error;
use crate::api::{CardKind, Value};
use crate::pack::Pack;
use crate::pack::cards::CARDS;

/// A card of the whole briefing.
pub(crate) fn card<D: AsRef<[u8]>>(pack: &Pack<D>, kind: CardKind) -> Result<Value<'_>, Error> {
    tree::value(pack, CARDS + kind as u32)
}
