//! The name of what a date dates: "2008 [Strategic Accord]", "last year's [Harbour Summit]", "the [Harbour Summit]
//! held last year".
//!
//! A name is a run of words with capitals right beside the date, tied to it by grammar: behind a date that an article
//! or a possessive makes an attribute, or before it with no more than a participle or a preposition between, if its
//! last word is one that names events.

use std::ops::Range;
use std::sync::LazyLock;

use crate::data::data;
use crate::insight::reading::is_stop_word;
use crate::order::Set;

static EVENT_NOUNS: LazyLock<Set<&'static str>> = LazyLock::new(|| {
    let lines = data!("event_nouns.txt").lines();
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
/// Common nouns that may close a name: "tanker spill".
const MOST_COMMON: usize = 2;

/// A word with the punctuation around it cut off.
struct Word<'t> {
    text: &'t str,
    range: Range<usize>,
    /// Whether a mark parts it from the word behind.
    parted_behind: bool,
}

impl Word<'_> {
    fn capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    fn names_event(&self) -> bool {
        EVENT_NOUNS.contains(self.text.to_lowercase().as_str())
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
        let last = words(text, sentence.start..mention.start).next_back();
        last.is_some_and(|word| word.is_any(DETERMINERS) && !word.parted_behind)
    };
    (owned.is_some() || determined()).then_some(())?;
    let start = sentence.end.checked_sub(owned.unwrap_or(rest).len())?;
    let all: Vec<Word> = words(text, start..sentence.end).take(LONGEST).collect();
    // Nothing but a space stands between.
    let gap = text.get(start..all.first()?.range.start)?;
    gap.chars().all(char::is_whitespace).then_some(())?;
    let closed = all.iter().take(LONGEST).position(|word| word.parted_behind).map_or(LONGEST, |at| at + 1);
    let all = all.get(..closed.min(all.len()))?;
    let length = all.iter().position(|word| !word.capital() && !word.is_any(INSIDE)).unwrap_or(all.len());
    let run = all.get(..all.get(..length)?.iter().rposition(Word::capital)? + 1)?;
    (run.iter().filter(|word| word.capital()).count() > 1).then_some(())?;
    // "Hong Kong flu": the name of a place may only be the beginning.
    let next = all.get(run.len()).filter(|next| !is_stop_word(next.text));
    let noun = all.iter().skip(run.len()).take(MOST_COMMON).position(Word::names_event);
    let end = match (next, noun) {
        (Some(_), Some(noun)) => all.get(run.len() + noun)?,
        (Some(_), None) if !run.last()?.names_event() => return None,
        _ => run.last()?,
    };
    Some(run.first()?.range.start..end.range.end)
}

/// The name before a date.
fn before(text: &str, sentence: Range<usize>, mention: &Range<usize>) -> Option<Range<usize>> {
    let mut all: Vec<Word> =
        words(text, sentence.start..mention.start).rev().take(MOST_TIES + LONGEST + 1).collect();
    all.reverse();
    let ties =
        all.iter().rev().take(MOST_TIES).take_while(|word| word.is_any(TIES) && !word.capital()).count();
    let all = all.get(..all.len() - ties)?;
    let noun = all.last()?;
    (noun.capital() && noun.names_event()).then_some(())?;
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

/// The words of a part of a text, from either end.
fn words(text: &str, within: Range<usize>) -> impl DoubleEndedIterator<Item = Word<'_>> {
    let part = text.get(within.clone()).unwrap_or_default();
    let base = part.as_ptr() as usize;
    part.split_whitespace().filter_map(move |piece| {
        let offset = within.start + (piece.as_ptr() as usize - base);
        let mark = |c: char| !c.is_alphanumeric();
        let opened = piece.trim_start_matches(mark);
        let start = offset + piece.len() - opened.len();
        let closed = opened.trim_end_matches(mark);
        if closed.is_empty() {
            return None;
        }
        // The stop of "U.S." is its own.
        let own_stop = usize::from(
            closed.contains('.') && opened.get(closed.len()..).is_some_and(|rest| rest.starts_with('.')),
        );
        let bare = ["'s", "’s"].iter().find_map(|mark| closed.strip_suffix(mark)).unwrap_or(closed);
        let end = start + if bare.len() < closed.len() { bare.len() } else { closed.len() + own_stop };
        Some(Word { text: bare, range: start..end, parted_behind: opened.len() > closed.len() + own_stop })
    })
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
    fn a_name_may_close_with_the_noun_of_the_event() {
        assert_eq!(
            name("worse than the 1911 Ada Berg tanker spill was", "1911"),
            Some("Ada Berg tanker spill")
        );
        assert_eq!(name("in the 1911 Lindau Bay harvest reports", "1911"), None);
    }

    #[test]
    fn what_follows_a_mark_is_no_name_of_the_date() {
        assert_eq!(name("A year ago, the Lindau Project began.", "A year ago"), None);
        assert_eq!(name("Traffic was up this week * Random Google searches", "this week"), None);
    }

    #[test]
    fn a_comma_ends_a_name() {
        assert_eq!(name("after the 2011 Fishing Accord, Norland left", "2011"), Some("Fishing Accord"));
    }
}
