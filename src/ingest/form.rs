//! What can be told of a line from its form alone: how much of it is words, how it ends, how it is cased.

use std::borrow::Cow;

/// Ends of sentences in the scripts of the world that have one, from Unicode's `Sentence_Terminal` property.
const TERMINALS: &[char] = &[
    '.', '!', '?', '…', '。', '！', '？', '．', '؟', '۔', '।', '॥', '։', '።', '፧', '፨', '။', '៕', '‽', '⁇',
    '⁈', '⁉',
];

/// What may close a quotation or a bracket after the end of a sentence.
const CLOSERS: &[char] = &['"', '\'', '”', '’', '»', '›', ')', ']', '}', '」', '』', '“', '‘', '*', '_'];

/// From this many words on, a line is running text even where it ends in no full stop. Headlines of the 785
/// articles that the thresholds were looked at on are shorter.
const LONG: usize = 25;

/// Whether a character counts for half a word of its own, for it belongs to a script that sets no spaces.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

/// Whether a character is blank at the edge of a line; zero-width marks are.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// A line without the characters that set the direction of what follows (U+202A to U+202E, U+2066 to U+2069). In a title
/// they would turn round what stands beside it, and make "exe.txt" read as "txt.exe". Texts keep theirs.
pub(super) fn unturned(line: &str) -> Cow<'_, str> {
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if line.contains(turns) { Cow::Owned(line.replace(turns, "")) } else { Cow::Borrowed(line) }
}

/// The words of a line, without the punctuation around them.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_blank)
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

/// Number of words; in scripts without spaces two characters count as one.
pub(super) fn size(text: &str) -> usize {
    words(text).map(size_of_word).sum()
}

fn size_of_word(word: &str) -> usize {
    if word.is_ascii() {
        return 1;
    }
    let unspaced = word.chars().filter(|&c| is_unspaced(c)).count();
    if unspaced == 0 { 1 } else { unspaced.div_ceil(2) }
}

/// Number of words, of which no more are counted once they are [`LONG`] or more.
fn size_to_long(text: &str) -> usize {
    let mut sizes = words(text).map(size_of_word);
    let mut size = 0;
    while size < LONG
        && let Some(word) = sizes.next()
    {
        size += word;
    }
    size
}

fn without_closers(text: &str) -> &str {
    text.trim_end_matches(|c: char| is_blank(c) || CLOSERS.contains(&c))
}

/// Whether a line ends as a sentence does; a bracket behind the last sentence ("… in May. (Agency)") does not count.
pub(super) fn ends_sentence(text: &str) -> bool {
    without_closers(text).ends_with(TERMINALS)
        || before_bracket(text).is_some_and(|text| without_closers(text).ends_with(TERMINALS))
}

/// What stands before the bracket that a line ends with.
fn before_bracket(text: &str) -> Option<&str> {
    text.trim_end_matches(is_blank).strip_suffix(')')?.rsplit_once('(').map(|(before, _)| before)
}

/// Whether a line ends as a statement does: in a full stop, not in dots, a question or a call.
fn ends_statement(text: &str) -> bool {
    let text = without_closers(text);
    let text =
        if text.ends_with(TERMINALS) { text } else { before_bracket(text).map_or(text, without_closers) };
    text.ends_with(TERMINALS) && !text.ends_with(['!', '?', '…', '！', '？', '؟']) && !text.ends_with("..")
}

/// Whether a line is running text: a sentence, or too long for anything else.
pub(super) fn is_running(text: &str) -> bool {
    let size = size_to_long(text);
    size >= LONG || size >= 3 && ends_sentence(text)
}

/// Whether a line is certainly a part of the article: a statement of some length. The edges of the article are
/// where these begin and end; questions and unfinished lines may be teasers of other articles.
pub(super) fn is_statement(text: &str) -> bool {
    let size = size_to_long(text);
    size >= LONG || size >= 6 && ends_statement(text)
}

/// Whether every letter of a line is a capital, and there are at least two.
pub(super) fn is_all_caps(text: &str) -> bool {
    text.chars().filter(|c| c.is_uppercase()).count() >= 2 && !text.chars().any(char::is_lowercase)
}

/// Whether a line ends as one that announces a list does.
pub(super) fn has_list_ending(text: &str) -> bool {
    text.trim_end_matches(|c: char| is_blank(c) || matches!(c, '*' | '_')).ends_with([':', '：'])
}

/// Whether a line begins as a heading does: with a capital, a number, or a letter of a script without case.
pub(super) fn opens_as_title(text: &str) -> bool {
    text.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase())
}

/// Whether a line has a word of some length, as headings have.
pub(super) fn has_word(text: &str) -> bool {
    words(text).any(|word| word.chars().filter(|c| c.is_alphabetic()).count() >= 3)
        || text.chars().any(|c| c > '\u{2e7f}')
}

/// Whether a line is drawn, not written: nothing but rules, bullets, dots and table bars.
pub(super) fn is_drawn(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
        && text.chars().all(|c| is_blank(c) || c.is_ascii_punctuation() || "—–―─━═│┃•·●■□◆…".contains(c))
}

/// Words in one form, to compare lines by.
pub(super) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in folded_words(text) {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&word);
    }
    out
}

/// The words of [`folded`] one by one.
pub(super) fn folded_words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| word.chars().flat_map(char::to_lowercase).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_in_any_script_and_inside_quotes() {
        for text in
            ["It rained.", "“It rained.”", "雨が降った。", "هل أمطرت؟", "बारिश हुई।", "It rained. (AFP.)"]
        {
            assert!(ends_sentence(text), "{text}");
        }
        assert!(ends_sentence("It rained. (AFP)"));
        assert!(!ends_sentence("It rained (AFP)"));
        assert!(!ends_sentence("The Takeaway"));
    }

    #[test]
    fn words_of_scripts_without_spaces_are_counted() {
        assert_eq!(size("Rain in the north"), 4);
        assert_eq!(size("北部で雨が降った"), 4);
        assert_eq!(size("— | —"), 0);
    }

    #[test]
    fn questions_are_running_text_but_no_statement() {
        assert!(is_running("What did the minister know about it?"));
        assert!(!is_statement("What did the minister know about it?"));
        assert!(is_statement("The minister knew all about it."));
        assert!(!is_statement("The minister knew all about it..."));
    }

    #[test]
    fn drawn_lines_hold_no_letter() {
        assert!(is_drawn("—————– |") && is_drawn("---|") && is_drawn("* * *") && is_drawn("###"));
        assert!(!is_drawn("Area |") && !is_drawn("👍"));
    }
}
