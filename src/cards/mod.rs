//! Cards: views over a pack, every item of which cites a document and a span.

mod article;
mod overview;

pub(crate) use article::{about, article, document};
pub(crate) use overview::overview;
