//! Cards: views over a pack, every item of which cites a document and a span.

mod article;
mod info;
mod overview;

pub(crate) use article::{article, document};
pub(crate) use info::info;
#[cfg(feature = "build")]
pub(crate) use overview::WORDS;
pub(crate) use overview::overview;

/// Adds an item to a small set.
fn insert<T: PartialEq>(set: &mut Vec<T>, item: T) {
    if !set.contains(&item) {
        set.push(item);
    }
}
