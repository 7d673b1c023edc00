//! The mentions of a corpus, before it is known which are of the same.

use std::borrow::Cow;
use std::ops::Range;

use super::super::EntityKind;
use super::super::words::words;
use super::named::{Named, Names, Page};
use super::phrases::Phrases;
use crate::document::{Block, Corpus, Place};
use crate::hash::HashMap;
use crate::insight::acronyms::{Glossary, Initialism};
use crate::insight::findings::long;
use crate::insight::grammar::Grammar;
use crate::order::Arrange as _;

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
    names: &[&Vec<Names>],
) -> Vec<Raw> {
    let phrases = known_phrases(corpus, glossary, initialisms);
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

/// Names that the glossary knows to be one, though their capitals alone do not show it.
fn known_phrases(corpus: &Corpus, glossary: &Glossary, initialisms: &[Initialism]) -> Phrases {
    let defined = glossary.entries.iter().flat_map(|entry| &entry.defined).map(|defined| &defined.long);
    let derived = initialisms.iter().filter(|alias| alias.is_telling()).map(|alias| &alias.long);
    Phrases::new(defined.chain(derived).map(|place| (place.text(corpus), 0)))
}

/// The names in a block, with the phrases that stand there.
fn with_phrases<'n>(block: &Block, names: &'n Names, phrases: &Phrases) -> Cow<'n, [Named]> {
    let Names { named: names, words } = names;
    if !phrases.may_stand_among(words) {
        return names.into();
    }
    let page = Page::of(block);
    let here = phrases.find(&page.words, words).into_iter();
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
    found.arrange_by_key(|name| name.piece.start);
    found.extend(names.iter().filter(|name| name.reference).cloned());
    found.into()
}

/// Places where long names stand in small letters: "the Iraqi security forces", with what `long` gives for each. Where a
/// mention stands already there is none.
pub(super) fn echoes(
    corpus: &Corpus,
    raws: &[Raw],
    names: &[&Vec<Names>],
    long: &[(Place, usize)],
) -> Vec<(Raw, usize)> {
    let phrases = Phrases::new(long.iter().map(|(place, group)| (place.text(corpus), *group)));
    let mut taken: HashMap<(u32, u32), Vec<Range<usize>>> = HashMap::new();
    for raw in raws {
        taken.entry((raw.place.document, raw.place.block)).or_default().push(raw.place.range.clone());
    }
    let mut found = Vec::new();
    for (document, (article, names)) in (0u32..).zip(corpus.documents.iter().zip(names)) {
        for (block, (paragraph, names)) in (0u32..).zip(article.blocks.iter().zip(names.iter())) {
            let at = (document, block);
            if !phrases.may_stand_among(&names.words) {
                continue;
            }
            let words = words(&paragraph.text, &paragraph.sentences);
            for (_, mention, group) in phrases.find(&words, &names.words) {
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
