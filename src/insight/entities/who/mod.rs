//! Who is who in a corpus: people, bodies, places, agreements and events, each with all its names.
//!
//! Mentions are read document by document ([`reading`]), people are told apart by the parts of their names
//! ([`people`]), everything else by the words of the name without country and year ([`bodies`]), meetings by their
//! year as well ([`editions`]). What is unsure stays apart: one person twice is a smaller fault than two in one.

mod bodies;
mod editions;
mod named;
mod people;
mod phrases;
mod reading;
mod roles;

use super::EntityKind;
use crate::document::{Corpus, Place};
use crate::hash::HashSet;
use crate::insight::acronyms::{Glossary, Initialism, initialisms};
use crate::order::{Arrange as _, Map, Set};
pub(in crate::insight) use named::{Names, names};
use reading::Raw;

/// With how many others an entity is said to appear at most: those it appears with most often.
const MOST_COMPANIONS: usize = 12;

/// How many mentions are looked at for one place: a name in a title in front of a name, and room to spare.
const MOST_OVERLAPPING: usize = 16;

/// Everybody and everything that a corpus names.
///
/// ```
/// use briefing::document::Corpus;
/// use briefing::insight::Who;
///
/// assert!(Who::of(&Corpus::default()).entities.is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    /// Those that most documents name first, then those named most often, then by name.
    pub entities: Vec<Entity>,
    /// Every mention with the index of its entity, by document, block and beginning.
    places: Vec<(Place, u32)>,
}

/// One person, body, place, agreement or event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// What it is; never [`EntityKind::Other`].
    pub kind: EntityKind,
    /// Its fullest name where it is a person, else its most common one that is no acronym if it has one.
    pub name: Place,
    /// The first place of every way in which it is named, with and without title, the most common way first.
    pub aliases: Vec<Place>,
    /// The first place of every role that a title or an apposition gives a person, in the order of the corpus.
    pub roles: Vec<Place>,
    /// Where it is named, in the order of the corpus.
    pub mentions: Vec<EntityMention>,
    /// Documents that name it, ascending.
    pub documents: Vec<u32>,
    /// Others that stand in one sentence with it, as indices into [`Who::entities`], the most frequent first.
    pub with: Vec<u32>,
}

/// A place where an entity is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityMention {
    /// The name.
    pub place: Place,
    /// The name with what stands before it and says who or which: a title, a year, "inaugural"; the same as `place` where
    /// nothing does.
    pub whole: Place,
}

impl Who {
    /// Reads a corpus for names. The same corpus gives the same result.
    ///
    /// What headlines alone name is left out, for there every word may have a capital; so is what is neither person,
    /// body, place, agreement nor event as far as the documents tell.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        let glossary = Glossary::of(corpus);
        Self::with(corpus, &glossary, &initialisms(corpus, &glossary))
    }

    /// Like [`Who::of`], where glossary and initialisms of the same corpus are known already.
    #[must_use]
    pub fn with(corpus: &Corpus, glossary: &Glossary, initials: &[Initialism]) -> Self {
        let names: Vec<_> = corpus.documents.iter().map(names).collect();
        Self::of_names(corpus, glossary, initials, &names.iter().collect::<Vec<_>>())
    }

    /// Like [`Who::with`], where the [`names`] of each document are known already.
    pub(in crate::insight) fn of_names(
        corpus: &Corpus,
        glossary: &Glossary,
        initials: &[Initialism],
        names: &[&Vec<Names>],
    ) -> Self {
        let mut raws = reading::read(corpus, glossary, initials, names);
        let people = people::group(corpus, &mut raws);
        let taken: HashSet<usize> = people.iter().flatten().copied().collect();
        let mut bodies = bodies::group(corpus, &raws, &taken, glossary, initials);
        let long = bodies::long_names(corpus, &raws, &bodies);
        for (raw, group) in reading::echoes(corpus, &raws, names, &long) {
            if let Some((_, members)) = bodies.get_mut(group) {
                members.push(raws.len());
                raws.push(raw);
            }
        }
        let mut entities: Vec<(Entity, Vec<usize>)> = Vec::new();
        for group in people {
            entities.extend(entity(corpus, &raws, EntityKind::Person, group));
        }
        for (kind, group) in editions::part(corpus, &raws, bodies) {
            entities.extend(entity(corpus, &raws, kind, group));
        }
        let order = |entity: &Entity| {
            let documents = entity.documents.len();
            (std::cmp::Reverse((documents, entity.mentions.len())), entity.name.text(corpus).to_owned())
        };
        entities.arrange_by_key(|(entity, _)| order(entity));
        let companions = companions(&raws, &entities);
        let entities = entities.into_iter().zip(companions);
        let entities: Vec<Entity> = entities.map(|((entity, _), with)| Entity { with, ..entity }).collect();
        let mentions =
            (0..).zip(&entities).flat_map(|(index, entity)| entity.mentions.iter().map(move |m| (m, index)));
        let mut places: Vec<(Place, u32)> =
            mentions.map(|(mention, index)| (mention.whole.clone(), index)).collect();
        places.arrange_by_key(|(place, index)| (place.document, place.block, place.range.start, *index));
        Self { entities, places }
    }

    /// The entity that is named at a place: index into [`Who::entities`].
    ///
    /// Of several the one that covers most of the place with name and title, then the shortest: the minister in "U.S.
    /// Secretary of Defense Ada Berg", the country in "U.S.".
    #[must_use]
    pub fn at(&self, place: &Place) -> Option<u32> {
        let block = (place.document, place.block);
        let behind = self.places.partition_point(|(other, _)| {
            let of = (other.document, other.block);
            of < block || (of == block && other.range.start < place.range.end)
        });
        let before = self.places.get(..behind)?.iter().rev().take(MOST_OVERLAPPING);
        let here = before.take_while(|(other, _)| (other.document, other.block) == block);
        let covers = |other: &Place| {
            let (start, end) =
                (other.range.start.max(place.range.start), other.range.end.min(place.range.end));
            (end.saturating_sub(start), std::cmp::Reverse(other.range.len()))
        };
        let best = here.max_by_key(|(other, _)| covers(other))?;
        (covers(&best.0).0 > 0).then_some(best.1)
    }
}

/// Puts an entity together from its mentions; none where only headlines name it.
fn entity(
    corpus: &Corpus,
    raws: &[Raw],
    kind: EntityKind,
    group: Vec<usize>,
) -> Option<(Entity, Vec<usize>)> {
    let mut all: Vec<&Raw> = group.iter().filter_map(|&index| raws.get(index)).collect();
    all.arrange_by_key(|raw| (raw.place.document, raw.place.block, raw.place.range.start));
    if all.iter().all(|raw| raw.weak) {
        return None;
    }
    let mut counts: Map<&str, (usize, &Raw)> = Map::new();
    for raw in all.iter().filter(|raw| !raw.reference) {
        counts.entry(raw.place.text(corpus)).or_insert((0, raw)).0 += 1 + usize::from(!raw.weak);
    }
    let rank = |(text, (count, raw)): &(&&str, &(usize, &Raw))| {
        let words = text.split_whitespace().count();
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let shouting = !text.chars().any(char::is_lowercase);
        if kind == EntityKind::Person {
            (usize::from(!raw.weak), words, letters, *count)
        } else {
            (usize::from(!shouting && text.contains(char::is_uppercase)), *count, words, letters)
        }
    };
    let name = counts.iter().max_by_key(rank)?.1.1.place.clone();
    let mut aliases: Map<&str, (usize, Place)> = Map::new();
    let mut roles = Vec::new();
    let mut seen = HashSet::new();
    for raw in &all {
        for place in [&raw.place, &raw.whole] {
            aliases.entry(place.text(corpus)).or_insert_with(|| (0, place.clone())).0 += 1;
        }
        let role = raw.role.as_ref().filter(|_| kind == EntityKind::Person);
        if let Some(role) = role.filter(|role| seen.insert(role.text(corpus))) {
            roles.push(role.clone());
        }
        if let Some(last) = raw.surname.as_ref() {
            aliases.entry(last.text(corpus)).or_insert_with(|| (0, last.clone()));
        }
    }
    let mut aliases: Vec<(usize, Place)> = aliases.into_values().collect();
    aliases.arrange_by_key(|(count, place)| {
        (std::cmp::Reverse(*count), place.document, place.block, place.range.start)
    });
    let documents: Set<u32> = all.iter().map(|raw| raw.place.document).collect();
    let mentions =
        all.iter().map(|raw| EntityMention { place: raw.place.clone(), whole: raw.whole.clone() }).collect();
    let entity = Entity {
        kind,
        name,
        aliases: aliases.into_iter().map(|(_, place)| place).collect(),
        roles,
        mentions,
        documents: documents.into_iter().collect(),
        with: Vec::new(),
    };
    Some((entity, group))
}

/// For each entity those that stand in one sentence with it.
fn companions(raws: &[Raw], entities: &[(Entity, Vec<usize>)]) -> Vec<Vec<u32>> {
    let mut sentences: Map<(u32, u32, u32), Set<u32>> = Map::new();
    for (index, (_, group)) in entities.iter().enumerate() {
        for raw in group.iter().filter_map(|&raw| raws.get(raw)) {
            let at = (raw.place.document, raw.place.block, raw.sentence);
            sentences.entry(at).or_default().insert(index as u32);
        }
    }
    let mut counts: Vec<Map<u32, u32>> = vec![Map::new(); entities.len()];
    for together in sentences.values() {
        for &one in together {
            for &other in together.iter().filter(|&&other| other != one) {
                if let Some(counts) = counts.get_mut(one as usize) {
                    *counts.entry(other).or_default() += 1;
                }
            }
        }
    }
    let ranked = counts.into_iter().map(|counts| {
        let mut all: Vec<(u32, u32)> = counts.into_iter().collect();
        all.arrange_by_key(|&(other, count)| (std::cmp::Reverse(count), other));
        all.into_iter().take(MOST_COMPANIONS).map(|(other, _)| other).collect()
    });
    ranked.collect()
}

#[cfg(test)]
mod tests;
