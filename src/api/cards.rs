//! The shapes of the cards. A build makes them; see [`Value`](super::Value) for how they leave the engine.
//!
//! `'a` is the life of the text that spans are taken from. Identifiers of entities, events and differences hold within
//! one pack.

use serde::{Deserialize, Serialize};

use super::{Range, Span};

/// Declares a shape that serializes in camelCase and has a TypeScript declaration.
macro_rules! shape {
    ($($item:item)+) => {$(
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        #[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
        #[serde(rename_all = "camelCase")]
        $item
    )+};
}
/// Declares a name out of a few.
macro_rules! names {
    ($($item:item)+) => {$(
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
        #[serde(rename_all = "lowercase")]
        $item
    )+};
}

shape! {
    /// One key point of the overview.
    pub struct KeyPoint<'a> {
        /// The sentence.
        pub span: Span<'a>,
        /// Sentences of other documents that say the same.
        pub support: Vec<Span<'a>>,
        /// Outlets that say it, this one included. A document that names no outlet is counted as one of its own.
        pub outlets: u32,
        /// Independent texts that say it, this one included.
        pub origins: u32,
        /// Differences in which one of its sentences takes part: [`Difference::id`].
        pub warnings: Vec<String>,
    }

    /// Card: what the briefing says, in its most telling sentences.
    #[serde(tag = "kind", rename = "overview")]
    pub struct Overview<'a> {
        /// Title of the briefing.
        pub title: &'a str,
        /// Number of documents.
        pub documents: u32,
        /// Number of independent texts.
        pub origins: u32,
        /// Most widely reported first.
        pub key_points: Vec<KeyPoint<'a>>,
    }
}

/// A card of the whole briefing, other than the overview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardKind {
    /// [`Who`].
    Who,
    /// [`Timeline`].
    Timeline,
    /// [`Quotes`].
    Quotes,
    /// [`Differences`].
    Differences,
    /// [`Glossary`].
    Glossary,
}

impl CardKind {
    /// All of them, in the order in which they stand in a pack.
    pub const ALL: [Self; 5] = [Self::Who, Self::Timeline, Self::Quotes, Self::Differences, Self::Glossary];
}

/// How long the overview may be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "wasm", derive(tsify::Tsify))]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct OverviewOptions {
    /// Most words of all key points together, up to 500; 250 unless told.
    pub words: Option<u32>,
}

shape! {
    /// What the card of an article (`"kind": "article"`) has besides what the article says about itself
    /// ([`Source`](super::Source)), in the same object.
    pub struct ArticleParts<'a> {
        /// Sentences that sum it up, in their order in the text.
        pub summary: Vec<Span<'a>>,
        /// What no other independent text says, in the order of the text; empty where no other is about the same.
        pub only_here: Vec<Span<'a>>,
        /// Who and what it names, those named most often first: [`Entity::id`].
        pub entities: Vec<String>,
        /// What it tells of the timeline, in the order of time: [`Event::id`].
        pub events: Vec<String>,
        /// Differences in which a sentence shown here takes part: [`Difference::id`].
        pub warnings: Vec<String>,
    }

    /// Card: who and what the articles name, those that most documents name first.
    #[serde(tag = "kind", rename = "who")]
    pub struct Who<'a> {
        /// People, bodies, places, agreements, events.
        pub entries: Vec<Entity<'a>>,
        /// How many entities the documents have; the card has the 500 weightiest.
        pub total: u32,
    }

    /// One person, body, place, agreement or event.
    pub struct Entity<'a> {
        /// Identifier.
        pub id: String,
        /// Its fullest name where it is a person, else its most common one that is no acronym if it has one.
        pub name: &'a str,
        /// What it is.
        #[serde(rename = "type")]
        pub kind: EntityType,
        /// Every other way in which it is named, the most common first.
        pub aliases: Vec<&'a str>,
        /// The first place of every role that a title or an apposition gives a person.
        pub roles: Vec<Span<'a>>,
        /// Where it is named, in the order of the documents: the first 50 places.
        pub mentions: Vec<Span<'a>>,
        /// Documents that name it.
        pub documents: Vec<&'a str>,
        /// Others that stand in one sentence with it, the most frequent first: [`Entity::id`].
        pub with: Vec<String>,
    }

    /// Card: what happened when, in the order of time.
    #[serde(tag = "kind", rename = "timeline")]
    pub struct Timeline<'a> {
        /// The dated events.
        pub events: Vec<Event<'a>>,
        /// How many events the documents have; the card has the 500 weightiest.
        pub total: u32,
    }

    /// Something that the documents date.
    pub struct Event<'a> {
        /// Identifier.
        pub id: String,
        /// `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or two of them as `start/end`.
        pub date: String,
        /// Whether any document writes the date out.
        pub basis: Basis,
        /// Its name in the sentence, where it has one.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "wasm", tsify(optional))]
        pub label: Option<Span<'a>>,
        /// The sentence that tells it best.
        pub span: Span<'a>,
        /// The words of that sentence that date it.
        pub mark: Range,
        /// Other sentences that tell it.
        pub support: Vec<Span<'a>>,
        /// Documents that tell it.
        pub documents: Vec<&'a str>,
        /// Differences in which one of its sentences takes part: [`Difference::id`].
        pub warnings: Vec<String>,
    }

    /// Card: in whose words.
    #[serde(tag = "kind", rename = "quotes")]
    pub struct Quotes<'a> {
        /// What is said, in the order of the documents.
        pub quotes: Vec<Quote<'a>>,
        /// How many quotes the documents have; the card has the 500 weightiest.
        pub total: u32,
    }

    /// Something that somebody says.
    pub struct Quote<'a> {
        /// Whether the words themselves are given.
        pub speech: Speech,
        /// What is said, without quotation marks.
        pub span: Span<'a>,
        /// Who says it; `null` where the text does not surely tell.
        pub speaker: Option<&'a str>,
        /// The speaker in the who card: [`Entity::id`].
        pub entity: Option<String>,
        /// What the text says that he is.
        pub role: Option<Span<'a>>,
        /// The words that tell that somebody speaks.
        pub cue: Option<Span<'a>>,
        /// Differences in which its sentence takes part: [`Difference::id`].
        pub warnings: Vec<String>,
    }

    /// Card: where the sources part, the gravest first.
    #[serde(tag = "kind", rename = "differences")]
    pub struct Differences<'a> {
        /// The differences.
        pub differences: Vec<Difference<'a>>,
        /// How many differences the documents have; the card has the 500 weightiest.
        pub total: u32,
    }

    /// Two sentences of two documents that part.
    pub struct Difference<'a> {
        /// Identifier.
        pub id: String,
        /// In what they part.
        #[serde(rename = "type")]
        pub kind: DifferenceKind,
        /// How much hangs on it.
        pub severity: Severity,
        /// One account; for an omission what the original has.
        pub a: Span<'a>,
        /// The other; for an omission the copy's sentence that stands where the left-out one would follow, or `null`.
        pub b: Option<Span<'a>>,
        /// The parting words of `a`, in order, apart.
        pub marks_a: Vec<Range>,
        /// The parting words of `b`.
        pub marks_b: Vec<Range>,
    }

    /// Card: acronyms, in alphabetical order.
    #[serde(tag = "kind", rename = "glossary")]
    pub struct Glossary<'a> {
        /// One for each acronym and long form.
        pub entries: Vec<GlossaryEntry<'a>>,
        /// How many acronyms the documents have; the card has the 500 weightiest.
        pub total: u32,
    }

    /// An acronym with one long form, or with none.
    pub struct GlossaryEntry<'a> {
        /// The spelling that most documents use.
        pub short: &'a str,
        /// All other spellings.
        pub variants: Vec<&'a str>,
        /// The long form, as a document spells it; `null` where none defines it: nothing is guessed.
        pub long: Option<&'a str>,
        /// Every definition: from its short form to its long form, or the other way round.
        pub defined_at: Vec<Span<'a>>,
        /// Documents that use the acronym.
        pub documents: Vec<&'a str>,
        /// Those of them that do not define it.
        pub undefined_in: Vec<&'a str>,
    }
}

names! {
    /// What an entity is.
    pub enum EntityType {
        /// A human being.
        Person,
        /// A body of people: a ministry, an army, a company.
        Organisation,
        /// A place on the map.
        Place,
        /// A treaty, a pact, a law.
        Agreement,
        /// A meeting, a campaign, a war.
        Event,
    }

    /// How a date is known.
    pub enum Basis {
        /// Year and all are written.
        Explicit,
        /// Counted or completed from the day of publication or from another date of the text.
        Relative,
    }

    /// Whether the words themselves are given.
    pub enum Speech {
        /// Between quotation marks.
        Direct,
        /// Retold: X said that …
        Reported,
    }

    /// In what two accounts part.
    pub enum DifferenceKind {
        /// One denies or prevents what the other affirms.
        Polarity,
        /// Said by somebody else, or told as fact.
        Attribution,
        /// Another office, or another title.
        Role,
        /// Somebody else does it.
        Actor,
        /// It is done to something else: "the tickets", "the price of the tickets".
        Object,
        /// Another number of the same thing.
        Number,
        /// Other items of the same list.
        List,
        /// More or less firmly: considered, planned, promised, done.
        Commitment,
        /// "Only" about something else.
        Scope,
        /// A copy leaves it out.
        Omission,
        /// One name for what took place at two times.
        Events,
    }

    /// How much hangs on a difference, the least first.
    pub enum Severity {
        /// Good to know.
        Low,
        /// Changes what a reader would take away.
        Medium,
        /// Turns the meaning round, or names the wrong person.
        High,
    }
}
