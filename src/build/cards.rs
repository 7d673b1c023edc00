//! The cards: from what was found in a corpus to the shapes that readers see.

use std::cmp::Reverse;

use serde::Serialize;

use super::citation::Citer;
use crate::api;
use crate::document::{Corpus, Place, SentenceRef};
use crate::hash::HashMap;
use crate::insight::differences::{Difference, DifferenceKind, Passage};
use crate::insight::quotes::{BlockSpan, Quote, Speech};
use crate::insight::timeline::Event;
use crate::insight::{self, Entity, EntityKind, GlossaryEntry, Insight, KeyPoint};
use crate::order::{Arrange as _, Map, Set};
use crate::pack::cards as section;
use crate::pack::tree::Tree;

/// Most items of a card. A story has far fewer; of thousands of articles nobody reads more, and the pack stays within a third
/// more than its text.
const MOST: usize = 500;
/// Most mentions that an entity cites.
const MENTIONS: usize = 50;

/// Numbers of the items that weigh most, the first of equals, in their own order.
fn weightiest<K: Ord>(count: usize, weight: impl Fn(usize) -> K) -> Vec<usize> {
    let mut all: Vec<usize> = (0..count).collect();
    all.arrange_by_key(|&number| Reverse(weight(number)));
    all.truncate(MOST);
    all.sort_unstable();
    all
}

/// Identifiers of entities, events and differences by their numbers.
fn entity_id(number: u32) -> String {
    format!("e{}", number + 1)
}
fn event_id(number: usize) -> String {
    format!("t{}", number + 1)
}
fn difference_id(number: usize) -> String {
    format!("d{}", number + 1)
}

/// The cards section of a corpus, see [`crate::pack::cards`].
pub(super) fn section(corpus: &Corpus, insight: &Insight) -> Vec<u8> {
    let cards = Cards::new(corpus, insight);
    let mut tree = Tree::new(&corpus.documents);
    let mut points: Vec<&KeyPoint> = insight.briefs.iter().flat_map(|brief| &brief.points).collect();
    points.arrange_by_key(|point| point.sentence);
    points.dedup_by_key(|point| point.sentence);
    // In the order that the section prescribes.
    let mut values = vec![
        tree.encode(&cards.who()),
        tree.encode(&cards.timeline()),
        tree.encode(&cards.quotes()),
        tree.encode(&cards.differences()),
        tree.encode(&cards.glossary()),
        tree.encode(&cards.briefs(&points)),
        tree.encode(&cards.entities()),
        tree.encode(&cards.warnings()),
    ];
    values.extend((0..corpus.documents.len()).map(|document| tree.encode(&cards.article(document))));
    values.extend(points.iter().map(|point| tree.encode(&cards.key_point(point))));
    section::encode(&tree.shapes(), &values)
}

/// An overview of so many words, by the numbers of its key points.
#[derive(Serialize)]
struct Brief {
    words: u32,
    points: Vec<usize>,
}

/// A name and the numbers of the documents that have it.
#[derive(Serialize)]
struct Named<'c> {
    name: &'c str,
    documents: Set<u32>,
}

/// A sentence that takes part in a difference.
#[derive(Serialize)]
struct Warning {
    difference: String,
    document: u32,
    block: u32,
    sentence: u32,
}

/// Makes the cards of one corpus.
struct Cards<'c> {
    corpus: &'c Corpus,
    insight: &'c Insight,
    cite: Citer<'c>,
    /// For each document the entities that it names, with how often.
    named: Vec<Vec<(Reverse<usize>, u32)>>,
    /// For each document the events that it tells, in the order of time.
    told: Vec<Vec<usize>>,
    /// The events of the timeline card.
    events: Vec<usize>,
    /// The sentences that take part in differences, with the numbers of these.
    parting: Map<SentenceRef, Set<usize>>,
}

impl<'c> Cards<'c> {
    fn new(corpus: &'c Corpus, insight: &'c Insight) -> Self {
        let mut named = vec![Vec::new(); corpus.documents.len()];
        // Those that most documents name stand first.
        for (number, entity) in (0..).zip(insight.who.entities.iter().take(MOST)) {
            for mentions in entity.mentions.chunk_by(|a, b| a.place.document == b.place.document) {
                let here = mentions.first().and_then(|first| named.get_mut(first.place.document as usize));
                here.into_iter().for_each(|here| here.push((Reverse(mentions.len()), number)));
            }
        }
        named.iter_mut().for_each(|here| here.arrange());
        let mut told = vec![Vec::new(); corpus.documents.len()];
        let documents: Vec<Vec<u32>> = insight.timeline.iter().map(Event::documents).collect();
        let events = weightiest(documents.len(), |number| documents[number].len());
        for &number in &events {
            for &document in &documents[number] {
                told[document as usize].push(number);
            }
        }
        let differences = insight.differences.iter().take(MOST).enumerate();
        let mut parting: Map<SentenceRef, Set<usize>> = Map::new();
        for (number, found) in differences {
            parting_in(found).for_each(|at| {
                parting.entry(at).or_default().insert(number);
            });
        }
        Self { corpus, insight, cite: Citer(corpus), named, told, events, parting }
    }

    fn briefs(&self, points: &[&KeyPoint]) -> Vec<Brief> {
        let number = |point: &KeyPoint| points.partition_point(|other| other.sentence < point.sentence);
        let brief = |brief: &insight::Brief| Brief {
            words: brief.words,
            points: brief.points.iter().map(number).collect(),
        };
        self.insight.briefs.iter().map(brief).collect()
    }

    /// Every name once: two meetings may share one.
    fn entities(&self) -> Vec<Named<'c>> {
        let mut all: Vec<Named<'c>> = Vec::new();
        let mut numbers: HashMap<&str, usize> = HashMap::new();
        for entity in self.insight.who.entities.iter().take(MOST) {
            let name = entity.name.text(self.corpus);
            let number = *numbers.entry(name).or_insert(all.len());
            if number == all.len() {
                all.push(Named { name, documents: Set::new() });
            }
            all[number].documents.extend(entity.documents.iter().copied());
        }
        all
    }

    fn warnings(&self) -> Vec<Warning> {
        let warning = |at: SentenceRef, number| Warning {
            difference: difference_id(number),
            document: at.document,
            block: at.block,
            sentence: at.sentence,
        };
        let of_sentence = |(&at, numbers): (_, &Set<usize>)| {
            numbers.iter().map(|&number| warning(at, number)).collect::<Vec<_>>()
        };
        self.parting.iter().flat_map(of_sentence).collect()
    }

    /// Differences in which one of the sentences takes part.
    fn warned(&self, sentences: impl IntoIterator<Item = SentenceRef>) -> Vec<String> {
        let found = sentences.into_iter().filter_map(|at| self.parting.get(&at)).flatten();
        let numbers: Set<usize> = found.copied().collect();
        numbers.into_iter().map(difference_id).collect()
    }

    fn who(&self) -> api::Who<'c> {
        let all = &self.insight.who.entities;
        let entries = (0..).zip(all).take(MOST).map(|(number, entity)| self.entity(number, entity));
        api::Who { entries: entries.collect(), total: all.len() as u32 }
    }

    fn entity(&self, number: u32, entity: &'c Entity) -> api::Entity<'c> {
        let name = entity.name.text(self.corpus);
        let aliases = entity.aliases.iter().map(|place| place.text(self.corpus));
        api::Entity {
            id: entity_id(number),
            name,
            kind: match entity.kind {
                EntityKind::Person => api::EntityType::Person,
                EntityKind::Place => api::EntityType::Place,
                EntityKind::Agreement => api::EntityType::Agreement,
                EntityKind::Event => api::EntityType::Event,
                EntityKind::Organisation | EntityKind::Other => api::EntityType::Organisation,
            },
            aliases: aliases.filter(|&alias| alias != name).collect(),
            roles: self.places(&entity.roles),
            mentions: entity
                .mentions
                .iter()
                .take(MENTIONS)
                .map(|mention| self.cite.place(&mention.place))
                .collect(),
            documents: self.cite.ids(&entity.documents),
            with: entity
                .with
                .iter()
                .filter(|&&with| (with as usize) < MOST)
                .map(|&with| entity_id(with))
                .collect(),
        }
    }

    fn places(&self, places: &[Place]) -> Vec<api::Span<'c>> {
        places.iter().map(|place| self.cite.place(place)).collect()
    }

    fn sentences(&self, sentences: &[SentenceRef]) -> Vec<api::Span<'c>> {
        sentences.iter().map(|&at| self.cite.sentence(at)).collect()
    }

    fn timeline(&self) -> api::Timeline<'c> {
        let all = &self.insight.timeline;
        let events = self.events.iter().map(|&number| self.event(number, &all[number]));
        api::Timeline { events: events.collect(), total: all.len() as u32 }
    }

    fn event(&self, number: usize, event: &Event) -> api::Event<'c> {
        let at = event.sentence;
        api::Event {
            id: event_id(number),
            date: event.to_string(),
            basis: event.basis,
            label: event.label.clone().map(|bytes| self.cite.span(at.document, at.block, bytes)),
            span: self.cite.sentence(at),
            mark: self.cite.range(at, &event.mention),
            support: self.sentences(&event.support),
            documents: self.cite.ids(&event.documents()),
            warnings: self.warned(event.support.iter().copied().chain([at])),
        }
    }

    fn quotes(&self) -> api::Quotes<'c> {
        let all = (0..).zip(&self.insight.quotes);
        let all: Vec<(u32, &Quote<BlockSpan>)> =
            all.flat_map(|(document, quotes)| quotes.iter().map(move |quote| (document, quote))).collect();
        let weight = |number: usize| {
            let quote: &Quote<BlockSpan> = all[number].1;
            (quote.speech == Speech::Direct, quote.speaker.is_some())
        };
        let quotes =
            weightiest(all.len(), weight).into_iter().map(|number| self.quote(all[number].0, all[number].1));
        api::Quotes { quotes: quotes.collect(), total: all.len() as u32 }
    }

    fn quote(&self, document: u32, quote: &Quote<BlockSpan>) -> api::Quote<'c> {
        let cite = |span: &BlockSpan| self.cite.span(document, span.block, span.range.clone());
        let speaker = quote.speaker.as_ref();
        let entity = speaker.and_then(|span| {
            self.insight.who.at(&Place { document, block: span.block, range: span.range.clone() })
        });
        api::Quote {
            speech: quote.speech,
            span: cite(&quote.span),
            speaker: speaker.map(|span| cite(span).text),
            entity: entity.map(entity_id),
            role: quote.role.as_ref().map(cite),
            cue: quote.cue.as_ref().map(cite),
            warnings: self.warned(self.cite.sentences(document, quote.span.block, &quote.span.range)),
        }
    }

    fn differences(&self) -> api::Differences<'c> {
        let all = &self.insight.differences;
        let differences =
            all.iter().enumerate().take(MOST).map(|(number, found)| self.difference(number, found));
        api::Differences { differences: differences.collect(), total: all.len() as u32 }
    }

    fn difference(&self, number: usize, found: &Difference) -> api::Difference<'c> {
        let marks =
            |passage: &Passage| passage.marks.iter().map(|mark| self.cite.range(passage.at, mark)).collect();
        api::Difference {
            id: difference_id(number),
            kind: found.kind,
            severity: found.severity,
            a: self.cite.sentence(found.a.at),
            b: found.b.as_ref().map(|passage| self.cite.sentence(passage.at)),
            marks_a: marks(&found.a),
            marks_b: found.b.as_ref().map(marks).unwrap_or_default(),
        }
    }

    fn glossary(&self) -> api::Glossary<'c> {
        let all = &self.insight.glossary.entries;
        let entries = weightiest(all.len(), |number| all[number].documents.len());
        let entries = entries.into_iter().map(|number| self.acronym(&all[number]));
        api::Glossary { entries: entries.collect(), total: all.len() as u32 }
    }

    fn acronym(&self, entry: &'c GlossaryEntry) -> api::GlossaryEntry<'c> {
        let variants = entry.variants.iter().map(String::as_str);
        let defined = entry.defined.iter().map(|defined| {
            let (short, long) = (&defined.short.range, &defined.long.range);
            let (first, last) = (short.start.min(long.start), short.end.max(long.end));
            let (document, block) = (defined.long.document, defined.long.block);
            // The bracket that opens between the two closes behind them.
            let closed = self.cite.span(document, block, first..last + 1);
            if closed.text.ends_with([')', ']']) {
                closed
            } else {
                self.cite.span(document, block, first..last)
            }
        });
        api::GlossaryEntry {
            short: &entry.short,
            variants: variants.filter(|&variant| variant != entry.short).collect(),
            long: entry.long.as_ref().map(|place| place.text(self.corpus)),
            defined_at: defined.collect(),
            documents: self.cite.ids(&entry.documents),
            undefined_in: self.cite.ids(&entry.undefined),
        }
    }

    fn article(&self, at: usize) -> api::ArticleParts<'c> {
        let of = |all: &'c [Vec<SentenceRef>]| all.get(at).map(Vec::as_slice).unwrap_or_default();
        let (summary, only_here) = (of(&self.insight.summaries), of(&self.insight.only_here));
        api::ArticleParts {
            summary: self.sentences(summary),
            only_here: self.sentences(only_here),
            entities: self
                .named
                .get(at)
                .into_iter()
                .flatten()
                .map(|&(_, number)| entity_id(number))
                .collect(),
            events: self.told.get(at).into_iter().flatten().map(|&number| event_id(number)).collect(),
            warnings: self.warned(summary.iter().chain(only_here).copied()),
        }
    }

    fn key_point(&self, point: &KeyPoint) -> api::KeyPoint<'c> {
        let all: Vec<SentenceRef> =
            std::iter::once(point.sentence).chain(point.support.iter().copied()).collect();
        let outlets: Set<&str> = all.iter().map(|at| self.outlet(at.document)).collect();
        let origins: Set<&u32> =
            all.iter().filter_map(|at| self.insight.origins.of.get(at.document as usize)).collect();
        api::KeyPoint {
            span: self.cite.sentence(point.sentence),
            support: self.sentences(&point.support),
            outlets: outlets.len() as u32,
            origins: origins.len() as u32,
            warnings: self.warned(all),
        }
    }

    /// A document that names no outlet is counted as one of its own.
    fn outlet(&self, document: u32) -> &'c str {
        let source =
            self.corpus.documents.get(document as usize).and_then(|article| article.source.as_deref());
        source.unwrap_or(self.cite.id(document))
    }
}

/// The sentences that part in a difference: of an omission only the one that has what the other leaves out.
fn parting_in(found: &Difference) -> impl Iterator<Item = SentenceRef> + '_ {
    let other = found.b.as_ref().filter(|_| found.kind != DifferenceKind::Omission);
    std::iter::once(&found.a).chain(other).map(|passage| passage.at)
}

#[cfg(all(test, feature = "ingest"))]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::Briefing;
    use crate::api::{CardKind, OverviewOptions};

    /// What the engine gives is what the build made, member by member.
    #[test]
    fn cards_survive_the_pack() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
        let corpus = crate::ingest::read(&[folder]).unwrap().corpus;
        let insight = Insight::of(&corpus);
        let cards = Cards::new(&corpus, &insight);
        let briefing = Briefing::open(crate::build(&corpus).unwrap()).unwrap();
        let same = |read: api::Value<'_>, made: serde_json::Result<serde_json::Value>| {
            assert_eq!(serde_json::to_value(read).unwrap(), made.unwrap());
        };
        same(briefing.card(CardKind::Who).unwrap(), serde_json::to_value(cards.who()));
        same(briefing.card(CardKind::Timeline).unwrap(), serde_json::to_value(cards.timeline()));
        same(briefing.card(CardKind::Quotes).unwrap(), serde_json::to_value(cards.quotes()));
        same(briefing.card(CardKind::Differences).unwrap(), serde_json::to_value(cards.differences()));
        same(briefing.card(CardKind::Glossary).unwrap(), serde_json::to_value(cards.glossary()));
        let overview = serde_json::to_value(briefing.overview(&OverviewOptions::default()).unwrap()).unwrap();
        let points: Vec<_> = insight.key_points.iter().map(|point| cards.key_point(point)).collect();
        assert_eq!(overview["keyPoints"], serde_json::to_value(points).unwrap());
        for (at, document) in corpus.documents.iter().enumerate() {
            let read = serde_json::to_value(briefing.article(&document.id).unwrap()).unwrap();
            for (name, member) in serde_json::to_value(cards.article(at)).unwrap().as_object().unwrap() {
                assert_eq!(&read[name], member);
            }
        }
    }
}
