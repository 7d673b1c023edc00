//! The corpus as numbers: every word of every sentence as a term with its stem and its word classes.
//!
//! Read once, used by everything in `insight`: near-copies compare terms, summaries compare stems, fitness
//! looks at classes. Numbers are given in the order of first use, which is the order of the corpus, so nothing
//! here depends on the hashing of a map.

use std::hash::Hasher as _;
use std::ops::Range;
use std::str::SplitWhitespace;
use std::sync::LazyLock;

use xxhash_rust::xxh64::Xxh64;

use super::grammar::{Grammar, Role, has_negation, role};
use super::length::length;
use super::stems::Stems;
use crate::data::data;
use crate::document::{BlockKind, Corpus, Document, SentenceRef};
use crate::hash::HashMap;
use crate::language::is_function_word;
use crate::order::{Map, Set};
use crate::text::{Fold, is_shouting, languages, stem, stop_words, words};

/// Classes of a word, as bits; see `word_classes.txt`.
pub(super) mod class {
    /// A function word.
    pub const STOP: u16 = 1;
    /// Points back to what was named before.
    pub const PRONOUN: u16 = 1 << 1;
    /// This, those, such.
    pub const DEMONSTRATIVE: u16 = 1 << 2;
    /// I, we, our.
    pub const FIRST: u16 = 1 << 3;
    /// You, your.
    pub const SECOND: u16 = 1 << 4;
    /// Ties the sentence to the one before.
    pub const CONNECTIVE: u16 = 1 << 5;
    /// Not, never.
    pub const NEGATION: u16 = 1 << 6;
    /// Surely or probably a finite verb.
    pub const VERB: u16 = 1 << 7;
    /// Names a speaker: said, asked.
    pub const SPEECH: u16 = 1 << 8;
    /// Has a digit.
    pub const NUMBER: u16 = 1 << 9;
    /// The longest word of a turn of phrase in `filler.txt`.
    pub const TURN: u16 = 1 << 11;
    /// Stands for something told before: purpose, decision.
    pub const SHELL: u16 = 1 << 10;
    /// Names what was talked about.
    pub const SUBJECT: u16 = 1 << 13;
    /// Adds something to what was told before.
    pub const ADDING: u16 = 1 << 14;
    /// Praises instead of telling.
    pub const PRAISE: u16 = 1 << 15;
    /// The second word of a name of two words in `senses.txt`.
    pub const JOINED: u16 = 1 << 12;
}

/// Turns of phrase that tell nothing.
pub(super) fn filler() -> impl Iterator<Item = &'static str> {
    data!("filler.txt").lines()
}

/// Which stems stand for one thing, see `senses.txt`: from a stem to the stem of its group's first word.
static SENSES: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let mut all = HashMap::default();
    for mut group in groups() {
        let Some(first) = group.next().map(stem) else { continue };
        for word in group.filter(|word| !word.contains('_')) {
            all.entry(stem(word)).or_insert_with(|| first.clone());
        }
        all.entry(first.clone()).or_insert(first);
    }
    all
});

/// The stem of a word, or the one that stands for it and for other words of its sense.
pub(super) fn sense(word: &str) -> String {
    let stem: String = stem(word);
    SENSES.get(&stem).cloned().unwrap_or(stem)
}

fn groups() -> impl Iterator<Item = SplitWhitespace<'static>> {
    data!("senses.txt").lines().map(str::split_whitespace)
}

static CLASSES: LazyLock<HashMap<&str, u16>> = LazyLock::new(|| {
    let mut all: HashMap<&str, u16> = HashMap::default();
    for phrase in filler() {
        if let Some(word) = phrase.split(' ').max_by_key(|word| word.len()) {
            *all.entry(word).or_default() |= class::TURN;
        }
    }
    for word in stop_words() {
        *all.entry(word).or_default() |= class::STOP;
    }
    let lists = data!("word_classes.txt").lines();
    for (name, words) in lists.filter_map(|line| line.split_once(':')) {
        let bit = match name {
            "pronoun" => class::PRONOUN,
            "demonstrative" => class::DEMONSTRATIVE,
            "first" => class::FIRST,
            "second" => class::SECOND,
            "connective" => class::CONNECTIVE,
            "negation" => class::NEGATION,
            "shell" => class::SHELL,
            "subject" => class::SUBJECT,
            "adding" => class::ADDING,
            "praise" => class::PRAISE,
            _ => class::VERB,
        };
        for word in words.split_whitespace() {
            *all.entry(word).or_default() |= bit;
        }
    }
    all
});

/// Whether a folded word is a stop word.
pub(super) fn is_stop_word(word: &str) -> bool {
    CLASSES.get(word).is_some_and(|class| class & class::STOP != 0)
}

/// What is known of a word wherever it stands.
#[derive(Clone, Copy)]
pub(crate) struct Term {
    /// Number of its stem.
    pub stem: u32,
    /// Its classes.
    pub class: u16,
}

/// A word at its place.
#[derive(Clone, Copy)]
pub(crate) struct Token {
    /// Number of its term.
    pub term: u32,
    /// First byte in the block's text.
    pub start: u32,
    /// Whether it is written with a capital.
    pub capital: bool,
}

/// A sentence.
pub(crate) struct Sentence {
    /// Where it stands.
    pub at: SentenceRef,
    /// Kind of its block.
    pub kind: BlockKind,
    /// Its words, in `Reading::tokens`.
    pub tokens: Range<usize>,
}

/// A whole corpus, read.
pub(crate) struct Reading<'a> {
    pub corpus: &'a Corpus,
    /// How its characters fold.
    pub fold: Fold,
    /// The stems of its terms.
    pub stems_of: Stems,
    pub terms: Vec<Term>,
    /// Number of different stems.
    pub stems: usize,
    pub tokens: Vec<Token>,
    pub sentences: Vec<Sentence>,
    /// Sentences of each document.
    pub documents: Vec<Range<usize>>,
    /// Whose rules read each document.
    grammars: Vec<Grammar>,
}

impl<'a> Reading<'a> {
    /// Reads a corpus.
    pub fn of(corpus: &'a Corpus) -> Self {
        let fold = fold(corpus);
        let mut vocabulary = Vocabulary::new(Stems::of(corpus, &fold));
        let mut tokens = Vec::new();
        let mut sentences = Vec::new();
        let mut documents = Vec::with_capacity(corpus.documents.len());
        let mut grammars = Vec::with_capacity(corpus.documents.len());
        for (document, article) in corpus.documents.iter().enumerate() {
            let first = sentences.len();
            let grammar = Grammar::of(article);
            let language = article.language().unwrap_or_default();
            grammars.push(grammar);
            for (block, part) in article.blocks.iter().enumerate() {
                let mut ranges = part.sentences.iter().enumerate().peekable();
                let mut begin = tokens.len();
                let mut finish = |number: usize, begin: usize, end: usize| {
                    sentences.push(Sentence {
                        at: SentenceRef {
                            document: index(document),
                            block: index(block),
                            sentence: index(number),
                        },
                        kind: part.kind,
                        tokens: begin..end,
                    });
                };
                words(&fold, &part.text, is_shouting(&fold, &part.text), |range, word| {
                    while let Some((number, _)) = ranges.next_if(|(_, sentence)| sentence.end <= range.start)
                    {
                        finish(number, begin, tokens.len());
                        begin = tokens.len();
                    }
                    let written = part.text.get(range.clone()).unwrap_or_default();
                    let capital = written.starts_with(char::is_uppercase);
                    if grammar != Grammar::English {
                        let term = vocabulary.term_of(&language, word, written);
                        tokens.push(Token { term, start: index(range.start), capital });
                        return;
                    }
                    let mut term = vocabulary.term(word);
                    if let Some(last) = tokens.get_mut(begin..).and_then(<[Token]>::last_mut)
                        && let Some(name) = vocabulary.name(last.term, term)
                    {
                        last.term = name;
                        term = name;
                    }
                    tokens.push(Token { term, start: index(range.start), capital });
                });
                for (number, _) in ranges {
                    finish(number, begin, tokens.len());
                    begin = tokens.len();
                }
            }
            documents.push(first..sentences.len());
        }
        let Vocabulary { terms, stems, stems_of, .. } = vocabulary;
        Self { corpus, fold, stems_of, terms, stems: stems.len(), tokens, sentences, documents, grammars }
    }

    /// Words of a sentence.
    pub fn tokens(&self, sentence: &Sentence) -> &[Token] {
        self.tokens.get(sentence.tokens.clone()).unwrap_or_default()
    }

    /// How many words a document has.
    pub fn count_words(&self, document: usize) -> u32 {
        index(self.sentences(document).iter().map(|sentence| length(self, sentence)).sum())
    }

    /// Sentences of a document.
    pub fn sentences(&self, document: usize) -> &[Sentence] {
        self.documents.get(document).and_then(|range| self.sentences.get(range.clone())).unwrap_or_default()
    }

    /// Whose rules read a document.
    pub fn grammar(&self, document: u32) -> Grammar {
        self.grammars.get(document as usize).map_or(Grammar::Other, |grammar| grammar.built())
    }

    /// Whether a document is in English, which most rules are for.
    pub fn is_english(&self, document: u32) -> bool {
        self.grammar(document) == Grammar::English
    }

    /// Whether it is known how the language of a document says no.
    pub fn tells_denials(&self, document: u32) -> bool {
        self.is_english(document) || self.language(document).is_some_and(|language| has_negation(&language))
    }

    /// The language of a document, by its primary subtag.
    pub fn language(&self, document: u32) -> Option<String> {
        self.corpus.documents.get(document as usize).and_then(Document::language)
    }

    /// Terms of a whole document, in order.
    pub fn terms_of(&self, document: usize) -> impl Iterator<Item = u32> + '_ {
        self.sentences(document).iter().flat_map(|sentence| self.tokens(sentence)).map(|token| token.term)
    }

    /// What is known of a token's word.
    pub fn term(&self, token: &Token) -> Term {
        self.terms.get(token.term as usize).copied().unwrap_or(Term { stem: 0, class: 0 })
    }

    /// Of each document a number that tells how its words are read: where each stands, which have one stem, of what classes they
    /// are. As long as a document and its number stay as they are, so does all that is found by its own words alone.
    pub fn wordings(&self) -> Vec<u64> {
        // The document that each stem was met in last, and its number there.
        let mut met = vec![(usize::MAX, 0u32); self.stems];
        let of_document = |document: usize| {
            let mut hasher = Xxh64::new(0);
            let mut count = 0;
            for token in self.sentences(document).iter().flat_map(|sentence| self.tokens(sentence)) {
                let term = self.term(token);
                let Some(met) = met.get_mut(term.stem as usize) else { continue };
                if met.0 != document {
                    *met = (document, count);
                    count += 1;
                }
                hasher.write_u64(u64::from(token.start) << 32 | u64::from(met.1));
                hasher.write_u16(term.class);
            }
            hasher.finish()
        };
        (0..self.documents.len()).map(of_document).collect()
    }

    /// The text of a sentence, and where it begins in its block.
    pub fn text(&self, sentence: &Sentence) -> (&'a str, usize) {
        let at = sentence.at;
        let found = || {
            let block = self.corpus.documents.get(at.document as usize)?.blocks.get(at.block as usize)?;
            let range = block.sentences.get(at.sentence as usize)?;
            Some((block.text.get(range.clone())?, range.start))
        };
        found().unwrap_or_default()
    }
}

fn index(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

struct Vocabulary {
    /// Names of two words: the two, and the one that stands for them.
    names: Vec<(u32, u32, u32)>,
    stems_of: Stems,
    numbers: HashMap<Box<str>, u32>,
    /// Words of other languages than English, by language.
    others: Map<String, HashMap<Box<str>, u32>>,
    stems: HashMap<Box<str>, u32>,
    terms: Vec<Term>,
}

impl Vocabulary {
    fn new(stems_of: Stems) -> Self {
        let mut new = Self {
            names: Vec::new(),
            stems_of,
            numbers: HashMap::default(),
            others: Map::new(),
            stems: HashMap::default(),
            terms: Vec::new(),
        };
        for mut group in groups() {
            let Some(name) = group.next() else { continue };
            for (first, second) in group.filter_map(|word| word.split_once('_')) {
                let name = (new.term(first), new.term(second), new.term(name));
                if let Some(term) = new.terms.get_mut(name.1 as usize) {
                    term.class |= class::JOINED;
                }
                new.names.push(name);
            }
        }
        new
    }

    /// The term that stands for two words, where one does.
    fn name(&self, first: u32, second: u32) -> Option<u32> {
        let class = self.terms.get(second as usize)?.class;
        let mut names = self.names.iter().filter(|_| class & class::JOINED != 0);
        names.find(|name| (name.0, name.1) == (first, second)).map(|name| name.2)
    }

    fn term(&mut self, word: &str) -> u32 {
        if let Some(&number) = self.numbers.get(word) {
            return number;
        }
        let number = index(self.terms.len());
        self.numbers.insert(word.into(), number);
        let sense = self.stems_of.foreign(word).map_or_else(|| sense(word), str::to_owned);
        self.add(sense, classes(word))
    }

    /// The term of a word of another language, folded and as it is written.
    fn term_of(&mut self, language: &str, word: &str, written: &str) -> u32 {
        if let Some(&number) = self.others.get(language).and_then(|numbers| numbers.get(word)) {
            return number;
        }
        let number = self.add(self.stems_of.stem(word), classes_of(language, &written.to_lowercase()));
        self.others.entry(language.to_owned()).or_default().insert(word.into(), number);
        number
    }

    fn add(&mut self, stem: String, class: u16) -> u32 {
        let next = index(self.stems.len());
        let stem = *self.stems.entry(stem.into()).or_insert(next);
        self.terms.push(Term { stem, class });
        index(self.terms.len() - 1)
    }
}

/// The classes of a word of another language, in small letters.
fn classes_of(language: &str, word: &str) -> u16 {
    let mut class = 0;
    if is_function_word(language, word) {
        class |= class::STOP;
    }
    match role(language, word) {
        Some(Role::Negation) => class |= class::NEGATION | class::STOP,
        Some(Role::Leaning) => class |= class::CONNECTIVE,
        None => {}
    }
    if word.contains(char::is_numeric) {
        class |= class::NUMBER;
    }
    class
}

fn classes(word: &str) -> u16 {
    let mut class = CLASSES.get(word).copied().unwrap_or_default();
    if crate::text::is_speech_verb(word) {
        class |= class::SPEECH | class::VERB;
    }
    if word.len() > 4 && word.ends_with("ed") {
        class |= class::VERB;
    }
    if word.contains(|c: char| c.is_ascii_digit()) {
        class |= class::NUMBER;
    }
    class
}

/// The fold table of a corpus.
pub(super) fn fold(corpus: &Corpus) -> Fold {
    Fold::learn(&characters(corpus)).speaking(&languages(corpus))
}

/// The characters of a corpus that are not ASCII.
fn characters(corpus: &Corpus) -> Set<char> {
    let mut found = Set::new();
    for document in &corpus.documents {
        let texts = document.blocks.iter().map(|block| &block.text).chain([&document.title]);
        let wide = texts.filter(|text| !text.is_ascii());
        wide.for_each(|text| found.extend(text.chars().filter(|c| !c.is_ascii())));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn the_wording_of_a_document_changes_with_its_words_alone() {
        let wordings = |texts: &[(&str, &str)]| {
            let mut corpus = fixture::corpus(texts.iter().map(|&(_, text)| ("A title", text)));
            for (document, (language, _)) in corpus.documents.iter_mut().zip(texts) {
                document.lang = Some((*language).to_owned());
            }
            Reading::of(&corpus).wordings()
        };
        let text = ("en", "The Wolfen ferry and the Wolf ferry left.");
        let [alone] = wordings(&[text])[..] else { panic!() };
        let [other, behind] = wordings(&[("en", "Ferries left, 3 of them."), text])[..] else { panic!() };
        assert_eq!(alone, behind, "whatever stands before it");
        assert_ne!(other, behind);
        let wolves = ("de", "Von Wölfen und dem Wolf.");
        let [stemmed, ..] = wordings(&[text, wolves, wolves])[..] else { panic!() };
        assert_ne!(alone, stemmed, "in German they are one word");
    }
}
