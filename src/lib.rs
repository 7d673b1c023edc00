//! Search and cited summary cards over a folder of news articles.
//!
//! Articles become a *briefing pack*, one file with their texts, an index and cards; a [`Briefing`] opens a pack and
//! answers. Every sentence that it gives is a verbatim span of a source, with its citation.
//!
//! # The way of the data
//! ```text
//! files ──ingest──▶ document::Corpus ──build (text, insight, index, pack)──▶ bytes
//! bytes ──Briefing::open──▶ search · cards ──▶ api (plain data) ──wasm──▶ JavaScript
//! ```
//! All that stands before the bytes happens once; all that stands behind them is what a reader downloads, free of
//! I/O, clock and randomness. `ARCHITECTURE.md` is the tour, `docs/format.md` the byte grammar.
//!
//! # Entry points
//! - [`Briefing`]: opens a pack; [`api`] has the shapes of its answers.
//! - `ingest::read` and `build` (features `ingest` and `build`): files to a corpus, a corpus to a pack.
//! - [`pack::Pack`]: a pack without search: layout, sections, checksums.
//! - [`Error`]: whatever can be wrong with somebody's data, each with a stable code.
//!
//! # Features
//! `cli` (default) is the command and has `formats` (more kinds of file), which has `ingest`, which has `build`. `wasm` alone, without default features, is
//! the engine for the browser.
//!
//! ```
//! # #[cfg(feature = "ingest")]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use briefing::{Briefing, ingest};
//!
//! let files = vec![ingest::InputFile {
//!     path: "pact.txt".into(),
//!     bytes: b"Ministers signed the fishing pact on Monday. It covers three seas.".to_vec(),
//! }];
//! let pack = briefing::build(&ingest::parse(files)?.corpus)?;
//! let briefing = Briefing::open(pack)?;
//! let found = briefing.search("fish", &Default::default());
//! assert_eq!(found.hits[0].excerpt.span.text, "Ministers signed the fishing pact on Monday. It covers three seas.");
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "ingest"))]
//! # fn main() {}
//! ```

pub mod api;
mod briefing;
#[cfg(feature = "build")]
mod build;
#[cfg(feature = "bundle")]
pub mod bundle;
mod cards;
#[cfg(feature = "build")]
mod data;
#[cfg(feature = "build")]
pub mod document;
mod error;
#[cfg(all(test, feature = "build"))]
mod fixture;
#[cfg(feature = "build")]
mod hash;
mod index;
#[cfg(feature = "ingest")]
pub mod ingest;
#[cfg(feature = "build")]
pub mod insight;
#[cfg(any(feature = "studio", feature = "wasm"))]
mod js_error;
#[cfg(feature = "build")]
mod language;
#[cfg(feature = "build")]
mod order;
pub mod pack;
mod search;
#[cfg(feature = "studio")]
mod studio;
pub mod text;
mod view;
#[cfg(feature = "wasm")]
mod wasm;

pub use briefing::Briefing;
#[cfg(feature = "build")]
pub use build::{Analyst, Step, build, build_in_steps};
pub use error::Error;
