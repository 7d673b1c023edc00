//! The mentions of a corpus, before it is known which are of the same.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::super::words::{Gap, Shape, Word, spellings, words};
use super::super::{EntityKind, Mention, kind};
use super::named::{Named, Page};
use crate::document::{Block, Corpus, Place};
use crate::insight::acronyms::{Glossary, Initialism};
use crate::insight::findings::long;
use crate::insight::grammar::Grammar;
use crate::insight::reading::{FnvMap, FnvSet};

/// One place where something is named.
#[derive(Clone, Debug)]
pub(super) struct Raw {
    pub place: Place,
    /// With the title or the date before it.
    pub whole: Place,
    pub kind: EntityKind,
    /// Index of the sentence in its block.
    pub sentence: u32,
    /// Mr, Ms … before the name.
    pub address: Option<&'static str>,
    /// "The" stands before the name.
    pub articled: bool,
    /// The role that a title or an apposition gives.
    pub role: Option<Place>,
    /// The surname in the name of a person, once it is known to be one.
    pub surname: Option<Place>,
    /// In a headline, a cell, the label of a list item.
    pub weak: bool,
    /// "The secretary": no name.
    pub reference: bool,
    /// What stands around it tells a person: a title, a verb of speech, an age.
    pub personal: bool,
    /// Stands behind "in" and the like.
    pub local: bool,
}

impl Raw {
    fn of(named: &Named, place: impl Fn(&Range<u32>) -> Place) -> Self {
        Self {
            whole: place(&(named.start..named.range.end)),
            kind: named.kind,
            sentence: named.sentence,
            address: named.address,
            articled: named.articled,
            role: named.role.as_ref().map(&place),
            weak: named.weak,
            reference: named.reference,
            personal: named.personal,
            local: named.local,
            ..Self::plain(place(&named.range))
        }
    }

    fn plain(place: Place) -> Self {
        Self {
            whole: place.clone(),
            place,
            kind: EntityKind::Other,
            sentence: 0,
            address: None,
            articled: false,
            role: None,
            surname: None,
            weak: false,
            reference: false,
            personal: false,
            local: false,
        }
    }
}

fn overlap<T: PartialOrd>(a: &Range<T>, b: &Range<T>) -> bool {
    a.start < b.end && b.start < a.end
}

/// All mentions of a corpus in its order; `names` are the [`super::named::names`] of its documents.
pub(super) fn read(
    corpus: &Corpus,
    glossary: &Glossary,
    initialisms: &[Initialism],
    names: &[&Vec<Vec<Named>>],
) -> Vec<Raw> {
    let phrases = Phrases::of(corpus, glossary, initialisms);
    let none = Phrases::default();
    let mut raws = Vec::new();
    for (document, (article, names)) in (0u32..).zip(corpus.documents.iter().zip(names)) {
        let phrases = if Grammar::of(article) == Grammar::English { &phrases } else { &none };
        for (block, (paragraph, names)) in (0u32..).zip(article.blocks.iter().zip(names.iter())) {
            let place = |range: &Range<u32>| Place { document, block, range: long(range) };
            raws.extend(with_phrases(paragraph, names, phrases).iter().map(|named| Raw::of(named, place)));
        }
    }
    raws
}

/// The names in a block, with the phrases that stand there.
fn with_phrases<'n>(block: &Block, names: &'n [Named], phrases: &Phrases) -> Cow<'n, [Named]> {
    let text = block.text.as_str();
    if !phrases.may_stand_in(text) {
        return names.into();
    }
    let page = Page::of(block);
    let here = phrases.find(&page.words).into_iter();
    let mut found: Vec<Named> = here.map(|(piece, mention, _)| page.named(piece, mention)).collect();
    for name in names.iter().filter(|name| !name.reference) {
        let (piece, range) = (&name.piece, &name.range);
        // A longer name, with the country before it, stands for the phrase in it.
        found.retain(|other| {
            !(piece.start <= other.piece.start
                && other.piece.end <= piece.end
                && other.piece.len() < piece.len())
        });
        if !found.iter().any(|other| overlap(&other.range, range)) {
            found.push(name.clone());
        }
    }
    found.sort_by_key(|name| name.piece.start);
    found.extend(names.iter().filter(|name| name.reference).cloned());
    found.into()
}

/// Places where names of several words stand in small letters: "the Iraqi security forces", with what `names` gives
/// for each. Where a mention stands already there is none.
pub(super) fn echoes(corpus: &Corpus, raws: &[Raw], names: &[(Place, usize)]) -> Vec<(Raw, usize)> {
    let phrases = Phrases::new(names.iter().map(|(place, group)| (place.text(corpus), *group)));
    let mut taken: HashMap<(u32, u32), Vec<Range<usize>>> = HashMap::new();
    for raw in raws {
        taken.entry((raw.place.document, raw.place.block)).or_default().push(raw.place.range.clone());
    }
    let mut found = Vec::new();
    for (document, article) in corpus.documents.iter().enumerate() {
        for (block, paragraph) in article.blocks.iter().enumerate() {
            let at = (document as u32, block as u32);
            if !phrases.may_stand_in(&paragraph.text) {
                continue;
            }
            let words = words(&paragraph.text, &paragraph.sentences);
            for (_, mention, group) in phrases.find(&words) {
                let others = taken.get(&at).map(Vec::as_slice).unwrap_or_default();
                if others
                    .iter()
                    .any(|other| overlap(other, &mention.range) && other.len() >= mention.range.len())
                {
                    continue;
                }
                let sentence =
                    paragraph.sentences.partition_point(|sentence| sentence.end <= mention.range.start);
                let place = Place { document: at.0, block: at.1, range: mention.range };
                found.push((
                    Raw { sentence: sentence as u32, kind: mention.kind, ..Raw::plain(place) },
                    group,
                ));
            }
        }
    }
    found
}

/// Names of several words that are found by their words, whatever their capitals.
#[derive(Default)]
struct Phrases {
    /// Numbers of their words in small letters.
    numbers: FnvMap<String, u32>,
    /// By their first two words, the longest first.
    by_first: FnvMap<(u32, u32), Vec<Phrase>>,
}

/// A name of several words.
struct Phrase {
    words: Vec<u32>,
    /// What it stands for.
    id: usize,
}

impl Phrases {
    /// Names that the glossary knows to be one, though their capitals alone do not show it.
    fn of(corpus: &Corpus, glossary: &Glossary, initialisms: &[Initialism]) -> Self {
        let defined = glossary.entries.iter().flat_map(|entry| &entry.defined).map(|defined| &defined.long);
        let derived = initialisms.iter().filter(|alias| alias.is_telling()).map(|alias| &alias.long);
        Self::new(defined.chain(derived).map(|place| (place.text(corpus), 0)))
    }

    fn new<'t>(names: impl Iterator<Item = (&'t str, usize)>) -> Self {
        let mut phrases = Self::default();
        let mut seen = FnvSet::default();
        for (text, id) in names {
            let sentence = 0..text.len();
            let words = words(text, std::slice::from_ref(&sentence));
            let numbers = words.iter().map(|word| {
                let next = phrases.numbers.len() as u32;
                *phrases.numbers.entry(small(word.text).into_owned()).or_insert(next)
            });
            let numbers: Vec<u32> = numbers.collect();
            if let &[first, second, ..] = numbers.as_slice()
                && seen.insert(numbers.clone())
            {
                phrases.by_first.entry((first, second)).or_default().push(Phrase { words: numbers, id });
            }
        }
        for all in phrases.by_first.values_mut() {
            all.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
        }
        phrases
    }

    /// Whether any may stand in a text: all its words do, one behind the other.
    fn may_stand_in(&self, text: &str) -> bool {
        if self.by_first.is_empty() {
            return false;
        }
        let numbers: Vec<Option<u32>> = spellings(text).map(|word| self.number(word)).collect();
        (0..numbers.len()).any(|at| self.at(&numbers, at).next().is_some())
    }

    fn number(&self, word: &str) -> Option<u32> {
        self.numbers.get(small(word).as_ref()).copied()
    }

    /// Those whose words are the ones from a place on, the longest first.
    fn at(&self, numbers: &[Option<u32>], at: usize) -> impl Iterator<Item = &Phrase> {
        let here = match numbers.get(at..at + 2) {
            Some(&[Some(first), Some(second)]) => self.by_first.get(&(first, second)),
            _ => None,
        };
        here.into_iter().flatten().filter(move |phrase| {
            let run = numbers.get(at..at + phrase.words.len()).unwrap_or_default();
            run.len() == phrase.words.len()
                && run.iter().zip(&phrase.words).all(|(number, wanted)| *number == Some(*wanted))
        })
    }

    /// Where they stand, the longest first where one begins with another.
    fn find(&self, words: &[Word]) -> Vec<(Range<usize>, Mention, usize)> {
        let numbers: Vec<Option<u32>> = words.iter().map(|word| self.number(word.text)).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let joined = |phrase: &&Phrase| {
                let behind = words.get(at + 1..at + phrase.words.len()).unwrap_or_default();
                behind.iter().all(|word| word.gap != Gap::Comma && !word.first)
            };
            let length = self.at(&numbers, at).find(joined).map(|phrase| (phrase.words.len(), phrase.id));
            let Some((length, id)) = length else {
                at += 1;
                continue;
            };
            let piece = at..at + length;
            let end = words.get(piece.end - 1).map_or(word.end, |last| last.end);
            let named =
                words.get(piece.clone()).unwrap_or_default().iter().any(|word| word.shape != Shape::Lower);
            let kind = match kind::kind(words, &piece) {
                EntityKind::Person | EntityKind::Other if named => EntityKind::Organisation,
                // In small letters it may be a thing: emergency disconnect system (EDS).
                kind if named || kind == EntityKind::Agreement => kind,
                _ => EntityKind::Other,
            };
            found.push((piece, Mention { range: word.start..end, kind }, id));
            at += length;
        }
        found
    }
}

/// A word in small letters.
fn small(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) { word.into() } else { word.to_lowercase().into() }
}
