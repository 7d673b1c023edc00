//! What a short form looks like, and the words that announce one.

use std::ops::Range;

use super::tokens::is_wrapping;

/// Letters and digits that a short form has at most (Schwartz and Hearst: 10).
const MOST_LETTERS: usize = 10;

/// Letters and digits of a short form.
pub(super) fn letters(short: &str) -> usize {
    short.chars().filter(|c| c.is_alphanumeric()).count()
}

/// Whether a word may be a short form: up to ten letters and digits in at most two words, none of them a number.
pub(super) fn is_short(word: &str) -> bool {
    let joined = |c: char| {
        let mark = matches!(c, ' ' | '-' | '‑' | '–' | '.' | '/' | '&' | '(' | ')' | '+' | '\'' | '’');
        c.is_alphanumeric() || mark
    };
    (1..=MOST_LETTERS).contains(&letters(word))
        && word.starts_with(char::is_alphanumeric)
        && word.chars().all(joined)
        && word.split_whitespace().all(|part| part.contains(char::is_alphabetic))
        && word.split_whitespace().count() <= 2
}

/// Whether a word is written as acronyms are: in capitals, with at most one small letter to two of them.
pub(in crate::insight) fn is_acronym(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    if capitals < 2 {
        return false;
    }
    let small = word.chars().filter(|c| c.is_lowercase()).count();
    small * 2 <= capitals && is_short(word)
}

/// A bracket or clause without the words that announce a form and the marks around it: also known as “ABC”.
pub(super) fn strip_cue(text: &str, range: Range<usize>) -> Range<usize> {
    const CUES: [&str; 24] = [
        "also",
        "or",
        "otherwise",
        "formerly",
        "formally",
        "officially",
        "known",
        "as",
        "abbreviated",
        "abbreviation",
        "abbr.",
        "called",
        "hereafter",
        "hereinafter",
        "henceforth",
        "referred",
        "to",
        "simply",
        "termed",
        "i.e.",
        "i.e.,",
        "designated",
        "short",
        "for",
    ];
    let outside = |c: char| c.is_whitespace() || (is_wrapping(c) && !matches!(c, '(' | ')' | '[' | ']'));
    let mut at = range.start;
    loop {
        let rest = text.get(at..range.end).unwrap_or_default().trim_start_matches(outside);
        at = range.end - rest.len();
        let word = rest.split_whitespace().next().unwrap_or_default();
        let cue = CUES.contains(&word) || matches!(word, "the" | "The" | "a" | "an");
        if !cue || rest.len() == word.len() {
            let bare = rest.trim_end_matches(outside);
            // The stop of a sentence in the bracket, not that of N.A.T.O.
            let bare = bare.strip_suffix('.').filter(|bare| !bare.contains('.')).unwrap_or(bare);
            return at..at + bare.len();
        }
        at += word.len();
    }
}
