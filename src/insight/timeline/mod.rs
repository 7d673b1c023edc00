//! What happened when: the dates of all documents, merged into events.
//!
//! Every date that can be placed on the calendar makes a candidate: its interval, the sentence, the words around it
//! and, where it has one, its name. Candidates of one interval are one event where they have one name or where their
//! words agree; what has another date is another event, whatever its name, unless the one date holds the other and
//! the names are the same. Durations, vague times and dates that only bound something ("before 2010") make none.

mod dated;
mod label;
mod merge;
mod named;
#[cfg(test)]
mod tests;

use std::fmt;
use std::ops::Range;

use super::dates::{Basis, Date};
use super::findings::long;
use super::reading::{Reading, Sentence, class};
use super::statement::{Statement, Statements};
use super::support::supporters;
use crate::document::{Corpus, SentenceRef};
use crate::order::Arrange as _;
pub(super) use dated::{Dated, dated};

/// Something that the documents date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// First day, month or year of it.
    pub start: Date,
    /// Last day, month or year of it; the same as `start` for most.
    pub end: Date,
    /// Whether any of its sentences writes the date out.
    pub basis: Basis,
    /// The sentence that tells it best.
    pub sentence: SentenceRef,
    /// The date in that sentence: bytes of the block's text.
    pub mention: Range<usize>,
    /// Its name in that sentence, where it has one: bytes of the block's text.
    pub label: Option<Range<usize>>,
    /// Other sentences that tell it, in the order of the corpus; they need not name the date.
    pub support: Vec<SentenceRef>,
}

impl Event {
    /// The documents that tell it, as indices into [`Corpus::documents`], in order.
    #[must_use]
    pub fn documents(&self) -> Vec<u32> {
        let mut all: Vec<u32> = self.support.iter().chain([&self.sentence]).map(|at| at.document).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// The date of an event: `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `start/end`.
impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.start.fmt(f)?;
        if self.end == self.start { Ok(()) } else { write!(f, "/{}", self.end) }
    }
}

/// The dated events of a corpus, in the order of time, the less exact date first.
///
/// Relative dates count from the document's day of publication; where that is not known they make no event.
///
/// Cost: linear in the text, but for events of one date, which are compared with a bounded number of others.
///
/// ```
/// use briefing::document::Corpus;
/// use briefing::insight::timeline::timeline;
///
/// assert!(timeline(&Corpus::default()).is_empty());
/// ```
#[must_use]
pub fn timeline(corpus: &Corpus) -> Vec<Event> {
    let reading = Reading::of(corpus);
    let dated: Vec<_> = corpus.documents.iter().map(dated).collect();
    of_reading(&reading, &Statements::of(&reading), &dated.iter().collect::<Vec<_>>())
}

/// Sentences whose likes are looked for in other documents: each is compared with every sentence.
const MOST_COMPARED: usize = 100;
/// How long after something happened articles still tell it without its date, in days.
const NEWS_DAYS: i64 = 31;

/// The same of a corpus that has been read, given the dates of its documents.
pub(super) fn of_reading(reading: &Reading, statements: &Statements, dated: &[&Vec<Dated>]) -> Vec<Event> {
    let candidates = candidates(reading, dated);
    let mut groups = merge::groups(&candidates);
    named::support(reading, &candidates, &mut groups);
    let mut events: Vec<Event> = groups.iter().filter_map(|group| event(&candidates, group)).collect();
    events.arrange_by_key(|event| (event.start, event.end, event.sentence));
    alike(reading, statements, &candidates, &mut events);
    events
}

/// A date that may make an event.
pub(super) struct Candidate {
    /// First and last date.
    pub interval: (Date, Date),
    pub basis: Basis,
    pub at: SentenceRef,
    /// Bytes of the block's text.
    pub mention: Range<usize>,
    pub label: Option<Range<usize>>,
    /// Stems of the label's content words, in order.
    pub name: Vec<u32>,
    /// Stems of content words before the date, sorted, each once.
    pub before: Vec<u32>,
    /// Stems of content words behind the date, sorted, each once.
    pub behind: Vec<u32>,
    /// Stems of both.
    pub around: Vec<u32>,
    /// Whether the sentence is a whole one of running text.
    pub told: bool,
}

/// Some candidates that are one event, by index, and sentences that tell it without its date.
pub(super) struct Group {
    pub members: Vec<usize>,
    pub undated: Vec<SentenceRef>,
    pub interval: (Date, Date),
}

/// The candidates of a corpus; `dated` are the dates of its documents.
fn candidates(reading: &Reading, dated: &[&Vec<Dated>]) -> Vec<Candidate> {
    let mut all = Vec::with_capacity(dated.iter().map(|dated| dated.len()).sum());
    for (document, dated) in dated.iter().enumerate() {
        let sentences = reading.sentences(document);
        for date in dated.iter() {
            let place =
                sentences.partition_point(|sentence| (sentence.at.block, sentence.at.sentence) < date.at);
            all.extend(sentences.get(place).map(|sentence| candidate(reading, sentence, date)));
        }
    }
    all
}

/// A date with the words around it.
fn candidate(reading: &Reading, sentence: &Sentence, date: &Dated) -> Candidate {
    let (mention, around) = (long(&date.mention), long(&date.around));
    let label = date.label.as_ref().map(long);
    let before = sorted(stems(reading, sentence, &(around.start..mention.start)));
    let behind = sorted(stems(reading, sentence, &(mention.end..around.end)));
    Candidate {
        interval: date.interval,
        basis: date.basis,
        at: sentence.at,
        name: label.as_ref().map(|label| stems(reading, sentence, label)).unwrap_or_default(),
        around: sorted([before.as_slice(), behind.as_slice()].concat()),
        before,
        behind,
        mention,
        label,
        told: date.told,
    }
}

/// Stems of the content words in a part of a sentence.
fn stems(reading: &Reading, sentence: &Sentence, within: &Range<usize>) -> Vec<u32> {
    let all = reading.tokens(sentence);
    let place = |byte: usize| all.partition_point(|token| (token.start as usize) < byte);
    let tokens = all.get(place(within.start)..place(within.end)).unwrap_or_default();
    let terms = tokens.iter().map(|token| reading.term(token));
    terms.filter(|term| term.class & (class::STOP | class::NUMBER) == 0).map(|term| term.stem).collect()
}

fn sorted(mut stems: Vec<u32>) -> Vec<u32> {
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// The best of a group's candidates as an event, the others as its support.
fn event(candidates: &[Candidate], group: &Group) -> Option<Event> {
    let members: Vec<&Candidate> =
        group.members.iter().filter_map(|&member| candidates.get(member)).collect();
    // The most exact date first, then running text, a name, a date written out, and the earlier document.
    let best = members.iter().min_by_key(|member| {
        (member.interval != group.interval, !member.told, member.label.is_none(), member.basis, member.at)
    })?;
    let mut support: Vec<SentenceRef> =
        members.iter().map(|member| member.at).chain(group.undated.iter().copied()).collect();
    support.arrange();
    support.dedup();
    support.retain(|at| *at != best.at);
    Some(Event {
        start: group.interval.0,
        end: group.interval.1,
        basis: members.iter().map(|member| member.basis).min()?,
        sentence: best.at,
        mention: best.mention.clone(),
        label: best.label.clone(),
        support,
    })
}

/// Adds the sentences of other documents that say the same, where they were published when it was news and give it
/// no other date.
fn alike(reading: &Reading, corpus: &Statements, candidates: &[Candidate], events: &mut [Event]) {
    let mut order: Vec<usize> = (0..events.len()).collect();
    order.arrange_by_key(|&event| usize::MAX - events.get(event).map_or(0, |event| event.support.len()));
    order.truncate(MOST_COMPARED);
    order.sort_unstable();
    let chosen = order
        .into_iter()
        .filter_map(|place| Some((place, corpus.of_sentence(reading, events.get(place)?.sentence)?)));
    let (places, statements): (Vec<usize>, Vec<&Statement>) = chosen.unzip();
    for (place, found) in places.into_iter().zip(supporters(reading, corpus, &statements)) {
        let Some(event) = events.get_mut(place) else { continue };
        let told = event.documents();
        for at in found {
            let other = |candidate: &&Candidate| {
                candidate.at == at && !overlap(candidate.interval, (event.start, event.end))
            };
            let first = candidates.partition_point(|candidate| candidate.at < at);
            let dated_otherwise = candidates
                .get(first..)
                .is_some_and(|rest| rest.iter().take_while(|c| c.at == at).any(|c| other(&c)));
            if !told.contains(&at.document)
                && news(reading, at.document, (event.start, event.end))
                && !dated_otherwise
            {
                event.support.push(at);
            }
        }
        event.support.arrange();
    }
}

/// Whether two intervals have days in common.
fn overlap(a: (Date, Date), b: (Date, Date)) -> bool {
    a.0.days().0 <= b.1.days().1 && b.0.days().0 <= a.1.days().1
}

/// Whether a document was published while something was going on, or soon after.
pub(super) fn news(reading: &Reading, document: u32, interval: (Date, Date)) -> bool {
    let published = || reading.corpus.documents.get(document as usize)?.date.as_deref()?.parse::<Date>().ok();
    published().is_some_and(|published| {
        let (first, last) = published.days();
        interval.0.days().0 <= last && first.days_after(interval.1.days().1) <= NEWS_DAYS
    })
}
