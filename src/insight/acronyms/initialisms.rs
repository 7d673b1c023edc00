//! Initialisms: the letters that a reader might type for a name that no document abbreviates.
//!
//! They are guesses and good for one thing: a query JSCD can find the Joint Security Cooperation Dialogue. They
//! are never shown as what an acronym means.

use std::ops::Range;

use super::Glossary;
use super::tokens::{Token, is_link_word, tokens};
use super::usage::key;
use crate::document::{BlockKind, Corpus, Document, Place};
use crate::hash::HashMap;
use crate::insight::entities::is_first_name;
use crate::insight::findings::{long, short};
use crate::insight::grammar::Grammar;
use crate::insight::reading::is_stop_word;
use crate::order::{Arrange as _, Map, Set};

/// Letters of an initialism at least, for a name that is not frequent or letters that no document uses.
const FEWEST_LETTERS: usize = 3;
/// How often a name must stand in the corpus to get one.
const FEWEST_MENTIONS: u32 = 2;
/// Words of a name at most; longer runs of capitals are headlines.
const LONGEST: usize = 9;

/// The initials of a name, derived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Initialism {
    /// The letters: first ones of the words in capitals, so IAEA; or the spelling that the documents use.
    pub short: String,
    /// The first place where the name stands, in the singular where it has one.
    pub long: Place,
    /// How often the name stands in the corpus, alone or at the end of a longer one.
    pub mentions: u32,
    /// In how many documents.
    pub documents: u32,
    /// Whether the documents use the letters, though none says what they mean.
    pub used: bool,
}

impl Initialism {
    /// Whether letters and name are so surely one that their mentions may be counted together: the documents use
    /// the letters, and they are four or more. Fewer fit too much.
    pub(in crate::insight) fn is_telling(&self) -> bool {
        self.used && self.short.chars().filter(|c| c.is_alphanumeric()).count() > 3
    }
}

/// A run of words in capitals, with link words between them.
#[derive(Debug)]
pub(in crate::insight) struct Run {
    /// Index of the block.
    block: u32,
    /// Bytes of its text: words with one space between, without what stands around them.
    range: Range<u32>,
    /// Which of its words are links, a bit each.
    links: u16,
    /// Whether no more words in capitals stand before it.
    whole: bool,
}

/// What is known about one name.
struct Name {
    first: Place,
    mentions: u32,
    /// How many documents have it, and the last of them.
    documents: (u32, u32),
    /// Whether it stands alone somewhere, with no more words in capitals before it.
    whole: bool,
    /// Of its content words, and of all.
    initials: [String; 2],
}

/// Derives initialisms from the names of a corpus: for acronyms that are used without a definition, and for names
/// of three words or more that stand more than once. Sorted by the letters, then by the name.
///
/// Several names may have the same letters; letters that the glossary has a long form for are not among them.
#[must_use]
pub fn initialisms(corpus: &Corpus, glossary: &Glossary) -> Vec<Initialism> {
    let runs: Vec<_> = corpus.documents.iter().map(runs).collect();
    of_runs(corpus, glossary, &runs.iter().collect::<Vec<_>>())
}

/// Like [`initialisms`], where the [`runs`] of each document are known already.
pub(in crate::insight) fn of_runs(
    corpus: &Corpus,
    glossary: &Glossary,
    runs: &[&Vec<Run>],
) -> Vec<Initialism> {
    let mut undefined = Map::new();
    let mut defined = Set::new();
    for entry in &glossary.entries {
        let key = key(&entry.short);
        if entry.long.is_some() {
            defined.insert(key);
        } else {
            undefined.insert(key, entry.short.as_str());
        }
    }
    let mut all = Vec::new();
    for name in names(corpus, runs).into_values() {
        let [initials, _] = &name.initials;
        let many = name.whole && name.mentions >= FEWEST_MENTIONS;
        let long = initials.len() >= FEWEST_LETTERS;
        let used = name.initials.iter().find_map(|initials| undefined.get(initials)).filter(|_| many || long);
        let frequent = many && long && is_one(name.first.text(corpus));
        if name.initials.iter().any(|initials| defined.contains(initials)) || !(used.is_some() || frequent) {
            continue;
        }
        all.push(Initialism {
            short: used.map_or_else(|| initials.clone(), |&short| short.to_owned()),
            long: name.first,
            mentions: name.mentions,
            documents: name.documents.0,
            used: used.is_some(),
        });
    }
    all.arrange_by(|a, b| (&a.short, a.long.text(corpus)).cmp(&(&b.short, b.long.text(corpus))));
    all
}

/// Whether a run of capitals is one name: Council for Trade and Fish, not United States and Iraq, nor Forces with the
/// Council.
fn is_one(name: &str) -> bool {
    let pair = name.split_once(" and ").is_some_and(|(first, _)| !first.split(' ').any(is_link_word));
    let apart = |word: &str| matches!(word, "with" | "by" | "at" | "from" | "to" | "against" | "or");
    !pair && !name.split(' ').any(apart)
}

/// The names of a corpus by their words in small letters, from the runs of its documents.
fn names(corpus: &Corpus, runs: &[&Vec<Run>]) -> HashMap<String, Name> {
    let mut names: HashMap<String, Name> = HashMap::default();
    for (document, runs) in (0u32..).zip(runs) {
        for run in runs.iter() {
            let place = Place { document, block: run.block, range: long(&run.range) };
            let written = place.text(corpus);
            let name = names.entry(folded(written)).or_insert_with(|| Name {
                first: place.clone(),
                mentions: 0,
                documents: (0, u32::MAX),
                whole: false,
                initials: initials(written, run.links),
            });
            // Where it is written in singular and in plural, the singular.
            if place.range.len() < name.first.range.len() {
                name.first = place;
            }
            name.mentions += 1;
            if name.documents.1 != document {
                name.documents = (name.documents.0 + 1, document);
            }
            name.whole |= run.whole;
        }
    }
    names
}

/// All runs of words in capitals in an English document that may be names, with every run that such a run ends with.
pub(in crate::insight) fn runs(article: &Document) -> Vec<Run> {
    let mut all = Vec::new();
    if Grammar::of(article) != Grammar::English {
        return all;
    }
    for (block, paragraph) in (0u32..).zip(&article.blocks) {
        if paragraph.kind == BlockKind::Heading {
            continue;
        }
        let text = paragraph.text.as_str();
        for run in in_capitals(text) {
            let words: Vec<Word> = run.iter().map(|token| Word::of(token.text(text))).collect();
            let mut whole = true;
            for (from, word) in words.iter().enumerate().take(run.len().saturating_sub(1)) {
                let rest = words.get(from..).unwrap_or_default();
                if may_be_name(rest) {
                    let range = span(text, run.get(from..).unwrap_or_default());
                    let links = rest.iter().rev().fold(0, |links, word| links << 1 | u16::from(word.is_link));
                    all.push(Run { block, range, links, whole });
                }
                whole &= word.is_modifier;
            }
        }
    }
    all.shrink_to_fit();
    all
}

/// Runs of words in capitals, with link words between them.
fn in_capitals(text: &str) -> Vec<Vec<Token>> {
    let mut all = Vec::new();
    let mut run: Vec<Token> = Vec::new();
    for token in tokens(text) {
        let word = token.text(text);
        let capital = !token.small && word.starts_with(char::is_uppercase);
        let spaced = run.last().is_some_and(|last| text.get(last.end..token.start) == Some(" "));
        let ended =
            run.last().is_some_and(|last| last.core(text).end < last.end || ends_sentence(last.text(text)));
        if run.is_empty() || !spaced || ended || !(capital || is_link_word(word)) {
            close(text, &mut run, &mut all);
        }
        if capital || !run.is_empty() {
            run.push(token);
        }
    }
    close(text, &mut run, &mut all);
    all
}

fn close(text: &str, run: &mut Vec<Token>, all: &mut Vec<Vec<Token>>) {
    while run.last().is_some_and(|last| !last.text(text).starts_with(char::is_uppercase)) {
        run.pop();
    }
    if (2..=LONGEST).contains(&run.len()) {
        all.push(std::mem::take(run));
    }
    run.clear();
}

fn ends_sentence(word: &str) -> bool {
    word.strip_suffix('.').is_some_and(|stem| stem.chars().count() > 2 && !stem.contains('.'))
}

/// A word of a run.
struct Word {
    /// Stands before a name and is no part of what it is called: The, U.S.-Iraq, 2008, Iraq's.
    is_modifier: bool,
    is_link: bool,
    /// The initial or the first name of a person.
    is_person: bool,
}

impl Word {
    fn of(text: &str) -> Self {
        let is_modifier = text.contains(['-', '.', '\'', '’'])
            || !text.starts_with(char::is_alphabetic)
            || is_stop_word(&text.to_lowercase());
        let stem = text.strip_suffix('.').unwrap_or(text);
        let initial = stem.chars().count() == 1 && stem.starts_with(char::is_uppercase);
        Self { is_modifier, is_link: is_link_word(text), is_person: initial || is_first_name(text) }
    }
}

/// Whether words may be a name of this kind: one that begins with a modifier or a link word, or has the initial or first
/// name of a person, is none.
fn may_be_name(words: &[Word]) -> bool {
    words.first().is_some_and(|first| !first.is_modifier && !first.is_link)
        && !words.iter().any(|word| word.is_person)
}

/// The first letters of a name's words: without link words, and with them.
fn initials(name: &str, links: u16) -> [String; 2] {
    let letters = |of: &dyn Fn(usize) -> bool| {
        let words = name.split(' ').enumerate().filter(|(place, _)| of(*place));
        words.filter_map(|(_, word)| word.chars().next()).flat_map(char::to_uppercase).collect()
    };
    [letters(&|place| links >> place & 1 == 0), letters(&|_| true)]
}

/// Where a name stands, without the possessive ending and the marks behind it.
fn span(text: &str, words: &[Token]) -> Range<u32> {
    let start = words.first().map_or(0, |first| first.start);
    let end = words.last().map_or(start, |last| last.core(text).end);
    let written = text.get(start..end).unwrap_or_default();
    let bare = written.strip_suffix("'s").or_else(|| written.strip_suffix("’s")).unwrap_or(written);
    let bare = if ends_sentence(bare) { bare.trim_end_matches('.') } else { bare };
    short(&(start..start + bare.len()))
}

/// A name in small letters without the ending of the plural.
fn folded(name: &str) -> String {
    let mut small = name.to_lowercase();
    if small.ends_with('s') {
        small.pop();
    }
    small
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::corpus;

    fn found(text: &str) -> Vec<(String, String, bool)> {
        let corpus = corpus([("A title", text)]);
        let all = initialisms(&corpus, &Glossary::of(&corpus));
        all.into_iter().map(|i| (i.short, i.long.text(&corpus).to_owned(), i.used)).collect()
    }

    fn pair(short: &str, long: &str, used: bool) -> (String, String, bool) {
        (short.to_owned(), long.to_owned(), used)
    }

    #[test]
    fn a_frequent_name_of_three_words_gets_its_initials() {
        assert_eq!(
            found("The Joint Fishing Council met. The U.N.-led Joint Fishing Council's talks went on."),
            [pair("JFC", "Joint Fishing Council", false)]
        );
        assert_eq!(found("The Joint Fishing Council met once."), []);
    }

    #[test]
    fn letters_that_are_used_but_defined_nowhere_get_the_name_that_they_begin() {
        assert_eq!(
            found("The Islamic State in Iraq and Syria lost. The defeat of ISIS was hard."),
            [pair("ISIS", "Islamic State in Iraq and Syria", true)]
        );
        let defined = "The Joint Fishing Council (JFC) met. The Joint Fishing Council voted.";
        assert_eq!(found(defined), [], "the glossary has it");
    }
}
