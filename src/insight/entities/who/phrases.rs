//! Phrases: names of several words that are found by their words, whatever their capitals.

use std::borrow::Cow;
use std::ops::Range;

use super::super::words::{Gap, Shape, Word, words};
use super::super::{EntityKind, Mention, kind};
use crate::hash::{self, HashMap, HashSet};
use crate::order::Arrange as _;

/// Names of several words, to be looked for.
#[derive(Default)]
pub(super) struct Phrases {
    /// By the hashes of their first two words, the longest first.
    by_first: HashMap<(u32, u32), Vec<Phrase>>,
}

/// A name of several words.
struct Phrase {
    /// In small letters.
    words: Vec<String>,
    hashes: Vec<u32>,
    /// What it stands for.
    id: usize,
}

/// What words are looked up by: different ones may share it, so those found are compared.
pub(super) fn hash(word: &str) -> u32 {
    hash::hash(&*small(word))
}

impl Phrases {
    /// Names, each with what it stands for; the first of equals counts.
    pub fn new<'t>(names: impl Iterator<Item = (&'t str, usize)>) -> Self {
        let mut phrases = Self::default();
        let mut seen = HashSet::default();
        for (text, id) in names {
            let sentence = 0..text.len();
            let words = words(text, std::slice::from_ref(&sentence));
            let hashes: Vec<u32> = words.iter().map(|word| hash(word.text)).collect();
            let words: Vec<String> = words.iter().map(|word| small(word.text).into_owned()).collect();
            if let &[first, second, ..] = hashes.as_slice()
                && seen.insert(words.clone())
            {
                phrases.by_first.entry((first, second)).or_default().push(Phrase { words, hashes, id });
            }
        }
        for all in phrases.by_first.values_mut() {
            all.arrange_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
        }
        phrases
    }

    /// Whether any may stand among words, given their hashes.
    pub fn may_stand_among(&self, hashes: &[u32]) -> bool {
        !self.by_first.is_empty() && (0..hashes.len()).any(|at| self.at(hashes, at).next().is_some())
    }

    /// Those that may stand at a place, the longest first.
    fn at(&self, hashes: &[u32], at: usize) -> impl Iterator<Item = &Phrase> {
        let here = match hashes.get(at..at + 2) {
            Some(&[first, second]) => self.by_first.get(&(first, second)),
            _ => None,
        };
        here.into_iter().flatten().filter(move |phrase| {
            hashes.get(at..at + phrase.hashes.len()).is_some_and(|here| here == phrase.hashes)
        })
    }

    /// Where they stand among words, the longest first where one begins with another; `hashes` are those of the words.
    pub fn find(&self, words: &[Word], hashes: &[u32]) -> Vec<(Range<usize>, Mention, usize)> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let joined = |phrase: &&Phrase| {
                let here = words.get(at..at + phrase.words.len()).unwrap_or_default();
                here.iter().zip(&phrase.words).all(|(word, wanted)| small(word.text) == *wanted)
                    && here.iter().skip(1).all(|word| word.gap != Gap::Comma && !word.first)
            };
            let length = self.at(hashes, at).find(joined).map(|phrase| (phrase.words.len(), phrase.id));
            let Some((length, id)) = length else {
                at += 1;
                continue;
            };
            let piece = at..at + length;
            let end = words.get(piece.end - 1).map_or(word.end, |last| last.end);
            let named =
                words.get(piece.clone()).unwrap_or_default().iter().any(|word| word.shape != Shape::Lower);
            let kind = match kind::kind(words, &piece) {
                EntityKind::Person | EntityKind::Other if named => EntityKind::Organisation,
                // In small letters it may be a thing: emergency disconnect system (EDS).
                kind if named || kind == EntityKind::Agreement => kind,
                _ => EntityKind::Other,
            };
            found.push((piece, Mention { range: word.start..end, kind }, id));
            at += length;
        }
        found
    }
}

/// A word in small letters.
fn small(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) { word.into() } else { word.to_lowercase().into() }
}
