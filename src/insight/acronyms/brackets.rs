//! Definitions in brackets, either way: long form (SHORT) and SHORT (long form).

use std::ops::Range;

use super::Definition;
use super::align::{Fit, align};
use super::shape::{is_short, letters, strip_cue};
use super::tokens::tokens;

/// Longest bracket that is read, in bytes: longer than any long form, and a bound on the work for text of brackets.
const LONGEST: usize = 160;
/// How far before a bracket its long form may begin, in bytes.
const REACH: usize = 160;

/// All pairs that brackets of the text define, in order.
pub(super) fn definitions(text: &str, found: &mut Vec<Definition>) {
    for (open, mark) in text.match_indices(['(', '[']) {
        let c = if mark == "(" { '(' } else { '[' };
        let Some(inside) = inside(text, open, c) else { continue };
        let before = before(text, open);
        found
            .extend(forward(text, before.clone(), inside.clone()).or_else(|| backward(text, before, inside)));
    }
}

/// What stands in the bracket that opens at `open`.
fn inside(text: &str, open: usize, kind: char) -> Option<Range<usize>> {
    let close = if kind == '(' { ')' } else { ']' };
    let mut depth = 0usize;
    for (offset, c) in text.get(open..)?.char_indices().take_while(|&(offset, _)| offset < LONGEST) {
        if c == kind {
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return Some(open + kind.len_utf8()..open + offset);
            }
        }
    }
    None
}

/// The words before a bracket that may belong to a long form: back to the end of a sentence, to another bracket.
fn before(text: &str, open: usize) -> Range<usize> {
    let mut from = open.saturating_sub(REACH);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let window = text.get(from..open).unwrap_or_default();
    let mut start = open;
    for (back, token) in tokens(window).iter().rev().enumerate() {
        let word = token.text(window);
        let gap = window.get(token.end..).unwrap_or_default();
        let gap = gap.get(..gap.len() - gap.trim_start().len()).unwrap_or_default();
        let cut = token.start == 0 && from > 0;
        let opened = word.contains(['(', '[']);
        let closes = word.ends_with([')', ']']) && (!opened || word.starts_with(['(', '[']));
        if cut || closes || ends_clause(word, back == 0) || gap.matches('\n').count() > 1 {
            break;
        }
        start = from + token.start;
        if word.starts_with(['(', '[']) && !word.contains([')', ']']) {
            start += 1;
            break;
        }
    }
    start..open
}

/// Whether a word ends what is said, so that no long form reaches across it.
fn ends_clause(word: &str, last: bool) -> bool {
    const COMPANY: [&str; 7] = ["inc", "corp", "co", "ltd", "bros", "dept", "st"];
    let bare = word.trim_end_matches(['"', '”', '’', '\'', '»']);
    if bare.ends_with(['!', '?', ';', ':']) {
        return true;
    }
    let Some(stem) = bare.strip_suffix('.') else { return false };
    let short = stem.chars().count();
    let initials = stem.contains('.') || (!last && short == 1);
    let title = !last && short < 4 && stem.starts_with(char::is_uppercase);
    !(initials || title || COMPANY.contains(&stem.to_lowercase().as_str()))
}

/// All of a bracket, and its first piece: (2,4-D), (CIA; see below), (CIA, in short).
fn pieces(text: &str, inside: Range<usize>) -> [Range<usize>; 3] {
    let content = text.get(inside.clone()).unwrap_or_default();
    let until = |marks: &[&str]| {
        let end = marks.iter().filter_map(|mark| content.find(mark)).min().unwrap_or(content.len());
        inside.start..inside.start + end
    };
    [inside.clone(), until(&[";", " or "]), until(&[";", ", ", ",\n", " or "])]
}

/// The pair, where the bracket holds the short form.
fn forward(text: &str, before: Range<usize>, inside: Range<usize>) -> Option<Definition> {
    let window = text.get(before.clone())?;
    for piece in pieces(text, inside) {
        let short = strip_cue(text, piece);
        let word = text.get(short.clone())?;
        if !is_short(word) {
            continue;
        }
        // As many words as Schwartz and Hearst allow, two more for links.
        let reach = (letters(word) + 5).min(2 * letters(word) + 2);
        let all = tokens(window);
        let from = all.len().checked_sub(reach).and_then(|skip| all.get(skip)).map_or(0, |token| token.start);
        let near = window.get(from..)?;
        if let Some(fit) = align(word, near).filter(|fit| plausible(word, near, fit)) {
            let at = before.start + from;
            return Some(Definition { short, long: at + fit.long.start..at + fit.long.end });
        }
    }
    None
}

/// The pair, where the bracket holds the long form.
fn backward(text: &str, before: Range<usize>, inside: Range<usize>) -> Option<Definition> {
    let window = text.get(before.clone())?;
    let core = tokens(window).last()?.core(window);
    let short = before.start + core.start..before.start + core.end;
    let word = text.get(short.clone()).filter(|word| is_short(word))?;
    for piece in pieces(text, inside) {
        let long = strip_cue(text, piece);
        let words = text.get(long.clone())?;
        let several = words.split_whitespace().nth(1).is_some();
        let whole = |fit: &Fit| fit.long.start == 0 && plausible(word, words, fit);
        if let Some(fit) = align(word, words).filter(|fit| several && whole(fit)) {
            return Some(Definition { short, long: long.start..long.start + fit.long.end });
        }
    }
    None
}

/// Whether nothing speaks against a pair whose letters fit.
fn plausible(short: &str, window: &str, fit: &Fit) -> bool {
    let long = window.get(fit.long.clone()).unwrap_or_default();
    let longer = letters(long) > letters(short);
    // One letter stands for one word: excitatory (E). A name is not abbreviated so: Ann Doe (D).
    let single = letters(short) > 1 || long.chars().all(|c| c.is_lowercase() || c == '-');
    // A word that stands in its own long form tells nothing: the New EU (EU).
    let within = tokens(long).iter().any(|token| token.text(long) == short);
    // In small letters only where it is made of initials: revolutions per minute (rpm).
    let small = short.contains(char::is_uppercase) || (letters(short) > 1 && fit.cost <= 7);
    longer && single && !within && small
}
