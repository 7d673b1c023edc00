//! Made-up corpora and queries: the queries as structures, so that what they ask is known without reading them.

use proptest::prelude::*;

use crate::api::Order;
use crate::document::{Corpus, Document};
use crate::fixture;
use crate::search::query::TEXT;

/// Words that share stems and beginnings, stop words, names, and acronyms with what they stand for.
const WORDS: [&str; 36] = [
    "talk",
    "talks",
    "talking",
    "pact",
    "pacts",
    "minister",
    "ministers",
    "ministry",
    "negotiate",
    "negotiation",
    "negotiating",
    "storm",
    "stormy",
    "2008",
    "dying",
    "die",
    "harbour",
    "harbours",
    "fishing",
    "fish",
    "the",
    "of",
    "is",
    "us",
    "Lloyd",
    "Austin",
    "J. Austin",
    "US",
    "IS",
    "ISF",
    "Iraqi Security Forces",
    "iraqi",
    "security",
    "United States",
    "pack",
    "task",
];

/// Words that queries have beside them: misspelt ones, unknown ones, beginnings.
const ODD: [&str; 15] = [
    "minsiter",
    "negotation",
    "harbuor",
    "talkz",
    "storn",
    "xylophone",
    "qqq",
    "mi",
    "nego",
    "JSCD",
    "NATO",
    "Iraq",
    "America",
    "pac",
    "pask",
];

const PHRASES: [&str; 5] =
    ["Lloyd Austin", "Iraqi Security Forces", "United States", "talks of the pact", "the pact"];
const NAMES: [&str; 4] =
    ["Lloyd Austin", "Iraqi Security Forces", "United States", "Joint Security Cooperation Dialogue"];

const OUTLETS: [&str; 3] = ["Daily Post", "The Post", "Radio Nord"];
const TAGS: [&str; 4] = ["trade", "sea trade", "weather", "IS"];
const DATES: [&str; 7] = ["2023", "2023-12", "2023-12-31", "2024-01-01", "2024-02", "2024-02-29", "2024"];

/// Sentences as given tell what an acronym stands for.
const DEFINITIONS: [&str; 2] = [
    "The Iraqi Security Forces (ISF) met.",
    "Lloyd Austin opened the Joint Security Cooperation Dialogue (JSCD) today.",
];

/// A part of a query.
#[derive(Clone, Debug)]
pub(super) enum Part {
    Word(String),
    Phrase(Vec<String>),
    Not(Vec<String>),
    /// Phrases, a single word without quotes.
    Either(Vec<Vec<String>>),
    Source(Vec<String>),
    Tag(Vec<String>),
    Person(Vec<String>),
    Before(&'static str),
    After(&'static str),
    On(&'static str),
}

/// First and last day of a year, month or day, as digits.
fn days(date: &str) -> (u32, u32) {
    let digits: u32 = date.replace('-', "").parse().unwrap_or_default();
    match date.len() {
        4 => (digits * 10_000, digits * 10_000 + 9_999),
        7 => (digits * 100, digits * 100 + 99),
        _ => (digits, digits),
    }
}

impl Part {
    pub(super) fn is_filter(&self) -> bool {
        matches!(self, Self::Source(_) | Self::Tag(_) | Self::Before(_) | Self::After(_) | Self::On(_))
    }

    pub(super) fn passes(&self, document: &Document) -> bool {
        let has = |value: &str, words: &[String]| {
            let value = format!(" {} ", value.to_lowercase());
            value.contains(&format!(" {} ", words.join(" ").to_lowercase()))
        };
        let date = document.date.as_deref().map(days);
        match self {
            Self::Source(words) => document.source.as_ref().is_some_and(|source| has(source, words)),
            Self::Tag(words) => document.tags.iter().any(|tag| has(tag, words)),
            Self::Before(day) => date.is_some_and(|(_, last)| last < days(day).0),
            Self::After(day) => date.is_some_and(|(first, _)| first > days(day).1),
            Self::On(day) => date.is_some_and(|(first, last)| first >= days(day).0 && last <= days(day).1),
            _ => true,
        }
    }

    /// As typed.
    fn text(&self) -> String {
        let quoted = |words: &[String]| match words {
            [word] => word.clone(),
            _ => format!("\"{}\"", words.join(" ")),
        };
        match self {
            Self::Word(word) => word.clone(),
            Self::Phrase(words) => format!("“{}”", words.join(" ")),
            Self::Not(words) => format!("-{}", quoted(words)),
            Self::Either(all) => all.iter().map(|words| quoted(words)).collect::<Vec<_>>().join(" OR "),
            Self::Source(words) => format!("source:{}", quoted(words)),
            Self::Tag(words) => format!("tag:{}", quoted(words)),
            Self::Person(words) => format!("person:{}", quoted(words)),
            Self::Before(date) => format!("before:{date}"),
            Self::After(date) => format!("after:{date}"),
            Self::On(date) => format!("on:{date}"),
        }
    }
}

/// A query and how it is asked.
#[derive(Clone)]
pub(super) struct Asked {
    pub parts: Vec<Part>,
    /// Whether a space stands at its end.
    pub spaced: bool,
    pub prefix: bool,
    pub order: Order,
}

impl std::fmt::Debug for Asked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} (prefix: {}, {:?})", self.query(), self.prefix, self.order)
    }
}

impl Asked {
    pub(super) fn query(&self) -> String {
        let all: Vec<String> = self.parts.iter().map(Part::text).collect();
        all.join(" ") + if self.spaced { " " } else { "" }
    }

    /// Where each part stands in the query.
    pub(super) fn ranges(&self) -> Vec<(usize, usize)> {
        let mut at = 0;
        let place = |part: &Part| {
            let start = at;
            at += part.text().len() + 1;
            (start, at - 1)
        };
        self.parts.iter().map(place).collect()
    }
}

fn word() -> impl Strategy<Value = String> {
    // What has spaces or stops is a text of several words, which only corpora have.
    let plain: Vec<&str> = WORDS.into_iter().filter(|word| !word.contains([' ', '.'])).collect();
    prop_oneof![4 => prop::sample::select(plain), 1 => prop::sample::select(&ODD[..])].prop_map(str::to_owned)
}

fn phrase(least: usize) -> impl Strategy<Value = Vec<String>> {
    let known = prop::sample::select(&PHRASES[..]);
    let known = known.prop_map(|text| text.split(' ').map(str::to_owned).collect());
    prop_oneof![known, prop::collection::vec(word(), least..3)]
}

fn value(values: &'static [&'static str]) -> impl Strategy<Value = Vec<String>> {
    let words = |value: &str| value.split(' ').map(str::to_owned).collect();
    let other = prop::sample::select(&["post", "nord radio", "nowhere", "trade"][..]);
    prop_oneof![3 => prop::sample::select(values), 1 => other].prop_map(words)
}

/// Parts that ask for words.
fn asking() -> impl Strategy<Value = Vec<Part>> {
    let split = |text: &str| text.split(' ').map(|word| Part::Word(word.to_owned())).collect::<Vec<_>>();
    prop_oneof![
        8 => word().prop_map(|word| vec![Part::Word(word)]),
        2 => prop::sample::select(&NAMES[..]).prop_map(split),
        1 => phrase(1).prop_map(|words| vec![Part::Phrase(words)]),
        1 => phrase(1).prop_map(|words| vec![Part::Not(words)]),
        1 => prop::collection::vec(phrase(1), 2..4).prop_map(|all| vec![Part::Either(all)]),
        1 => phrase(1).prop_map(|words| vec![Part::Person(words)]),
    ]
}

fn filter() -> impl Strategy<Value = Part> {
    let date = || prop::sample::select(&DATES[..]);
    prop_oneof![
        value(&OUTLETS).prop_map(Part::Source),
        value(&TAGS).prop_map(Part::Tag),
        date().prop_map(Part::Before),
        date().prop_map(Part::After),
        date().prop_map(Part::On),
    ]
}

pub(super) fn queries() -> impl Strategy<Value = Asked> {
    let filters =
        prop_oneof![3 => prop::collection::vec(filter(), 0..1), 1 => prop::collection::vec(filter(), 1..3)];
    let order = prop_oneof![4 => Just(Order::Relevance), 1 => Just(Order::Newest), 1 => Just(Order::Oldest)];
    (prop::collection::vec(asking(), 0..6), filters, any::<[bool; 3]>(), order).prop_map(
        |(asking, filters, [spaced, prefix, first], order)| {
            let mut parts: Vec<Part> = asking.into_iter().flatten().collect();
            let at = if first { 0 } else { parts.len() };
            parts.splice(at..at, filters);
            // What has more pieces is a text, and no query in the language.
            while parts.iter().map(|part| part.text().split(' ').count()).sum::<usize>() > TEXT {
                parts.pop();
            }
            Asked { parts, spaced, prefix, order }
        },
    )
}

fn sentence() -> impl Strategy<Value = String> {
    let made = prop::collection::vec(prop::sample::select(&WORDS[..]), 1..9).prop_map(|words| {
        let text = words.join(" ");
        let (first, rest) = text.split_at(1);
        format!("{}{rest}.", first.to_uppercase())
    });
    prop_oneof![12 => made, 1 => prop::sample::select(&DEFINITIONS[..]).prop_map(str::to_owned)]
}

fn article(paragraphs: usize, sentences: usize) -> impl Strategy<Value = Document> {
    let paragraph = prop::collection::vec(sentence(), 1..=sentences).prop_map(|all| all.join(" "));
    let title = prop::collection::vec(prop::sample::select(&WORDS[..]), 1..4);
    let value = |values: &'static [&'static str]| prop::option::weighted(0.8, prop::sample::select(values));
    let tags = prop::sample::subsequence(&TAGS[..], 0..3);
    (title, prop::collection::vec(paragraph, 1..=paragraphs), value(&OUTLETS), value(&DATES), tags).prop_map(
        |(title, paragraphs, source, date, tags)| {
            let mut document = fixture::document("", &title.join(" "), &paragraphs.join("\n\n"));
            document.source = source.map(str::to_owned);
            document.date = date.map(str::to_owned);
            document.tags = tags.into_iter().map(str::to_owned).collect();
            document
        },
    )
}

/// Corpora of so many articles, each of at most so many paragraphs of at most so many sentences.
pub(super) fn corpora(
    articles: impl Into<prop::collection::SizeRange>,
    paragraphs: usize,
    sentences: usize,
) -> impl Strategy<Value = Corpus> {
    prop::collection::vec(article(paragraphs, sentences), articles).prop_map(|mut documents| {
        for (at, document) in documents.iter_mut().enumerate() {
            document.id = format!("d{at:03}");
        }
        Corpus { documents, ..Corpus::default() }
    })
}
