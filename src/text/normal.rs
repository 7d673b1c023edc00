//! The normal forms of Unicode, from tables that take a fifth of what those of a library take, which a page that makes a
//! briefing would load: the first look at them takes a millisecond longer.
//!
//! `composed.txt` has characters that stand for two others in every form, `canonical.txt` those that are never put together
//! again, `compatible.txt` what stands for a character in the forms with K. A line is the first code point of a run and what
//! each of its characters stands for, parted by tabs. `classes.txt`: from which code point on characters have which
//! combining class. `marks.txt`: where runs of combining marks begin and where they end, in turns.

use std::sync::LazyLock;

use crate::data::data;
use crate::order::Arrange as _;

struct Tables {
    composed: Vec<(char, &'static str)>,
    canonical: Vec<(char, &'static str)>,
    compatible: Vec<(char, &'static str)>,
    /// What the pairs of `composed` stand for, sorted.
    pairs: Vec<(&'static str, char)>,
    classes: Vec<(u32, u32)>,
    marks: Vec<u32>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let hex = |text: &str| u32::from_str_radix(text, 16).unwrap_or_default();
    let read = |table: &'static str| {
        let mut all = Vec::new();
        for line in table.lines() {
            let mut parts = line.split('\t');
            let first = parts.next().map(hex).unwrap_or_default();
            all.extend((first..).filter_map(char::from_u32).zip(parts));
        }
        all
    };
    let composed = read(data!("normal/composed.txt"));
    let mut pairs: Vec<(&str, char)> = composed.iter().map(|&(c, pair)| (pair, c)).collect();
    pairs.arrange();
    let classes = data!("normal/classes.txt").lines().filter_map(|line| line.split_once('\t'));
    Tables {
        composed,
        canonical: read(data!("normal/canonical.txt")),
        compatible: read(data!("normal/compatible.txt")),
        pairs,
        classes: classes.map(|(from, class)| (hex(from), class.parse().unwrap_or_default())).collect(),
        marks: data!("normal/marks.txt").split_whitespace().map(hex).collect(),
    }
});

/// Syllables of Hangul are reckoned, not listed (The Unicode Standard, 3.12).
const SYLLABLES: u32 = 0xac00;
const LEADING: u32 = 0x1100;
const VOWELS: u32 = 0x1161;
const TRAILING: u32 = 0x11a7;
const LEADING_COUNT: u32 = 19;
const VOWEL_COUNT: u32 = 21;
const TRAILING_COUNT: u32 = 28;

/// No character below is changed by composition.
const FIRST_MARK: char = '\u{300}';

/// Canonical decomposition.
pub(crate) fn nfd(text: &str) -> String {
    decomposed(text, false)
}

/// Compatibility decomposition.
pub(crate) fn nfkd(text: &str) -> String {
    decomposed(text, true)
}

/// Canonical decomposition, then composition.
pub(crate) fn nfc(text: &str) -> String {
    if text.chars().all(|c| c < FIRST_MARK) {
        return text.to_owned();
    }
    let mut out: Vec<char> = Vec::new();
    // The last character of class 0, and the class of the last one behind it.
    let (mut starter, mut last) = (None, 0);
    for c in nfd(text).chars() {
        let class = class(c);
        let open = starter.filter(|_| last == 0 || last < class).and_then(|at: usize| out.get_mut(at));
        if let Some((first, whole)) = open.and_then(|first| compose(*first, c).map(|whole| (first, whole))) {
            *first = whole;
            continue;
        }
        if class == 0 {
            starter = Some(out.len());
        }
        last = class;
        out.push(c);
    }
    out.into_iter().collect()
}

/// Whether a character is a mark by its general category.
pub(crate) fn is_combining_mark(c: char) -> bool {
    TABLES.marks.partition_point(|&edge| edge <= u32::from(c)) % 2 == 1
}

fn decomposed(text: &str, compatible: bool) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut out = Vec::new();
    text.chars().for_each(|c| decompose(c, compatible, &mut out));
    for marks in out.chunk_by_mut(|&a, &b| class(a) != 0 && class(b) != 0) {
        if marks.len() > 1 {
            marks.arrange_by_key(|&c| class(c));
        }
    }
    out.into_iter().collect()
}

fn decompose(c: char, compatible: bool, out: &mut Vec<char>) {
    let syllable = u32::from(c).wrapping_sub(SYLLABLES);
    if syllable < LEADING_COUNT * VOWEL_COUNT * TRAILING_COUNT {
        let (rest, trailing) = (syllable / TRAILING_COUNT, syllable % TRAILING_COUNT);
        let parts = [LEADING + rest / VOWEL_COUNT, VOWELS + rest % VOWEL_COUNT, TRAILING + trailing];
        out.extend(
            parts.iter().take(if trailing > 0 { 3 } else { 2 }).filter_map(|&part| char::from_u32(part)),
        );
        return;
    }
    let find = |table: &[(char, &'static str)]| {
        let at = table.binary_search_by_key(&c, |&(c, _)| c).ok()?;
        table.get(at).map(|&(_, parts)| parts)
    };
    let tables = &*TABLES;
    let wide = compatible.then(|| find(&tables.compatible)).flatten();
    match wide.or_else(|| find(&tables.composed)).or_else(|| find(&tables.canonical)) {
        Some(parts) => parts.chars().for_each(|c| decompose(c, compatible, out)),
        None => out.push(c),
    }
}

fn compose(first: char, second: char) -> Option<char> {
    let (a, b) = (u32::from(first), u32::from(second));
    let (leading, vowel) = (a.wrapping_sub(LEADING), b.wrapping_sub(VOWELS));
    if leading < LEADING_COUNT && vowel < VOWEL_COUNT {
        return char::from_u32(SYLLABLES + (leading * VOWEL_COUNT + vowel) * TRAILING_COUNT);
    }
    let (syllable, trailing) = (a.wrapping_sub(SYLLABLES), b.wrapping_sub(TRAILING));
    if syllable < LEADING_COUNT * VOWEL_COUNT * TRAILING_COUNT
        && syllable % TRAILING_COUNT == 0
        && (1..TRAILING_COUNT).contains(&trailing)
    {
        return char::from_u32(a + trailing);
    }
    let pairs = &TABLES.pairs;
    let at = pairs.binary_search_by(|(pair, _)| pair.chars().cmp([first, second])).ok()?;
    pairs.get(at).map(|&(_, whole)| whole)
}

/// The canonical combining class.
fn class(c: char) -> u32 {
    let classes = &TABLES.classes;
    let after = classes.partition_point(|&(from, _)| from <= u32::from(c));
    after.checked_sub(1).and_then(|at| classes.get(at)).map_or(0, |&(_, class)| class)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization as _;

    use super::*;

    fn agree(text: &str) {
        assert_eq!(nfd(text), text.nfd().collect::<String>(), "{text:?}");
        assert_eq!(nfkd(text), text.nfkd().collect::<String>(), "{text:?}");
        assert_eq!(nfc(text), text.nfc().collect::<String>(), "{text:?}");
    }

    #[test]
    fn every_character_has_the_forms_that_another_implementation_gives_it() {
        for c in '\0'..=char::MAX {
            agree(c.encode_utf8(&mut [0; 4]));
            assert_eq!(
                class(c),
                u32::from(unicode_normalization::char::canonical_combining_class(c)),
                "{c:?}"
            );
            assert_eq!(is_combining_mark(c), unicode_normalization::char::is_combining_mark(c), "{c:?}");
        }
    }

    /// Letters that take marks, the marks in any order, and parts of syllables.
    const PIECES: &str = "[aeocAEOCs가각ᄀ-하-ᅵᆨ-ᇂकしはΑαυ\u{300}-\u{345}\u{5b0}-\u{5bd}\u{64b}-\u{65f}\u{93c}\u{3099}\u{309a}\u{1d165}\u{9be}\u{9c7}]{0,9}";

    proptest! {
        #[test]
        fn texts_have_the_forms_that_another_implementation_gives_them(one in PIECES, other in ".{0,20}") {
            agree(&one);
            agree(&(one + &other));
        }
    }
}
