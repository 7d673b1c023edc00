//! Where a corpus uses words that are written like acronyms, whether it defines them or not.

use super::shape::{is_acronym, letters};
use super::tokens::tokens;
use crate::document::{Corpus, Place};
use crate::hash::HashSet;
use crate::insight::entities::is_common;
use crate::insight::reading::is_stop_word;
use crate::order::{Map, Set};

/// Letters of an undefined acronym at most; longer words in capitals are mostly words that shout.
const MOST_LETTERS: usize = 6;

/// Bytes of a word with other than ASCII letters that may be an undefined acronym written small, at most; a word shorter
/// than four tells nothing.
const LONGEST_KEY: usize = 2 * MOST_LETTERS;

/// A key that spellings of one acronym share: its letters and digits in capitals, without the plural's s.
/// CJTF-OIR, CJTF OIR → CJTFOIR; U.S., US → US; NGOs → NGO.
pub(super) fn key(short: &str) -> String {
    let mut key: String =
        short.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect();
    let mut end = short.chars().rev();
    let plural = end.next() == Some('s') && end.next().is_some_and(char::is_uppercase) && key.len() > 2;
    if plural {
        key.pop();
    }
    key
}

/// Where each acronym is used: by key, in the order of the corpus.
pub(super) type Uses = Map<String, Vec<Place>>;

/// One word, or one part of a word with hyphens.
struct Part<'t> {
    text: &'t str,
    start: usize,
    /// The word it belongs to.
    word: usize,
    /// Whether white space or a hyphen alone stands before it.
    joined: bool,
}

/// Finds all uses of acronyms. `defined` holds the keys of those that some document defines.
pub(super) fn uses(corpus: &Corpus, defined: &Set<String>) -> Uses {
    let mut uses = Uses::new();
    let mut as_words: HashSet<&str> = HashSet::default();
    for (document, article) in corpus.documents.iter().enumerate() {
        for (block, paragraph) in article.blocks.iter().enumerate() {
            let text = paragraph.text.as_str();
            let shouting = !text.contains(char::is_lowercase);
            let parts = parts(text);
            let mut next = 0;
            for (index, part) in parts.iter().enumerate() {
                let longest = if part.text.is_ascii() { MOST_LETTERS } else { LONGEST_KEY };
                if (4..=longest).contains(&part.text.len()) && part.text.ends_with(char::is_lowercase) {
                    as_words.insert(part.text);
                }
                if index < next {
                    continue;
                }
                let Some(count) = reach(&parts, index, text, defined, shouting) else { continue };
                next = index + count;
                let last = parts.get(next - 1).unwrap_or(part);
                let range = part.start..last.start + last.text.len();
                let place = Place { document: document as u32, block: block as u32, range };
                uses.entry(key(place.text(corpus))).or_default().push(place);
            }
        }
    }
    uses.into_iter()
        .filter(|(key, places)| defined.contains(key) || is_used_as_one(key, places, &as_words))
        .collect()
}

/// How many parts from `index` on are one acronym; nothing where none begins there.
fn reach(parts: &[Part], index: usize, text: &str, defined: &Set<String>, shouting: bool) -> Option<usize> {
    let first = parts.get(index).filter(|part| part.text.contains(char::is_uppercase))?;
    // The longest defined one that begins here, of up to three parts: CJTF OIR, CJTF-OIR, COVID-19.
    for count in (2..=3).rev() {
        let Some(last) = parts.get(index + count - 1) else { continue };
        let follow = parts.get(index + 1..index + count)?;
        if !follow.iter().all(|part| part.joined && part.text.starts_with(is_begin)) {
            continue;
        }
        let whole = text.get(first.start..last.start + last.text.len())?;
        if is_acronym(whole) && defined.contains(&key(whole)) {
            return Some(count);
        }
    }
    let acronym = is_acronym(first.text);
    if (acronym || !first.text.contains(char::is_lowercase)) && defined.contains(&key(first.text)) {
        return Some(1);
    }
    let followed = parts.get(index + 1);
    let number =
        followed.filter(|next| next.word == first.word && next.text.bytes().all(|b| b.is_ascii_digit()));
    let capitals = acronym && !first.text.contains(char::is_lowercase);
    let alone = capitals && !shouting && letters(first.text) <= MOST_LETTERS && !is_roman(first.text);
    let dateline = first.start == 0
        && letters(first.text) > 3
        && text
            .get(first.text.len()..)
            .is_some_and(|rest| rest.trim_start().starts_with(['–', '—', '-', '(', ',']));
    let initials = first.text.contains('.')
        && !KNOWN_DOTTED.contains(&first.text)
        && followed.is_some_and(|next| next.joined && next.text.starts_with(char::is_uppercase));
    (alone && !dateline && !initials && !is_clock(text, first)).then_some(if number.is_some() {
        2
    } else {
        1
    })
}

/// What the later parts of acronyms begin with.
fn is_begin(c: char) -> bool {
    c.is_uppercase() || c.is_ascii_digit()
}

/// Short forms of countries that stand before names as initials do.
const KNOWN_DOTTED: [&str; 8] = ["U.S.", "U.K.", "U.N.", "E.U.", "D.C.", "U.S", "U.K", "U.N"];

/// Whether what is written like an acronym, and is defined nowhere, is used as one.
fn is_used_as_one(key: &str, places: &[Place], as_words: &HashSet<&str>) -> bool {
    // A word in capitals is no acronym where it is also written small; AIDS and aids are rarer than PARIS and Paris.
    let small = key.to_lowercase();
    let function = is_stop_word(&small) || small == "ok";
    let mut title = small.clone();
    if let Some(first) = title.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let written = as_words.contains(small.as_str()) || as_words.contains(title.as_str());
    let word = written || key.chars().count() > 2 && is_common(&small);
    !word && (!function || places.len() > 1)
}

/// The parts of all words, without the marks around them and the possessive ending.
fn parts(text: &str) -> Vec<Part<'_>> {
    let tokens = tokens(text);
    let mut all = Vec::with_capacity(tokens.len());
    for (word, token) in tokens.into_iter().enumerate() {
        if token.small {
            let before = all.last().map_or(0, |part: &Part| part.start + part.text.len());
            let joined = !all.is_empty() && is_joining(text.get(before..token.start).unwrap_or_default());
            all.push(Part { text: token.text(text), start: token.start, word, joined });
            continue;
        }
        let core = token.core(text);
        let mut start = core.start;
        let mut joins = core.start == token.start && !all.is_empty();
        for piece in text.get(core).unwrap_or_default().split_inclusive(['-', '‑', '/']) {
            let bare = piece.trim_end_matches(['-', '‑', '/']);
            let bare = bare.strip_suffix("'s").or_else(|| bare.strip_suffix("’s")).unwrap_or(bare);
            // The full stop that ends a sentence; in U.S. it belongs to the word.
            let bare =
                if bare.trim_end_matches('.').contains('.') { bare } else { bare.trim_end_matches('.') };
            let before = all.last().map_or(0, |part: &Part| part.start + part.text.len());
            let gap = text.get(before..start).unwrap_or_default();
            let joined = joins && is_joining(gap);
            joins = true;
            if !bare.is_empty() {
                all.push(Part { text: bare, start, word, joined });
            }
            start += piece.len();
        }
    }
    all
}

/// Whether what stands between two parts leaves them one.
fn is_joining(gap: &str) -> bool {
    matches!(gap, " " | "-" | "‑" | " – ")
}

/// I, II, III, IV … as behind the names of kings.
fn is_roman(word: &str) -> bool {
    word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

/// The time of day behind a number: 7 PM, 7 p.m.
fn is_clock(text: &str, part: &Part) -> bool {
    let before = text.get(..part.start).unwrap_or_default().trim_end();
    matches!(part.text, "AM" | "PM" | "A.M." | "P.M.") && before.ends_with(|c: char| c.is_ascii_digit())
}
