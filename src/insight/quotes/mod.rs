//! Quotations: what is said in a text, by whom, and by which words the text says so.
//!
//! Marks part the quoted words from the rest (`marks`); each sentence, its quotations one token each, is read for
//! a cue and a subject by the classes of words (`lexicon` and its lists); what has no cue of its own continues the
//! quotation before it. Pronouns stand for a person only where it can be but one. Speech without marks ("X said that
//! …") is found by the same cues and kept apart. After Pouliquen, Steinberger and Best (2007) and the levels of
//! attribution of Newell, Margolin and Ruths (2018).
//!
//! All of this is English; `others` reads German, French, Spanish and Arabic by fewer rules. In other languages nothing is
//! taken for a quotation.

mod attribution;
mod lexicon;
mod marks;
mod others;
mod page;
mod persons;
mod phrase;
mod reported;
mod speakers;
#[cfg(test)]
mod tests;

use std::ops::Range;

use super::grammar::Grammar;
pub use crate::api::Speech;
use crate::document::Document;
pub(super) use others::persons;

/// Something that somebody says. `S` is a place: bytes of a text, or a [`BlockSpan`] of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote<S = Range<usize>> {
    /// Direct or reported.
    pub speech: Speech,
    /// What is said, without the marks; it lies within one paragraph.
    pub span: S,
    /// How the text names the speaker by the cue: a name, a noun phrase, a pronoun.
    pub mention: Option<S>,
    /// The speaker: the name alone where there is one, else the noun phrase; what a pronoun or "the official" surely
    /// stands for. None where the text does not surely say who speaks.
    pub speaker: Option<S>,
    /// What the text says that he is: "Secretary of Agriculture".
    pub role: Option<S>,
    /// The words that tell that somebody speaks: "said", "according to". None for a quotation that continues one.
    pub cue: Option<S>,
}

impl<S> Quote<S> {
    fn map<T>(self, place: impl Fn(S) -> Option<T>) -> Option<Quote<T>> {
        Some(Quote {
            speech: self.speech,
            span: place(self.span)?,
            mention: self.mention.and_then(&place),
            speaker: self.speaker.and_then(&place),
            role: self.role.and_then(&place),
            cue: self.cue.and_then(&place),
        })
    }
}

/// Bytes of a block of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockSpan {
    /// Index into [`Document::blocks`].
    pub block: u32,
    /// Bytes of its text.
    pub range: Range<usize>,
}

/// Finds what is said in an English text, in order, by bytes of the text. Blank lines part paragraphs; in a text without any,
/// and where a line ends in a full stop or quotation mark, line breaks do. Takes time in proportion to the length.
///
/// ```
/// use briefing::insight::quotes::quotes;
///
/// let text = "\"We are ready,\" said Mayor Ann Hill. \"It begins on Monday.\"";
/// let found = quotes(text);
/// assert_eq!(&text[found[1].span.clone()], "It begins on Monday.");
/// assert_eq!(&text[found[1].speaker.clone().unwrap()], "Ann Hill");
/// ```
#[must_use]
pub fn quotes(text: &str) -> Vec<Quote> {
    speakers::find(text, &paragraphs(text))
}

/// Finds what is said in an article, by the rules of its language; every block is a paragraph.
#[must_use]
pub fn document_quotes(document: &Document) -> Vec<Quote<BlockSpan>> {
    let mut text = String::new();
    let mut ranges = Vec::with_capacity(document.blocks.len());
    for block in &document.blocks {
        let start = text.len();
        text.push_str(&block.text);
        ranges.push(start..text.len());
        text.push('\n');
    }
    let place = |range: Range<usize>| {
        let block = ranges.partition_point(|paragraph| paragraph.end < range.end);
        let start = ranges.get(block)?.start;
        let range = range.start.checked_sub(start)?..range.end.checked_sub(start)?;
        Some(BlockSpan { block: u32::try_from(block).ok()?, range })
    };
    let found = match Grammar::of(document) {
        Grammar::English => speakers::find(&text, &ranges),
        Grammar::Other => Vec::new(),
        grammar => others::find(grammar, &text, &ranges),
    };
    found.into_iter().filter_map(|quote| quote.map(place)).collect()
}

/// Whether a word in small letters is a common noun for whoever speaks: officials, ministry.
pub(super) fn names_a_kind(word: &str) -> bool {
    lexicon::classes(word, false, false) & (lexicon::class::PERSON | lexicon::class::COLLECTIVE) != 0
}

/// Bytes of the paragraphs of a text.
fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let blank = text.lines().any(|line| line.trim().is_empty());
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    let mut open = false;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        let starts_small = line.trim_start().starts_with(char::is_lowercase);
        let empty = line.trim().is_empty();
        match found.last_mut() {
            Some(last)
                if open && !empty && blank && (starts_small || !ends_paragraph(text.get(last.clone()))) =>
            {
                last.end = end
            }
            _ if !empty => found.push(start + (line.len() - line.trim_start().len())..end),
            _ => {}
        }
        open = !empty;
        start += line.len();
    }
    found
}

/// Whether a line can be the last of its paragraph.
fn ends_paragraph(line: Option<&str>) -> bool {
    line.is_some_and(|line| line.ends_with(['.', '!', '?', ':', '"', '”', '’', '\'', '»', ')', '…']))
}
