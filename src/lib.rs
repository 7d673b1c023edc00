//! Search and cited summary cards over a folder of news articles.
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod api;
#[cfg(feature = "build")]
pub mod document;
mod error;

pub use error::Error;
