//! Key points: the sentences of the corpus that tell most of what its independent texts are about.
//!
//! A sentence is worth how near it is to the centre of all ([`super::centre`]), times what speaks for it before its
//! words do, times how many independent texts say the same ([`super::support`]). Sentences are taken one by one,
//! each for its worth less its likeness to those taken (maximal marginal relevance, Carbonell and Goldstein 1998).
//! Only originals are read, so a report that was copied ten times counts once.

use std::cmp::Reverse;

use super::centre::Space;
use super::fitness::{dateline, is_fit};
use super::length::count_words;
use super::origins::Origins;
use super::reading::{Reading, Sentence, class};
use super::statement::{Statement, Statements};
use super::support::supporters;
use super::{Brief, KeyPoint};
use crate::document::{BlockKind, SentenceRef};
use crate::order::{Arrange as _, Set};

/// Key points at most; more only where more than `WORDS` are wanted.
const MOST: usize = 10;
/// Words of all key points at most, where no other length is wanted: a minute of reading.
pub(super) const WORDS: usize = crate::cards::WORDS as usize;
/// Lengths in words for which the best briefing is kept.
const LENGTHS: [usize; 16] = [20, 30, 40, 50, 60, 75, 90, 110, 130, 160, 200, WORDS, 300, 350, 400, 500];
/// Sentences that are looked at at most: a larger corpus is read from the top of each original only, where news
/// puts what matters (but at least two sentences of each).
const MOST_SENTENCES: usize = 20_000;
/// Sentences that are held against the whole corpus to see who else says them.
const SHORTLIST: usize = 150;
/// A key point must be worth at least this share of the worthiest one: less is what the others have said already.
const LEAST_WORTH: f64 = 0.02;
/// What pairs of words count against words. On the day summaries that the head of `centre` names ROUGE-2 is 6.4; with
/// 0.3 to 0.7 it is 5.9 to 6.6. The weights below move it by less than half a point when halved or doubled.
const PAIRS: f64 = 0.5;
/// Of how many words, and pairs, the centre is made, and how many more for each word of the briefing: the longer it
/// is, the more of what the corpus is about it can tell.
const FEATURES: usize = 40;
const FEATURES_A_WORD: f64 = 0.4;
/// What likeness to a sentence taken counts against worth, beside what `REMAINS` takes away.
const LIKENESS: f64 = 0.3;
/// How much more a sentence is worth that all independent texts say.
const REPORTED: f64 = 0.7;
/// How much more the first sentence of a document is worth than one far down. Little: the day summaries say more of
/// what comes further down.
const TOP: f64 = 0.2;
/// What an item of a list is worth against running text: it leans on the line that announces it.
const ITEM: f64 = 0.6;
/// What a sentence is worth that only says that something was a subject too.
const VAGUE: f64 = 0.5;
/// What a sentence is worth with a word of praise; with two, that much of that much, and so on up to three.
const PRAISE: f64 = 0.85;
/// What a sentence is worth that begins with a dateline.
const DATELINE: f64 = 0.85;
/// Words from which a sentence is long: of a longer one only so many count.
const LONG: f64 = 50.0;
/// What remains in the centre of what a sentence taken says.
const REMAINS: f64 = 0.1;

/// What may become a key point.
pub(super) struct Points<'s> {
    /// Those worth most by themselves first.
    reports: Vec<Report<'s>>,
    space: Space,
}

/// A sentence and how widely what it says is reported.
struct Report<'s> {
    /// Its place in the space.
    place: usize,
    statement: &'s Statement,
    support: Vec<SentenceRef>,
    origins: usize,
    outlets: usize,
    words: usize,
    prior: f64,
}

impl<'s> Points<'s> {
    /// Looks for key points in a corpus.
    pub fn of(reading: &Reading, origins: &Origins, corpus: &'s Statements) -> Self {
        let pool = pool(reading, origins);
        let sentences: Vec<&Sentence> = pool.iter().map(|(sentence, _)| *sentence).collect();
        let of: Vec<u32> =
            sentences.iter().filter_map(|s| origins.of.get(s.at.document as usize).copied()).collect();
        let space = Space::of(reading, &sentences, |_| 1.0, Some(&of), PAIRS);
        let centre = space.centre(features(WORDS));
        let mut worth: Vec<(f64, f64, usize)> = pool
            .iter()
            .enumerate()
            .map(|(place, (sentence, at))| {
                let prior = prior(reading, sentence, *at);
                (centre.nearness(place) * prior, prior, place)
            })
            .collect();
        worth.arrange_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)));
        let fit =
            worth.into_iter().filter(|&(.., place)| sentences.get(place).is_some_and(|s| is_fit(reading, s)));
        let shortlist: Vec<(f64, &Sentence, usize)> = fit
            .filter_map(|(_, prior, place)| Some((prior, *sentences.get(place)?, place)))
            .take(SHORTLIST)
            .collect();
        let others = origins.count.saturating_sub(1).max(1) as f64;
        let statements: Vec<&Statement> = shortlist
            .iter()
            .filter_map(|(_, sentence, _)| corpus.of_sentence(reading, sentence.at))
            .collect();
        let support = supporters(reading, corpus, &statements);
        let reports = shortlist
            .iter()
            .zip(statements)
            .zip(support)
            .map(|((&(prior, sentence, place), statement), support)| {
                let documents = || support.iter().chain([&statement.at]).map(|at| at.document as usize);
                let outlet = |document: usize| reading.corpus.documents.get(document)?.source.as_deref();
                let origins: Set<&u32> =
                    documents().filter_map(|document| origins.of.get(document)).collect();
                let outlets: Set<&str> = documents().filter_map(outlet).collect();
                let widely = 1.0 + REPORTED * origins.len().saturating_sub(1) as f64 / others;
                Report {
                    place,
                    origins: origins.len(),
                    outlets: outlets.len(),
                    words: count_words(reading, sentence),
                    prior: prior * widely,
                    support,
                    statement,
                }
            })
            .collect();
        Self { reports, space }
    }

    /// The best briefings of several lengths, each one that is longer than the one before.
    pub fn briefs(&self) -> Vec<Brief> {
        let mut briefs: Vec<Brief> = Vec::new();
        for words in LENGTHS {
            let points = self.best(words);
            let of =
                |point: &KeyPoint| self.reports.iter().find(|report| report.statement.at == point.sentence);
            let words = points.iter().filter_map(of).map(|report| report.words).sum::<usize>();
            let words = u32::try_from(words).unwrap_or(u32::MAX);
            if briefs.last().map_or(0, |brief| brief.words) < words {
                briefs.push(Brief { words, points });
            }
        }
        briefs
    }

    /// The best briefing of so many words at most: the most widely reported first.
    pub fn best(&self, words: usize) -> Vec<KeyPoint> {
        let most = MOST.max(words * MOST / WORDS);
        let mut centre = self.space.centre(features(words));
        let mut chosen: Vec<&Report> = Vec::new();
        let mut left = words;
        let mut open: Vec<(&Report, f64)> = self.reports.iter().map(|report| (report, 0.0)).collect();
        let mut highest: f64 = 0.0;
        while chosen.len() < most {
            open.retain(|(report, _)| report.words <= left);
            let worth = |report: &Report| centre.nearness(report.place) * report.prior;
            let gains = open.iter().map(|&(report, like)| (worth(report), like, report));
            // The first of the best: a later one must be better.
            let Some((worth, _, best)) = gains
                .rev()
                .max_by(|a, b| (a.0 - LIKENESS * a.1).total_cmp(&(b.0 - LIKENESS * b.1)))
                .filter(|(worth, ..)| *worth >= highest * LEAST_WORTH)
            else {
                break;
            };
            highest = highest.max(worth);
            left -= best.words;
            chosen.push(best);
            open.retain(|(report, _)| !report.repeats(best));
            for (report, like) in &mut open {
                *like = like.max(self.space.likeness(report.place, best.place));
            }
            centre.cover(best.place, REMAINS);
        }
        // Stable: what is reported as widely stays in the order of what it adds.
        chosen.arrange_by_key(|report| (Reverse(report.origins), Reverse(report.outlets)));
        let point =
            |report: &Report| KeyPoint { sentence: report.statement.at, support: report.support.clone() };
        chosen.into_iter().map(point).collect()
    }
}

impl Report<'_> {
    /// Whether two sentences would make one key point.
    fn repeats(&self, other: &Self) -> bool {
        self.statement.says_what(other.statement)
            || self.support.contains(&other.statement.at)
            || other.support.contains(&self.statement.at)
    }
}

/// Of how many words, and pairs, the centre is made for a briefing of so many words.
fn features(words: usize) -> usize {
    FEATURES + (FEATURES_A_WORD * words as f64) as usize
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

/// What speaks for a sentence before its words do.
fn prior(reading: &Reading, sentence: &Sentence, place: usize) -> f64 {
    let tokens = reading.tokens(sentence);
    let has = |bit: u16| tokens.iter().filter(|token| reading.term(token).class & bit != 0).count();
    let top = 1.0 + TOP / (1.0 + place as f64);
    let told = if sentence.kind == BlockKind::Item { ITEM } else { 1.0 };
    let vague = if has(class::SUBJECT) > 0 && has(class::ADDING) > 0 { VAGUE } else { 1.0 };
    let plain = libm::pow(PRAISE, has(class::PRAISE).min(3) as f64);
    let dateline = if dateline(reading.text(sentence).0) > 0 { DATELINE } else { 1.0 };
    let long = (LONG / tokens.len().max(1) as f64).min(1.0);
    top * told * vague * plain * dateline * long
}
