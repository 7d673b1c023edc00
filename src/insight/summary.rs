//! An article in a few of its own sentences.
//!
//! Of all sets of so many sentences the one is chosen that, read as one, is nearest to what the article is about
//! ([`super::centre`]), where what stands at the top counts most: news puts what matters first, and the first three
//! sentences alone are hard to beat (Nenkova 2005). A sentence that leans on the one before it ("He said …") can be
//! chosen together with it, as the two can be read.

use std::cell::RefCell;

use super::centre::Space;
use super::fitness::{Fitness, fitness};
use super::length::count_words;
use super::overview::is_told;
use super::reading::{Reading, Sentence};
use crate::document::SentenceRef;
use crate::order::Arrange as _;

/// Sentences of running text up to which a summary has two, three; a longer text has four.
const LENGTHS: [(usize, usize); 2] = [(8, 2), (20, 3)];
/// Sentences of a summary at most.
pub(super) const MOST: usize = 4;
/// Words of a summary at most, where no other length is wanted: half a minute of reading.
const WORDS: usize = 120;
/// Sentences looked at at most, from the top.
const MOST_SENTENCES: usize = 200;
/// How many sentences further down a sentence counts 1/e of what it counts here, and what the last one counts. With
/// these and `PAIRS`, on 50 CNN/DailyMail articles (REALSumm, 75 words), ROUGE-2 is 19 where the lead has 16.4;
/// between 8 and 15 sentences, and with 0.15 to 0.4 for pairs, it stays above 18.
const FADE: f64 = 12.0;
const LAST: f64 = 0.1;
const PAIRS: f64 = 0.25;
/// Of how many sentences, those nearest to the centre, all sets are tried: 1,470 sets of up to four.
const TRIED: usize = 14;

/// How many sentences a summary of a document has at most.
fn length(reading: &Reading, document: usize) -> usize {
    let told = reading.sentences(document).iter().filter(|sentence| is_told(sentence.kind)).count();
    LENGTHS.iter().find(|(sentences, _)| told <= *sentences).map_or(MOST, |&(_, limit)| limit)
}

/// The summary of a document, in the order of its text; empty if no sentence is fit to stand alone.
pub(super) fn summary(reading: &Reading, document: usize, most: usize, words: usize) -> Vec<SentenceRef> {
    let told: Vec<&Sentence> =
        reading.sentences(document).iter().filter(|s| is_told(s.kind)).take(MOST_SENTENCES).collect();
    let counts = |place: usize| LAST + libm::exp(-(place as f64) / FADE);
    let space = Space::of(reading, &told, counts, None, PAIRS);
    let centre = space.centre(usize::MAX);
    let mut tried: Vec<(usize, &Sentence, Fitness)> = told
        .iter()
        .enumerate()
        .map(|(place, sentence)| (place, *sentence, fitness(reading, sentence)))
        .filter(|(.., fitness)| *fitness != Fitness::Unfit)
        .collect();
    tried.arrange_by(|a, b| centre.nearness(b.0).total_cmp(&centre.nearness(a.0)));
    tried.truncate(TRIED);
    tried.arrange_by_key(|(place, ..)| *place);
    let places: Vec<usize> = tried.iter().map(|(place, ..)| *place).collect();
    let choice = Choice {
        together: centre.together(&places),
        words: tried.iter().map(|(_, sentence, _)| count_words(reading, sentence)).collect(),
        leans: tried
            .iter()
            .enumerate()
            .map(|(at, (_, sentence, fitness))| {
                (*fitness == Fitness::Behind).then(|| before(&tried, at, sentence))
            })
            .collect(),
    };
    let mut best = (0.0, Vec::new());
    choice.extend(&mut Vec::new(), 0, most, words, &mut best);
    best.1.into_iter().filter_map(|at| Some(tried.get(at)?.1.at)).collect()
}

/// The summary of an article, kept for as long as its words are read alike ([`Reading::wordings`]).
#[derive(Debug, Default)]
pub(super) struct Kept(RefCell<Option<(u64, Vec<SentenceRef>)>>);

impl Kept {
    /// The summary of a document, the article, whose words are read so.
    pub fn summary(&self, reading: &Reading, document: usize, wording: u64) -> Vec<SentenceRef> {
        let mut kept = self.0.borrow_mut();
        let known = kept.take().filter(|(of, _)| *of == wording);
        let make = || (wording, summary(reading, document, length(reading, document), WORDS));
        let (_, summary) = kept.insert(known.unwrap_or_else(make));
        // The article may have got another place.
        summary.iter().map(|at| SentenceRef { document: document as u32, ..*at }).collect()
    }
}

/// The place of the sentence right before another one, if it is among those tried.
fn before(tried: &[(usize, &Sentence, Fitness)], at: usize, sentence: &Sentence) -> Option<usize> {
    let last = at.checked_sub(1)?;
    let (_, other, _) = tried.get(last)?;
    (other.tokens.end == sentence.tokens.start).then_some(last)
}

/// Sentences of which some are to be chosen.
struct Choice {
    together: super::centre::Together,
    words: Vec<usize>,
    /// For a sentence that leans on the one before, where that one is.
    leans: Vec<Option<Option<usize>>>,
}

impl Choice {
    /// Tries all sets that have the chosen sentences and further ones from a place on.
    fn extend(
        &self,
        chosen: &mut Vec<usize>,
        from: usize,
        most: usize,
        words: usize,
        best: &mut (f64, Vec<usize>),
    ) {
        if most == 0 {
            return;
        }
        for (at, (&length, leans)) in self.words.iter().zip(&self.leans).enumerate().skip(from) {
            if length > words
                || leans.is_some_and(|before| before.is_none() || before != chosen.last().copied())
            {
                continue;
            }
            chosen.push(at);
            let near = self.together.nearness(chosen);
            if near > best.0 {
                *best = (near, chosen.clone());
            }
            self.extend(chosen, at + 1, most - 1, words - length, best);
            chosen.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::corpus;

    #[test]
    fn a_summary_is_made_anew_only_where_words_are_read_otherwise() {
        let corpus = corpus([
            ("a", "The Lindau ferries were stopped by a storm on Monday."),
            ("b", "It rained.\n\nThe harbour of Lindau was closed by the agency on Friday."),
        ]);
        let reading = Reading::of(&corpus);
        let kept = Kept::default();
        let at = |document, block| [SentenceRef { document, block, sentence: 0 }];
        assert_eq!(kept.summary(&reading, 0, 7), at(0, 0));
        assert_eq!(kept.summary(&reading, 1, 7), at(1, 0), "kept, though of another text");
        assert_eq!(kept.summary(&reading, 1, 8), at(1, 1), "made of this one");
    }
}
