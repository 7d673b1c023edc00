//! The name of what a date dates: "2008 [Strategic Accord]", "last year's [Harbour Summit]", "the [Harbour Summit]
//! held last year".
//!
//! A name is a run of words with capitals right beside the date, tied to it by grammar: behind a date that an article
//! or a possessive makes an attribute, or before it with no more than a participle or a preposition between, if its
//! last word is one that names events.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

static EVENT_NOUNS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("event_nouns.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
});

/// Words before a date used as an attribute.
const DETERMINERS: &[&str] = &["the", "a", "an", "this", "that", "its", "their", "our", "his", "her"];
/// Words inside of a name.
const INSIDE: &[&str] = &["of", "for", "on", "the", "de"];
/// Words between a name and its date.
const TIES: &[&str] = &[
    "held",
    "signed",
    "of",
    "in",
    "on",
    "from",
    "reached",
    "adopted",
    "concluded",
    "ratified",
    "agreed",
    "which",
    "was",
    "were",
    "that",
    "at",
    "during",
];
/// Words between them at most.
const MOST_TIES: usize = 3;
/// Words of a name at most.
const LONGEST: usize = 10;

/// A word with the punctuation around it cut off.
struct Word<'t> {
    text: &'t str,
    range: Range<usize>,
    /// Whether a mark parts it from the word before, or behind.
    parted_before: bool,
    parted_behind: bool,
}

impl Word<'_> {
    fn capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    fn is_any(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.text.eq_ignore_ascii_case(word))
    }
}

/// The name that belongs to a date: bytes of the text.
pub(super) fn label(text: &str, sentence: Range<usize>, mention: &Range<usize>) -> Option<Range<usize>> {
    behind(text, sentence.clone(), mention).or_else(|| before(text, sentence, mention))
}

/// The name behind a date that is its attribute.
fn behind(text: &str, sentence: Range<usize>, mention: &Range<usize>) -> Option<Range<usize>> {
    let rest = text.get(mention.end..sentence.end)?;
    let owned = ["'s", "’s", "'", "’"].iter().find_map(|mark| rest.strip_prefix(mark));
    let determined = || {
        let last = words(text, sentence.start..mention.start).pop();
        let own = text.get(mention.clone()).and_then(|own| own.split_whitespace().next());
        last.is_some_and(|word| word.is_any(DETERMINERS) && !word.parted_behind)
            || own.is_some_and(|own| DETERMINERS.iter().any(|word| own.eq_ignore_ascii_case(word)))
    };
    (owned.is_some() || determined()).then_some(())?;
    let start = sentence.end.checked_sub(owned.unwrap_or(rest).len())?;
    let all = words(text, start..sentence.end);
    let mut run = 0;
    for (at, word) in all.iter().take(LONGEST).enumerate() {
        if word.parted_before && (at > 0 || word.range.start > start + 1) {
            break;
        }
        if word.capital() {
            run = at + 1;
        } else if !word.is_any(INSIDE) {
            break;
        }
        if word.parted_behind {
            break;
        }
    }
    let run = all.get(..run)?;
    let named = run.iter().filter(|word| word.capital()).count() > 1;
    named.then(|| Some(run.first()?.range.start..run.last()?.range.end))?
}

/// The name before a date.
fn before(text: &str, sentence: Range<usize>, mention: &Range<usize>) -> Option<Range<usize>> {
    let all = words(text, sentence.start..mention.start);
    let ties =
        all.iter().rev().take(MOST_TIES).take_while(|word| word.is_any(TIES) && !word.capital()).count();
    let all = all.get(..all.len() - ties)?;
    let noun = all.last()?;
    (noun.capital() && EVENT_NOUNS.contains(noun.text.to_lowercase().as_str())).then_some(())?;
    let mut first = all.len() - 1;
    for (at, word) in all.iter().enumerate().rev().take(LONGEST).skip(1) {
        if word.parted_behind {
            break;
        }
        if word.capital() && !(at == 0 && word.is_any(DETERMINERS)) {
            first = at;
        } else if !word.is_any(INSIDE) {
            break;
        }
    }
    let run = all.get(first..)?;
    let named = run.iter().filter(|word| word.capital()).count() > 1;
    named.then(|| Some(run.first()?.range.start..run.last()?.range.end))?
}

fn words(text: &str, within: Range<usize>) -> Vec<Word<'_>> {
    let mut all = Vec::new();
    let Some(part) = text.get(within.clone()) else { return all };
    let base = part.as_ptr() as usize;
    for piece in part.split_whitespace() {
        let offset = within.start + (piece.as_ptr() as usize - base);
        let mark = |c: char| !c.is_alphanumeric();
        let opened = piece.trim_start_matches(mark);
        let start = offset + piece.len() - opened.len();
        let closed = opened.trim_end_matches(mark);
        if closed.is_empty() {
            continue;
        }
        // The stop of "U.S." is its own.
        let own_stop = usize::from(closed.contains('.') && opened[closed.len()..].starts_with('.'));
        let bare = ["'s", "’s"].iter().find_map(|mark| closed.strip_suffix(mark)).unwrap_or(closed);
        let end = start + if bare.len() < closed.len() { bare.len() } else { closed.len() + own_stop };
        all.push(Word {
            text: bare,
            range: start..end,
            parted_before: opened.len() < piece.len(),
            parted_behind: opened.len() > closed.len() + own_stop,
        });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name<'t>(text: &'t str, date: &str) -> Option<&'t str> {
        let start = text.find(date).unwrap();
        label(text, 0..text.len(), &(start..start + date.len())).map(|range| &text[range])
    }

    #[test]
    fn a_date_that_is_an_attribute_has_the_name_behind_it() {
        assert_eq!(name("It follows the 2011 Harbour Safety Accord.", "2011"), Some("Harbour Safety Accord"));
        assert_eq!(
            name("They met at last year’s North-South Forum, he said.", "last year"),
            Some("North-South Forum")
        );
        assert_eq!(name("In 2011 President Ada Berg signed it.", "2011"), None);
        assert_eq!(name("The 2011 harvest was good.", "2011"), None);
    }

    #[test]
    fn a_name_of_an_event_stands_before_its_date() {
        let text = "It was outlined during the U.S.-Norland Fishing Dialogue held last year in Lindau.";
        assert_eq!(name(text, "last year"), Some("U.S.-Norland Fishing Dialogue"));
        assert_eq!(name("The Treaty of Lindau of 1911 is in force.", "1911"), None);
        assert_eq!(name("Ada Berg spoke in 2011.", "2011"), None);
    }

    #[test]
    fn a_comma_ends_a_name() {
        assert_eq!(name("after the 2011 Fishing Accord, Norland left", "2011"), Some("Fishing Accord"));
    }
}
