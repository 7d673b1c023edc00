//! The words of a corpus: every term once, by number, in order of spelling, and by stem.

use std::ops::Range;

use super::interner::Interner;
use crate::text::{shared_prefix, stem};

/// Collects the terms of a corpus.
#[derive(Debug, Default)]
pub(super) struct Collector(Interner);

impl Collector {
    /// The number of a term.
    pub(super) fn number(&mut self, term: &str) -> u32 {
        self.0.intern(term)
    }

    pub(super) fn finish(self) -> Lexicon {
        let words = self.0;
        let count = words.len();
        let mut stems = Interner::default();
        let class_of: Vec<u32> = (0..count).map(|number| stems.intern(&stem(words.get(number)))).collect();
        let (class_starts, members) = group(&class_of, stems.len() as usize);
        let mut sorted: Vec<u32> = (0..count).collect();
        sorted.sort_unstable_by(|&a, &b| words.get(a).cmp(words.get(b)));
        Lexicon { words: words.closed(), sorted, class_of, class_starts, members }
    }
}

/// Lists the items of each group: where each list begins, and the lists end to end, items rising.
pub(crate) fn group(group_of: &[u32], groups: usize) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0u32; groups + 1];
    for &group in group_of {
        if let Some(count) = starts.get_mut(group as usize + 1) {
            *count += 1;
        }
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut next = starts.clone();
    let mut items = vec![0; group_of.len()];
    for (item, &group) in (0..).zip(group_of) {
        if let Some(at) = next.get_mut(group as usize) {
            if let Some(place) = items.get_mut(*at as usize) {
                *place = item;
            }
            *at += 1;
        }
    }
    (starts, items)
}

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

    /// Where the terms from `spelling` on begin in [`Lexicon::sorted`].
    fn lower_bound(&self, spelling: &str) -> usize {
        self.sorted.partition_point(|&term| self.spelling(term) < spelling)
    }

    /// The number of a term.
    pub(crate) fn find(&self, spelling: &str) -> Option<u32> {
        let term = *self.sorted.get(self.lower_bound(spelling))?;
        (self.spelling(term) == spelling).then_some(term)
    }

    /// The terms in the order of their spellings.
    pub(crate) fn sorted(&self) -> &[u32] {
        &self.sorted
    }

    /// The terms that begin with `prefix`, in the order of their spellings.
    pub(crate) fn starting_with(&self, prefix: &str) -> &[u32] {
        let from = self.sorted.get(self.lower_bound(prefix)..).unwrap_or_default();
        let end = from.partition_point(|&term| self.spelling(term).starts_with(prefix));
        from.get(..end).unwrap_or_default()
    }

    /// The terms of one stem with a word, which may itself be no term.
    pub(crate) fn of_stem(&self, word: &str) -> &[u32] {
        let known = self.find(word).or_else(|| {
            let sought = stem(word);
            let near = self.starting_with(shared_prefix(&sought));
            near.iter().copied().find(|&term| stem(self.spelling(term)) == sought)
        });
        let class = known.and_then(|term| self.class_of.get(term as usize));
        class.map(|&class| self.members(class)).unwrap_or_default()
    }
}

/// Where list `number` of those that [`group`] makes lies.
pub(crate) fn list(starts: &[u32], number: u32) -> Range<usize> {
    let at = |index: usize| starts.get(index).map_or(0, |&start| start as usize);
    at(number as usize)..at(number as usize + 1)
}
