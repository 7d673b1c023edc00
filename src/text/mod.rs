//! Text to words: the same code when a pack is built and when it is asked.

pub(crate) mod fold;
mod forms;
#[cfg(feature = "build")]
mod sentences;
#[cfg(feature = "build")]
mod stem;
mod stop_words;
mod words;

pub(crate) use fold::Fold;
pub(crate) use forms::{SHARED, are_forms};
#[cfg(feature = "build")]
pub(crate) use sentences::is_speech_verb;
#[cfg(feature = "build")]
pub use sentences::sentences;
#[cfg(feature = "build")]
pub(crate) use stem::stem;
pub(crate) use stop_words::is_stop_word;
#[cfg(feature = "build")]
pub(crate) use stop_words::stop_words;
pub(crate) use words::{is_shouting, words};

/// UTF-16 code units of a text, the unit of every public offset.
pub(crate) fn utf16_len(text: &str) -> u32 {
    text.chars().map(|c| c.len_utf16() as u32).sum()
}
