//! Words between white space and dashes, as the matching of short and long forms sees them.

use std::ops::Range;

/// A run without white space: its place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub start: usize,
    pub end: usize,
    /// Whether it is nothing but small ASCII letters, as most are: no acronym, nothing to be taken off.
    pub small: bool,
}

impl Token {
    pub fn text(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// The token without quotation marks, brackets and stops around it.
    pub fn core(self, text: &str) -> Range<usize> {
        if self.small {
            return self.start..self.end;
        }
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
    let mut all = Vec::with_capacity(text.len() / 5);
    let (mut start, mut small) = (0, true);
    let mut close = |start: usize, end: usize, small: bool| {
        if start < end {
            all.push(Token { start, end, small });
        }
    };
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let (gap, width) = match byte {
            b'a'..=b'z' => {
                at += 1;
                continue;
            }
            b'-' => {
                let before = at.checked_sub(1).and_then(|before| bytes.get(before));
                (before == Some(&b'-') || bytes.get(at + 1) == Some(&b'-'), 1)
            }
            0..0x80 => (char::from(byte).is_whitespace(), 1),
            _ => {
                let c = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
                (c.is_whitespace() || matches!(c, '–' | '—' | '―'), c.len_utf8())
            }
        };
        small &= gap;
        if gap {
            close(start, at, small);
            (start, small) = (at + width, true);
        }
        at += width;
    }
    close(start, at, small);
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
    matches!(
        word,
        "of" | "and"
            | "for"
            | "the"
            | "in"
            | "on"
            | "to"
            | "with"
            | "by"
            | "at"
            | "a"
            | "an"
            | "or"
            | "from"
            | "against"
            | "&"
            | "de"
            | "la"
            | "le"
            | "les"
            | "du"
            | "des"
            | "et"
            | "del"
            | "y"
            | "für"
            | "und"
    )
}
