//! Six made-up reports from one coast.

use std::sync::LazyLock;

use crate::Briefing;
use crate::api::{SearchOptions, SearchResponse};
use crate::document::Corpus;
use crate::fixture;

/// Name, title, text, outlet, day, tags.
type Report = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static [&'static str]);

const REPORTS: [Report; 6] = [
    (
        "anchor",
        "A force for the coast",
        "The Coastal Task Force – Steady Anchor (CTF-SA) was formed on Monday. Marta J. Quill commands it from the bridge.",
        "Port Post",
        "2023-11-20",
        &["sea"],
    ),
    (
        "ships",
        "Washington sends ships",
        "The United States sent four ships, officials said. They joined CTF-SA at Port Lantern on Tuesday.",
        "Port Post",
        "2024-03-01",
        &["sea trade", "sea"],
    ),
    (
        "authority",
        "A new authority",
        "The Northern Harbour Authority (NHA) opened its doors. Its harbour has room for nine ferries.",
        "The Tide",
        "2024-03",
        &[],
    ),
    (
        "strike",
        "Strike in the north",
        "Dockers went on strike at the cold harbour. The NHA said it would talk.\n\n\
         Again dockers went on strike at the cold harbour. It is the second time.",
        "Northern Echo",
        "2024-04-02",
        &[],
    ),
    (
        "market",
        "Market day",
        "Traders sold rope, quill pens and tar at the harbour quay.\n\n\
         Prices of salt doubled in a winter that nobody along the whole of the coast had seen the like of for years. \
         Rope was cheap.",
        "Port Post",
        "2024-05-06",
        &["trade"],
    ),
    (
        "attack",
        "An attack inland",
        "IS claimed the attack on a depot. It is the first by the Islamic State this year.",
        "The Tide",
        "",
        &[],
    ),
];

fn corpus() -> Corpus {
    let report = |&(id, title, text, source, date, tags): &Report| {
        let mut document = fixture::document(id, title, text);
        document.source = Some(source.to_owned());
        document.date = Some(date.to_owned()).filter(|date| !date.is_empty());
        document.tags = tags.iter().map(|&tag| tag.to_owned()).collect();
        document
    };
    Corpus { documents: REPORTS.iter().map(report).collect(), ..Corpus::default() }
}

fn open(corpus: &Corpus) -> Briefing<Vec<u8>> {
    Briefing::open(crate::build(corpus).unwrap()).unwrap()
}

pub(super) fn news_with<'q>(query: &'q str, options: &SearchOptions) -> SearchResponse<'q> {
    static NEWS: LazyLock<Briefing<Vec<u8>>> = LazyLock::new(|| open(&corpus()));
    NEWS.search(query, options)
}

/// Searches the reports.
pub(super) fn news(query: &str) -> SearchResponse<'_> {
    news_with(query, &SearchOptions::default())
}

/// Searches the three articles of the common fixture.
pub(super) fn talks(query: &str) -> SearchResponse<'_> {
    static TALKS: LazyLock<Briefing<Vec<u8>>> = LazyLock::new(|| open(&fixture::talks()));
    TALKS.search(query, &SearchOptions::default())
}
