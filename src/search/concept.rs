//! From the parts of a query to the terms of the corpus that can stand for them.

use std::ops::Range;

use super::aliases::{self, Aliases};
use super::query::{Demand, Part, Query, Word};
use super::rank::Largest;
use super::spelling;
use crate::api::Replacement;
use crate::index::{Index, Token};
use crate::text::{Fold, is_unit, words};

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

/// Letters of a word that is looked for in compounds too, and of what these have before their last part, at the least; behind
/// that may stand an ending of so many.
const PART: usize = 5;
const OTHER_PART: usize = 3;
const ENDING: usize = 2;

/// Weight of another name of the same thing. At 0 aliases are not found; at 1 it does not matter which name was typed.
pub(super) const ALIAS_WEIGHT: f32 = 0.8;

/// A term that will do for a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    /// Number of the word, from 0.
    pub word: u32,
    pub term: u32,
    pub weight: f32,
}

/// A sequence of words that stands for a part of a query.
#[derive(Debug, Default)]
pub(super) struct Pattern {
    /// The terms that will do for each word.
    pub steps: Vec<Step>,
    /// How many words it has.
    pub words: u32,
    pub weight: f32,
    /// Whether it must be written with capitals.
    pub name: bool,
}

impl Pattern {
    /// Adds the next word; a pattern with a word that the corpus lacks can stand nowhere.
    fn push(&mut self, terms: &[u32], weight: impl Fn(u32) -> f32) {
        for &term in terms {
            self.steps.push(Step { word: self.words, term, weight: weight(term) });
        }
        self.words += 1;
    }

    /// Whether the corpus has terms for every word.
    fn can_be(&self) -> bool {
        self.words > 0 && (0..self.words).all(|word| self.steps.iter().any(|step| step.word == word))
    }

    fn fit(&self, word: u32, token: Token) -> Option<f32> {
        let term = token.term()?;
        self.steps.iter().find(|step| step.word == word && step.term == term).map(|step| step.weight)
    }

    /// Whether the pattern stands at a place: how many tokens it takes there, and its weight. A single letter, as in
    /// "Lloyd J. Austin", may stand between words written with capitals.
    #[inline(never)]
    pub(super) fn at(&self, tokens: &[Token], from: usize) -> Option<(usize, f32)> {
        let mut at = from;
        let mut weight = self.weight;
        for word in 0..self.words {
            let mut token = *tokens.get(at)?;
            let mut fits = self.fit(word, token);
            if fits.is_none() && word > 0 && token.is_initial() {
                at += 1;
                token = *tokens.get(at)?;
                fits = self.fit(word, token);
            }
            weight *= fits?;
            at += 1;
            if self.name && (word == 0 || word + 1 == self.words) && !token.is_capital() {
                return None;
            }
        }
        Some((at - from, weight))
    }
}

/// One part of a query, in terms of the corpus.
#[derive(Debug)]
pub(super) struct Concept {
    pub demand: Demand,
    /// Any of them will do; none where the corpus has nothing for this part.
    pub patterns: Vec<Pattern>,
    pub repeats: u32,
    /// Where the concept is another name for words that are concepts too: these, as positions of concepts.
    pub names: Range<usize>,
    /// Whether the part is a word that may be typed on.
    pub open: bool,
}

impl Concept {
    /// Whether documents are found by it: neither denied nor a filter.
    pub(super) fn attracts(&self) -> bool {
        self.demand.asks_words() && self.demand != Demand::Not
    }
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
    pub reading: Reading<'a>,
}

impl<'a> Reader<'a> {
    /// Looks up every part of a query but its filters.
    pub(super) fn read(mut self, query: &'a str, parsed: &Query<'a>) -> Reading<'a> {
        let names = self.names(parsed);
        for (at, part) in parsed.parts.iter().enumerate() {
            let asks_words = part.demand.asks_words();
            let open = parsed.open && at + 1 == parsed.parts.len();
            let mut patterns = Vec::new();
            match &part.words[..] {
                _ if !asks_words => {}
                [word] => self.word(word, part.demand, open, &mut patterns),
                all => self.phrase(all, part.demand, &mut patterns),
            }
            if patterns.is_empty()
                && asks_words
                && part.demand != Demand::Not
                && !names.iter().any(|(words, _)| words.contains(&at))
            {
                self.reading.ignored.extend(part.words.iter().map(|word| word.typed));
            }
            match self.reading.concepts.last_mut() {
                Some(last) if part.or && last.demand != Demand::Not => {
                    last.demand = Demand::Must;
                    last.patterns.append(&mut patterns);
                }
                _ => self.add(part.demand, patterns, part.repeats, 0..0, open),
            }
        }
        for (words, terms) in names {
            let place = |word: Option<&Word<'a>>| {
                word.map(|word| word.typed.as_ptr() as usize - query.as_ptr() as usize)
            };
            let word = |at: usize| parsed.parts.get(at).and_then(Part::single);
            let start = place(word(words.start)).unwrap_or_default();
            let last = word(words.end - 1);
            let end = place(last).unwrap_or_default() + last.map_or(0, |last| last.typed.len());
            let mut patterns = Vec::new();
            self.others(&terms, query.get(start..end).unwrap_or_default(), false, &mut patterns);
            if !patterns.is_empty() {
                // Parts joined by OR are one concept.
                let joined = parsed.parts.iter().take(words.start).filter(|part| part.or).count();
                self.add(Demand::Should, patterns, 1, words.start - joined..words.end - joined, false);
            }
        }
        self.reading
    }

    fn add(&mut self, demand: Demand, patterns: Vec<Pattern>, repeats: u32, names: Range<usize>, open: bool) {
        self.reading.concepts.push(Concept { demand, patterns, repeats, names, open });
    }

    /// The stretches of single words that are names of several words, with the terms of each.
    fn names(&self, parsed: &Query<'_>) -> Vec<(Range<usize>, String)> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(rest) = parsed.parts.get(at..).filter(|rest| !rest.is_empty()) {
            let start = at;
            at += 1;
            if let Some((words, terms)) =
                self.aliases.longest(&|at| Some(rest.get(at)?.single()?.term.as_str()))
            {
                at = start + words;
                found.push((start..at, terms));
            }
        }
        found
    }

    /// A single word: its forms, its other names, and where there is none of these what may have been meant.
    fn word(&mut self, word: &Word<'a>, demand: Demand, open: bool, patterns: &mut Vec<Pattern>) {
        let name = demand == Demand::Person;
        self.forms(&word.term, is_unit(self.fold, word.typed), open, name, patterns);
        if demand == Demand::Not {
            return;
        }
        self.others(&word.term, word.typed, false, patterns);
        if patterns.is_empty() {
            self.others(&word.term, word.typed, true, patterns);
        }
        if patterns.is_empty()
            && let Some(term) = spelling::nearest(self.index, &word.term, None)
        {
            let to = self.index.lexicon().spelling(term);
            self.reading.corrections.push(Replacement { from: word.typed, to });
            self.forms(to, false, false, name, patterns);
        }
    }

    /// The patterns of what `terms` name: the other names of a word, of several words their own name too.
    fn others(&mut self, terms: &str, typed: &'a str, related: bool, patterns: &mut Vec<Pattern>) {
        // Several things may share a name, and two of its names.
        let mut taken: Vec<String> = Vec::new();
        for name in self.aliases.others(terms, related) {
            let other = aliases::terms(self.fold, &name.text);
            let own = other == terms;
            let mut pattern = Pattern { name: name.is_name, ..Pattern::default() };
            pattern.weight = if own { 1.0 } else { ALIAS_WEIGHT };
            // Names have plurals too.
            words(self.fold, &name.text, false, |_, term| {
                pattern.push(self.index.lexicon().of_stem(self.fold, term), |_| 1.0)
            });
            if !pattern.can_be() || taken.contains(&other) || (own && !terms.bytes().any(|byte| byte == b' '))
            {
                continue;
            }
            let known = |known: &Replacement<'_>| known.from == typed && known.to == name.text;
            if !own && !self.reading.aliases.iter().any(known) {
                self.reading.aliases.push(Replacement { from: typed, to: &name.text });
            }
            taken.push(other);
            patterns.push(pattern);
        }
    }

    /// Words just so, one after another.
    fn phrase(&self, phrase: &[Word<'_>], demand: Demand, patterns: &mut Vec<Pattern>) {
        let mut pattern = Pattern { weight: 1.0, name: demand == Demand::Person, ..Pattern::default() };
        for word in phrase {
            let unit = is_unit(self.fold, word.typed);
            let lexicon = self.index.lexicon();
            let terms = if unit { lexicon.starting_with(&word.term) } else { lexicon.find(&word.term) };
            pattern.push(terms, |_| 1.0);
        }
        patterns.extend(Some(pattern).filter(Pattern::can_be));
    }

    /// The terms that a word stands for: itself, the other forms of its stem, and where it is a unit or the word is still
    /// being typed the terms that begin with it; where languages have compounds, these.
    fn forms(&self, word: &str, unit: bool, open: bool, name: bool, patterns: &mut Vec<Pattern>) {
        let lexicon = self.index.lexicon();
        let mut pattern = Pattern { weight: 1.0, name, ..Pattern::default() };
        let forms = if unit { lexicon.starting_with(word) } else { lexicon.of_stem(self.fold, word) };
        pattern.push(forms, |term| if lexicon.spelling(term) == word { 1.0 } else { STEM_WEIGHT });
        let compounds = word.len() >= PART && !self.fold.told('+').is_empty();
        if open || compounds {
            let mut longer = Largest::of(PREFIX_TERMS);
            for &term in lexicon.starting_with(if compounds { "" } else { word }) {
                let spelling = lexicon.spelling(term);
                let more = spelling.len().saturating_sub(word.len());
                let stands = |(at, part): (usize, &[u8])| {
                    part == word.as_bytes() && (at == 0 || at >= OTHER_PART && at + ENDING >= more)
                };
                let mut parts = spelling.as_bytes().windows(word.len().max(1)).enumerate();
                if !forms.contains(&term) && parts.any(stands) {
                    longer.add(self.index.postings(term).len() as u64, term);
                }
            }
            for (_, term) in longer.sorted() {
                pattern.steps.push(Step { word: 0, term, weight: PREFIX_WEIGHT });
            }
        }
        patterns.extend(Some(pattern).filter(Pattern::can_be));
    }
}
