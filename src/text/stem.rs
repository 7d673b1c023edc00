//! Stems: what the inflected forms of a word have in common, when a briefing is built.

use rust_stemmers::{Algorithm, Stemmer};

/// The stem of a term by the English stemmer of the Snowball project, "Porter 2" (M. F. Porter, 2001,
/// <https://snowballstem.org/algorithms/english/stemmer.html>); a term with anything but small ASCII letters is its own
/// stem.
pub(crate) fn stem(term: &str) -> String {
    if term.len() < 3 || !term.bytes().all(|b| b.is_ascii_lowercase()) {
        return term.to_owned();
    }
    Stemmer::create(Algorithm::English).stem(term).into_owned()
}
