//! The names in one article, with what the words around each tell of it.

use std::ops::Range;

use super::super::lexicon::{country, is};
use super::super::words::{Gap, Shape, Word, spellings, words};
use super::super::{EntityKind, Known, Mention, kind, pieces, quoted};
use super::phrases::hash;
use super::roles;
use crate::document::{Block, BlockKind, Document};
use crate::insight::findings::short;
use crate::insight::grammar::Grammar;
use crate::insight::quotes::persons;
use crate::text::is_speech_verb;

/// A name, in bytes of its block.
#[derive(Clone, Debug)]
pub(in crate::insight) struct Named {
    /// Its words, by number in the block; none in other languages than English.
    pub piece: Range<u32>,
    pub range: Range<u32>,
    /// Where it begins with the title or the date before it.
    pub start: u32,
    pub kind: EntityKind,
    /// Index of the sentence in its block.
    pub sentence: u32,
    /// Mr, Ms … before the name.
    pub address: Option<&'static str>,
    /// "The" stands before the name.
    pub articled: bool,
    /// The role that a title or an apposition gives.
    pub role: Option<Range<u32>>,
    /// In a headline, a cell, the label of a list item.
    pub weak: bool,
    /// "The secretary": no name.
    pub reference: bool,
    /// What stands around it tells a person: a title, a verb of speech, an age.
    pub personal: bool,
    /// Stands behind "in" and the like.
    pub local: bool,
}

impl Named {
    fn plain(block: &Block, piece: Range<u32>, range: &Range<usize>, kind: EntityKind) -> Self {
        let sentence = block.sentences.partition_point(|sentence| sentence.end <= range.start);
        let range = short(range);
        Self {
            piece,
            start: range.start,
            range,
            kind,
            sentence: sentence as u32,
            address: None,
            articled: false,
            role: None,
            weak: false,
            reference: false,
            personal: false,
            local: false,
        }
    }
}

/// What is found of names in a block.
#[derive(Debug)]
pub(in crate::insight) struct Names {
    /// The names in order, and behind them the references to persons named before.
    pub named: Vec<Named>,
    /// A [`hash`] of each of its words.
    pub words: Box<[u32]>,
}

/// Everyday bodies of a country, written small: the Iraqi government.
const STATE_BODIES: [&str; 9] =
    ["government", "parliament", "army", "navy", "police", "cabinet", "senate", "judiciary", "congress"];

/// The names in each block of an article, by what the article tells of its words.
pub(in crate::insight) fn names(article: &Document) -> Vec<Names> {
    let grammar = Grammar::of(article);
    if grammar != Grammar::English {
        return article.blocks.iter().map(|block| others(block, grammar)).collect();
    }
    let mut known = Known::default();
    article.blocks.iter().for_each(|block| known.learn(&block.text));
    article.blocks.iter().map(|block| Page::of(block).names(&known)).collect()
}

/// The names in a block in another language: of persons, where it is one whose names are known.
fn others(block: &Block, grammar: Grammar) -> Names {
    let persons = persons(grammar, &block.text).into_iter();
    let named = persons.map(|person| Named {
        start: person.role.as_ref().map_or(person.name.start, |role| role.start) as u32,
        role: person.role.as_ref().map(short),
        personal: true,
        weak: block.kind == BlockKind::Heading,
        ..Named::plain(block, 0..0, &person.name, EntityKind::Person)
    });
    Names { named: named.collect(), words: spellings(&block.text).map(hash).collect() }
}

/// A block in words.
pub(super) struct Page<'b> {
    block: &'b Block,
    pub words: Vec<Word<'b>>,
    headline: bool,
    /// Where its label ends.
    label: usize,
}

impl<'b> Page<'b> {
    pub fn of(block: &'b Block) -> Self {
        let text = block.text.as_str();
        let words = words(text, &block.sentences);
        Self { block, headline: is_headline(block, &words), label: label(text, &words), words }
    }

    fn names(&self, known: &Known) -> Names {
        let (text, words) = (self.block.text.as_str(), &self.words);
        let pieces = pieces(words, known, &quoted::titles(text, words)).into_iter();
        let pieces = pieces.map(|(piece, mention)| with_body(words, piece, mention));
        let mut all: Vec<Named> = pieces.map(|(piece, mention)| self.named(piece, mention)).collect();
        debug_assert!(all.is_sorted_by(|a, b| a.range.end <= b.range.start), "names stand apart");
        all.extend(roles::references(words).iter().map(|range| Named {
            weak: self.headline,
            reference: true,
            ..Named::plain(self.block, 0..0, range, EntityKind::Person)
        }));
        all.shrink_to_fit();
        Names { named: all, words: words.iter().map(|word| hash(word.text)).collect() }
    }

    /// A name that some of the words are, with what stands around it.
    pub fn named(&self, piece: Range<usize>, mention: Mention) -> Named {
        let words = self.words.as_slice();
        let title = if matches!(mention.kind, EntityKind::Person | EntityKind::Other) {
            roles::title(words, piece.start)
        } else {
            None
        };
        let apposition = roles::apposition(&self.block.text, words, piece.end);
        let dated =
            matches!(mention.kind, EntityKind::Agreement | EntityKind::Event | EntityKind::Organisation);
        let edition = if dated { roles::edition(words, piece.start) } else { None };
        let start = title.as_ref().map(|title| title.start).or(edition).unwrap_or(mention.range.start);
        let before = piece.start.checked_sub(1).and_then(|at| words.get(at));
        Named {
            start: start as u32,
            address: title.as_ref().and_then(|title| title.address),
            personal: title.is_some() || speaks(words, &piece) || is_aged(words, piece.end),
            role: title.and_then(|title| title.role).or(apposition).as_ref().map(short),
            articled: before.is_some_and(|word| word.text.eq_ignore_ascii_case("the")),
            weak: self.headline || mention.range.end <= self.label,
            local: before.is_some_and(|word| {
                matches!(word.text, "in" | "near" | "at" | "from" | "across" | "outside")
            }),
            ..Named::plain(self.block, short(&piece), &mention.range, mention.kind)
        }
    }
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
