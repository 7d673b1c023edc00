//! Words as the search for names sees them: with their capitals, what parts them, and what the lexicon knows.

use std::ops::Range;

use super::kind::known_as;
use super::lexicon::{LONGEST_PHRASE, is, known};

/// Words of a sentence whose capitals tell nothing, where all are capitals; fewer may be an acronym.
const FEWEST_SHOUTED: usize = 3;

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Lower,
    /// Begins with a capital: Iraq, al-Abbasi, McDonald.
    Capital,
    /// Two or more letters, all capitals: NATO, U.S., A1GP.
    Acronym,
    /// A single capital, mostly with a stop: J.
    Initial,
    /// A capital that is not the first letter: iPhone, 6PR.
    Mixed,
    /// 139th.
    Ordinal,
    Number,
    /// The sign &.
    Ampersand,
}

/// What stands between a word and the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    Space,
    Comma,
    /// A hyphen, where the parts of a word were taken apart: U.S.-led.
    Hyphen,
    /// Brackets, quotation marks, dashes, colons, the beginning of the text.
    Other,
}

/// Words of the place and the agency at the head of a report.
const LONGEST_DATELINE: usize = 3;

/// One word, without the ending of the possessive.
#[derive(Clone, Debug)]
pub(super) struct Word<'t> {
    pub start: usize,
    pub end: usize,
    pub text: &'t str,
    pub shape: Shape,
    pub gap: Gap,
    /// Followed by 's, or by an apostrophe behind an s.
    pub possessive: bool,
    /// First in its sentence or behind a mark that begins one.
    pub first: bool,
    /// Bits of the lexicon.
    pub known: u32,
}

impl Word<'_> {
    pub fn is(&self, bits: u32) -> bool {
        self.known & bits != 0
    }

    /// Whether it is written as a name is.
    pub fn is_name(&self) -> bool {
        let shape = matches!(self.shape, Shape::Capital | Shape::Acronym | Shape::Initial | Shape::Mixed);
        let calendar = self.is(is::CALENDAR) && self.shape == Shape::Capital;
        shape && !calendar && !is_pronoun(self.text)
    }
}

fn is_pronoun(text: &str) -> bool {
    text == "I" || text.starts_with("I'") || text.starts_with("I’")
}

pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‑')
}

/// The words of a text, of which `sentences` are the sentences.
pub(super) fn words<'t>(text: &'t str, sentences: &[Range<usize>]) -> Vec<Word<'t>> {
    let mut all: Vec<Word> = Vec::with_capacity(text.len() / 5);
    let mut starts = sentences.iter().map(|sentence| sentence.start).peekable();
    for Cut { range, bare, possessive, head, tail } in cuts(text) {
        let before = all.last().map_or(0, |word| word.end);
        let gap_text = text.get(before..range.start).unwrap_or_default();
        let mut first = all.is_empty();
        while starts.next_if(|&start| start <= range.start).is_some() {
            first = true;
        }
        let (gap, begins) = gap(gap_text, all.is_empty());
        // LONDON (Reuters) - Three men …
        let dateline = all.len() <= LONGEST_DATELINE && gap_text.trim_end().ends_with(['–', '—', '-']);
        for (piece, hyphen) in std::iter::once((head, false)).chain(tail.map(|tail| (tail, true))) {
            let word = text.get(piece.clone()).unwrap_or_default();
            let last = piece.end == bare;
            all.push(Word {
                start: piece.start,
                end: piece.end,
                text: word,
                shape: shape(word),
                gap: if hyphen { Gap::Hyphen } else { gap },
                possessive: last && possessive,
                first: (first || begins || dateline) && !hyphen,
                known: lookup(word),
            });
        }
    }
    hush(text, sentences, &mut all);
    all
}

/// The words of a text as they are written, and nothing else of them: the texts of [`words`].
pub(super) fn spellings(text: &str) -> impl Iterator<Item = &str> {
    let pieces = cuts(text).flat_map(|cut| std::iter::once(cut.head).chain(cut.tail));
    pieces.map(|piece| text.get(piece).unwrap_or_default())
}

/// A word of a text, and where its pieces stand: one, or two that a hyphen joins.
struct Cut {
    range: Range<usize>,
    /// Where it ends without the ending of the possessive.
    bare: usize,
    possessive: bool,
    head: Range<usize>,
    tail: Option<Range<usize>>,
}

fn cuts(text: &str) -> impl Iterator<Item = Cut> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let range = next_word(text, at)?;
        at = range.end;
        let written = text.get(range.clone()).unwrap_or_default();
        let (bare, possessive) = possessive_off(written, text.get(range.end..).unwrap_or_default());
        let (head, tail) = pieces(bare, range.start);
        Some(Cut { bare: range.start + bare.len(), range, possessive, head, tail })
    })
}

/// Takes the capitals off sentences that are all in capitals, but from known places and peoples: there they tell
/// nothing.
fn hush(text: &str, sentences: &[Range<usize>], words: &mut [Word]) {
    let mut from = 0;
    for sentence in sentences {
        let to =
            from + words.get(from..).unwrap_or_default().partition_point(|word| word.start < sentence.end);
        let shouting = !text.get(sentence.clone()).unwrap_or_default().contains(char::is_lowercase);
        let mut at = from;
        while shouting && to - from >= FEWEST_SHOUTED && at < to {
            let named = (1..=LONGEST_PHRASE.min(to - at)).rev().find(|&length| {
                let here = words.get(at..at + length).map_or(0, known_as);
                here & (is::SOMEWHERE | is::PEOPLE) != 0
            });
            if named.is_none()
                && let Some(word) = words.get_mut(at)
            {
                word.shape = if word.shape == Shape::Number { Shape::Number } else { Shape::Lower };
            }
            at += named.unwrap_or(1);
        }
        from = to;
    }
}

/// What the lexicon knows of a word as written.
fn lookup(word: &str) -> u32 {
    if word.chars().all(|c| c.is_lowercase()) { known(word) } else { known(&small(word)) }
}

/// A word in small letters, with the apostrophe of the lexicon.
pub(super) fn small(word: &str) -> String {
    let small = word.to_lowercase();
    if small.contains('’') { small.replace('’', "'") } else { small }
}

/// What a gap is, and whether it begins a sentence of its own: a colon, an opening quotation mark, a bullet.
fn gap(gap: &str, beginning: bool) -> (Gap, bool) {
    if beginning {
        return (Gap::Other, true);
    }
    if gap == " " {
        return (Gap::Space, false);
    }
    let marks = gap.trim();
    match marks {
        "" if gap.matches('\n').count() < 2 => (Gap::Space, false),
        "'s" | "’s" | "'" | "’" => (Gap::Space, false),
        "," | "'s," | "’s," => (Gap::Comma, false),
        _ => (
            Gap::Other,
            marks.ends_with([':', '"', '“', '„', '«', '•', '‘', '*', '|']) || gap.matches('\n').count() > 1,
        ),
    }
}

/// The first word at or after `from`, with its possessive ending.
fn next_word(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = text.get(from..)?;
    let start = from + rest.find(|c: char| c.is_alphanumeric() || c == '&')?;
    // Nearly all words are ASCII letters and digits with a space behind.
    let word = text.as_bytes().get(start..)?;
    let plain = word.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    if plain > 0 && matches!(word.get(plain), None | Some(b' ' | b',')) {
        return Some(start..start + plain);
    }
    let mut end = start;
    let mut chars = text.get(start..)?.char_indices().peekable();
    if text.get(start..)?.starts_with('&') {
        return Some(start..start + 1);
    }
    // Letters since the last mark, to tell U.S. from the end of a sentence.
    let mut run = 0;
    while let Some((offset, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        if c.is_alphanumeric() {
            run += 1;
            end = start + offset + c.len_utf8();
            continue;
        }
        let inner = next.is_some_and(char::is_alphanumeric);
        let written = text.get(start..end).unwrap_or_default();
        let joins = match c {
            '&' => inner,
            c if is_apostrophe(c) || is_hyphen(c) => inner,
            '.' if inner => {
                // Inside U.S., in ripoff.com, in 3.5; not where a space was forgotten.
                let single = run == 1 && next.is_some_and(char::is_uppercase);
                let small = next.is_some_and(|c| c.is_lowercase() || c.is_ascii_digit());
                let upper = written.ends_with(char::is_uppercase) && run > 1;
                (single || small) && !upper
            }
            '.' => {
                let initial = run == 1 && written.ends_with(char::is_uppercase);
                if initial || known(&text.get(start..end + 1).unwrap_or_default().to_lowercase()) != 0 {
                    end += 1;
                    // U.S.-led goes on.
                    if next.is_some_and(is_hyphen) && written.contains('.') {
                        run = 0;
                        continue;
                    }
                }
                false
            }
            _ => false,
        };
        if !joins {
            break;
        }
        run = 0;
    }
    Some(start..end)
}

/// A word without 's or the apostrophe of a plural, which stands behind it, and whether it had one.
fn possessive_off<'t>(word: &'t str, rest: &str) -> (&'t str, bool) {
    // Most words end here.
    if !word.ends_with(['s', 'S']) {
        return (word, false);
    }
    let mut chars = word.chars();
    if matches!(chars.next_back(), Some('s' | 'S')) && chars.next_back().is_some_and(is_apostrophe) {
        return (chars.as_str(), true);
    }
    let mut behind = rest.chars();
    let plural =
        word.ends_with('s') && behind.next().is_some_and(is_apostrophe) && behind.next() == Some(' ');
    (word, plural)
}

/// The parts of a word with hyphens that are words of their own: the whole word, or two. Taken
/// apart are prefixes (anti-Spanish, counter-ISIS) and what is no name behind one (U.S.-led, Iraqi-born).
fn pieces(word: &str, start: usize) -> (Range<usize>, Option<Range<usize>>) {
    let whole = (start..start + word.len(), None);
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return whole;
    }
    let Some((head, _)) = word.split_once(is_hyphen) else { return whole };
    let Some((_, tail)) = word.rsplit_once(is_hyphen) else { return whole };
    let (upper_head, upper_tail) = (head.contains(char::is_uppercase), tail.contains(char::is_uppercase));
    let apart = match (upper_head, upper_tail) {
        // Arabic articles belong to the name that they begin.
        (false, true) => !is_article(head) && head.chars().all(char::is_lowercase),
        (true, false) => {
            let acronym = head.chars().filter(|c| c.is_uppercase()).count() > 1;
            tail.chars().all(char::is_lowercase)
                && (acronym || lookup(head) & (is::SOMEWHERE | is::PEOPLE) != 0)
                && lookup(word) == 0
        }
        _ => false,
    };
    if !apart {
        return whole;
    }
    let cut = if upper_head {
        word.len() - tail.len()
    } else {
        word.len() - word.split_once(is_hyphen).map_or(0, |(_, rest)| rest.len())
    };
    let hyphen = word.get(..cut).and_then(|head| head.chars().next_back()).map_or(1, char::len_utf8);
    (start..start + cut - hyphen, Some(start + cut..start + word.len()))
}

/// The Arabic article and its forms before certain letters, as written in names: al-Abbasi, as-Sadr.
pub(super) fn is_article(head: &str) -> bool {
    matches!(head, "al" | "el" | "ar" | "as" | "ad" | "an" | "ash" | "at" | "az" | "abu" | "bin" | "ibn")
}

fn shape(word: &str) -> Shape {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Shape::Lower;
    }
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let upper = word.chars().filter(|c| c.is_uppercase()).count();
    let first = word.chars().next().unwrap_or(' ');
    let ordinal = ["st", "nd", "rd", "th"].iter().any(|ending| {
        word.strip_suffix(ending)
            .is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
    });
    if word == "&" {
        Shape::Ampersand
    } else if ordinal {
        Shape::Ordinal
    } else if letters == 0 {
        Shape::Number
    } else if upper == 0 {
        Shape::Lower
    } else if upper == letters && letters == 1 && first.is_uppercase() && word.len() - first.len_utf8() < 2 {
        Shape::Initial
    } else if upper == letters && upper > 1 && first.is_uppercase() {
        Shape::Acronym
    } else if first.is_uppercase() || word.split_once(is_hyphen).is_some_and(|(head, _)| is_article(head)) {
        Shape::Capital
    } else {
        Shape::Mixed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sentences;

    fn split(text: &str) -> Vec<(&str, Shape)> {
        words(text, &sentences(text)).into_iter().map(|word| (word.text, word.shape)).collect()
    }

    #[test]
    fn stops_hyphens_and_apostrophes_stay_in_words_that_have_them() {
        use Shape::{Acronym, Capital, Initial, Lower, Mixed, Ordinal};
        assert_eq!(
            split("the U.S. and J. al-Abbasi's 6PR on the 4th."),
            [
                ("the", Lower),
                ("U.S.", Acronym),
                ("and", Lower),
                ("J.", Initial),
                ("al-Abbasi", Capital),
                ("6PR", Mixed),
                ("on", Lower),
                ("the", Lower),
                ("4th", Ordinal),
            ]
        );
    }

    #[test]
    fn prefixes_and_what_is_no_name_are_taken_off() {
        let texts = |text| split(text).into_iter().map(|(word, _)| word).collect::<Vec<_>>();
        assert_eq!(
            texts("U.S.-led counter-ISIS Iraqi-born"),
            ["U.S.", "led", "counter", "ISIS", "Iraqi", "born"]
        );
        assert_eq!(texts("Jean-Luc Port-au-Prince U.S.-Iraq"), ["Jean-Luc", "Port-au-Prince", "U.S.-Iraq"]);
    }
}
