//! Cards of five real reports of one story: a sentence that turns another's meaning round is never shown without a warning.
//!
//! The reports and the careful reading of them are no part of the repository; where they are absent the test passes over.
#![cfg(feature = "ingest")]

use std::fs;
use std::path::Path;

use briefing::api::{CardKind, OverviewOptions, SearchOptions, Value};
use briefing::{Briefing, ingest};
use serde_json::Value as Json;

/// How many items of a card show the text of a document, and how many of those warn.
fn shown(item: &Value<'_>, file: &str, text: &str) -> (usize, usize) {
    let shows = |value: &Value<'_>| matches!(value, Value::Span(span) if span.document.starts_with(file) && span.text.contains(text));
    match item {
        Value::List(items) => items.iter().map(|item| shown(item, file, text)).fold((0, 0), add),
        Value::Object(members) => {
            let inside = members.iter().map(|(_, value)| shown(value, file, text)).fold((0, 0), add);
            let own = members.iter().any(|(_, value)| shows(value) || value.items().iter().any(shows));
            if own { add(inside, (1, usize::from(!item.list("warnings").is_empty()))) } else { inside }
        }
        _ => (0, 0),
    }
}

fn add(a: (usize, usize), b: (usize, usize)) -> (usize, usize) {
    (a.0 + b.0, a.1 + b.1)
}

#[test]
fn a_sentence_that_turns_a_meaning_round_is_never_shown_without_a_warning() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let (Ok(gold), Ok(read)) =
        (fs::read(shared.join("gold/seeds.json")), ingest::read(&[shared.join("seeds")]))
    else {
        println!("{} is not here: skipped", shared.display());
        return;
    };
    let gold: Json = serde_json::from_slice(&gold).expect("the reading is JSON");
    let briefing = Briefing::open(briefing::build(&read.corpus).expect("a pack")).expect("a briefing");
    let grave =
        gold["discrepancies"].as_array().expect("a list").iter().filter(|found| found["must_warn"] == true);
    let mut seen = 0;
    for found in grave {
        let (file, text) = (&found["evidence"][0]["file"], &found["evidence"][0]["text"]);
        let (file, text) = (file.as_str().expect("a file"), text.as_str().expect("a text"));
        let mut counts = (0, 0);
        for words in (20..=500).step_by(20) {
            let overview = briefing.overview(&OverviewOptions { words: Some(words) }).expect("a card");
            counts = add(counts, shown(&overview, file, text));
        }
        for kind in [CardKind::Timeline, CardKind::Quotes] {
            counts = add(counts, shown(&briefing.card(kind).expect("a card"), file, text));
        }
        for document in &read.corpus.documents {
            counts = add(counts, shown(&briefing.article(&document.id).expect("a card"), file, text));
        }
        for hit in briefing.search(text, &SearchOptions::default()).hits {
            if hit.document.starts_with(file) && hit.excerpt.span.text.contains(text) {
                counts = add(counts, (1, usize::from(!hit.warnings.is_empty())));
            }
        }
        assert_eq!(
            counts.0, counts.1,
            "{} is shown {} times, {} with a warning",
            found["id"], counts.0, counts.1
        );
        seen += counts.0;
    }
    assert!(seen > 0, "nothing grave is shown at all");
}
