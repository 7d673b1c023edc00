//! The words of a corpus: every term once, by number, in order of spelling, and by stem.

use std::ops::Range;

use super::interner::Interner;
use crate::pack::bytes::Cursor;
use crate::text::{Fold, SHARED, are_forms};

/// Every term of the corpus.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    words: Interner,
    /// Numbers of the terms in the order of their spellings.
    sorted: Vec<u32>,
    class_of: Vec<u32>,
    class_starts: Vec<u32>,
    members: Vec<u32>,
}

impl Lexicon {
    /// Groups terms by stem as the stems section says:
    ///
    /// ```text
    /// stems := class:varint*              one for each term, in the order of their spellings
    /// ```
    ///
    /// Terms of one stem are a *class*; `class` is 0 for a class not seen before, else how many classes ago it was numbered
    /// (1 is the newest). None where the section does not fit the terms.
    pub(super) fn new(words: Interner, sorted: Vec<u32>, stems: &[u8]) -> Option<Self> {
        let mut cursor = Cursor::new(stems);
        let mut class_of = vec![0; sorted.len()];
        let mut classes = 0u32;
        for &term in &sorted {
            let back = cursor.varint();
            if let Some(class) = class_of.get_mut(term as usize) {
                *class = classes.checked_sub(back)?;
                classes += u32::from(back == 0);
            }
        }
        let (class_starts, members) = group(&class_of, classes as usize);
        cursor.is_done().then_some(Self { words, sorted, class_of, class_starts, members })
    }

    /// How many terms there are.
    pub(crate) fn len(&self) -> usize {
        self.sorted.len()
    }

    pub(crate) fn spelling(&self, term: u32) -> &str {
        self.words.get(term)
    }

    /// How many stems there are.
    #[cfg(feature = "build")]
    pub(crate) fn classes(&self) -> u32 {
        self.class_starts.len().saturating_sub(1) as u32
    }

    /// The terms of a stem.
    pub(crate) fn members(&self, class: u32) -> &[u32] {
        self.members.get(list(&self.class_starts, class)).unwrap_or_default()
    }

    /// The term of a spelling, where there is one.
    pub(crate) fn find(&self, spelling: &str) -> &[u32] {
        let found = self.starting_with(spelling);
        let is_first = found.first().is_some_and(|&term| self.spelling(term) == spelling);
        found.get(..usize::from(is_first)).unwrap_or_default()
    }

    /// The terms that begin with `prefix`, in the order of their spellings.
    #[inline(never)]
    pub(crate) fn starting_with(&self, prefix: &str) -> &[u32] {
        let first = self.sorted.partition_point(|&term| self.spelling(term) < prefix);
        let from = self.sorted.get(first..).unwrap_or_default();
        let end = from.partition_point(|&term| self.spelling(term).starts_with(prefix));
        from.get(..end).unwrap_or_default()
    }

    /// The terms of one stem with a word. One that is itself no term has the stem of the first that it seems to be a form
    /// of.
    #[inline(never)]
    pub(crate) fn of_stem(&self, fold: &Fold, word: &str) -> &[u32] {
        let like = || {
            let near = self.starting_with(word.get(..SHARED).unwrap_or(word));
            near.iter().copied().find(|&term| are_forms(fold.told('-'), word, self.spelling(term)))
        };
        let class =
            self.find(word).first().copied().or_else(like).and_then(|term| self.class_of.get(term as usize));
        class.map(|&class| self.members(class)).unwrap_or_default()
    }
}

/// The numbers of all words, in the order of their spellings.
pub(super) fn in_order(words: &Interner) -> Vec<u32> {
    let mut sorted: Vec<u32> = (0..words.len()).collect();
    // Nearly all words differ in their first letters.
    let first: Vec<u64> = sorted.iter().map(|&term| first_letters(words.get(term))).collect();
    sort(&mut sorted, &|a, b| match (first.get(a as usize), first.get(b as usize)) {
        (Some(one), Some(other)) if one != other => one < other,
        _ => words.get(a) < words.get(b),
    });
    sorted
}

/// The first eight bytes of a word, as a number that rises as words do.
fn first_letters(word: &str) -> u64 {
    let mut first = [0; 8];
    for (to, &byte) in first.iter_mut().zip(word.as_bytes()) {
        *to = byte;
    }
    u64::from_be_bytes(first)
}

/// Sorts numbers by merging runs: stable, and a tenth of the code of the standard library's sorts, each of which would
/// be compiled again for every order.
pub(crate) fn sort(items: &mut Vec<u32>, less: &dyn Fn(u32, u32) -> bool) {
    let mut merged = Vec::with_capacity(items.len());
    let mut run = 1;
    while run < items.len() {
        for pair in items.chunks(run * 2) {
            let (mut left, mut right) = pair.split_at(run.min(pair.len()));
            while let Some((&a, after)) = left.split_first() {
                match right.split_first() {
                    Some((&b, rest)) if less(b, a) => {
                        merged.push(b);
                        right = rest;
                    }
                    _ => {
                        merged.push(a);
                        left = after;
                    }
                }
            }
            merged.extend_from_slice(right);
        }
        std::mem::swap(items, &mut merged);
        merged.clear();
        run *= 2;
    }
}

/// Lists the items of each group: where each list begins, and the lists end to end, items rising.
pub(super) fn group(group_of: &[u32], groups: usize) -> (Vec<u32>, Vec<u32>) {
    // First counted two places on, then moved.
    let mut next = vec![0u32; groups + 2];
    for &group in group_of {
        next[group as usize + 2] += 1;
    }
    for at in 2..next.len() {
        next[at] += next[at - 1];
    }
    let mut items = vec![0; group_of.len()];
    for (item, &group) in (0..).zip(group_of) {
        let place = &mut next[group as usize + 1];
        items[*place as usize] = item;
        *place += 1;
    }
    next.pop();
    (next, items)
}

/// Where list `number` of those that `starts` begin lies.
#[inline(never)]
pub(super) fn list(starts: &[u32], number: u32) -> Range<usize> {
    let at = |index: usize| starts.get(index).map_or(0, |&start| start as usize);
    at(number as usize)..at(number as usize + 1)
}
