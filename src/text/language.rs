//! Languages: which one a word is of, and what the fold table tells of each.

use crate::data::data;
use crate::document::{Corpus, Document};
use crate::order::Set;

/// Scripts that have a language taken for theirs where none is told, with that language.
const SCRIPTS: [(&str, &[(u32, u32)]); 4] = [
    ("en", &[(0x41, 0x5A), (0x61, 0x7A), (0xC0, 0x24F), (0x1E00, 0x1EFF)]),
    ("el", &[(0x370, 0x3FF), (0x1F00, 0x1FFF)]),
    ("ru", &[(0x400, 0x52F)]),
    ("ar", &[(0x620, 0x6FF), (0x750, 0x77F), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC)]),
];

/// Languages in the scripts of Russian and Arabic, and such as are in none of [`SCRIPTS`]; others are in Latin letters.
const CYRILLIC: [&str; 10] = ["be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk"];
const ARABIC: [&str; 6] = ["ar", "ckb", "fa", "ps", "sd", "ur"];
const OTHER: [&str; 16] =
    ["am", "bn", "he", "hi", "hy", "ja", "ka", "km", "ko", "lo", "mr", "my", "ne", "ta", "th", "zh"];

/// What words of each language lose in front, a language a line.
const ELISIONS: &str = data!("elisions.txt");

/// Words that say nothing of a subject, a language a line; after the classic van Rijsbergen (1979) and SMART lists, shortened to
/// function words.
const STOP_WORDS: &str = data!("stop_words.txt");

/// The endings by which forms of a word differ in each language, a language a line.
const ENDINGS: &str = data!("endings.txt");

/// Languages that write compounds as one word.
const COMPOUNDING: [&str; 10] = ["da", "de", "fi", "hu", "is", "nb", "nl", "nn", "no", "sv"];

/// The language that stands for the script of a character.
fn of_script(c: char) -> Option<&'static str> {
    let within = |&(first, last): &(u32, u32)| (first..=last).contains(&u32::from(c));
    SCRIPTS.iter().find(|(_, blocks)| blocks.iter().any(within)).map(|&(language, _)| language)
}

/// The language of a document, where it is told.
pub(crate) fn told(document: &Document) -> Option<String> {
    document.language().filter(|language| !matches!(language.as_str(), "und" | "mul"))
}

/// The language of a word of a document: the document's own, where it has the script of the word, else the one that stands
/// for the script; none where no such one is known.
pub(crate) fn language<'l>(own: Option<&'l str>, word: &str) -> Option<&'l str> {
    let script = word.chars().find_map(of_script)?;
    let own = own.unwrap_or(script);
    let script_of_own = match own {
        "el" => "el",
        own if CYRILLIC.contains(&own) => "ru",
        own if ARABIC.contains(&own) => "ar",
        own if OTHER.contains(&own) => "",
        _ => "en",
    };
    Some(if script_of_own == script { own } else { script })
}

/// The languages of a corpus.
pub(crate) fn languages(corpus: &Corpus) -> Set<String> {
    let mut found = Set::new();
    for document in &corpus.documents {
        if let Some(language) = told(document) {
            found.insert(language);
            continue;
        }
        let texts = document.blocks.iter().map(|block| &block.text).chain([&document.title]);
        let scripts: Set<&str> = texts.flat_map(|text| text.chars()).filter_map(of_script).collect();
        found.extend(scripts.into_iter().map(str::to_owned));
    }
    found
}

fn of(list: &'static str, languages: &Set<String>) -> Vec<&'static str> {
    let lines = list.lines().filter_map(|line| line.split_once(':'));
    lines.filter(|(language, _)| languages.contains(*language)).map(|(_, told)| told).collect()
}

/// What words of some languages lose in front, folded, parted by spaces.
pub(super) fn elisions(languages: &Set<String>) -> String {
    of(ELISIONS, languages).join(" ")
}

/// Endings of some languages, folded, parted as [`super::are_forms`] reads them.
pub(crate) fn endings(languages: &Set<String>) -> String {
    of(ENDINGS, languages).join("|")
}

/// The stop words of some languages. A list must have no word that is none in another language, as a corpus may be in both.
pub(super) fn stop_words_of(languages: &Set<String>) -> impl Iterator<Item = &'static str> + use<> {
    of(STOP_WORDS, languages).into_iter().flat_map(|words| words.split(' '))
}

/// The English ones.
pub(crate) fn stop_words() -> impl Iterator<Item = &'static str> {
    stop_words_of(&Set::from(["en".to_owned()]))
}

/// Whether words of some languages are compounds of others.
pub(super) fn has_compounds(languages: &Set<String>) -> bool {
    COMPOUNDING.iter().any(|language| languages.contains(*language))
}
