//! How firmly it is meant, and what "only" is said of.

use std::ops::Range;

use super::side::{Side, Sides, Word, class};
use super::{Difference, DifferenceKind, Severity};
use crate::insight::reading::class as reading_class;

/// Likeness from which independent accounts are compared for their firmness.
const SAME: f64 = 0.4;
/// Words before an action in which its modal or its verb of intent stands.
const REACH: usize = 5;
/// Words on either side of an action in which the same things must be named.
const NEAR: usize = 6;
/// How many.
const COMPANY: usize = 3;
/// Words behind "only" that tell of what it is said.
const FOCUS: usize = 7;

/// Finds where two sentences part in firmness or in the scope of "only".
pub(super) fn force(sides: &Sides) -> Vec<(f64, Difference)> {
    commitment(sides).into_iter().chain(scope(sides)).collect()
}

/// How firmly an action is meant, with the words that tell: 0 talked of, 1 meant, 2 promised, 3 done.
fn firmness(side: &Side, at: usize) -> Option<(u8, Range<usize>)> {
    for place in (at.saturating_sub(REACH)..at).rev() {
        if side.word(place + 1).is_some_and(|word| word.before.is_some()) {
            break;
        }
        let word = side.word(place)?;
        let noun =
            word.lower.starts_with("plan") && side.word(place + 1).is_none_or(|next| next.lower != "to");
        let level = if noun {
            break;
        } else if word.is(class::PROMISED) {
            2
        } else if word.is(class::PLANNED) {
            1
        } else if word.is(class::CONSIDERED) {
            0
        } else if word.is(class::CLAUSE | class::NEGATOR) {
            break;
        } else {
            continue;
        };
        return Some((level, place..at + 1));
    }
    let word = side.word(at)?;
    let leads = at.checked_sub(1).and_then(|before| side.word(before));
    let open = leads.is_some_and(|word| matches!(word.lower.as_str(), "to" | "be" | "not" | "never"));
    // "Remained closed" tells a state.
    let state = leads.is_some_and(|word| word.is_verb() && word.is_content());
    (word.lower.ends_with("ed") && !open && !state && is_verbal(side, at)).then_some((3, at..at + 1))
}

/// Whether a participle stands as a verb, not before a noun: "has signed", "signed by", not "restricted shares".
fn is_verbal(side: &Side, at: usize) -> bool {
    let auxiliary = at
        .checked_sub(1)
        .and_then(|before| side.word(before))
        .is_some_and(|word| word.is_verb() && !word.is_content());
    auxiliary
        || side.word(at + 1).is_none_or(|next| !next.is_content() || next.before.is_some() || next.capital)
}

fn commitment(sides: &Sides) -> Option<(f64, Difference)> {
    if !sides.copy && sides.likeness < SAME {
        return None;
    }
    for &(a, b) in &sides.matched {
        let acts = |side: &Side, at: usize| {
            side.word(at).is_some_and(|word| {
                let form = word.is_verb()
                    || word.lower.ends_with("ing")
                    || word.lower.ends_with("ed")
                    || side.is(at.wrapping_sub(1), class::PROMISED);
                form && (!word.lower.ends_with("ed") || is_verbal(side, at))
                    && word.is_content()
                    && !word.capital
                    && word.term & reading_class::SPEECH == 0
                    && !word.is(class::CONSIDERED | class::PLANNED | class::PROMISED)
            })
        };
        if !acts(&sides.a, a) || !acts(&sides.b, b) {
            continue;
        }
        let company = sides.matched.iter().filter(|&&(x, y)| {
            x != a
                && x.abs_diff(a) <= NEAR
                && y.abs_diff(b) <= NEAR
                && sides.a.word(x).is_some_and(Word::is_content)
        });
        if company.count() < COMPANY {
            continue;
        }
        let (Some(one), Some(other)) = (firmness(&sides.a, a), firmness(&sides.b, b)) else { continue };
        let apart = one.0.abs_diff(other.0);
        let done = one.0.max(other.0) == 3;
        if apart >= 2 || done && apart == 1 {
            let severity = if done { Severity::Low } else { Severity::Medium };
            return Some(sides.difference(DifferenceKind::Commitment, severity, &[one.1], &[other.1]));
        }
    }
    None
}

/// "Only" behind the same words, about other things.
fn scope(sides: &Sides) -> Option<(f64, Difference)> {
    let only = |side: &Side| {
        (0..side.words.len()).find(|&at| {
            side.is(at, class::ONLY) && side.word(at.wrapping_sub(1)).is_none_or(|word| word.lower != "not")
        })
    };
    let (a, b) = (only(&sides.a)?, only(&sides.b)?);
    let before = sides.matched.iter().filter(|&&(x, y)| {
        x < a && x + NEAR >= a && y < b && y + NEAR >= b && sides.a.word(x).is_some_and(Word::is_content)
    });
    if before.count() < COMPANY {
        return None;
    }
    let focus = |side: &Side, at: usize| {
        let end = (at + 1..side.words.len().min(at + 1 + FOCUS))
            .find(|&place| side.word(place).is_some_and(|word| word.before.is_some()));
        at..end.unwrap_or(side.words.len().min(at + 1 + FOCUS))
    };
    let (one, other) = (focus(&sides.a, a), focus(&sides.b, b));
    let named = |side: &Side, range: &Range<usize>| -> Vec<u32> {
        let words = side.words.get(range.start + 1..range.end).unwrap_or_default();
        words.iter().filter(|word| word.is_content() && !word.capital).map(|word| word.stem).collect()
    };
    let (ours, theirs) = (named(&sides.a, &one), named(&sides.b, &other));
    let number = |side: &Side, range: &Range<usize>| -> Option<String> {
        let words = range.clone().filter_map(|at| side.word(at));
        words
            .map(|word| word.lower.chars().take_while(char::is_ascii_digit).collect::<String>())
            .find(|digits| !digits.is_empty())
    };
    let same = number(&sides.a, &one).is_some_and(|digits| Some(digits) == number(&sides.b, &other));
    let apart =
        !same && !ours.is_empty() && !theirs.is_empty() && !ours.iter().any(|stem| theirs.contains(stem));
    apart.then(|| sides.difference(DifferenceKind::Scope, Severity::Medium, &[one], &[other]))
}
