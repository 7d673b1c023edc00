//! Where two accounts of one thing part.
//!
//! Sentences are brought together first (`pairs`): those of a near-copy with those of its original, and those of
//! independent texts that share enough rare words. Two that say the same are laid side by side word by word (`side`),
//! and each kind of difference is looked for by a rule of its own. All rules look for a reason to doubt: what can be
//! put down to other words, to another moment or to one account being shorter is not reported. A false alarm costs
//! more trust than a miss.
//!
//! | kind | rule |
//! | --- | --- |
//! | polarity | `polarity`: one denies or prevents what the other affirms |
//! | attribution, role | `voices`: another speaker, another office, or none |
//! | actor, object | `parts`: somebody else does it, or it is done to something else |
//! | number, list | `amounts`: other numbers of the same thing, other items of the same list |
//! | commitment, scope | `force`: promised or done; "only" about something else |
//! | omission | `omissions`: what a copy leaves out of its original |
//! | events | `events`: one name for what took place at two times |

mod amounts;
mod events;
mod force;
mod matters;
mod omissions;
mod pairs;
mod parts;
mod polarity;
mod side;
#[cfg(test)]
mod tests;
mod voices;

use std::ops::Range;

pub use crate::api::{DifferenceKind, Severity};

use super::origins::Origins;
use super::quotes::{BlockSpan, Quote, document_quotes};
use super::reading::Reading;
use super::statement::Statements;
use crate::document::{Corpus, SentenceRef};
use crate::order::{Arrange as _, Map};
pub(super) use events::{Held, held};

/// A sentence with the words that part it from another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The sentence.
    pub at: SentenceRef,
    /// The parting words as bytes of the block's text: in order, apart, within the sentence.
    pub marks: Vec<Range<usize>>,
}

/// Two sentences of two documents that part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// In what.
    pub kind: DifferenceKind,
    /// How much hangs on it.
    pub severity: Severity,
    /// One account. Of a near-copy and its original it is the copy's, but for an omission: there it is what the
    /// original has.
    pub a: Passage,
    /// The other account; for an omission the copy's sentence that stands where the left-out one would follow, without
    /// marks, if there is one.
    pub b: Option<Passage>,
}

/// Differences reported for one sentence at most.
const PER_SENTENCE: usize = 3;
/// Names and numbers in which two accounts of one event may part; in more, they are of two events.
const FACTS: usize = 2;
/// Omissions reported for one copy at most.
const OMISSIONS: usize = 6;

/// Finds the differences between the documents of a corpus, the gravest first, then in the order of the corpus.
///
/// `origins` are those of the same corpus ([`super::Insight::origins`]); an empty value means that all documents are
/// independent. Cost: a pass over the corpus; sentences are compared only where they share rare words, and of each word
/// that many share, only neighbours.
///
/// ```
/// use briefing::document::Corpus;
/// use briefing::insight::Origins;
/// use briefing::insight::differences::differences;
///
/// assert!(differences(&Corpus::default(), &Origins::default()).is_empty());
/// ```
#[must_use]
pub fn differences(corpus: &Corpus, origins: &Origins) -> Vec<Difference> {
    let quotes: Vec<_> = corpus.documents.iter().map(document_quotes).collect();
    let held: Vec<_> = corpus.documents.iter().map(held).collect();
    let reading = Reading::of(corpus);
    find(&reading, origins, &Statements::of(&reading), &quotes, &held.iter().collect::<Vec<_>>())
}

/// Finds the differences of a corpus that is read already and whose documents have these quotations and name these events.
pub(super) fn find(
    reading: &Reading,
    origins: &Origins,
    statements: &Statements,
    quotes: &[Vec<Quote<BlockSpan>>],
    held: &[&Vec<Held>],
) -> Vec<Difference> {
    let pairs = pairs::Pairs::of(reading, origins, statements);
    let voices = voices::Voices { corpus: reading.corpus, quotes };
    let mut found = Vec::new();
    let mut series = Series::default();
    // All that tells a contradiction is English.
    let english = |at: usize| reading.sentences.get(at).is_some_and(|it| reading.is_english(it.at.document));
    for pair in pairs.all.iter().filter(|pair| english(pair.a) && english(pair.b)) {
        let Some(sides) = side::Sides::of(reading, pair) else { continue };
        series.read(&sides);
        if sides.facts() > FACTS {
            continue;
        }
        found.extend(polarity::polarity(&sides));
        found.extend(voices.compare(&sides));
        found.extend(parts::parts(&sides));
        found.extend(amounts::amounts(reading.corpus, &sides));
        found.extend(force::force(&sides));
    }
    found.retain(|(_, difference)| !series.has(difference));
    found.extend(omissions::omissions(reading, &pairs, &voices));
    found.extend(events::events(held));
    settle(found)
}

/// Documents that are two numbers of one series, such as a bank's weekly report: most of their numbers differ, and so
/// what else does is no contradiction.
#[derive(Default)]
struct Series(Map<(u32, u32), (usize, usize)>);

impl Series {
    /// Counts the numbers of two sentences that are the same, and those that are not.
    fn read(&mut self, sides: &side::Sides) {
        let (same, other) = sides.numbers();
        let counts = self.0.entry((sides.a.at.document, sides.b.at.document)).or_default();
        counts.0 += same;
        counts.1 += other;
    }

    /// Whether a difference is one between the numbers of a series.
    fn has(&self, difference: &Difference) -> bool {
        let other = difference.b.as_ref().map_or(difference.a.at.document, |b| b.at.document);
        let counts = self.0.get(&(difference.a.at.document, other));
        counts.is_some_and(|&(same, other)| other > 1 && other > same)
    }
}

/// Sorts, and keeps of each kind and of each sentence what weighs most.
fn settle(mut found: Vec<(f64, Difference)>) -> Vec<Difference> {
    let key = |difference: &Difference| (difference.a.at, difference.b.as_ref().map(|passage| passage.at));
    found.arrange_by(|(x, a), (y, b)| {
        b.severity.cmp(&a.severity).then(y.total_cmp(x)).then_with(|| (a.kind, key(a)).cmp(&(b.kind, key(b))))
    });
    let mut of_kind: Map<(DifferenceKind, SentenceRef), usize> = Map::new();
    let mut of_sentence: Map<SentenceRef, usize> = Map::new();
    let mut kept = Vec::new();
    for (_, difference) in found {
        let ends =
            [Some(difference.a.at), difference.b.as_ref().filter(|b| !b.marks.is_empty()).map(|b| b.at)];
        let crowded = ends.iter().flatten().any(|&at| {
            of_kind.contains_key(&(difference.kind, at))
                || of_sentence.get(&at).is_some_and(|&count| count >= PER_SENTENCE)
        });
        if crowded {
            continue;
        }
        for &at in ends.iter().flatten() {
            *of_kind.entry((difference.kind, at)).or_default() += 1;
            *of_sentence.entry(at).or_default() += 1;
        }
        kept.push(difference);
    }
    kept.arrange_by_key(|difference| {
        (std::cmp::Reverse(difference.severity), key(difference), difference.kind)
    });
    kept
}
