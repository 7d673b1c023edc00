//! One account denies or prevents what the other affirms.
//!
//! Told by one word of both: denied by a negator right before it where the other account denies nothing at all, or
//! prevented where the other ensures it. That something is prevented and that it is there is no contradiction. Or told
//! by opposites between the same words. De Marneffe, Rafferty and Manning (2008) count both among the surest signs of
//! contradiction.

use std::ops::Range;
use std::sync::LazyLock;

use super::side::{Side, Sides, class};
use super::{Difference, DifferenceKind, Severity};
use crate::data::data;
use crate::hash::HashMap;
use crate::text::stem;

/// Words between a denial and what it denies, at most.
const REACH: usize = 5;
/// Words around a denied one in which the same must be named.
const NEAR: usize = 6;
/// Letters that forms of one word share.
const ROOT: usize = 4;
/// Likeness from which independent accounts are compared for their polarity.
const SAME: f64 = 0.42;
/// The same where a bare denial parts them, which other people or other times may explain.
const SURE: f64 = 0.6;
/// The same for a copy and its original.
const SAME_COPY: f64 = 0.3;

/// Of each stem of `antonyms.txt` the line and the side.
static OPPOSITES: LazyLock<HashMap<String, Vec<(usize, bool)>>> = LazyLock::new(|| {
    let mut all: HashMap<String, Vec<(usize, bool)>> = HashMap::new();
    let lines = data!("antonyms.txt").lines();
    for (number, (one, other)) in lines.filter_map(|line| line.split_once('/')).enumerate() {
        for (words, side) in [(one, false), (other, true)] {
            for word in words.split_whitespace() {
                all.entry(stem(word)).or_default().push((number, side));
            }
        }
    }
    all
});

/// How a sentence stands to a word of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stance {
    /// Not, never.
    Denied(usize),
    /// Prevented, halted.
    Prevented(usize),
    /// Ensured, allowed.
    Affirmed(usize),
    Plain,
}

/// Finds what one of two sentences denies and the other does not.
pub(super) fn polarity(sides: &Sides) -> Vec<(f64, Difference)> {
    if sides.likeness < if sides.copy { SAME_COPY } else { SAME } {
        return Vec::new();
    }
    let severity = if sides.copy { Severity::High } else { Severity::Medium };
    if sides.facts() > 1 {
        return Vec::new();
    }
    let found = denied(sides).or_else(|| replaced(sides)).or_else(|| ensured(sides).filter(|_| sides.copy));
    found.map(|(a, b)| sides.difference(DifferenceKind::Polarity, severity, &[a], &[b])).into_iter().collect()
}

/// One word that the sentences take opposite stances to.
fn denied(sides: &Sides) -> Option<(Range<usize>, Range<usize>)> {
    let (ours, theirs) = (singles(&sides.a), singles(&sides.b));
    for (at, word) in sides.a.words.iter().enumerate() {
        let Some(&Some(other)) = theirs.get(&word.stem) else { continue };
        let named = |side: &Side, at: usize| side.word(at).is_none_or(|word| word.capital && at > 0);
        if ours.get(&word.stem) != Some(&Some(at))
            || !word.is_content()
            || named(&sides.a, at)
            || named(&sides.b, other)
        {
            continue;
        }
        // Synonyms have one stem here; a denied synonym is too weak a sign.
        let same = sides
            .b
            .word(other)
            .is_some_and(|there| there.lower.chars().take(ROOT).eq(word.lower.chars().take(ROOT)));
        if !same || word.is(class::NUMBER | class::NEGATOR | class::PREVENTER | class::AFFIRMER) {
            continue;
        }
        let (one, another) = (stance(&sides.a, at), stance(&sides.b, other));
        let apart = match (one, another) {
            (Stance::Denied(_), Stance::Plain | Stance::Affirmed(_)) => {
                company(sides, at, other) && !denies(&sides.b) && !is_first(&sides.b)
            }
            (Stance::Plain | Stance::Affirmed(_), Stance::Denied(_)) => {
                company(sides, at, other) && !denies(&sides.a) && !is_first(&sides.a)
            }
            (Stance::Prevented(_), Stance::Affirmed(_)) | (Stance::Affirmed(_), Stance::Prevented(_)) => true,
            _ => false,
        };
        if apart {
            return Some((marked(at, one), marked(other, another)));
        }
    }
    None
}

/// Ensuring that they never return, ensuring that they return: of one thing, and of one word more.
fn ensured(sides: &Sides) -> Option<(Range<usize>, Range<usize>)> {
    sides
        .matched
        .iter()
        .filter(|&&(a, b)| sides.a.is(a, class::AFFIRMER) && sides.b.is(b, class::AFFIRMER))
        .find_map(|&(a, b)| {
            let what = |side: &Side, verb: usize| {
                let ends = |at: &usize| {
                    side.word(*at).is_some_and(|word| {
                        word.before.is_some() || word.is(class::CLAUSE) && word.lower != "that"
                    })
                };
                let end = (verb + 1..side.words.len()).find(ends).unwrap_or(side.words.len());
                verb + 1..end
            };
            let (ours, theirs) = (what(&sides.a, a), what(&sides.b, b));
            let denies = |side: &Side, range: &Range<usize>| {
                range.clone().any(|at| side.is(at, class::NEGATOR | class::PREVENTER))
            };
            let content = |side: &Side, range: &Range<usize>| -> Vec<u32> {
                let words = range.clone().filter_map(|at| side.word(at));
                words
                    .filter(|word| word.is_content() && !word.is(class::NEGATOR | class::PREVENTER))
                    .map(|word| word.stem)
                    .collect()
            };
            let (x, y) = (content(&sides.a, &ours), content(&sides.b, &theirs));
            let shared = x.iter().filter(|stem| y.contains(stem)).count();
            let close = shared > 0 && (1..=2).contains(&x.len()) && (1..=3).contains(&y.len())
                || shared > 0 && (1..=2).contains(&y.len()) && (1..=3).contains(&x.len());
            // "Stable" and "never destabilised" are one.
            let undoes = |range: &Range<usize>, side: &Side| {
                range.clone().filter_map(|at| side.word(at)).any(|word| {
                    ["un", "dis", "de", "in", "im"].iter().any(|prefix| {
                        word.lower.starts_with(prefix) && word.is_content() && word.lower.len() > 6
                    })
                })
            };
            let apart = denies(&sides.a, &ours) != denies(&sides.b, &theirs)
                && close
                && !undoes(&ours, &sides.a)
                && !undoes(&theirs, &sides.b);
            apart.then_some((a..ours.end, b..theirs.end))
        })
}

/// Whether the same is said around the words at `a` and `b`: somewhere near in a copy, on both sides in independent
/// texts, where other people or other things may explain the rest.
fn company(sides: &Sides, a: usize, b: usize) -> bool {
    let near = |behind: bool| {
        sides.matched.iter().any(|&(x, y)| {
            let side = if behind { x > a && y > b } else { x < a && y < b };
            side && x.abs_diff(a) <= NEAR
                && y.abs_diff(b) <= NEAR
                && sides.a.word(x).is_some_and(super::side::Word::is_content)
        })
    };
    if sides.copy { near(false) || near(true) } else { sides.likeness >= SURE && near(false) && near(true) }
}

/// Stems with the place of their only word; nothing for those of several.
fn singles(side: &Side) -> HashMap<u32, Option<usize>> {
    let mut places: HashMap<u32, Option<usize>> = HashMap::new();
    for (at, word) in side.words.iter().enumerate() {
        let only = (!places.contains_key(&word.stem)).then_some(at);
        places.insert(word.stem, only);
    }
    places
}

/// Whether a sentence denies or prevents anything at all: two ways of denying one thing are no difference.
fn denies(side: &Side) -> bool {
    side.words.iter().any(|word| word.is(class::NEGATOR | class::PREVENTER) || is_condition(&word.lower))
}

/// Whether a word opens what is not said to be so.
fn is_condition(word: &str) -> bool {
    matches!(word, "if" | "unless" | "whether")
}

/// "For the first time" says that it never was before.
fn is_first(side: &Side) -> bool {
    side.words.iter().any(|word| word.lower == "first")
}

/// Opposites between the same words.
fn replaced(sides: &Sides) -> Option<(Range<usize>, Range<usize>)> {
    if !sides.copy && sides.likeness < SURE {
        return None;
    }
    for gap in sides.gaps() {
        let inside = |side: &Side, gap: &Range<usize>| {
            let content =
                |at: usize| side.word(at).is_some_and(|word| word.is_content() && word.before.is_none());
            gap.len() <= 2 && gap.start > 0 && content(gap.start - 1) | content(gap.end)
        };
        if !inside(&sides.a, &gap.a) || !inside(&sides.b, &gap.b) {
            continue;
        }
        for a in gap.a.clone() {
            for b in gap.b.clone() {
                let negated = |side: &Side, at: usize| {
                    matches!(stance(side, at), Stance::Denied(_) | Stance::Prevented(_))
                };
                if opposed(sides, a, b) && negated(&sides.a, a) == negated(&sides.b, b) {
                    return Some((a..a + 1, b..b + 1));
                }
            }
        }
    }
    None
}

fn opposed(sides: &Sides, a: usize, b: usize) -> bool {
    let places = |side: &Side, at: usize| side.word(at).and_then(|word| OPPOSITES.get(&stem(&word.lower)));
    let (Some(ours), Some(theirs)) = (places(&sides.a, a), places(&sides.b, b)) else { return false };
    ours.iter().any(|&(line, side)| theirs.contains(&(line, !side)))
}

/// The stance of a sentence to its word at `at`: by a negator right before it, or by the nearest verb of preventing or
/// allowing in its clause.
fn stance(side: &Side, at: usize) -> Stance {
    let parted = |place: usize| side.word(place).is_none_or(|word| word.before.is_some());
    let mut place = at;
    while place > 0 && !parted(place) {
        place -= 1;
        let Some(word) = side.word(place) else { break };
        if word.is(class::NEGATOR) {
            let spoilt = side.words.iter().any(|word| is_condition(&word.lower))
                || side.is(place + 1, class::SPOILER)
                || place > 0 && side.word(place - 1).is_some_and(|word| word.lower == "or");
            return if spoilt || restricts(side, place) { Stance::Plain } else { Stance::Denied(place) };
        }
        if !word.is(class::HELPER) && !word.lower.ends_with("ly") {
            break;
        }
    }
    let mut content = 0;
    for place in (at.saturating_sub(REACH)..at).rev() {
        let Some(word) = side.word(place) else { break };
        if parted(place + 1) || word.is(class::CLAUSE) {
            break;
        }
        let governs = word.is(class::PREVENTER | class::AFFIRMER);
        if governs && turned(side, place) {
            return Stance::Plain;
        } else if governs {
            return if word.is(class::PREVENTER) {
                Stance::Prevented(place)
            } else {
                Stance::Affirmed(place)
            };
        }
        content += usize::from(word.is_content());
        if content > 1 {
            break;
        }
    }
    Stance::Plain
}

/// Whether a negator stands at the head of a relative clause: those that do not hold shares.
fn restricts(side: &Side, negator: usize) -> bool {
    let head =
        (0..negator).rev().find(|&at| side.word(at).is_none_or(|word| !word.is_verb() || word.is_content()));
    head.and_then(|at| side.word(at))
        .is_some_and(|word| matches!(word.lower.as_str(), "that" | "who" | "which"))
}

/// Whether a negator or a failure stands right before the verb at `at`.
fn turned(side: &Side, at: usize) -> bool {
    let verb = (0..at).rev().find(|&place| !side.is(place, class::HELPER));
    verb.is_some_and(|place| side.is(place, class::NEGATOR | class::PREVENTER))
}

/// The word with what tells the stance.
fn marked(at: usize, stance: Stance) -> Range<usize> {
    match stance {
        Stance::Denied(place) | Stance::Prevented(place) | Stance::Affirmed(place) => place..at + 1,
        Stance::Plain => at..at + 1,
    }
}
