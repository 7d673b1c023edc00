//! Search and cited summary cards over a folder of news articles.
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod api;
mod briefing;
#[cfg(feature = "build")]
mod build;
mod cards;
#[cfg(feature = "build")]
pub mod document;
mod error;
#[cfg(all(test, feature = "build"))]
mod fixture;
#[cfg(feature = "build")]
mod index;
#[cfg(feature = "ingest")]
pub mod ingest;
#[cfg(feature = "build")]
pub mod insight;
pub mod pack;
mod search;
pub mod text;
mod view;
#[cfg(feature = "wasm")]
mod wasm;

pub use briefing::Briefing;
#[cfg(feature = "build")]
pub use build::build;
pub use error::Error;
