//! How the lines of a paragraph are joined: by a space, between ideographs by nothing.
//!
//! A word parted by a hyphen at the end of a line is joined: without the hyphen, unless the document elsewhere writes the
//! word with it.

use std::collections::HashMap;

use super::layout::Line;
use super::script::is_unspaced;

/// How often each word, with its hyphens, stands within a line.
pub(super) struct Words(HashMap<String, usize>);

impl Words {
    pub(super) fn of<'l>(lines: impl Iterator<Item = &'l Line>) -> Self {
        let mut words = HashMap::new();
        for word in lines.flat_map(|line| &line.cells).flat_map(|cell| cell.split_whitespace()) {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            *words.entry(word).or_default() += 1;
        }
        Self(words)
    }

    /// Joins a line to a paragraph.
    pub(super) fn join(&self, paragraph: &mut String, line: &str) {
        let last = paragraph.chars().next_back();
        let first = line.chars().next();
        if last == Some('\u{ad}') {
            paragraph.pop();
        } else if matches!(last, Some('-' | '\u{2010}')) && parts_word(paragraph, line) {
            if !self.keeps_hyphen(paragraph, line) {
                paragraph.pop();
            }
        } else if !(last.is_some_and(is_unspaced) && first.is_some_and(is_unspaced)) {
            paragraph.push(' ');
        }
        paragraph.push_str(line);
    }

    fn keeps_hyphen(&self, paragraph: &str, line: &str) -> bool {
        let is_end = |c: char| c.is_whitespace() || "([{\"“‘«/—–".contains(c);
        let head = paragraph.rsplit(is_end).next().unwrap_or_default().trim_end_matches(['-', '\u{2010}']);
        let is_word = |c: &char| c.is_alphanumeric() || matches!(c, '-' | '’' | '\'');
        let tail: String = line.chars().take_while(is_word).collect();
        let times = |word: String| self.0.get(&word.to_lowercase()).copied().unwrap_or(0);
        let (with, without) = (times(format!("{head}-{tail}")), times(format!("{head}{tail}")));
        // "Anglo-\nSaxon", "2030-\n31": no word goes on with a capital or a number.
        with > without || without == 0 && !line.starts_with(char::is_lowercase)
    }
}

/// Whether the hyphen at the end of a line stands between letters.
fn parts_word(paragraph: &str, line: &str) -> bool {
    paragraph.chars().rev().nth(1).is_some_and(char::is_alphanumeric)
        && line.starts_with(char::is_alphanumeric)
}
