//! Text to words: the same code when a pack is built and when it is asked.

pub(crate) mod fold;
mod forms;
pub(crate) mod key;
#[cfg(feature = "build")]
mod language;
#[cfg(feature = "build")]
pub(crate) mod normal;
#[cfg(feature = "build")]
mod sentences;
#[cfg(feature = "build")]
mod stem;
mod stop_words;
mod words;

pub(crate) use fold::Fold;
pub(crate) use forms::{SHARED, are_forms};
#[cfg(all(test, feature = "build"))]
pub(crate) use language::endings;
#[cfg(feature = "build")]
pub(crate) use language::{language, languages, stop_words, told};
#[cfg(feature = "build")]
pub use sentences::sentences;
#[cfg(feature = "build")]
pub(crate) use sentences::{is_speech_verb, is_wide_terminator, is_without_marks};
#[cfg(feature = "build")]
pub(crate) use stem::stem;
pub(crate) use stop_words::is_stop_word;
pub(crate) use words::{each_word, is_shouting, is_unit, words};

/// UTF-16 code units of a text, the unit of every public offset.
pub(crate) fn utf16_len(text: &str) -> u32 {
    // One for every byte that a character begins with, two for those of four bytes.
    let units = |&byte: &u8| u32::from(byte & 0xC0 != 0x80) + u32::from(byte >= 0xF0);
    text.as_bytes().iter().map(units).sum()
}
