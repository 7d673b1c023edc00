//! Which pieces of a page are its article.
//!
//! Running text (sentences, mostly outside of links) is weighed for every element. Where an element says that it holds
//! the article (`<article>`, `<main>`) and it holds at least half of the running text, it is believed; elsewhere the
//! article is the innermost element that still holds most. It begins with the page's heading, which often stands outside.

use super::asides;
use super::pieces::{Piece, Pieces};
use crate::ingest::form::ends_sentence;
use crate::ingest::unit::Mark;

/// What was chosen.
#[derive(Debug, Default)]
pub(super) struct Chosen<'p> {
    /// For each piece, whether it is kept.
    pub(super) keep: Vec<bool>,
    /// The heading that the article begins with.
    pub(super) title: Option<&'p str>,
    /// Whether there is running text in it.
    pub(super) running: bool,
}

/// Share of the running text from which an element that says so holds the article.
const BELIEVED: f64 = 0.5;

/// Share of its parent's running text from which an element holds the article.
const MOST: f64 = 0.7;

/// The same for an element that holds the page's heading, too.
const MOST_WITH_HEADING: f64 = 0.4;

/// Share of links from which a block leads elsewhere.
const LINKS: f64 = 0.6;

/// A line of so many characters is running text even without a full stop; a shorter one with it is a sentence.
const LONG: usize = 120;
const SENTENCE: usize = 25;

/// Chooses the article.
pub(super) fn choose(pieces: &Pieces) -> Chosen<'_> {
    let list = &pieces.list;
    let weights = Weights::of(pieces);
    let root = weights.root(pieces);
    let held = held(pieces, root);
    let shown = |i: usize| list.get(i).is_some_and(|piece| !piece.furniture);
    let within = |i: usize| list.get(i).is_some_and(|piece| held.get(piece.element) == Some(&true));
    let Some(first) = (0..list.len()).find(|&i| within(i) && shown(i)) else { return Chosen::default() };
    let last = (first..list.len()).rfind(|&i| within(i) && shown(i)).unwrap_or(first);
    // Running text right behind the article and beside it is its correction, its note.
    let beside = pieces.elements.get(root).map(|element| self::held(pieces, element.parent));
    let is_beside = |i: &usize| {
        list.get(*i).is_some_and(|piece| {
            is_running(piece) && beside.as_ref().is_some_and(|held| held.get(piece.element) == Some(&true))
        })
    };
    let end = (last + 1..list.len()).take_while(is_beside).last().unwrap_or(last);
    let prose = (first..=last).find(|&i| within(i) && list.get(i).is_some_and(is_running)).unwrap_or(first);
    let level = |i: usize| list.get(i).filter(|piece| !piece.furniture).and_then(heading_level);
    let heading = (0..=prose)
        .rfind(|&i| level(i) == Some(1))
        .or_else(|| (first..=last).find(|&i| level(i) == Some(1)))
        .or_else(|| (0..=prose).rfind(|&i| level(i).is_some()));
    let start = heading.unwrap_or(first).min(prose);
    let mut keep: Vec<bool> = list
        .iter()
        .enumerate()
        .map(|(i, piece)| {
            let placed = (start..=end).contains(&i) && (i <= prose || i > last || within(i))
                || within(i) && i < start && piece.mark == Mark::Caption;
            shown(i) && placed && !leads_elsewhere(piece)
        })
        .collect();
    if let Some(slot) = heading.and_then(|i| keep.get_mut(i)) {
        *slot = true;
    }
    asides::drop(pieces, &mut keep, start, prose, is_running);
    drop_empty_headings(list, &mut keep, start);
    let title = heading.and_then(|i| list.get(i)).map(|piece| piece.text.as_str());
    let running = list.iter().zip(&keep).any(|(piece, keep)| *keep && is_running(piece));
    Chosen { keep, title, running }
}

fn heading_level(piece: &Piece) -> Option<u8> {
    match piece.mark {
        Mark::Heading(level) => Some(level),
        _ => None,
    }
}

fn leads_elsewhere(piece: &Piece) -> bool {
    piece.linked as f64 >= LINKS * piece.text.len() as f64 && !matches!(piece.mark, Mark::Row(2..))
}

fn is_running(piece: &Piece) -> bool {
    let long = piece.text.chars().take(LONG).count();
    !piece.furniture
        && !matches!(piece.mark, Mark::Heading(_) | Mark::Caption)
        && (piece.linked as f64) < LINKS * piece.text.len() as f64
        && (long == LONG || long >= SENTENCE && ends_sentence(&piece.text))
}

/// A heading under which nothing was left goes with what stood there.
fn drop_empty_headings(list: &[Piece], keep: &mut [bool], start: usize) {
    let (mut under, mut dropped) = (None, false);
    for (i, piece) in list.iter().enumerate().rev() {
        if keep.get(i) != Some(&true) {
            dropped |= !piece.text.is_empty();
            continue;
        }
        if let Some(level) = heading_level(piece)
            && i > start
            && dropped
            && under.is_none_or(|under| under <= level)
            && let Some(slot) = keep.get_mut(i)
        {
            *slot = false;
            continue;
        }
        // Text is deeper than any heading.
        under = Some(heading_level(piece).unwrap_or(u8::MAX));
        dropped = false;
    }
}

/// Characters and blocks of running text in every element.
struct Weights {
    characters: Vec<usize>,
    blocks: Vec<usize>,
}

impl Weights {
    fn of(pieces: &Pieces) -> Self {
        let count = pieces.elements.len();
        let mut weights = Self { characters: vec![0; count], blocks: vec![0; count] };
        for piece in pieces.list.iter().filter(|piece| is_running(piece)) {
            weights.add(piece.element, piece.text.chars().count(), 1);
        }
        // Every element stands after its parent.
        for (index, element) in pieces.elements.iter().enumerate().rev().filter(|(i, e)| e.parent != *i) {
            weights.add(element.parent, weights.at(index), weights.blocks.get(index).copied().unwrap_or(0));
        }
        weights
    }

    fn add(&mut self, element: usize, characters: usize, blocks: usize) {
        if let (Some(c), Some(b)) = (self.characters.get_mut(element), self.blocks.get_mut(element)) {
            *c += characters;
            *b += blocks;
        }
    }

    fn at(&self, element: usize) -> usize {
        self.characters.get(element).copied().unwrap_or(0)
    }

    /// The element that holds the article.
    fn root(&self, pieces: &Pieces) -> usize {
        let all = self.at(0) as f64;
        // The only <article> with the page's heading is believed however short it is.
        let mut headed = pieces
            .elements
            .iter()
            .enumerate()
            .filter(|(i, element)| element.exact && element.headed && self.at(*i) > 0);
        if let (Some((only, _)), None) = (headed.next(), headed.next()) {
            return only;
        }
        let mut root = 0;
        let mut settled = false;
        for (index, _) in pieces.elements.iter().enumerate().filter(|(_, element)| element.article) {
            let share = if settled { MOST * self.at(root) as f64 } else { BELIEVED * all };
            if self.at(index) > 0 && self.at(index) as f64 >= share {
                (root, settled) = (index, true);
            }
        }
        if settled && pieces.elements.get(root).is_some_and(|element| element.exact) {
            return root;
        }
        // Children stand after their parents: one way down, in one pass.
        for (index, element) in pieces.elements.iter().enumerate() {
            let least = if element.core { MOST_WITH_HEADING } else { MOST };
            let holds = self.at(index) as f64 >= least * self.at(root) as f64;
            if element.parent == root
                && index != root
                && holds
                && self.blocks.get(index).is_some_and(|&blocks| blocks > 1)
            {
                root = index;
            }
        }
        root
    }
}

/// For each element, whether it is the root or stands in it.
fn held(pieces: &Pieces, root: usize) -> Vec<bool> {
    let mut held: Vec<bool> = Vec::with_capacity(pieces.elements.len());
    for (index, element) in pieces.elements.iter().enumerate() {
        held.push(index == root || held.get(element.parent) == Some(&true));
    }
    held
}
