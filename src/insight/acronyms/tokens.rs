//! Words between white space and dashes, as the matching of short and long forms sees them.

use std::ops::Range;

/// A run without white space: its place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub start: usize,
    pub end: usize,
}

impl Token {
    pub fn text(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// The token without quotation marks, brackets and stops around it.
    pub fn core(self, text: &str) -> Range<usize> {
        let whole = self.text(text);
        let start = self.start + (whole.len() - whole.trim_start_matches(is_wrapping).len());
        let inner = text.get(start..self.end).unwrap_or_default();
        let inner = inner.strip_suffix('.').filter(|rest| rest.ends_with(is_wrapping)).unwrap_or(inner);
        let end = start + inner.trim_end_matches(is_wrapping).len();
        // A bracket that is opened inside belongs to the word: benzo(a), H(2).
        let closes = inner.ends_with([')', ']']) && inner.trim_end_matches([')', ']']).contains(['(', '[']);
        start..if closes { start + inner.len() } else { end }
    }
}

/// The tokens of a text. Long dashes, also typed as two hyphens, part words as spaces do.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut all = Vec::new();
    let mut start = None;
    let mut hyphen = false;
    for (at, c) in text.char_indices() {
        let double = c == '-' && (hyphen || text.get(at + 1..).is_some_and(|rest| rest.starts_with('-')));
        hyphen = c == '-';
        let gap = c.is_whitespace() || double || matches!(c, '–' | '—' | '―');
        match (gap, start) {
            (false, None) => start = Some(at),
            (true, Some(from)) => {
                all.push(Token { start: from, end: at });
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        all.push(Token { start: from, end: text.len() });
    }
    all
}

/// Marks around a word that are no part of it.
pub(super) fn is_wrapping(c: char) -> bool {
    matches!(
        c,
        '"' | '“'
            | '”'
            | '„'
            | '\''
            | '‘'
            | '’'
            | '«'
            | '»'
            | '('
            | ')'
            | '['
            | ']'
            | ','
            | ';'
            | ':'
            | '!'
            | '?'
    )
}

/// Words that names have inside and that short forms mostly leave out.
pub(in crate::insight) fn is_link_word(word: &str) -> bool {
    const LINKS: [&str; 27] = [
        "of", "and", "for", "the", "in", "on", "to", "with", "by", "at", "a", "an", "or", "from", "against",
        "&", "de", "la", "le", "les", "du", "des", "et", "del", "y", "für", "und",
    ];
    LINKS.contains(&word)
}
