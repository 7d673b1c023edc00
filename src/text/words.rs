//! Words: where they stand in a text, and the term that each is indexed and looked up by.
//!
//! A word is a run of letters and digits; inside it may stand an apostrophe (O'Brien), a full stop between
//! single letters (U.S.), a comma or full stop between digits (2,500). A hyphen or dash parts two words, so
//! that CJTF-OIR and CJTF OIR are the same two.
//!
//! Its term is the folded word without apostrophes, possessive endings, the stops of an acronym and the
//! commas of a number; what the fold table tells to be lost in front of words (l' of l'accord) is left out. One case difference is kept: an acronym of two to four capitals that would fold to a stop word
//! keeps them (US, IS, WHO), so that it is neither dropped from queries nor mixed up with the pronoun.
//!
//! A run of a script without spaces is cut into *units* ([`super::fold`]). Each unit with the one behind it is a word, so
//! that words overlap; the last is one alone, so that every unit begins a word. What is looked for does without that
//! last one, unless it is all there is.

use std::ops::Range;

use super::fold::{Fold, GLUES, STARTS};
use super::key::{LONG, SMALL, key, letters, run};
use super::stop_words::{is_stop_word, lists};

/// Bytes that must be left of a word that loses an article which no apostrophe parts from it: three letters of Arabic.
const SHORT: usize = 5;

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2018}' | '\u{2BC}')
}

/// Calls `visit` with the place and the term of every word of `text`, in order, but for a unit alone behind others.
///
/// `shouting` says that the text is all in capitals, where capitals tell nothing about a word. A word whose
/// term would be empty is passed over.
pub(crate) fn words(fold: &Fold, text: &str, shouting: bool, mut visit: impl FnMut(Range<usize>, &str)) {
    each_spelling(fold, text, shouting, &mut visit);
}

/// [`words`], once for all who call it.
fn each_spelling(fold: &Fold, text: &str, shouting: bool, visit: &mut dyn FnMut(Range<usize>, &str)) {
    let mut end = 0;
    each_word(fold, text, shouting, &mut |range, key, term| {
        if range.end > end {
            end = range.end;
            let short = key.to_le_bytes();
            visit(range, if key & LONG == 0 { letters(&short) } else { term });
        }
    });
}

/// As [`words`], but all of them, with the [`key`] of each term, and the term itself only where that is [`LONG`].
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
        at = range.end;
        let mut key = run.key;
        term.clear();
        if joins(bytes, range.clone()) {
            let Some((word, next)) = next_word(fold, text, range.start) else { return };
            at = next;
            normalise(fold, text.get(word.clone()).unwrap_or_default(), &mut term);
            if !shouting {
                keep_capitals(fold, text.get(word.clone()).unwrap_or_default(), &mut term);
            }
            key = self::key(&term);
            range = word;
        } else if key & LONG != 0 {
            term.push_str(text.get(range.clone()).unwrap_or_default());
            term.make_ascii_lowercase();
        } else if run.is_capitals
            && !shouting
            && (2..=4).contains(&run.length)
            && is_stop_word(fold, letters(&key.to_le_bytes()))
        {
            key &= !SMALL;
        }
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

/// Where the unit ends that begins at a byte; that byte where none does.
fn unit_end(fold: &Fold, text: &str, from: usize) -> usize {
    let mut end = from;
    let mut glued = false;
    loop {
        let c = char_at(text, end);
        let Some(mark) = fold.mark(c).filter(|mark| (mark & STARTS != 0) == (end == from) || glued) else {
            return end;
        };
        glued = mark & GLUES != 0;
        end += c.len_utf8();
    }
}

/// Whether a word is one unit and nothing else.
pub(crate) fn is_unit(fold: &Fold, word: &str) -> bool {
    unit_end(fold, word, 0) == word.len()
}

/// The first word at or after byte `from`, and where to look for the next.
fn next_word(fold: &Fold, text: &str, from: usize) -> Option<(Range<usize>, usize)> {
    let is_letter = |c: char| fold.is_word(c) && !c.is_ascii_digit();
    let mut start = from;
    while !fold.begins(char_at(text, start)) {
        start += char_at(text, start).len_utf8();
        if start >= text.len() {
            return None;
        }
    }
    let mut end = unit_end(fold, text, start);
    if end > start {
        return Some((start..unit_end(fold, text, end), end));
    }
    let mut at = start;
    // The last two characters taken, to judge a joiner by.
    let (mut before, mut previous) = (' ', ' ');
    loop {
        let c = char_at(text, at);
        at += c.len_utf8();
        let joins = if fold.is_word(c) {
            let joins = !fold.starts(c);
            if joins {
                end = at;
            }
            joins
        } else {
            let next = char_at(text, at);
            if is_apostrophe(c) {
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
            }
        };
        if !joins {
            return Some((start..end, end));
        }
        before = previous;
        previous = c;
    }
}

/// Appends the term of a word.
fn normalise(fold: &Fold, word: &str, term: &mut String) {
    let word = possessive_off(word);
    let number = word.bytes().next().is_some_and(|first| first.is_ascii_digit());
    let lost = fold.told('\'');
    let mut left = word.len();
    for c in word.chars() {
        left -= c.len_utf8();
        if c == ',' || (c == '.' && !number) {
            continue;
        }
        let apostrophe = is_apostrophe(c);
        fold.push(if apostrophe { '\'' } else { c }, term);
        if (apostrophe || left >= SHORT) && lists(lost, b' ', term) {
            term.clear();
        } else if apostrophe {
            term.pop();
        }
    }
}

/// Gives an acronym that meets a stop word its capitals back.
fn keep_capitals(fold: &Fold, word: &str, term: &mut str) {
    // Most words end here.
    if word.as_bytes().get(1).is_none_or(u8::is_ascii_lowercase) {
        return;
    }
    let word = possessive_off(word);
    let acronym = (2..=4).contains(&term.len()) && word.bytes().all(|b| b.is_ascii_uppercase() || b == b'.');
    if acronym && is_stop_word(fold, term) {
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
mod tests;
