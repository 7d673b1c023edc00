//! Definitions without brackets: the Iraqi Security Forces, the ISF, · the United Nations, or UN · ILO, the
//! International Labour Organization, · known as NATO.
//!
//! Nothing but the words' initials tells such a pair from two neighbours in a list, so every letter must begin a
//! word and every word but links must have its letter.

use std::ops::Range;

use super::Definition;
use super::align::align;
use super::shape::{is_acronym, letters};
use super::tokens::{Token, is_link_word, tokens};

/// What a fit may cost here: link words passed over, a capital inside a word, a plural; no letter from inside a word.
const STRICT: u32 = 6;

/// Words that announce an acronym at most: which is also commonly known by its initials.
const LONGEST_CUE: usize = 9;

/// All pairs that the text defines by apposition, in order.
pub(super) fn definitions(text: &str, found: &mut Vec<Definition>) {
    let words = tokens(text);
    for (index, token) in words.iter().enumerate().filter(|(_, token)| !token.small) {
        let core = token.core(text);
        let Some(short) = text.get(core.clone()).filter(|word| is_acronym(word)) else { continue };
        if let Some(long) = before(text, &words, index, short).or_else(|| after(text, &words, index, short)) {
            found.push(Definition { short: core, long });
        }
    }
}

fn word<'t>(text: &'t str, words: &[Token], index: usize) -> &'t str {
    words.get(index).map_or("", |token| token.text(text))
}

/// The long form before the acronym: the Iraqi Security Forces, the ISF,
fn before(text: &str, words: &[Token], index: usize, short: &str) -> Option<Range<usize>> {
    let mut at = index.checked_sub(1)?;
    if word(text, words, at) == "the" {
        at = at.checked_sub(1)?;
    }
    let announced = match word(text, words, at) {
        "or" => {
            at = at.checked_sub(1)?;
            word(text, words, at).ends_with(',')
        }
        "as" | "to" | "by" | "called" | "acronym" | "initials" | "abbreviation" => {
            at = before_cue(text, words, at)?;
            true
        }
        comma => comma.ends_with(',') && ends_apposition(word(text, words, index)) && letters(short) >= 3,
    };
    if !announced {
        return None;
    }
    let reach = (at + 1).saturating_sub(2 * letters(short) + 1);
    let from = (reach..at).rev().find(|&k| ends_phrase(word(text, words, k))).map_or(reach, |k| k + 1);
    let window = words.get(from)?.start..words.get(at)?.end;
    let fit = align(short, text.get(window.clone())?).filter(|fit| fit.cost <= STRICT)?;
    (fit.long.len() > short.len()).then_some(window.start + fit.long.start..window.start + fit.long.end)
}

/// Walks back over "(is) (also) known as", "abbreviated to", "by the acronym": the word before.
fn before_cue(text: &str, words: &[Token], mut at: usize) -> Option<usize> {
    const VERBS: [&str; 7] =
        ["known", "abbreviated", "called", "acronym", "initials", "abbreviation", "shortened"];
    const AROUND: [&str; 15] = [
        "as", "to", "by", "its", "the", "also", "better", "commonly", "often", "usually", "widely", "is",
        "are", "which", "referred",
    ];
    let mut announced = false;
    for _ in 0..LONGEST_CUE {
        let here = word(text, words, at).trim_end_matches(',');
        if VERBS.contains(&here) {
            announced = true;
        } else if !AROUND.contains(&here) {
            return announced.then_some(at);
        }
        at = at.checked_sub(1)?;
    }
    None
}

/// The long form behind the acronym: ILO, the International Labour Organization,
fn after(text: &str, words: &[Token], index: usize, short: &str) -> Option<Range<usize>> {
    let comma = word(text, words, index).ends_with(',');
    let mut at = index + 1;
    let announced = match (word(text, words, at), word(text, words, at + 1)) {
        ("stands" | "stood" | "short", "for") => {
            at += 2;
            true
        }
        ("or", _) => {
            at += 1;
            comma
        }
        _ => comma,
    };
    if !announced || letters(short) < 3 {
        return None;
    }
    if word(text, words, at) == "the" {
        at += 1;
    }
    let start = words.get(at)?.core(text).start;
    for last in at..at + 2 * letters(short) {
        let token = words.get(last)?;
        let written = token.text(text);
        if ends_apposition(written) {
            let window = text.get(start..token.end)?;
            let fit = align(short, window).filter(|fit| fit.cost <= STRICT && fit.long.start == 0)?;
            return (fit.long.len() > short.len()).then_some(start..start + fit.long.end);
        }
        if !written.starts_with(char::is_uppercase) && !is_link_word(written) {
            return None;
        }
    }
    None
}

fn ends_apposition(word: &str) -> bool {
    word.ends_with([',', ')', '.', ';', ':', ']'])
}

fn ends_phrase(word: &str) -> bool {
    word.ends_with(['.', '!', '?', ';', ':', ')', ']']) && word.len() > 3
}
