//! The search told plainly: every document is read for every query, and nothing is looked up.
//!
//! It shares the engine's constants and its lists of words, and none of its code: words are split, stems made
//! (`rust-stemmers`), edits counted, parts scored and passages chosen here again. It reads ASCII texts only.

use std::collections::BTreeSet;

use rust_stemmers::{Algorithm, Stemmer};

use super::asked::{Asked, Part};
use crate::api::Order;
use crate::document::{Corpus, Document, TitleFrom};
use crate::index::TITLE_WEIGHT;
use crate::insight::AliasGroup;
use crate::search::closeness;
use crate::search::concept::{ALIAS_WEIGHT, PREFIX_TERMS, PREFIX_WEIGHT, STEM_WEIGHT};
use crate::search::rank::{B, COMMON, K1, LEAST_COVER, LEAST_PARTS};
use crate::text::{are_forms, endings, stop_words};

/// A word of a document, or `None` where a sentence or a block begins.
pub(super) type Place = Option<Word>;

#[derive(Clone, Debug)]
pub(super) struct Word {
    pub term: String,
    pub capital: bool,
    pub single: bool,
    /// Where it stands in the source text.
    pub range: (u32, u32),
}

/// A sentence: its number in its block, where its places lie in the text of the document, and its range in the source.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    pub block: usize,
    pub places: std::ops::Range<usize>,
    pub range: (u32, u32),
}

#[derive(Debug)]
pub(super) struct Read {
    pub title: Vec<Place>,
    pub text: Vec<Place>,
    pub sentences: Vec<Sentence>,
}

fn is_stop_word(word: &str) -> bool {
    stop_words().any(|stop| stop == word)
}

/// The words of an ASCII text that begins at an offset.
fn split(text: &str, start: u32, shouting: bool) -> Vec<Word> {
    let mut words = Vec::new();
    let mut at = 0;
    for piece in text.split(|c: char| !c.is_ascii_alphanumeric()) {
        let range = (start + at as u32, start + (at + piece.len()) as u32);
        at += piece.len() + 1;
        if piece.is_empty() {
            continue;
        }
        words.push(Word {
            term: term(piece, shouting),
            capital: piece.starts_with(|c: char| c.is_ascii_uppercase()),
            single: piece.len() == 1,
            range,
        });
    }
    words
}

/// A word in small letters; an acronym that would be a stop word keeps its capitals.
pub(super) fn term(word: &str, shouting: bool) -> String {
    let small = word.to_ascii_lowercase();
    let acronym = (2..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
    if acronym && !shouting && is_stop_word(&small) { word.to_owned() } else { small }
}

fn shouts(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_uppercase()) && !text.bytes().any(|b| b.is_ascii_lowercase())
}

fn read(document: &Document) -> Read {
    let mut read = Read { title: Vec::new(), text: Vec::new(), sentences: Vec::new() };
    if document.title_from != TitleFrom::Text {
        read.title = split(&document.title, 0, shouts(&document.title)).into_iter().map(Some).collect();
    }
    for (number, block) in document.blocks.iter().enumerate() {
        assert!(block.text.is_ascii(), "offsets are bytes");
        read.text.push(None);
        for sentence in &block.sentences {
            read.text.push(None);
            let from = read.text.len();
            let range = (block.start + sentence.start as u32, block.start + sentence.end as u32);
            let words = split(&block.text[sentence.clone()], range.0, shouts(&block.text));
            read.text.extend(words.into_iter().map(Some));
            read.sentences.push(Sentence { block: number, places: from..read.text.len(), range });
        }
    }
    read
}

/// What a part of a query asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Demand {
    Should,
    Must,
    Not,
    Person,
}

/// A sequence of words to be found: for each step the terms that will do and their weights.
#[derive(Debug)]
pub(super) struct Pattern {
    steps: Vec<Vec<(String, f64)>>,
    weight: f64,
    name: bool,
}

/// A part of the query.
#[derive(Debug)]
struct Clause {
    demand: Demand,
    /// As terms.
    phrases: Vec<Vec<String>>,
    /// As typed.
    typed: Vec<Vec<String>>,
    repeats: f64,
    /// Where the word stands in the query, where it is a single one.
    range: (usize, usize),
    open: bool,
}

impl Clause {
    fn single(&self) -> Option<&str> {
        (self.demand == Demand::Should).then(|| self.phrases[0][0].as_str())
    }
}

/// A part of the query or a name of several parts, with all that is known of it.
#[derive(Debug)]
pub(super) struct Concept {
    demand: Demand,
    pub patterns: Vec<Pattern>,
    repeats: f64,
    /// The parts that it names, where it is a name.
    pub names: std::ops::Range<usize>,
    open: bool,
    /// How much of it each document has.
    pub counts: Vec<f64>,
    pub idf: f64,
}

impl Concept {
    pub(super) fn is_asked_for(&self) -> bool {
        self.demand != Demand::Not
    }

    pub(super) fn weight(&self) -> f64 {
        self.repeats * self.idf
    }
}

/// What a search should give, up to the order among the best.
#[derive(Debug)]
pub(super) struct Outcome {
    pub concepts: Vec<Concept>,
    /// Documents that answer, in order, with their scores before those are put in their final order.
    pub found: Vec<(usize, f64)>,
    pub corrections: Vec<(String, String)>,
    pub aliases: Vec<(String, String)>,
    pub ignored: Vec<String>,
}

pub(super) struct Reference<'c> {
    pub corpus: &'c Corpus,
    pub documents: Vec<Read>,
    groups: Vec<AliasGroup>,
    /// Every term with its stem, in the order of first use.
    terms: Vec<(String, String)>,
    norms: Vec<f64>,
    /// Endings by which forms of a word differ.
    endings: String,
}

impl<'c> Reference<'c> {
    pub(super) fn new(corpus: &'c Corpus) -> Self {
        let documents: Vec<Read> = corpus.documents.iter().map(read).collect();
        let length = |places: &[Place]| places.iter().flatten().count() as f64;
        let lengths: Vec<f64> = documents
            .iter()
            .map(|read| length(&read.title) * f64::from(TITLE_WEIGHT) + length(&read.text))
            .collect();
        let average = (lengths.iter().sum::<f64>() / lengths.len() as f64).max(1.0);
        let norms = lengths.iter().map(|length| K1 * (1.0 - B + B * length / average)).collect();
        let english = Stemmer::create(Algorithm::English);
        let mut seen = BTreeSet::new();
        let mut terms = Vec::new();
        for word in documents.iter().flat_map(|read| read.title.iter().chain(&read.text)).flatten() {
            if seen.insert(word.term.clone()) {
                terms.push((word.term.clone(), stem(&english, &word.term)));
            }
        }
        let groups = crate::insight::aliases(corpus);
        let endings = endings(&crate::order::Set::from(["en".to_owned()]));
        Self { corpus, documents, groups, terms, norms, endings }
    }

    fn documents_with(&self, term: &str) -> usize {
        let has = |read: &&Read| read.title.iter().chain(&read.text).flatten().any(|word| word.term == term);
        self.documents.iter().filter(has).count()
    }

    pub(super) fn search(&self, asked: &Asked) -> Outcome {
        let clauses = self.clauses(asked);
        let mut outcome = Outcome {
            concepts: Vec::new(),
            found: Vec::new(),
            corrections: Vec::new(),
            aliases: Vec::new(),
            ignored: Vec::new(),
        };
        let names = self.names(&clauses);
        for (number, clause) in clauses.iter().enumerate() {
            let named = names.iter().any(|(range, _)| range.contains(&number));
            let mut patterns = Vec::new();
            for (phrase, typed) in clause.phrases.iter().zip(&clause.typed) {
                let known = |word: &String| self.terms.iter().any(|(term, _)| term == word);
                let before = patterns.len();
                if let [word] = &phrase[..] {
                    patterns.extend(self.word(word, &typed[0], clause, &mut outcome));
                } else if phrase.iter().all(known) {
                    let steps = phrase.iter().map(|word| vec![(word.clone(), 1.0)]).collect();
                    patterns.push(Pattern { steps, weight: 1.0, name: clause.demand == Demand::Person });
                }
                if patterns.len() == before && !named && clause.demand != Demand::Not {
                    outcome.ignored.extend(typed.iter().cloned());
                }
            }
            let concept = self.concept(clause.demand, patterns, clause.repeats, 0..0, clause.open);
            outcome.concepts.push(concept);
        }
        for (range, terms) in names {
            let typed = &asked.query()[clauses[range.start].range.0..clauses[range.end - 1].range.1];
            let patterns = self.others(&terms, typed, false, &mut outcome);
            if !patterns.is_empty() {
                let concept = self.concept(Demand::Should, patterns, 1.0, range, false);
                outcome.concepts.push(concept);
            }
        }
        let filters: Vec<&Part> = asked.parts.iter().filter(|part| part.is_filter()).collect();
        for document in 0..self.documents.len() {
            let passes = filters.iter().all(|filter| filter.passes(&self.corpus.documents[document]));
            if let Some(score) = self.score(document, &outcome.concepts, !filters.is_empty())
                && passes
            {
                outcome.found.push((document, score));
            }
        }
        if asked.order == Order::Relevance {
            outcome.found.sort_by(|a, b| b.1.total_cmp(&a.1));
        } else {
            outcome.found.sort_by_key(|&(document, _)| {
                let date = self.corpus.documents[document].date.clone().unwrap_or_default();
                let mut digits: Vec<i64> =
                    date.split('-').map(|number| number.parse().unwrap_or(0)).collect();
                digits.resize(3, 0);
                let day = digits[0] * 10_000 + digits[1] * 100 + digits[2];
                (day == 0, if asked.order == Order::Newest { -day } else { day })
            });
        }
        outcome
    }

    /// The words and phrases of a query: a word that stands twice is one part, and stop words are none where there
    /// is anything else.
    fn clauses(&self, asked: &Asked) -> Vec<Clause> {
        let mut clauses: Vec<Clause> = Vec::new();
        let last = asked.parts.len().saturating_sub(1);
        let mut last_is_new = false;
        for (number, (part, range)) in asked.parts.iter().zip(asked.ranges()).enumerate() {
            let (demand, typed) = match part {
                Part::Word(word) => (Demand::Should, vec![vec![word.clone()]]),
                Part::Phrase(words) => (Demand::Must, vec![words.clone()]),
                Part::Not(words) => (Demand::Not, vec![words.clone()]),
                Part::Either(all) => (Demand::Must, all.clone()),
                Part::Person(words) => (Demand::Person, vec![words.clone()]),
                _ => continue,
            };
            let phrases: Vec<Vec<String>> =
                typed.iter().map(|phrase| phrase.iter().map(|word| term(word, false)).collect()).collect();
            let same = clauses
                .iter_mut()
                .find(|known| demand == Demand::Should && known.demand == demand && known.phrases == phrases);
            last_is_new = number == last && same.is_none() && demand == Demand::Should;
            match same {
                Some(known) => known.repeats += 1.0,
                None => {
                    clauses.push(Clause { demand, phrases, typed, repeats: 1.0, range, open: false });
                }
            }
        }
        let open = asked.prefix && !asked.spaced && last_is_new;
        if let Some(last) = clauses.last_mut() {
            last.open = open;
        }
        let says_nothing = |clause: &Clause| clause.single().is_some_and(is_stop_word);
        if !clauses.iter().all(says_nothing) {
            clauses.retain(|clause| clause.open || !says_nothing(clause));
        }
        clauses
    }

    /// Names of several words in a query, the longest from the left.
    fn names(&self, clauses: &[Clause]) -> Vec<(std::ops::Range<usize>, String)> {
        let known: BTreeSet<String> =
            self.groups.iter().flat_map(|group| &group.names).map(|name| terms(&name.text)).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < clauses.len() {
            let name = (2..=8).rev().find_map(|length| {
                let words: Option<Vec<&str>> =
                    clauses.get(at..at + length)?.iter().map(Clause::single).collect();
                Some(words?.join(" ")).filter(|joined| known.contains(joined)).map(|joined| (length, joined))
            });
            let step = name.as_ref().map_or(1, |&(length, _)| length);
            found.extend(name.map(|(length, joined)| (at..at + length, joined)));
            at += step;
        }
        found
    }

    fn word(&self, word: &str, typed: &str, clause: &Clause, outcome: &mut Outcome) -> Vec<Pattern> {
        let name = clause.demand == Demand::Person;
        let single = |terms: Vec<(String, f64)>| Pattern { steps: vec![terms], weight: 1.0, name };
        let own = self.expand(word, clause.open);
        if clause.demand == Demand::Not {
            return if own.is_empty() { Vec::new() } else { vec![single(own)] };
        }
        let unknown = own.is_empty();
        let mut patterns = if unknown { Vec::new() } else { vec![single(own)] };
        patterns.extend(self.others(word, typed, false, outcome));
        if patterns.is_empty() {
            patterns.extend(self.others(word, typed, true, outcome));
        }
        if patterns.is_empty()
            && let Some(to) = self.correction(word)
        {
            patterns.push(single(self.expand(&to, false)));
            outcome.corrections.push((typed.to_owned(), to));
        }
        patterns
    }

    /// Other names of what `sought` names; of several words their own name too.
    fn others(&self, sought: &str, typed: &str, related: bool, outcome: &mut Outcome) -> Vec<Pattern> {
        let mut patterns = Vec::new();
        let mut taken = BTreeSet::new();
        let of_it = |group: &&AliasGroup| {
            group.related == related && group.names.iter().any(|name| terms(&name.text) == sought)
        };
        for name in self.groups.iter().filter(of_it).flat_map(|group| &group.names) {
            let own = terms(&name.text) == sought;
            if own && !sought.contains(' ') {
                continue;
            }
            let steps: Vec<Vec<(String, f64)>> = split(&name.text, 0, false)
                .iter()
                .map(|word| self.expand(&word.term, false).into_iter().map(|(term, _)| (term, 1.0)).collect())
                .collect();
            // Of two names that are one but for stop words and signs, the first counts.
            if steps.iter().any(Vec::is_empty) || !taken.insert(terms(&name.text)) {
                continue;
            }
            let pair = (typed.to_owned(), name.text.clone());
            if !own && !outcome.aliases.contains(&pair) {
                outcome.aliases.push(pair);
            }
            let weight = if own { 1.0 } else { f64::from(ALIAS_WEIGHT) };
            patterns.push(Pattern { steps, weight, name: name.is_name });
        }
        patterns
    }

    /// The terms that a word stands for.
    fn expand(&self, word: &str, open: bool) -> Vec<(String, f64)> {
        let mut sorted: Vec<&(String, String)> = self.terms.iter().collect();
        sorted.sort();
        let own = sorted.iter().find(|(term, _)| term == word);
        // An unknown word has the stem of the first term that seems to be a form of it.
        let known =
            own.or_else(|| sorted.iter().find(|(term, _)| are_forms(self.endings.as_bytes(), word, term)));
        let sought = known.map(|(_, stem)| stem.clone()).unwrap_or_default();
        let stems = self.terms.iter().filter(|(_, stem)| *stem == sought).map(|(term, _)| term);
        let mut all: Vec<(String, f64)> = stems
            .map(|term| (term.clone(), if term == word { 1.0 } else { f64::from(STEM_WEIGHT) }))
            .collect();
        if open {
            let mut longer: Vec<&String> = self
                .terms
                .iter()
                .filter(|(term, stem)| term.starts_with(word) && *stem != sought)
                .map(|(term, _)| term)
                .collect();
            longer.sort_by_key(|term| std::cmp::Reverse(self.documents_with(term)));
            let most = longer.into_iter().take(PREFIX_TERMS);
            all.extend(most.map(|term| (term.clone(), f64::from(PREFIX_WEIGHT))));
        }
        all
    }

    /// The term that an unknown word was meant for.
    fn correction(&self, word: &str) -> Option<String> {
        let most = match word.chars().count() {
            0..=3 => return None,
            4..=7 => 1,
            _ => 2,
        };
        if word.bytes().any(|b| b.is_ascii_digit()) {
            return None;
        }
        let near = self
            .terms
            .iter()
            .enumerate()
            .map(|(number, (term, _))| {
                let first = term.chars().next() != word.chars().next();
                let many = std::cmp::Reverse(self.documents_with(term));
                (edits(word, term), first, many, number)
            })
            .filter(|&(edits, ..)| edits <= most);
        near.min().map(|(_, _, _, number)| self.terms[number].0.clone())
    }

    fn concept(
        &self,
        demand: Demand,
        patterns: Vec<Pattern>,
        repeats: f64,
        names: std::ops::Range<usize>,
        open: bool,
    ) -> Concept {
        let times = |pattern: &Pattern, places: &[Place]| -> f64 {
            (0..places.len()).filter_map(|at| pattern.stands(places, at)).map(|(_, weight)| weight).sum()
        };
        let count = |read: &Read| -> f64 {
            let of = |pattern: &Pattern| {
                let title = f64::from(TITLE_WEIGHT) * times(pattern, &read.title);
                pattern.weight * (title + times(pattern, &read.text))
            };
            patterns.iter().map(of).sum()
        };
        let counts: Vec<f64> = self.documents.iter().map(count).collect();
        let having = counts.iter().filter(|&&count| count > 0.0).count() as f64;
        // The engine's logarithm: which of two sentences has more can hang on the last bit.
        let idf = libm::log(1.0 + (counts.len() as f64 - having + 0.5) / (having + 0.5));
        Concept { demand, patterns, repeats, names, open, counts, idf }
    }

    /// The score of a document by its counts alone, where it answers.
    fn score(&self, document: usize, concepts: &[Concept], filtered: bool) -> Option<f64> {
        for concept in concepts {
            let has = concept.counts[document] > 0.0;
            if (concept.demand == Demand::Not && has)
                || (matches!(concept.demand, Demand::Must | Demand::Person) && !has)
            {
                return None;
            }
        }
        if !concepts.iter().any(Concept::is_asked_for) {
            return (filtered || !concepts.is_empty()).then_some(1.0);
        }
        let has: Vec<bool> = concepts.iter().map(|concept| concept.counts[document] > 0.0).collect();
        let parts = concepts.iter().filter(|concept| concept.names.is_empty()).count() as f64;
        let score: f64 = concepts
            .iter()
            .filter(|concept| concept.is_asked_for())
            .map(|concept| {
                let count = concept.counts[document];
                concept.weight() * count / (self.norms[document] + count)
            })
            .sum();
        let enough = parts < 3.0 || share(concepts, &has) >= LEAST_COVER.min(LEAST_PARTS / parts);
        (score > 0.0 && enough).then_some(score)
    }

    /// What closeness adds to a score.
    pub(super) fn closeness(&self, document: usize, concepts: &[Concept]) -> f64 {
        let norm = self.norms[document];
        let read = &self.documents[document];
        let mut sum = 0.0;
        for (one, pair) in concepts.windows(2).enumerate() {
            let [first, second] = pair else { continue };
            if !first.names.is_empty()
                || !second.names.is_empty()
                || !first.is_asked_for()
                || !second.is_asked_for()
            {
                continue;
            }
            let mut near = 0.0;
            for places in [&read.title, &read.text] {
                let all = |concept: usize| stands(&concepts[concept], places);
                for a in all(one) {
                    for b in all(one + 1) {
                        let distance = a.start.abs_diff(b.start);
                        if (1..=closeness::WINDOW).contains(&distance) {
                            near += 1.0 / (distance * distance) as f64;
                        }
                    }
                }
            }
            sum += first.idf.min(second.idf) * near / (norm + near);
        }
        closeness::WEIGHT * sum
    }
}

/// Every place where a part stands.
pub(super) fn stands(concept: &Concept, places: &[Place]) -> Vec<std::ops::Range<usize>> {
    let mut all = Vec::new();
    for pattern in concept.patterns.iter().filter(|_| concept.is_asked_for()) {
        for at in 0..places.len() {
            all.extend(pattern.stands(places, at).map(|(length, _)| at..at + length));
        }
    }
    all
}

/// How much of a query one has that has these parts of it.
pub(super) fn share(concepts: &[Concept], has: &[bool]) -> f64 {
    let (mut total, mut sum) = (0.0, 0.0);
    for (number, concept) in concepts.iter().enumerate() {
        let being_typed = concept.open && concept.counts.iter().all(|&count| count == 0.0);
        if !concept.is_asked_for() || !concept.names.is_empty() || being_typed {
            continue;
        }
        let named = concepts.iter().zip(has).any(|(name, &has)| has && name.names.contains(&number));
        total += concept.idf + COMMON;
        sum += if has[number] || named { concept.idf + COMMON } else { 0.0 };
    }
    if total > 0.0 { sum / total } else { 1.0 }
}

impl Pattern {
    /// Whether it stands at a place: how many places it takes, and what it weighs there.
    fn stands(&self, places: &[Place], from: usize) -> Option<(usize, f64)> {
        let mut at = from;
        let mut weight = 1.0;
        for (number, step) in self.steps.iter().enumerate() {
            let fits = |at: usize| {
                let word = places.get(at)?.as_ref()?;
                let (_, weight) = step.iter().find(|(term, _)| *term == word.term)?;
                Some((word, *weight))
            };
            let initial = places.get(at)?.as_ref().is_some_and(|word| word.single && word.capital);
            if number > 0 && initial && fits(at).is_none() {
                at += 1;
            }
            let (word, fit) = fits(at)?;
            let outer = number == 0 || number + 1 == self.steps.len();
            if self.name && outer && !word.capital {
                return None;
            }
            weight *= fit;
            at += 1;
        }
        Some((at - from, weight))
    }
}

fn stem(english: &Stemmer, term: &str) -> String {
    if term.bytes().all(|b| b.is_ascii_lowercase()) {
        english.stem(term).into_owned()
    } else {
        term.to_owned()
    }
}

/// The terms of a name, without stop words.
fn terms(name: &str) -> String {
    let words = split(name, 0, false).into_iter().map(|word| word.term).filter(|term| !is_stop_word(term));
    words.collect::<Vec<_>>().join(" ")
}

/// Letters left out, put in, changed, or neighbours exchanged, between two words.
fn edits(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            table[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let change = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let mut least = change.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(table[i - 2][j - 2] + 1);
                }
                least
            };
        }
    }
    table[a.len()][b.len()]
}
