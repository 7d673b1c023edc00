//! Languages: which one an article is in (`detect`), the function words of each (`words.txt`), stops that end no sentence
//! (`ordinals`).

#[cfg(feature = "ingest")]
mod detect;
#[cfg(feature = "ingest")]
mod ordinals;

use std::sync::LazyLock;

use crate::data::data;
use crate::hash::HashMap;

#[cfg(feature = "ingest")]
pub(crate) use detect::detect;
#[cfg(feature = "ingest")]
pub(crate) use ordinals::whole;

/// The language whose name is this is told apart and not given.
const UNNAMED: &str = "-";

/// The names of the languages, and for each word a bit for every language that has it.
struct Table {
    names: Vec<&'static str>,
    words: HashMap<&'static str, u128>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { names: Vec::new(), words: HashMap::new() };
    let lines = data!("words.txt").lines();
    for (name, words) in lines.filter_map(|line| line.split_once(": ")) {
        for word in words.split(' ') {
            *table.words.entry(word).or_default() |= 1 << table.names.len();
        }
        table.names.push(name);
    }
    table
});

/// Whether a text surely has another language than the tag (BCP 47) that a program gave it. A language that is not told
/// apart here contradicts nothing.
#[cfg(feature = "formats")]
pub(crate) fn contradicts<'t>(texts: impl Iterator<Item = &'t str> + Clone, tag: &str) -> bool {
    let given = crate::document::primary_subtag(tag);
    let known = given.as_deref().is_some_and(|given| given != UNNAMED && TABLE.names.contains(&given));
    known && detect(texts).is_some_and(|found| given.as_deref() != Some(found))
}

/// Whether a word in small letters is a function word of a language, which is named by its primary subtag (BCP 47).
pub(crate) fn is_function_word(language: &str, word: &str) -> bool {
    let at = TABLE.names.iter().position(|&name| name == language && name != UNNAMED);
    at.is_some_and(|at| TABLE.words.get(word).is_some_and(|&languages| languages >> at & 1 == 1))
}
