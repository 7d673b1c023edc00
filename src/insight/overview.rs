//! Key points: the sentences of the corpus that say most of what its independent texts say.
//!
//! Concepts are stems and pairs of neighbouring stems. A concept weighs by how many origins have it, and less
//! the more sentences have it at all; [`super::coverage`] chooses. Only originals are read, so a report that was
//! copied ten times counts once.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::KeyPoint;
use super::coverage::{Candidate, choose};
use super::fitness::is_fit;
use super::origins::Origins;
use super::reading::{FnvMap, Reading, Sentence, class};
use super::statement::Statement;
use super::support::supporters;
use crate::document::{BlockKind, SentenceRef};

/// Key points at most.
const MOST_POINTS: usize = 10;
/// Sentences that are looked at at most: a larger corpus is read from the top of each original only, where news
/// puts what matters (but at least two sentences of each).
const MOST_SENTENCES: usize = 20_000;
/// A key point must add at least this share of what the first one gave.
const LEAST_GAIN: f64 = 0.1;
/// Sentences that are held against the whole corpus to see who else says them.
const SHORTLIST: usize = 300;
/// How much more a sentence is worth for each further independent text that says the same.
const REPORTED: f64 = 0.3;
/// Words up to which a sentence is simply short.
const SHORT: f64 = 8.0;
/// What an item of a list is worth against running text: it leans on the line that announces it.
const ITEM: f64 = 0.6;
/// What is taken off the number of origins that have a concept, so that what only one has weighs little.
const SINGLE: f64 = 0.7;
/// How much more the first sentence of a document is worth than one far down. This and the weights around it
/// were set by ROUGE on day summaries of 77 news events, and are flat there: half or twice as much changes little.
const TOP: f64 = 1.0;
/// How much more a sentence of names and numbers is worth, up to the share of them that facts need.
const FACTS: f64 = 0.5;
const MOST_FACTS: f64 = 0.4;
/// How strongly length counts against a sentence: 0 not at all, 1 as weight per word.
const LENGTH: f64 = 0.5;
/// What a sentence is worth that only says that something was a subject too.
const VAGUE: f64 = 0.5;
/// What a sentence is worth with a word of praise; with two, that much of that much, and so on up to three.
const PRAISE: f64 = 0.85;
/// What a sentence is worth that begins with a dateline.
const DATELINE: f64 = 0.85;
/// Words from which a sentence is long: of a longer one only so many count.
const LONG: f64 = 35.0;

/// The key points, most widely reported first.
pub(super) fn overview(reading: &Reading, origins: &Origins) -> Vec<KeyPoint> {
    let pool = pool(reading, origins);
    let (candidates, weights) = concepts(reading, origins, &pool);
    let shortlist = shortlist(reading, &pool, &candidates, &weights);
    let statements: Vec<Statement> =
        shortlist.iter().filter_map(|&at| Some(Statement::of(reading, pool.get(at)?.0))).collect();
    let support = supporters(reading, &statements);
    let reports: Vec<Report> = statements
        .into_iter()
        .zip(support)
        .map(|(statement, support)| Report::of(reading, origins, statement, support))
        .collect();
    let mut candidates = candidates;
    let shortlisted: Vec<Candidate> = shortlist
        .iter()
        .zip(&reports)
        .filter_map(|(&at, report)| {
            let Candidate { concepts, prior } = std::mem::take(candidates.get_mut(at)?);
            let widely = 1.0 + REPORTED * report.origins.saturating_sub(1) as f64;
            Some(Candidate { concepts, prior: prior * widely })
        })
        .collect();
    let mut chosen: Vec<&Report> = chosen(&reports, &shortlisted, weights);
    // Stable: what is reported as widely stays in the order of what it adds.
    chosen.sort_by_key(|report| (Reverse(report.origins), Reverse(report.outlets)));
    let point = |report: &Report| KeyPoint { sentence: report.statement.at, support: report.support.clone() };
    chosen.into_iter().map(point).collect()
}

/// A sentence and how widely what it says is reported.
struct Report {
    statement: Statement,
    support: Vec<SentenceRef>,
    origins: usize,
    outlets: usize,
}

impl Report {
    fn of(reading: &Reading, origins: &Origins, statement: Statement, support: Vec<SentenceRef>) -> Self {
        let documents = || support.iter().chain([&statement.at]).map(|at| at.document as usize);
        let outlet = |document: usize| reading.corpus.documents.get(document)?.source.as_deref();
        let of = documents().filter_map(|document| origins.of.get(document)).collect::<BTreeSet<_>>().len();
        let outlets = documents().filter_map(outlet).collect::<BTreeSet<_>>().len();
        Self { statement, support, origins: of, outlets }
    }

    /// Whether two sentences would make one key point.
    fn repeats(&self, other: &Self) -> bool {
        self.statement.says_what(&other.statement)
            || self.support.contains(&other.statement.at)
            || other.support.contains(&self.statement.at)
    }
}

/// The sentences that are worth asking who else says them, by their place in the pool: those of most worth alone.
fn shortlist(
    reading: &Reading,
    pool: &[(&Sentence, usize)],
    candidates: &[Candidate],
    weights: &[f64],
) -> Vec<usize> {
    let mut all: Vec<(f64, usize)> =
        candidates.iter().enumerate().map(|(at, candidate)| (candidate.worth(weights), at)).collect();
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let fit = |at: usize| pool.get(at).is_some_and(|(sentence, _)| is_fit(reading, sentence));
    let mut best: Vec<usize> =
        all.into_iter().map(|(_, at)| at).filter(|&at| fit(at)).take(SHORTLIST).collect();
    best.sort_unstable();
    best
}

/// The sentences that together cover most, none of which says what another one says.
fn chosen<'r>(reports: &'r [Report], candidates: &[Candidate], weights: Vec<f64>) -> Vec<&'r Report> {
    let mut chosen: Vec<&Report> = Vec::new();
    let mut first = 0.0;
    choose(candidates, weights, |at, gain| {
        if chosen.len() == MOST_POINTS || gain < first * LEAST_GAIN {
            return None;
        }
        let report = reports.get(at)?;
        let new = !chosen.iter().any(|other| other.repeats(report));
        if new {
            if chosen.is_empty() {
                first = gain;
            }
            chosen.push(report);
        }
        Some(new)
    });
    chosen
}

/// Sentences of running text of the originals, with their place in their document.
fn pool<'r>(reading: &'r Reading, origins: &Origins) -> Vec<(&'r Sentence, usize)> {
    let each = (MOST_SENTENCES / (origins.count.max(1) as usize)).max(2);
    let originals = origins.copy_of.iter().enumerate().filter(|(_, copy)| copy.is_none());
    originals
        .flat_map(|(document, _)| {
            let told = reading.sentences(document).iter().filter(|sentence| is_told(sentence.kind));
            told.take(each).enumerate().map(|(place, sentence)| (sentence, place))
        })
        .collect()
}

/// Whether blocks of a kind tell something, rather than announce or label it.
pub(super) fn is_told(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Paragraph | BlockKind::Item)
}

/// What is known of a concept.
#[derive(Default)]
struct Concept {
    sentences: u32,
    origins: u32,
    /// The origin counted last, plus one.
    last: u32,
}

/// The sentences by their concepts, and the weight of each concept.
fn concepts(reading: &Reading, origins: &Origins, pool: &[(&Sentence, usize)]) -> (Vec<Candidate>, Vec<f64>) {
    let mut numbers: FnvMap<(u32, u32), u32> = FnvMap::default();
    let mut known: Vec<Concept> = Vec::new();
    let mut candidates = Vec::with_capacity(pool.len());
    for &(sentence, place) in pool {
        let origin = origins.of.get(sentence.at.document as usize).copied().unwrap_or_default();
        let content = reading.content(sentence);
        let singles = content.iter().map(|&stem| (stem, u32::MAX));
        let pairs = content.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?)));
        let mut concepts: Vec<u32> = singles
            .chain(pairs)
            .map(|concept| {
                *numbers.entry(concept).or_insert_with(|| {
                    known.push(Concept::default());
                    u32::try_from(known.len() - 1).unwrap_or(u32::MAX)
                })
            })
            .collect();
        concepts.sort_unstable();
        concepts.dedup();
        for &number in &concepts {
            if let Some(concept) = known.get_mut(number as usize) {
                concept.sentences += 1;
                concept.origins += u32::from(concept.last != origin + 1);
                concept.last = origin + 1;
            }
        }
        candidates.push(Candidate { concepts, prior: prior(reading, sentence, place) });
    }
    let sentences = pool.len() as f64;
    let weights = known
        .iter()
        .map(|concept| {
            let holders = f64::from(concept.sentences);
            // Damped: in a corpus about one thing, the common words are what it is about.
            let rarity = libm::sqrt(libm::log(1.0 + sentences / holders));
            let reported = if origins.count > 1 { f64::from(concept.origins) } else { holders } - SINGLE;
            reported * rarity
        })
        .collect();
    (candidates, weights)
}

/// What speaks for a sentence before its concepts do: the top of a document, names and numbers, brevity.
fn prior(reading: &Reading, sentence: &Sentence, place: usize) -> f64 {
    let tokens = reading.tokens(sentence);
    let words = tokens.len().max(1) as f64;
    let facts = tokens
        .iter()
        .skip(1)
        .filter(|token| {
            let class = reading.term(token).class;
            token.capital && class & class::STOP == 0 || class & class::NUMBER != 0
        })
        .count();
    let top = 1.0 + TOP / (1.0 + place as f64);
    let factual = 1.0 + FACTS * (facts as f64 / words).min(MOST_FACTS);
    let told = if sentence.kind == BlockKind::Item { ITEM } else { 1.0 };
    let has = |bit: u16| tokens.iter().filter(|token| reading.term(token).class & bit != 0).count();
    let vague = if has(class::SUBJECT) > 0 && has(class::ADDING) > 0 { VAGUE } else { 1.0 };
    let plain = libm::pow(PRAISE, has(class::PRAISE).min(3) as f64);
    let dateline = if super::fitness::dateline(reading.text(sentence).0) > 0 { DATELINE } else { 1.0 };
    let long = (LONG / words).min(1.0);
    told * top * factual * vague * plain * dateline * long / libm::pow(words.max(SHORT), LENGTH)
}
