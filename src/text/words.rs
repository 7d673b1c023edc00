//! Words: where they stand in a text, and the term that each is indexed and looked up by.
//!
//! A word is a run of letters and digits; inside it may stand an apostrophe (O'Brien), a full stop between
//! single letters (U.S.), a comma or full stop between digits (2,500). A hyphen or dash parts two words, so
//! that CJTF-OIR and CJTF OIR are the same two.
//!
//! Its term is the folded word without apostrophes, possessive endings, the stops of an acronym and the
//! commas of a number. One case difference is kept: an acronym of two to four capitals that would fold to a stop word
//! keeps them (US, IS, WHO), so that it is neither dropped from queries nor mixed up with the pronoun.

use std::ops::Range;

use super::fold::Fold;
use super::key::{LONG, SMALL, key, letters, run};
use super::stop_words::is_stop_word;

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{2BC}')
}

/// Calls `visit` with the place and the term of every word of `text`, in order.
///
/// `shouting` says that the text is all in capitals, where capitals tell nothing about a word. A word whose
/// term would be empty is passed over.
pub(crate) fn words(fold: &Fold, text: &str, shouting: bool, mut visit: impl FnMut(Range<usize>, &str)) {
    each_spelling(fold, text, shouting, &mut visit);
}

/// [`words`], once for all who call it.
fn each_spelling(fold: &Fold, text: &str, shouting: bool, visit: &mut dyn FnMut(Range<usize>, &str)) {
    each_word(fold, text, shouting, &mut |range, key, term| {
        let short = key.to_le_bytes();
        visit(range, if key & LONG == 0 { letters(&short) } else { term });
    });
}

/// As [`words`], but with the [`key`] of each term, and the term itself only where that is [`LONG`].
pub(crate) fn each_word(
    fold: &Fold,
    text: &str,
    shouting: bool,
    visit: &mut dyn FnMut(Range<usize>, u64, &str),
) {
    let bytes = text.as_bytes();
    let mut term = String::new();
    let mut at = 0;
    while let Some(&first) = bytes.get(at) {
        if first.is_ascii() && !first.is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        // Nearly all words of an English text are nothing but ASCII letters and digits, surely parted from what follows.
        let run = run(bytes, at);
        let mut range = at..at + run.length;
        let mut key = run.key;
        term.clear();
        if joins(bytes, range.clone()) {
            let Some(word) = next_word(fold, text, at) else { return };
            normalise(fold, text.get(word.clone()).unwrap_or_default(), &mut term);
            if !shouting {
                keep_capitals(text.get(word.clone()).unwrap_or_default(), &mut term);
            }
            key = self::key(&term);
            range = word;
        } else if key & LONG != 0 {
            term.push_str(text.get(range.clone()).unwrap_or_default());
            term.make_ascii_lowercase();
        } else if run.is_capitals
            && !shouting
            && (2..=4).contains(&run.length)
            && is_stop_word(letters(&key.to_le_bytes()))
        {
            key &= !SMALL;
        }
        at = range.end;
        if key != 0 {
            visit(range, key, &term);
        }
    }
}

/// Whether a run of ASCII letters and digits may be part of a longer word.
fn joins(bytes: &[u8], run: Range<usize>) -> bool {
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let Some(&next) = bytes.get(run.end) else { return false };
    match next {
        b'\'' => true,
        // Between digits; a full stop between single letters, too.
        b',' | b'.' if digit(run.end - 1) => {
            digit(run.end + 1) || bytes.get(run.end + 1).is_some_and(|&b| b >= 0x80)
        }
        b'.' => run.len() == 1,
        _ => next >= 0x80 || run.is_empty(),
    }
}

/// Whether a text is all in capitals. A letter outside ASCII says no: most scripts have no case to tell by.
pub(crate) fn is_shouting(fold: &Fold, text: &str) -> bool {
    let mut capitals = false;
    for c in text.chars() {
        if c.is_ascii_lowercase() || (!c.is_ascii() && fold.is_word(c)) {
            return false;
        }
        capitals |= c.is_ascii_uppercase();
    }
    capitals
}

/// The character at a byte; NUL, which is part of no word, at the end and behind it.
#[inline(never)]
fn char_at(text: &str, at: usize) -> char {
    text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or('\0')
}

/// The first word at or after byte `from`.
fn next_word(fold: &Fold, text: &str, from: usize) -> Option<Range<usize>> {
    let is_letter = |c: char| fold.is_word(c) && !c.is_ascii_digit();
    let mut start = from;
    while !fold.is_word(char_at(text, start)) {
        start += char_at(text, start).len_utf8();
        if start >= text.len() {
            return None;
        }
    }
    let mut end = start;
    let mut at = start;
    // The last two characters taken, to judge a joiner by.
    let (mut before, mut previous) = (' ', ' ');
    loop {
        let c = char_at(text, at);
        at += c.len_utf8();
        if fold.is_word(c) {
            end = at;
        } else {
            let next = char_at(text, at);
            let joins = if is_apostrophe(c) {
                fold.is_word(next)
            } else if c == '.' && is_letter(previous) && (before == ' ' || before == '.') {
                // U.S: the letter after the stop must be single too. The last stop of U.S. belongs to it.
                let after = char_at(text, at + next.len_utf8());
                let single = is_letter(next) && !fold.is_word(after) && !is_apostrophe(after);
                if !single && before == '.' {
                    end = at;
                }
                single
            } else {
                (c == ',' || c == '.') && previous.is_ascii_digit() && next.is_ascii_digit()
            };
            if !joins {
                return Some(start..end);
            }
        }
        before = previous;
        previous = c;
    }
}

/// Appends the term of a word.
fn normalise(fold: &Fold, word: &str, term: &mut String) {
    let word = possessive_off(word);
    let number = word.bytes().next().is_some_and(|first| first.is_ascii_digit());
    for c in word.chars() {
        let dropped = is_apostrophe(c) || c == ',' || (c == '.' && !number);
        if !dropped {
            fold.push(c, term);
        }
    }
}

/// Gives an acronym that meets a stop word its capitals back.
fn keep_capitals(word: &str, term: &mut str) {
    // Most words end here.
    if word.as_bytes().get(1).is_none_or(u8::is_ascii_lowercase) {
        return;
    }
    let word = possessive_off(word);
    let acronym = (2..=4).contains(&term.len()) && word.bytes().all(|b| b.is_ascii_uppercase() || b == b'.');
    if acronym && is_stop_word(term) {
        term.make_ascii_uppercase();
    }
}

/// The word without 's.
fn possessive_off(word: &str) -> &str {
    let mut rest = word.chars();
    let possessive =
        matches!(rest.next_back(), Some('s' | 'S')) && rest.next_back().is_some_and(is_apostrophe);
    if possessive { rest.as_str() } else { word }
}

#[cfg(all(test, feature = "build"))]
mod tests {
    use super::*;

    fn terms(text: &str) -> Vec<String> {
        let fold = Fold::learn(&text.chars().collect());
        let mut all = Vec::new();
        words(&fold, text, is_shouting(&fold, text), |range, term| {
            assert!(!text[range].is_empty());
            all.push(term.to_owned());
        });
        all
    }

    #[test]
    fn spellings_of_one_word_give_one_term() {
        assert_eq!(
            terms("Iraq's Iraq’s Iraq IRAQ and more"),
            ["iraq", "iraq", "iraq", "iraq", "and", "more"]
        );
        assert_eq!(terms("CJTF-OIR, CJTF OIR"), ["cjtf", "oir", "cjtf", "oir"]);
        assert_eq!(terms("al-Abbasi Al‑Abbasi"), ["al", "abbasi", "al", "abbasi"]);
        assert_eq!(terms("O'Brien O’Brien Cafés café"), ["obrien", "obrien", "cafes", "cafe"]);
    }

    #[test]
    fn acronyms_lose_their_stops_and_keep_their_capitals_where_they_meet_a_stop_word() {
        assert_eq!(terms("the U.S. and the US told us"), ["the", "US", "and", "the", "US", "told", "us"]);
        assert_eq!(terms("IS is in Washington, D.C."), ["IS", "is", "in", "washington", "dc"]);
        assert_eq!(terms("U.S.-led e.g. this"), ["US", "led", "eg", "this"]);
        assert_eq!(
            terms("US AND IRAQ"),
            ["us", "and", "iraq"],
            "capitals tell nothing where all is in capitals"
        );
    }

    #[test]
    fn numbers_keep_their_parts_together() {
        assert_eq!(
            terms("2,500 troops, 3.5 per cent, July 22-23, 2024."),
            ["2500", "troops", "3.5", "per", "cent", "july", "22", "23", "2024"]
        );
    }

    #[test]
    fn a_full_stop_at_the_end_of_a_sentence_is_no_joiner() {
        let text = "It ended.Then I. Nothing";
        assert_eq!(terms(text), ["it", "ended", "then", "i", "nothing"]);
    }

    #[test]
    fn a_place_covers_the_word_as_written() {
        let fold = Fold::default();
        let text = "The U.S.'s plan";
        let mut found = Vec::new();
        words(&fold, text, false, |range, _| found.push(&text[range]));
        assert_eq!(found[0], "The");
        assert!(found[1].starts_with("U.S."), "{found:?}");
    }
}
