//! How long sentences are in words, in scripts without spaces too.

use super::reading::{Reading, Sentence};

/// Pairs of units that are read as one word: a word of Chinese has one and a half characters, one of Thai some three units.
const PAIRS: usize = 2;

/// How many of the tokens of a sentence are more than its words: those of scripts without spaces are pairs of units.
fn surplus(reading: &Reading, sentence: &Sentence) -> usize {
    let (text, start) = reading.text(sentence);
    let is_pair = |at: u32| {
        let rest = (at as usize).checked_sub(start).and_then(|at| text.get(at..));
        rest.and_then(|rest| rest.chars().next()).is_some_and(|c| reading.fold.starts(c))
    };
    let pairs = reading.tokens(sentence).iter().filter(|token| is_pair(token.start)).count();
    pairs - pairs.div_ceil(PAIRS)
}

/// The tokens of a sentence as so many words.
pub(super) fn length(reading: &Reading, sentence: &Sentence) -> usize {
    reading.tokens(sentence).len() - surplus(reading, sentence)
}

/// The words of a sentence as readers count them: between spaces, where it has spaces.
pub(super) fn count_words(reading: &Reading, sentence: &Sentence) -> usize {
    reading.text(sentence).0.split_whitespace().count() + surplus(reading, sentence)
}
