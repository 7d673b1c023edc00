//! Sentences that may speak of the same thing: of a copy and its original, and of independent texts.
//!
//! A copy's sentence goes with the sentences of the original that it is likest to. Independent sentences are brought
//! together by the words that few sentences of the corpus have; of a word that many have, each sentence only meets
//! the next ones, so that the work stays in proportion to the corpus.

use std::ops::Range;

use super::matters::Matters;
use crate::insight::origins::Origins;
use crate::insight::reading::Reading;
use crate::insight::statement::Statements;
use crate::order::Arrange as _;

/// Likeness from which a sentence of a copy and one of its original are held to be one sentence, rewritten. Of the
/// pairs of two rewritten reports read by hand, those above it all were.
const REWRITTEN: f64 = 0.22;
/// Likeness from which sentences of independent texts are compared.
const ALIKE: f64 = 0.25;
/// Stems that independent sentences must share.
const SHARED: usize = 4;
/// Sentences that share a stem which are all compared with each other; of more, each meets this many next ones.
const COMMON: usize = 24;
/// Sentences before and behind the same place of a document in which a sentence's counterpart is looked for; an article
/// has fewer.
const WINDOW: usize = 200;
/// Sentences of independent texts that one is compared with.
const PARTNERS: usize = 6;

/// Two sentences, by their places in [`Reading::sentences`].
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub a: usize,
    pub b: usize,
    /// Whether `a` stands in a near-copy of the document of `b`.
    pub copy: bool,
    /// From 0 to 1.
    pub likeness: f64,
}

/// All pairs of a corpus.
pub(super) struct Pairs<'s> {
    pub all: Vec<Pair>,
    pub statements: &'s Statements,
    /// Near-copies with their originals.
    pub copies: Vec<(usize, usize)>,
}

impl<'s> Pairs<'s> {
    /// Brings the sentences of a corpus together.
    pub fn of(reading: &Reading, origins: &Origins, statements: &'s Statements) -> Self {
        let copied = origins.copy_of.iter().enumerate();
        let copies = copied.filter_map(|(copy, original)| Some((copy, (*original)? as usize))).collect();
        let matters = Matters::of(reading);
        let mut found = Self { all: Vec::new(), statements, copies };
        found.copies.retain(|&(copy, original)| matters.same(number(copy), number(original)));
        for (copy, original) in found.copies.clone() {
            found.rewritten(reading, copy, original);
        }
        found.independent(reading, origins, &matters);
        found
    }

    fn likeness(&self, a: usize, b: usize) -> f64 {
        match (self.statements.all.get(a), self.statements.all.get(b)) {
            (Some(a), Some(b)) => self.statements.rarity.likeness(a, b),
            _ => 0.0,
        }
    }

    /// Pairs of a copy: of each sentence of either document the likest of the other, and the next likest, since copies
    /// join and part sentences.
    fn rewritten(&mut self, reading: &Reading, copy: usize, original: usize) {
        let (Some(ours), Some(theirs)) = (reading.documents.get(copy), reading.documents.get(original))
        else {
            return;
        };
        let mut found: Vec<Pair> = Vec::new();
        for (one, other, swapped) in [(ours, theirs, false), (theirs, ours, true)] {
            for x in one.clone() {
                let likeness = across(x, one, other).map(|y| (self.likeness(x, y), y));
                let mut likest: Vec<(f64, usize)> = likeness.collect();
                likest.arrange_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
                let best = likest.first().map_or(0.0, |best| best.0);
                for &(likeness, y) in likest.iter().take(2) {
                    if likeness >= REWRITTEN && likeness >= best * 0.5 {
                        let (a, b) = if swapped { (y, x) } else { (x, y) };
                        found.push(Pair { a, b, copy: true, likeness });
                    }
                }
            }
        }
        found.arrange_by_key(|pair| (pair.a, pair.b));
        found.dedup_by_key(|pair| (pair.a, pair.b));
        self.all.append(&mut found);
    }

    fn independent(&mut self, reading: &Reading, origins: &Origins, matters: &Matters) {
        let mut holders: Vec<Vec<u32>> = vec![Vec::new(); reading.stems];
        for (number, statement) in (0u32..).zip(&self.statements.all).filter(|(_, statement)| statement.told)
        {
            for stem in statement.stems() {
                if let Some(holders) = holders.get_mut(stem as usize) {
                    holders.push(number);
                }
            }
        }
        let origin = |document: u32| {
            origins
                .of
                .get(document as usize)
                .map_or(u64::from(document) | 1 << 32, |&origin| u64::from(origin))
        };
        // How many holders of each stem the walk has passed.
        let mut passed = vec![0usize; holders.len()];
        let mut shared = vec![0u32; self.statements.all.len()];
        let mut touched: Vec<u32> = Vec::new();
        let mut found = Vec::new();
        for (number, statement) in self.statements.all.iter().enumerate() {
            for stem in statement.stems() {
                let (Some(holders), Some(passed)) =
                    (holders.get(stem as usize), passed.get_mut(stem as usize))
                else {
                    continue;
                };
                while holders.get(*passed).is_some_and(|&holder| holder as usize <= number) {
                    *passed += 1;
                }
                for &other in holders.iter().skip(*passed).take(COMMON) {
                    if let Some(count) = shared.get_mut(other as usize) {
                        if *count == 0 {
                            touched.push(other);
                        }
                        *count += 1;
                    }
                }
            }
            let mut partners: Vec<Pair> = Vec::new();
            for other in touched.drain(..) {
                let other = other as usize;
                let count = shared.get_mut(other).map(std::mem::take).unwrap_or_default() as usize;
                let Some(theirs) = self.statements.all.get(other) else { continue };
                if count >= SHARED && origin(theirs.at.document) != origin(statement.at.document) {
                    let same = matters.same(statement.at.document, theirs.at.document);
                    let likeness =
                        if same { self.statements.rarity.likeness(statement, theirs) } else { 0.0 };
                    if likeness >= ALIKE {
                        partners.push(Pair { a: number, b: other, copy: false, likeness });
                    }
                }
            }
            partners.arrange_by(|x, y| y.likeness.total_cmp(&x.likeness).then(x.b.cmp(&y.b)));
            partners.truncate(PARTNERS);
            found.append(&mut partners);
        }
        self.all.append(&mut found);
    }
}

/// The sentences of a document among which the counterpart of the sentence `at` of another one is looked for: of a long
/// document those about the same place.
pub(super) fn across(at: usize, from: &Range<usize>, to: &Range<usize>) -> Range<usize> {
    let place = to.start + at.saturating_sub(from.start) * to.len() / from.len().max(1);
    to.start.max(place.saturating_sub(WINDOW))..to.end.min(place + WINDOW)
}

fn number(document: usize) -> u32 {
    u32::try_from(document).unwrap_or(u32::MAX)
}
