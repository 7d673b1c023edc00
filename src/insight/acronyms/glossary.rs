//! The glossary: every acronym of a corpus, with the long form that some document gives it, or with none.

use std::ops::Range;

use super::tokens::{is_link_word, tokens};
use super::usage::{key, uses};
use super::{Definition, acronyms, in_brackets};
use crate::document::{Block, Corpus, Document, Place};
use crate::insight::grammar::Grammar;
use crate::order::{Arrange as _, Map, Set};
use crate::text::stem;

/// All acronyms of a corpus.
///
/// ```
/// use briefing::document::Corpus;
/// use briefing::insight::Glossary;
///
/// assert!(Glossary::of(&Corpus::default()).entries.is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Glossary {
    /// One for each acronym and long form, in the alphabetical order of the short forms, the most used long form
    /// first.
    pub entries: Vec<GlossaryEntry>,
}

/// An acronym with one long form, or with none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GlossaryEntry {
    /// The spelling that most documents use.
    pub short: String,
    /// All spellings, sorted: CJTF OIR, CJTF-OIR. A plural is one of them only where nothing else is.
    pub variants: Vec<String>,
    /// The long form as most definitions spell it; none where no document defines the acronym.
    pub long: Option<Place>,
    /// Every definition: where the short form and where the long form stands.
    pub defined: Vec<Defined>,
    /// Documents that use the acronym, ascending.
    pub documents: Vec<u32>,
    /// Those of them that do not define it, ascending.
    pub undefined: Vec<u32>,
}

/// A definition, by position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defined {
    /// The short form.
    pub short: Place,
    /// The long form, in the same block.
    pub long: Place,
}

impl Glossary {
    /// Reads a corpus for acronyms.
    ///
    /// A long form is only ever one that a document gives. Where documents give one acronym different long forms,
    /// it has an entry for each; the documents that define none of them stand in an entry without long form.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        let all: Vec<_> = corpus.documents.iter().map(definitions).collect();
        Self::with(corpus, &all.iter().collect::<Vec<_>>())
    }

    /// Like [`Glossary::of`], where the [`definitions`] of each document are known already.
    pub(in crate::insight) fn with(corpus: &Corpus, definitions: &[&Vec<Vec<Definition>>]) -> Self {
        let mut by_key: Map<String, Vec<Defined>> = Map::new();
        for defined in placed(definitions) {
            by_key.entry(key(defined.short.text(corpus))).or_default().push(defined);
        }
        let known: Set<String> = by_key.keys().cloned().collect();
        let mut uses = uses(corpus, &known);
        for (key, all) in &by_key {
            let places = uses.entry(key.clone()).or_default();
            places.extend(all.iter().map(|defined| defined.short.clone()));
        }
        let mut entries = Vec::new();
        for (key, mut places) in uses {
            places.arrange_by_key(|place| (place.document, place.block, place.range.start));
            places.dedup();
            let defined = by_key.get_mut(&key).map(std::mem::take).unwrap_or_default();
            entries.extend(split(corpus, &places, defined));
        }
        Self { entries }
    }
}

/// What each block of a document defines for good.
pub(in crate::insight) fn definitions(article: &Document) -> Vec<Vec<Definition>> {
    let defined = if Grammar::of(article) == Grammar::English { acronyms } else { in_brackets };
    let of_block = |block: &Block| {
        // A lone letter and a word in small letters are defined for the text at hand, not for a glossary.
        let lasting = |found: &Definition| {
            let short = block.text.get(found.short.clone()).unwrap_or_default();
            short.chars().filter(|c| c.is_uppercase()).count() > 1
        };
        defined(&block.text).into_iter().filter(lasting).collect()
    };
    article.blocks.iter().map(of_block).collect()
}

/// Everything that the documents define, in the order of the corpus.
fn placed(definitions: &[&Vec<Vec<Definition>>]) -> Vec<Defined> {
    let mut all = Vec::new();
    for (document, blocks) in (0u32..).zip(definitions) {
        for (block, found) in (0u32..).zip(blocks.iter()) {
            let at = |range: &Range<usize>| Place { document, block, range: range.clone() };
            all.extend(found.iter().map(|found| Defined { short: at(&found.short), long: at(&found.long) }));
        }
    }
    all
}

/// What two spellings of one long form share: the stems of its words but links, without case.
fn sense(long: &str) -> Vec<String> {
    let words = tokens(long).into_iter();
    let words = words.flat_map(|token| long.get(token.core(long)).unwrap_or_default().split(['-', '‑', '/']));
    let words = words.map(|word| word.to_lowercase().replace(['\'', '’', '.'], ""));
    words.filter(|word| !word.is_empty() && !is_link_word(word)).map(|word| stem(&word)).collect()
}

/// The entries of one acronym: one for each sense, the most used first, and one for the documents left without any.
fn split(corpus: &Corpus, places: &[Place], defined: Vec<Defined>) -> Vec<GlossaryEntry> {
    let mut senses: Vec<(Vec<String>, Vec<Defined>)> = Vec::new();
    for definition in defined {
        let sense = sense(definition.long.text(corpus));
        match senses.iter_mut().find(|(other, _)| *other == sense) {
            Some((_, all)) => all.push(definition),
            None => senses.push((sense, vec![definition])),
        }
    }
    let one = senses.len() == 1;
    let defining = |all: &[Defined]| all.iter().map(|d| d.long.document).collect::<Set<u32>>();
    let somewhere: Set<u32> = senses.iter().flat_map(|(_, all)| defining(all)).collect();
    let mut entries = Vec::new();
    for (_, all) in senses {
        let own = defining(&all);
        let within: Vec<&Place> =
            places.iter().filter(|place| one || own.contains(&place.document)).collect();
        entries.push(entry(corpus, &within, all, &own));
    }
    entries.arrange_by_key(|entry| std::cmp::Reverse(entry.documents.len()));
    let rest: Vec<&Place> =
        places.iter().filter(|place| !one && !somewhere.contains(&place.document)).collect();
    if !rest.is_empty() {
        entries.push(entry(corpus, &rest, Vec::new(), &Set::new()));
    }
    entries
}

fn entry(corpus: &Corpus, places: &[&Place], defined: Vec<Defined>, own: &Set<u32>) -> GlossaryEntry {
    let documents: Set<u32> = places.iter().map(|place| place.document).collect();
    let mut spellings: Map<&str, Set<u32>> = Map::new();
    for place in places {
        spellings.entry(place.text(corpus)).or_default().insert(place.document);
    }
    let singular = |short: &str| short.strip_suffix('s').is_some_and(|one| spellings.contains_key(one));
    let variants: Vec<&str> = spellings.keys().copied().filter(|short| !singular(short)).collect();
    // Of equally common spellings the first in the alphabet.
    let common = |short: &&&str| spellings.get(**short).map_or(0, Set::len);
    let short = variants.iter().rev().max_by_key(common).copied().unwrap_or_default();
    let mut longs: Map<&str, usize> = Map::new();
    for definition in &defined {
        *longs.entry(definition.long.text(corpus)).or_default() += 1;
    }
    let most = longs.values().copied().max().unwrap_or_default();
    let long = defined.iter().find(|d| longs.get(d.long.text(corpus)) == Some(&most)).map(|d| d.long.clone());
    GlossaryEntry {
        short: short.to_owned(),
        variants: variants.into_iter().map(str::to_owned).collect(),
        long,
        defined,
        undefined: documents.iter().copied().filter(|document| !own.contains(document)).collect(),
        documents: documents.into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::corpus;

    /// Spellings, long form, documents, documents without definition.
    type Row<'c> = (Vec<String>, Option<&'c str>, Vec<u32>, Vec<u32>);

    fn rows(corpus: &Corpus) -> Vec<Row<'_>> {
        let entries = Glossary::of(corpus).entries.into_iter();
        entries
            .map(|e| (e.variants, e.long.map(|long| long.text(corpus)), e.documents, e.undefined))
            .collect()
    }

    fn strings(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn spellings_are_one_entry_with_the_long_form_of_any_document() {
        let corpus = corpus([
            ("a", "Support by JTF NS came late. The J.T.F.-NS's boats left."),
            ("b", "The Joint Task Force – North Sea (JTF-NS) met in May."),
        ]);
        let expected = (
            strings(&["J.T.F.-NS", "JTF NS", "JTF-NS"]),
            Some("Joint Task Force – North Sea"),
            vec![0, 1],
            vec![0],
        );
        assert_eq!(rows(&corpus), [expected]);
    }

    #[test]
    fn an_acronym_with_two_long_forms_has_none_where_a_document_gives_none() {
        let corpus = corpus([
            ("a", "The Sea Fish Agency (SFA) met. The SFA voted."),
            ("b", "The South Ferry Alliance (SFA) met."),
            ("c", "The SFA met, as INA reports."),
        ]);
        let expected = [
            (strings(&["INA"]), None, vec![2], vec![2]),
            (strings(&["SFA"]), Some("Sea Fish Agency"), vec![0], vec![]),
            (strings(&["SFA"]), Some("South Ferry Alliance"), vec![1], vec![]),
            (strings(&["SFA"]), None, vec![2], vec![2]),
        ];
        assert_eq!(rows(&corpus), expected);
    }

    #[test]
    fn words_that_shout_and_numerals_are_no_acronyms() {
        let corpus = corpus([(
            "a",
            "PARIS – Paul III spoke at 7 PM in Paris.\n\nMORE NEWS HERE\n\nJ.R. Ewing did NOT come.",
        )]);
        assert_eq!(rows(&corpus), []);
    }
}
