//! From the parts of a query to the terms of the corpus that can stand for them.

use super::aliases::{self, Aliases};
use super::query::{Clause, Demand, Phrase, Query, Word};
use super::rank::largest;
use super::spelling;
use crate::api::Replacement;
use crate::index::Index;
use crate::text::Fold;

/// Weight of another form of the same stem, where the form as typed has 1. At 0 only exact forms are found;
/// at 1 the form makes no difference. Measured, nDCG@10 on Cranfield and CISI: .519 and .370 at 0, .535 and .399 at .6,
/// .533 and .408 at .8, .531 and .411 at 1; on news titles .807 at 1, .809 at .8.
pub(super) const STEM_WEIGHT: f32 = 0.8;

/// Weight of a term that only begins with the last word. At 0 nothing is found before the word is typed out;
/// at 1 a longer word counts as much as the word itself.
pub(super) const PREFIX_WEIGHT: f32 = 0.5;

/// Most terms that a prefix stands for, the ones with the most documents first: after one letter more would
/// cost time and tell nothing.
pub(super) const PREFIX_TERMS: usize = 48;

/// Weight of another name of the same thing. At 0 aliases are not found; at 1 it does not matter which name was typed.
pub(super) const ALIAS_WEIGHT: f32 = 0.8;

/// A sequence of words that stands for a part of a query.
#[derive(Debug, Default)]
pub(super) struct Pattern {
    /// For each word the terms that will do, each with its weight.
    pub steps: Vec<Vec<(u32, f32)>>,
    pub weight: f32,
    /// Whether it must be written with capitals.
    pub name: bool,
}

/// One part of a query, in terms of the corpus.
#[derive(Debug)]
pub(super) struct Concept {
    pub demand: Demand,
    /// Any of them will do; none where the corpus has nothing for this part.
    pub patterns: Vec<Pattern>,
    pub repeats: u32,
    /// Where the concept is another name for words that are concepts too: these, as positions of concepts.
    pub names: std::ops::Range<usize>,
    /// Whether the part is a word that may be typed on.
    pub open: bool,
}

/// What the words of a query were taken for.
#[derive(Debug, Default)]
pub(super) struct Reading<'a> {
    pub concepts: Vec<Concept>,
    pub corrections: Vec<Replacement<'a>>,
    pub aliases: Vec<Replacement<'a>>,
    pub ignored: Vec<&'a str>,
}

/// Looks up the parts of queries.
pub(super) struct Reader<'a> {
    pub index: &'a Index,
    pub aliases: &'a Aliases,
    pub fold: &'a Fold,
}

impl<'a> Reader<'a> {
    /// Looks up every part of a query.
    pub(super) fn read(&self, query: &'a str, parsed: &Query<'a>) -> Reading<'a> {
        let mut reading = Reading::default();
        let names = self.names(parsed);
        for (at, clause) in parsed.clauses.iter().enumerate() {
            let open = parsed.open && at + 1 == parsed.clauses.len();
            let mut concept = Concept {
                demand: clause.demand,
                patterns: Vec::new(),
                repeats: clause.repeats,
                names: 0..0,
                open,
            };
            let named = names.iter().any(|(words, ..)| words.contains(&at));
            for phrase in &clause.phrases {
                let patterns = match &phrase[..] {
                    [word] => self.word(word, open, clause.demand, &mut reading),
                    _ => self.phrase(phrase, clause.demand == Demand::Person).into_iter().collect(),
                };
                if patterns.is_empty() && !named && clause.demand != Demand::Not {
                    reading.ignored.extend(phrase.iter().map(|word| word.typed));
                }
                concept.patterns.extend(patterns);
            }
            reading.concepts.push(concept);
        }
        for (words, terms) in names {
            let typed = parsed.clauses.get(words.clone()).unwrap_or_default();
            let text = self.typed(query, typed);
            let mut concept = Concept {
                demand: Demand::Should,
                patterns: Vec::new(),
                repeats: 1,
                names: words,
                open: false,
            };
            self.others(&terms, text, false, &mut concept.patterns, &mut reading);
            if !concept.patterns.is_empty() {
                reading.concepts.push(concept);
            }
        }
        reading
    }

    /// The stretches of single words that are names of several words, with the terms of each.
    fn names(&self, parsed: &Query<'_>) -> Vec<(std::ops::Range<usize>, String)> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(rest) = parsed.clauses.get(at..).filter(|rest| !rest.is_empty()) {
            let sequence = rest.iter().map_while(Clause::single).map(|word| word.term.as_str());
            match self.aliases.longest(sequence) {
                Some((words, terms)) => {
                    found.push((at..at + words, terms));
                    at += words;
                }
                None => at += 1,
            }
        }
        found
    }

    /// The text of a query from the first to the last of its parts.
    fn typed(&self, query: &'a str, parts: &[Clause<'a>]) -> &'a str {
        let place = |word: &Word<'a>| word.typed.as_ptr() as usize - query.as_ptr() as usize;
        let word = |clause: Option<&Clause<'a>>| clause.and_then(Clause::single).cloned();
        match (word(parts.first()), word(parts.last())) {
            (Some(first), Some(last)) => {
                query.get(place(&first)..place(&last) + last.typed.len()).unwrap_or_default()
            }
            _ => "",
        }
    }

    /// A single word: its forms, its other names, and where there is none of these what may have been meant.
    fn word(&self, word: &Word<'a>, open: bool, demand: Demand, reading: &mut Reading<'a>) -> Vec<Pattern> {
        let terms = self.expand(&word.term, open);
        let name = demand == Demand::Person;
        let own = Some(Pattern { steps: vec![terms], weight: 1.0, name }).filter(Pattern::can_be);
        let mut patterns: Vec<Pattern> = own.into_iter().collect();
        if demand == Demand::Not {
            return patterns;
        }
        self.others(&word.term, word.typed, false, &mut patterns, reading);
        if patterns.is_empty() {
            self.others(&word.term, word.typed, true, &mut patterns, reading);
        }
        if patterns.is_empty() {
            for term in spelling::nearest(self.index, &word.term, None) {
                let to = self.index.lexicon().spelling(term);
                reading.corrections.push(Replacement { from: word.typed, to });
                patterns.push(Pattern { steps: vec![self.expand(to, false)], weight: 1.0, name });
            }
        }
        patterns
    }

    /// The patterns of what `terms` name: the other names of a word, of several words their own name too.
    fn others(
        &self,
        terms: &str,
        typed: &'a str,
        related: bool,
        patterns: &mut Vec<Pattern>,
        reading: &mut Reading<'a>,
    ) {
        // Several things may share a name, and two of its names.
        let mut taken = Vec::new();
        for name in self.aliases.others(terms, related) {
            let mut steps = Vec::new();
            crate::text::words(self.fold, &name.text, false, |_, term| steps.push(self.exact(term)));
            let other = aliases::terms(self.fold, &name.text);
            let own = other == terms;
            let weight = if own { 1.0 } else { ALIAS_WEIGHT };
            let pattern = Pattern { steps, weight, name: name.is_name };
            if !pattern.can_be() || taken.contains(&other) || (own && !terms.contains(' ')) {
                continue;
            }
            let replacement = Replacement { from: typed, to: &name.text };
            if !own && !reading.aliases.contains(&replacement) {
                reading.aliases.push(replacement);
            }
            taken.push(other);
            patterns.push(pattern);
        }
    }

    /// Words just so, one after another.
    fn phrase(&self, phrase: &Phrase<'_>, name: bool) -> Option<Pattern> {
        let steps = phrase
            .iter()
            .map(|word| self.index.lexicon().find(&word.term).map(|term| (term, 1.0)).into_iter().collect());
        Some(Pattern { steps: steps.collect(), weight: 1.0, name }).filter(Pattern::can_be)
    }

    /// The forms of a word of a name, all of the same weight: names have plurals too.
    fn exact(&self, term: &str) -> Vec<(u32, f32)> {
        self.index.lexicon().of_stem(term).iter().map(|&term| (term, 1.0)).collect()
    }

    /// The terms that a word stands for: itself, the other forms of its stem, and where the word is still being
    /// typed the terms that begin with it.
    fn expand(&self, word: &str, open: bool) -> Vec<(u32, f32)> {
        let lexicon = self.index.lexicon();
        let mut terms: Vec<(u32, f32)> = Vec::new();
        for &term in lexicon.of_stem(word) {
            terms.push((term, if lexicon.spelling(term) == word { 1.0 } else { STEM_WEIGHT }));
        }
        if open {
            let mut longer = lexicon.starting_with(word).iter().filter_map(|&term| {
                let fresh = terms.iter().all(|&(known, _)| known != term);
                fresh.then(|| (self.index.postings(term).len() as u64, term))
            });
            let most = largest(&mut longer, PREFIX_TERMS);
            terms.extend(most.into_iter().map(|(_, term)| (term, PREFIX_WEIGHT)));
        }
        terms
    }
}

impl Pattern {
    /// Whether the corpus has terms for every step.
    fn can_be(&self) -> bool {
        !self.steps.is_empty() && self.steps.iter().all(|step| !step.is_empty())
    }
}
