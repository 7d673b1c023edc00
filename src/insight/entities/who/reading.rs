//! The mentions of a corpus, before it is known which are of the same.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::super::lexicon::{country, is};
use super::super::words::{Gap, Shape, Word, words};
use super::super::{EntityKind, Known, Mention, kind, pieces, quoted};
use super::roles;
use crate::document::{Block, BlockKind, Corpus, Document, Place};
use crate::insight::acronyms::{Glossary, Initialism};
use crate::insight::grammar::Grammar;
use crate::insight::quotes::persons;
use crate::insight::reading::{FnvMap, FnvSet};
use crate::text::is_speech_verb;

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

/// Everyday bodies of a country, written small: the Iraqi government.
const STATE_BODIES: [&str; 9] =
    ["government", "parliament", "army", "navy", "police", "cabinet", "senate", "judiciary", "congress"];

/// A name: its words, by number in the block, and what it is.
pub(in crate::insight) type Piece = (Range<usize>, Mention);

/// The names in each block of an English document, by what the document tells of its words.
pub(in crate::insight) fn names(article: &Document) -> Vec<Vec<Piece>> {
    if Grammar::of(article) != Grammar::English {
        return Vec::new();
    }
    let mut known = Known::default();
    article.blocks.iter().for_each(|block| known.learn(&block.text));
    let of_block = |block: &Block| {
        let text = block.text.as_str();
        let words = words(text, &block.sentences);
        let pieces = pieces(&words, &known, &quoted::titles(text, &words)).into_iter();
        pieces.map(|(piece, mention)| with_body(&words, piece, mention)).collect()
    };
    article.blocks.iter().map(of_block).collect()
}

/// All mentions of a corpus in its order; `names` are the [`names`] of its documents.
pub(super) fn read(
    corpus: &Corpus,
    glossary: &Glossary,
    initialisms: &[Initialism],
    names: &[&Vec<Vec<Piece>>],
) -> Vec<Raw> {
    let phrases = Phrases::of(corpus, glossary, initialisms);
    let mut raws = Vec::new();
    for (document, (article, names)) in corpus.documents.iter().zip(names).enumerate() {
        let grammar = Grammar::of(article);
        if grammar != Grammar::English {
            others(article, document as u32, grammar, &mut raws);
            continue;
        }
        for (index, (block, names)) in article.blocks.iter().zip(names.iter()).enumerate() {
            read_block(block, (document as u32, index as u32), names, &phrases, &mut raws);
        }
    }
    raws
}

/// The mentions of an article in another language: persons, where it is one whose names are known.
fn others(article: &Document, document: u32, grammar: Grammar, raws: &mut Vec<Raw>) {
    for (index, block) in (0u32..).zip(&article.blocks) {
        for person in persons(grammar, &block.text) {
            let place = |range: Range<usize>| Place { document, block: index, range };
            let start = person.role.as_ref().map_or(person.name.start, |role| role.start);
            let sentence = block.sentences.partition_point(|sentence| sentence.end <= person.name.start);
            raws.push(Raw {
                whole: place(start..person.name.end),
                kind: EntityKind::Person,
                sentence: sentence as u32,
                role: person.role.map(place),
                personal: true,
                weak: block.kind == BlockKind::Heading,
                ..Raw::plain(place(person.name))
            });
        }
    }
}

fn read_block(block: &Block, at: (u32, u32), names: &[Piece], phrases: &Phrases, raws: &mut Vec<Raw>) {
    let text = block.text.as_str();
    let words = words(text, &block.sentences);
    let headline = is_headline(block, &words);
    let label = label(text, &words);
    let place = |range: Range<usize>| Place { document: at.0, block: at.1, range };
    let mut found: Vec<Piece> =
        phrases.find(&words).into_iter().map(|(piece, mention, _)| (piece, mention)).collect();
    for (piece, mention) in names {
        // A longer name, with the country before it, stands for the phrase in it.
        found.retain(|(other, _)| {
            !(piece.start <= other.start && other.end <= piece.end && other.len() < piece.len())
        });
        if !found.iter().any(|(_, other)| overlap(&other.range, &mention.range)) {
            found.push((piece.clone(), mention.clone()));
        }
    }
    found.sort_by_key(|(piece, _)| piece.start);
    for (piece, mention) in found {
        let sentence = block.sentences.partition_point(|sentence| sentence.end <= mention.range.start);
        let title = if matches!(mention.kind, EntityKind::Person | EntityKind::Other) {
            roles::title(&words, piece.start)
        } else {
            None
        };
        let apposition = roles::apposition(text, &words, piece.end);
        let personal = title.is_some() || speaks(&words, &piece) || is_aged(&words, piece.end);
        let dated =
            matches!(mention.kind, EntityKind::Agreement | EntityKind::Event | EntityKind::Organisation);
        let edition = if dated { roles::edition(&words, piece.start) } else { None };
        let start = title.as_ref().map(|title| title.start).or(edition).unwrap_or(mention.range.start);
        let before = piece.start.checked_sub(1).and_then(|at| words.get(at));
        raws.push(Raw {
            whole: place(start..mention.range.end),
            kind: mention.kind,
            sentence: sentence as u32,
            address: title.as_ref().and_then(|title| title.address),
            role: title.and_then(|title| title.role).or(apposition).map(place),
            articled: before.is_some_and(|word| word.text.eq_ignore_ascii_case("the")),
            weak: headline || mention.range.end <= label,
            personal,
            local: before.is_some_and(|word| {
                matches!(word.text, "in" | "near" | "at" | "from" | "across" | "outside")
            }),
            ..Raw::plain(place(mention.range.clone()))
        });
    }
    for range in roles::references(&words) {
        let sentence = block.sentences.partition_point(|sentence| sentence.end <= range.start);
        let sentence = sentence as u32;
        let kind = EntityKind::Person;
        raws.push(Raw { kind, sentence, weak: headline, reference: true, ..Raw::plain(place(range)) });
    }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Joins a people or country with a body of its own that is written small.
fn with_body(words: &[Word], piece: Range<usize>, mention: Mention) -> (Range<usize>, Mention) {
    let follows =
        words.get(piece.end).filter(|word| word.gap == Gap::Space && STATE_BODIES.contains(&word.text));
    let Some(body) = follows else { return (piece, mention) };
    let name = words.get(piece.clone()).unwrap_or_default();
    let one = kind::phrase(name);
    let owner = name
        .last()
        .is_some_and(|last| last.possessive || last.is(is::PEOPLE) || one == "us" || one == "u.s.");
    if !owner || country(&one).is_none() {
        return (piece, mention);
    }
    let range = mention.range.start..body.end;
    (piece.start..piece.end + 1, Mention { range, kind: EntityKind::Organisation })
}

/// Whether a verb of speech stands next to the name: Farr said, said Farr.
fn speaks(words: &[Word], piece: &Range<usize>) -> bool {
    let verb = |at: Option<usize>| {
        let word = at.and_then(|at| words.get(at));
        word.is_some_and(|word| word.shape == Shape::Lower && is_speech_verb(word.text))
    };
    let follows = words.get(piece.end).is_some_and(|word| word.gap == Gap::Space) && verb(Some(piece.end));
    let ends = words.get(piece.end).is_none_or(|word| word.gap != Gap::Space);
    follows || (ends && verb(piece.start.checked_sub(1)))
}

/// Whether an age stands behind the name: Ada Berg, 47,
fn is_aged(words: &[Word], end: usize) -> bool {
    let age = words.get(end).filter(|word| word.gap == Gap::Comma && word.shape == Shape::Number);
    let years =
        age.and_then(|word| word.text.parse::<u32>().ok()).is_some_and(|years| (10..110).contains(&years));
    years && words.get(end + 1).is_none_or(|word| word.gap != Gap::Space)
}

/// Whether a block is a headline or a cell: no prose, so that its capitals tell nothing.
fn is_headline(block: &Block, words: &[Word]) -> bool {
    if block.kind == BlockKind::Heading {
        return true;
    }
    let ended = block.text.trim_end().ends_with(['.', '!', '?', '"', '”', '’', ')', ':', ';']);
    let small =
        words.iter().filter(|word| word.shape == Shape::Lower && !word.is(is::STOP | is::PARTICLE)).count();
    !ended && small * 4 <= words.len()
}

/// Where the label of a list item ends, 0 where there is none: Threat Assessment: Evaluating …
fn label(text: &str, words: &[Word]) -> usize {
    let colon = text.get(..text.len().min(80)).or_else(|| text.get(..text.floor_char_boundary(80)));
    let Some(colon) = colon.and_then(|head| head.find(": ")) else { return 0 };
    let inside = words.iter().take_while(|word| word.end <= colon);
    let titled = inside.clone().all(|word| word.shape != Shape::Lower || word.is(is::STOP | is::PARTICLE));
    if titled && inside.count() > 1 { colon } else { 0 }
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

    /// Where they stand, the longest first where one begins with another.
    fn find(&self, words: &[Word]) -> Vec<(Range<usize>, Mention, usize)> {
        let numbers: Vec<Option<u32>> =
            words.iter().map(|word| self.numbers.get(small(word.text).as_ref()).copied()).collect();
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(word) = words.get(at) {
            let here = match numbers.get(at..at + 2) {
                Some(&[Some(first), Some(second)]) => self.by_first.get(&(first, second)),
                _ => None,
            };
            let length = here.and_then(|all| {
                let stands = |phrase: &&Phrase| {
                    let end = at + phrase.words.len();
                    let run = numbers.get(at..end).unwrap_or_default().iter();
                    run.len() == phrase.words.len()
                        && run.zip(&phrase.words).all(|(number, wanted)| *number == Some(*wanted))
                        && words
                            .get(at + 1..end)
                            .unwrap_or_default()
                            .iter()
                            .all(|word| word.gap != Gap::Comma && !word.first)
                };
                all.iter().find(stands).map(|phrase| (phrase.words.len(), phrase.id))
            });
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
