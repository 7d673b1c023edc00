//! Alignment: which words a short form takes its letters from, and how surely.
//!
//! Every letter and digit of the short form is found, in order, in the words of a window. Schwartz and Hearst (2003)
//! take the first place that fits, from the right; here the cheapest of all ways is taken (dynamic programming),
//! where the first letter of a word costs nothing and everything else costs the more the less people abbreviate so.

use std::ops::Range;

use super::tokens::{Token, is_link_word, tokens};

/// What a letter costs at the beginning of a part of a word: after a hyphen, a capital inside a word.
const PART: u32 = 4;
/// A letter of a word whose beginning is taken, next to the letter before.
const NEXT: u32 = 7;
/// A letter further on in a word whose beginning is taken.
const INNER: u32 = 12;
/// A word of which nothing is taken, inside the long form; a link word (of, and, for).
const PASSED: u32 = 20;
const PASSED_LINK: u32 = 3;
/// A word behind the last letter; a link word, with which no long form ends.
const TAIL: u32 = 24;
const TAIL_LINK: u32 = 30;
/// A digit of the short form that the long form lacks, at its end (E2).
const NO_DIGIT: u32 = 12;
/// The plural ending of a short form (NGOs).
const PLURAL: u32 = 1;
/// A comma inside the long form.
const COMMA: u32 = 4;

/// Cost that a short form may have for each of its letters, and once more: with it a letter or two from inside a
/// word are taken in three. Measured on MED1250, F1 90.1 and 88.3 on its halves.
const LIMIT: u32 = 8;

/// How a short form fits a window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fit {
    /// The long form, bytes of the window; whole words.
    pub long: Range<usize>,
    /// 0 where every letter begins a word and every word has its letter.
    pub cost: u32,
}

/// One letter or digit of the window.
struct Letter {
    at: usize,
    c: char,
    token: usize,
    class: Class,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Start,
    Part,
    Inner,
}

/// Finds the cheapest long form for `short` that reaches to the end of `window`, if one is cheap enough.
///
/// Time: letters of the short form × square of the places where they stand in the window; callers keep windows
/// short.
pub(super) fn align(short: &str, window: &str) -> Option<Fit> {
    let wanted: Vec<char> = short.chars().filter(|c| c.is_alphanumeric()).collect();
    let plural = wanted.len() > 2
        && wanted.last() == Some(&'s')
        && wanted.get(wanted.len() - 2).is_some_and(|c| c.is_uppercase());
    let digits = wanted.iter().rev().take_while(|c| c.is_ascii_digit()).count();
    let folded: Vec<char> = wanted.iter().flat_map(|c| c.to_lowercase()).collect();
    let mut best = fit(&folded, window, 0);
    if plural {
        best = cheaper(best, fit(folded.get(..folded.len() - 1)?, window, PLURAL));
    }
    if digits > 0 && digits < folded.len() {
        let rest = folded.get(..folded.len() - digits)?;
        best = cheaper(best, fit(rest, window, NO_DIGIT * digits as u32));
    }
    best.filter(|fit| fit.cost <= LIMIT * (folded.len() as u32 + 1))
}

fn cheaper(a: Option<Fit>, b: Option<Fit>) -> Option<Fit> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if b.cost < a.cost { b } else { a }),
        (a, b) => a.or(b),
    }
}

fn fit(wanted: &[char], window: &str, base: u32) -> Option<Fit> {
    let words = tokens(window);
    let letters = letters(window, &words);
    // What passing over all words before each costs.
    let passed = sums(window, &words, PASSED, PASSED_LINK);
    let tail = sums(window, &words, TAIL, TAIL_LINK);
    let mut behind: Vec<(usize, u32)> = Vec::new();
    for (place, &c) in wanted.iter().enumerate().rev() {
        let last = place + 1 == wanted.len();
        let mut here = Vec::new();
        for (index, letter) in letters.iter().enumerate().filter(|(_, letter)| letter.c == c) {
            let rest = if last {
                Some(tail.last()? - tail.get(letter.token + 1)?)
            } else {
                let following = behind.iter().filter(|&&(next, _)| next > index);
                following.filter_map(|&(next, cost)| Some(cost + step(&letters, index, next, &passed)?)).min()
            };
            if let Some(rest) = rest {
                here.push((index, rest));
            }
        }
        behind = here;
    }
    let first = |&(index, cost): &(usize, u32)| {
        let letter = letters.get(index)?;
        let begin = match letter.class {
            Class::Start => 0,
            Class::Part => PART + 2,
            Class::Inner => return None,
        };
        Some((cost + begin + base, letter))
    };
    // Of equally cheap ones the nearest, which is the last.
    let (cost, letter) = behind.iter().rev().filter_map(first).min_by_key(|&(cost, _)| cost)?;
    let start = beginning(window, words.get(letter.token)?, letter.at);
    let end = words.last()?.core(window).end;
    (start < end).then_some(Fit { long: start..end, cost })
}

/// What it costs to go from one letter to the next of the short form; nothing where no one would.
fn step(letters: &[Letter], from: usize, to: usize, passed: &[u32]) -> Option<u32> {
    let (a, b) = (letters.get(from)?, letters.get(to)?);
    let same = a.token == b.token;
    let between = if same { 0 } else { passed.get(b.token)? - passed.get(a.token + 1)? };
    let own = match b.class {
        Class::Start => 0,
        Class::Part if same => PART,
        Class::Part => 2 * PART,
        Class::Inner if same && to == from + 1 => NEXT,
        Class::Inner if same => INNER,
        Class::Inner => return None,
    };
    Some(between + own)
}

fn sums(window: &str, words: &[Token], content: u32, link: u32) -> Vec<u32> {
    let mut sum = 0;
    let mut all = vec![0];
    for word in words {
        sum += match window.get(word.core(window)).unwrap_or_default() {
            "" => 0,
            core if is_link_word(core) => link,
            _ => content,
        };
        if word.text(window).ends_with(',') {
            sum += COMMA;
        }
        all.push(sum);
    }
    all
}

fn letters(window: &str, words: &[Token]) -> Vec<Letter> {
    let mut all = Vec::new();
    for (token, word) in words.iter().enumerate() {
        let mut before = None::<char>;
        let mut fresh = true;
        for (offset, c) in word.text(window).char_indices() {
            if c.is_alphanumeric() {
                let class = match before {
                    _ if fresh => Class::Start,
                    Some(b) if !b.is_alphanumeric() && !matches!(b, '\'' | '’') => Class::Part,
                    Some(b) if b.is_lowercase() && c.is_uppercase() => Class::Part,
                    Some(b) if b.is_ascii_digit() != c.is_ascii_digit() => Class::Part,
                    _ => Class::Inner,
                };
                fresh = false;
                let c = c.to_lowercase().next().unwrap_or(c);
                all.push(Letter { at: word.start + offset, c, token, class });
            }
            before = Some(c);
        }
    }
    all
}

/// Where a long form begins whose first letter stands at `at`: at the beginning of the word, for a word is not
/// parted, but for a prefix that is no part of a name (pro-European Union).
fn beginning(window: &str, word: &Token, at: usize) -> usize {
    const FOREIGN: [&str; 8] = ["anti-", "pro-", "non-", "ex-", "pre-", "post-", "counter-", "mid-"];
    let start = word.core(window).start;
    let prefix = window.get(start..at).unwrap_or_default();
    let capital = window.get(at..).is_some_and(|rest| rest.starts_with(char::is_uppercase));
    let open = prefix.rfind(['(', '[']);
    match open.filter(|&open| !prefix.get(open..).is_some_and(|rest| rest.contains([')', ']']))) {
        Some(open) => start + open + 1,
        None if capital && FOREIGN.contains(&prefix.to_lowercase().as_str()) => at,
        None => start,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn long<'w>(short: &str, window: &'w str) -> Option<&'w str> {
        align(short, window).map(|fit| &window[fit.long])
    }

    #[test]
    fn the_words_whose_initials_are_taken_are_the_long_form() {
        assert_eq!(
            long("IAEA", "of the International Atomic Energy Agency"),
            Some("International Atomic Energy Agency")
        );
        assert_eq!(
            long("IIEF", "the International Index of Erectile Function"),
            Some("International Index of Erectile Function"),
            "not from the second I"
        );
        assert_eq!(long("DoD", "the U.S. Department of Defense"), Some("Department of Defense"));
        assert_eq!(
            long("NGOs", "foreign non-governmental organisations"),
            Some("non-governmental organisations")
        );
    }

    #[test]
    fn letters_inside_words_are_taken_where_their_word_begins_with_one() {
        assert_eq!(long("EEG", "an electroencephalogram"), Some("electroencephalogram"));
        assert_eq!(long("INA", "delegations met in Washington"), None);
        assert_eq!(long("AP", "the Press"), None);
    }

    #[test]
    fn a_word_is_not_parted_but_from_a_prefix_that_is_no_part_of_a_name() {
        assert_eq!(long("THC", "gave delta-9-tetrahydrocannabinol"), Some("delta-9-tetrahydrocannabinol"));
        assert_eq!(long("EU", "the pro-European Union"), Some("European Union"));
    }
}
