//! Two sentences side by side, word by word.
//!
//! The words of both are aligned by the longest common subsequence of their stems, content words counting more than
//! function words (Needleman and Wunsch 1970 without penalties); what stands between two aligned words on either
//! side is a gap.

use std::ops::Range;
use std::sync::LazyLock;

use super::pairs::Pair;
use super::{Difference, DifferenceKind, Passage, Severity};
use crate::data::data;
use crate::document::SentenceRef;
use crate::hash::HashMap;
use crate::insight::reading::{Reading, Sentence, class as reading_class};
use crate::order::Arrange as _;

/// Longest sentence that is compared, in words; the table of an alignment grows with the square.
pub(super) const LONGEST: usize = 120;

/// Classes of `words.txt`, as bits.
pub(super) mod class {
    pub const NEGATOR: u32 = 1;
    pub const PREVENTER: u32 = 1 << 1;
    pub const SPOILER: u32 = 1 << 2;
    pub const ONLY: u32 = 1 << 3;
    pub const CONSIDERED: u32 = 1 << 4;
    pub const PLANNED: u32 = 1 << 5;
    pub const PROMISED: u32 = 1 << 6;
    pub const LEAD: u32 = 1 << 7;
    pub const EVENT: u32 = 1 << 8;
    pub const CLAUSE: u32 = 1 << 9;
    pub const NUMBER: u32 = 1 << 10;
    pub const ROUGH: u32 = 1 << 11;
    pub const OFFICE: u32 = 1 << 12;
    pub const FIELD: u32 = 1 << 13;
    pub const AFFIRMER: u32 = 1 << 14;
    pub const HELPER: u32 = 1 << 15;
    pub const LIGHT: u32 = 1 << 16;
}

static CLASSES: LazyLock<HashMap<&str, u32>> = LazyLock::new(|| {
    let mut all: HashMap<&str, u32> = HashMap::default();
    let lists = data!("words.txt").lines();
    for (name, words) in lists.filter_map(|line| line.split_once(':')) {
        let bit = match name {
            "negator" => class::NEGATOR,
            "preventer" => class::PREVENTER,
            "spoiler" => class::SPOILER,
            "only" => class::ONLY,
            "considered" => class::CONSIDERED,
            "planned" => class::PLANNED,
            "promised" => class::PROMISED,
            "lead" => class::LEAD,
            "event" => class::EVENT,
            "clause" => class::CLAUSE,
            "number" => class::NUMBER,
            "office" => class::OFFICE,
            "field" => class::FIELD,
            "affirmer" => class::AFFIRMER,
            "helper" => class::HELPER,
            "light" => class::LIGHT,
            _ => class::ROUGH,
        };
        for word in words.split_whitespace() {
            *all.entry(word).or_default() |= bit;
        }
    }
    all
});

/// The classes of a word in small letters.
pub(super) fn classes(word: &str) -> u32 {
    CLASSES.get(word).copied().unwrap_or_default()
}

/// A word of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Bytes of the block.
    pub range: Range<usize>,
    pub stem: u32,
    /// In small letters, without 's.
    pub lower: String,
    /// Bits of [`class`].
    pub class: u32,
    /// Classes of `insight::reading`.
    pub term: u16,
    pub capital: bool,
    /// Punctuation between the word before and this one, if any.
    pub before: Option<char>,
}

impl Word {
    pub fn is(&self, bits: u32) -> bool {
        self.class & bits != 0
    }

    /// Whether it carries meaning of its own.
    pub fn is_content(&self) -> bool {
        self.term & reading_class::STOP == 0
    }

    pub fn is_verb(&self) -> bool {
        self.term & reading_class::VERB != 0
    }

    pub fn is_number(&self) -> bool {
        self.is(class::NUMBER) || self.lower.starts_with(|c: char| c.is_ascii_digit())
    }

    pub fn is_name(&self) -> bool {
        self.capital && self.is_content()
    }
}

/// A sentence in words.
pub(super) struct Side {
    pub at: SentenceRef,
    pub words: Vec<Word>,
}

impl Side {
    /// The words of a sentence.
    pub fn of(reading: &Reading, sentence: &Sentence) -> Self {
        let (text, start) = reading.text(sentence);
        let tokens = reading.tokens(sentence);
        let mut words: Vec<Word> = Vec::with_capacity(tokens.len());
        let mut last = 0;
        for (place, token) in tokens.iter().enumerate() {
            let from = (token.start as usize).saturating_sub(start);
            let to =
                tokens.get(place + 1).map_or(text.len(), |next| (next.start as usize).saturating_sub(start));
            let piece =
                text.get(from..to).unwrap_or_default().trim_end_matches(|c: char| !c.is_alphanumeric());
            let between = text.get(last..from).unwrap_or_default();
            let mut lower = piece.to_lowercase();
            if lower.contains('’') {
                lower = lower.replace('’', "'");
            }
            if lower.ends_with("'s") {
                lower.truncate(lower.len() - 2);
            }
            let term = reading.term(token);
            words.push(Word {
                range: start + from..start + from + piece.len(),
                stem: term.stem,
                // The month of May promises nothing.
                class: classes(&lower)
                    & if token.capital && place > 0 { class::OFFICE | class::FIELD } else { u32::MAX },
                lower,
                term: term.class,
                capital: token.capital,
                before: between
                    .chars()
                    .find(|c| matches!(c, ',' | ';' | ':' | '–' | '—' | '(' | ')' | '"' | '“' | '”')),
            });
            last = from + piece.len();
        }
        Self { at: sentence.at, words }
    }

    pub fn word(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    pub fn is(&self, at: usize, bits: u32) -> bool {
        self.words.get(at).is_some_and(|word| word.is(bits))
    }

    /// Bytes of a run of words.
    pub fn bytes(&self, words: Range<usize>) -> Option<Range<usize>> {
        Some(self.words.get(words.start)?.range.start..self.words.get(words.end.checked_sub(1)?)?.range.end)
    }

    /// The sentence with these runs of words marked.
    pub fn passage(&self, marks: &[Range<usize>]) -> Passage {
        let mut marks: Vec<Range<usize>> =
            marks.iter().filter_map(|words| self.bytes(words.clone())).collect();
        marks.arrange_by_key(|mark| mark.start);
        let mut apart: Vec<Range<usize>> = Vec::new();
        for mark in marks {
            match apart.last_mut() {
                Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
                _ => apart.push(mark),
            }
        }
        Passage { at: self.at, marks: apart }
    }
}

/// What stands between two aligned words, on both sides.
#[derive(Clone, Debug)]
pub(super) struct Gap {
    pub a: Range<usize>,
    pub b: Range<usize>,
}

/// Two sentences, aligned.
pub(super) struct Sides {
    pub a: Side,
    pub b: Side,
    pub copy: bool,
    pub likeness: f64,
    /// Aligned words, in order.
    pub matched: Vec<(usize, usize)>,
}

impl Sides {
    /// Lays the sentences of a pair side by side; nothing where one is too long.
    pub fn of(reading: &Reading, pair: &Pair) -> Option<Self> {
        let a = Side::of(reading, reading.sentences.get(pair.a)?);
        let b = Side::of(reading, reading.sentences.get(pair.b)?);
        if a.words.len() > LONGEST || b.words.len() > LONGEST {
            return None;
        }
        let matched = aligned(&a.words, &b.words);
        Some(Self { a, b, copy: pair.copy, likeness: pair.likeness, matched })
    }

    /// Aligned content words.
    pub fn common(&self) -> usize {
        self.matched.iter().filter(|(a, _)| self.a.word(*a).is_some_and(Word::is_content)).count()
    }

    /// What stands between aligned words, where either side has something.
    pub fn gaps(&self) -> Vec<Gap> {
        let ends = [(self.a.words.len(), self.b.words.len())];
        let mut last = (0, 0);
        let mut gaps = Vec::new();
        for &(a, b) in self.matched.iter().chain(&ends) {
            if a > last.0 || b > last.1 {
                gaps.push(Gap { a: last.0..a, b: last.1..b });
            }
            last = (a + 1, b + 1);
        }
        gaps
    }

    /// In how many names and numbers the two part at the same places: in one or two where one account errs, in many where
    /// they use the same words for different events.
    pub fn facts(&self) -> usize {
        self.parted(|word| word.is_name() || word.is_number())
    }

    /// How many numbers of both are the same, and how many are not.
    pub fn numbers(&self) -> (usize, usize) {
        let same = self.matched.iter().filter(|(a, _)| self.a.word(*a).is_some_and(Word::is_number));
        (same.count(), self.parted(Word::is_number))
    }

    /// In how many gaps both sides have a word of some kind.
    fn parted(&self, kind: impl Fn(&Word) -> bool) -> usize {
        let told = |side: &Side, gap: &Range<usize>| {
            side.words.get(gap.clone()).unwrap_or_default().iter().any(&kind)
        };
        self.gaps().iter().filter(|gap| told(&self.a, &gap.a) && told(&self.b, &gap.b)).count()
    }

    /// A difference between the two, with the parting words of both.
    pub fn difference(
        &self,
        kind: DifferenceKind,
        severity: Severity,
        a: &[Range<usize>],
        b: &[Range<usize>],
    ) -> (f64, Difference) {
        (self.likeness, Difference { kind, severity, a: self.a.passage(a), b: Some(self.b.passage(b)) })
    }
}

fn aligned(a: &[Word], b: &[Word]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut best = vec![0u16; (a.len() + 1) * width];
    let weight = |word: &Word| if word.is_content() { 3 } else { 1 };
    let get = |best: &[u16], x: usize, y: usize| best.get(x * width + y).copied().unwrap_or_default();
    for (x, one) in a.iter().enumerate().rev() {
        for (y, other) in b.iter().enumerate().rev() {
            let mut most = get(&best, x + 1, y).max(get(&best, x, y + 1));
            if one.stem == other.stem {
                most = most.max(get(&best, x + 1, y + 1) + weight(one));
            }
            if let Some(cell) = best.get_mut(x * width + y) {
                *cell = most;
            }
        }
    }
    let (mut x, mut y) = (0, 0);
    let mut matched = Vec::new();
    while let (Some(one), Some(other)) = (a.get(x), b.get(y)) {
        let here = get(&best, x, y);
        if one.stem == other.stem && here == get(&best, x + 1, y + 1) + weight(one) {
            matched.push((x, y));
            x += 1;
            y += 1;
        } else if here == get(&best, x + 1, y) {
            x += 1;
        } else {
            y += 1;
        }
    }
    matched
}
