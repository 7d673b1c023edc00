//! Stems by language: what the inflected forms of a word have in common.
//!
//! A term is of the language of the documents that it is most in. The stemmers of the Snowball project ask for a word as it
//! is written, with its accents, so the stem is that of the term's most frequent spelling, folded as the term is.
//! Terms of different languages with one stem are forms of one word: a name is the same in all, and has its endings in
//! each.

use rust_stemmers::{Algorithm, Stemmer};

use crate::document::{Corpus, Document};
use crate::hash::HashMap;
use crate::order::Map;
use crate::text::normal::nfc;
use crate::text::{Fold, is_shouting, language, stem, told, words};

/// The terms of a corpus that are of another language than English, with their stems.
#[derive(Default)]
pub(crate) struct Stems(HashMap<Box<str>, String>);

/// The language whose terms are stemmed as they are.
const ENGLISH: &str = "en";
/// Letters of a word that can have endings.
const SHORTEST: usize = 3;

/// Where a term stands.
#[derive(Default)]
struct Usage {
    /// In how many documents, by language; the last of them.
    documents: Map<String, (u32, u32)>,
    /// How often it is spelt so, in small letters.
    spellings: Map<String, u32>,
}

impl Stems {
    /// The stems of a corpus.
    pub fn of(corpus: &Corpus, fold: &Fold) -> Self {
        let mut all: HashMap<Box<str>, Usage> = HashMap::default();
        let (english, others): (Vec<_>, Vec<_>) =
            (1..).zip(&corpus.documents).partition(|(_, document)| is_english(fold, document));
        for (number, document) in others {
            let own = told(document);
            texts(document).for_each(|text| read(fold, own.as_deref(), number, text, &mut all, true));
        }
        // Words of English documents alone have no stems here: only those of others, too, are counted.
        let english = if all.is_empty() { Vec::new() } else { english };
        for (number, document) in english {
            texts(document).for_each(|text| read(fold, Some(ENGLISH), number, text, &mut all, false));
        }
        let stems = all.into_iter().filter_map(|(term, usage)| {
            let (language, _) = usage.documents.iter().rev().max_by_key(|(_, (documents, _))| *documents)?;
            let stem = match algorithm(language) {
                Some(algorithm) => {
                    let (spelling, _) = usage.spellings.iter().rev().max_by_key(|(_, count)| **count)?;
                    let mut folded = String::new();
                    let stem = Stemmer::create(algorithm).stem(spelling);
                    stem.chars().for_each(|c| fold.push(c, &mut folded));
                    folded
                }
                None if language == ENGLISH => return None,
                None => term.to_string(),
            };
            Some((term, stem))
        });
        Self(stems.collect())
    }

    /// The stem of a term of another language than English.
    pub fn foreign(&self, term: &str) -> Option<&str> {
        self.0.get(term).map(String::as_str)
    }

    /// The stem of any term.
    pub fn stem(&self, term: &str) -> String {
        self.foreign(term).map_or_else(|| stem(term), str::to_owned)
    }
}

fn texts(document: &Document) -> impl Iterator<Item = &str> {
    document.blocks.iter().map(|block| block.text.as_str()).chain([document.title.as_str()])
}

/// Whether [`language`] tells English for every word of a document for which it tells any.
pub(super) fn is_english(fold: &Fold, document: &Document) -> bool {
    let mut folded = String::new();
    let mut is_foreign = |c: char| {
        folded.clear();
        fold.push(c, &mut folded);
        language(None, &folded).is_some_and(|language| language != ENGLISH)
    };
    told(document).is_none_or(|own| own == ENGLISH)
        && !texts(document).any(|text| text.chars().any(|c| !c.is_ascii() && is_foreign(c)))
}

/// Counts the words of a text, new ones only where that is wanted.
fn read(
    fold: &Fold,
    own: Option<&str>,
    number: u32,
    text: &str,
    all: &mut HashMap<Box<str>, Usage>,
    new: bool,
) {
    words(fold, text, is_shouting(fold, text), |range, term| {
        if !new && !all.contains_key(term) {
            return;
        }
        let whole = |c: char| !c.is_ascii_digit() && !c.is_ascii_uppercase();
        if term.chars().count() < SHORTEST || !term.chars().all(whole) {
            return;
        }
        let Some(language) = language(own, term) else { return };
        if !all.contains_key(term) {
            all.insert(term.into(), Usage::default());
        }
        let Some(usage) = all.get_mut(term) else { return };
        if !usage.documents.contains_key(language) {
            usage.documents.insert(language.to_owned(), (0, 0));
        }
        let Some(documents) = usage.documents.get_mut(language) else { return };
        if documents.1 != number {
            *documents = (documents.0 + 1, number);
        }
        if algorithm(language).is_some() {
            let spelling = spelling(fold, text.get(range).unwrap_or_default(), term);
            *usage.spellings.entry(spelling).or_default() += 1;
        }
    });
}

/// A word in small letters, without what its term has lost in front.
fn spelling(fold: &Fold, written: &str, term: &str) -> String {
    let lower: String =
        nfc(written).chars().flat_map(char::to_lowercase).map(|c| if c == 'ё' { 'е' } else { c }).collect();
    let is_term = |rest: &str| {
        let mut folded = String::new();
        rest.chars().for_each(|c| fold.push(c, &mut folded));
        folded == term
    };
    let mut starts = lower.char_indices().filter_map(|(at, _)| lower.get(at..));
    starts.find(|rest| is_term(rest)).unwrap_or(&lower).to_owned()
}

/// The stemmer of a language, but for English, whose terms are stemmed as they are.
fn algorithm(language: &str) -> Option<Algorithm> {
    if !cfg!(feature = "languages") {
        return None;
    }
    Some(match language {
        "ar" => Algorithm::Arabic,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "es" => Algorithm::Spanish,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "hu" => Algorithm::Hungarian,
        "it" => Algorithm::Italian,
        "nb" | "nn" | "no" => Algorithm::Norwegian,
        "nl" => Algorithm::Dutch,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    /// The stems of words of texts in some languages.
    fn stems<const N: usize>(texts: &[(Option<&str>, &str)], words: [&str; N]) -> [String; N] {
        let mut corpus = fixture::corpus(texts.iter().map(|&(_, text)| ("", text)));
        for (document, (language, _)) in corpus.documents.iter_mut().zip(texts) {
            document.lang = language.map(str::to_owned);
        }
        let fold = Fold::learn(&texts.iter().flat_map(|(_, text)| text.chars()).collect());
        let stems = Stems::of(&corpus, &fold);
        words.map(|word| stems.stem(word))
    }

    #[test]
    fn a_word_is_stemmed_as_it_is_written_in_the_language_of_most_of_its_documents() {
        let [one, other] = stems(&[(Some("fr"), "Les élections. Une élection.")], ["elections", "election"]);
        assert_eq!(one, other);
        let [verb, noun] =
            stems(&[(Some("de"), "Er sprach von Wölfen, nicht vom Wolf.")], ["wolfen", "wolf"]);
        assert_eq!(verb, noun);
        // Unknown languages are told by their scripts; the stem keeps the folded й.
        let [one, other] = stems(&[(None, "Русский мост. О русском мосте.")], ["русскии", "русском"]);
        assert_eq!(one, other);
        let texts = [(Some("de"), "Die Minister."), (Some("en"), "A ministry."), (Some("en"), "Ministries.")];
        let [one, other] = stems(&texts, ["ministry", "ministries"]);
        assert_eq!(one, other);
        let texts = [(Some("de"), "Das Kissen."), (Some("en"), "Kissen."), (None, "Kissen.")];
        let [english, german] = [&texts[..], &texts[..2]].map(|texts| stems(texts, ["kissen"]));
        assert_eq!((english[0].as_str(), german[0].as_str()), ("kissen", "kiss"));
        let [polish] = stems(&[(Some("pl"), "Domes talking.")], ["talking"]);
        assert_eq!(polish, "talking", "no stemmer, no stem");
    }

    #[test]
    fn a_name_is_one_in_all_languages() {
        let texts = [(Some("en"), "Ahlbrück said so."), (Some("de"), "Ahlbrücks Sprecher schwieg.")];
        let [one, other] = stems(&texts, ["ahlbruck", "ahlbrucks"]);
        assert_eq!(one, other);
    }

    #[test]
    fn acronyms_and_numbers_have_no_endings() {
        let [acronym, number] = stems(&[(Some("de"), "Die US 2020er")], ["US", "2020er"]);
        assert_eq!((acronym.as_str(), number.as_str()), ("US", "2020er"));
    }
}
