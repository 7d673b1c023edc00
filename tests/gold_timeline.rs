//! The timeline of five real articles, held against a careful reading of them. Both stand beside the checkout of the
//! project; where they do not, nothing is tested.
#![cfg(feature = "ingest")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use briefing::document::Corpus;
use briefing::ingest;
use briefing::insight::timeline::{Event, timeline};
use serde_json::Value;

fn beside(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path)
}

fn read() -> Option<(Corpus, Value)> {
    let gold = fs::read(beside("gold/seeds.json")).ok()?;
    let mut files = Vec::new();
    for entry in fs::read_dir(beside("seeds")).ok()? {
        let path = entry.ok()?.path();
        let name = path.file_name()?.to_str()?.to_owned();
        files.push(ingest::InputFile { path: name, bytes: fs::read(&path).ok()? });
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Some((ingest::parse(files).ok()?.corpus, serde_json::from_slice(&gold).ok()?))
}

/// The first three digits of a document's name.
fn file(corpus: &Corpus, document: u32) -> String {
    corpus.documents[document as usize].id.chars().take(3).collect()
}

/// What the articles date: not what only follows from other files, not what is announced for some time to come.
fn expected(gold: &Value) -> BTreeMap<String, BTreeSet<String>> {
    let mut all = BTreeMap::new();
    for event in gold["timeline"].as_array().into_iter().flatten() {
        if event["basis"] == "inferred" || !event["status"].is_null() {
            continue;
        }
        let dated = if event["dated_in"].is_null() { &event["files"] } else { &event["dated_in"] };
        let files = dated.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
        let date = event["date"].as_str().unwrap_or_default().to_owned();
        all.entry(date).or_insert_with(BTreeSet::new).extend(files);
    }
    all
}

fn shown(corpus: &Corpus, event: &Event) -> String {
    let at = event.sentence;
    let block = &corpus.documents[at.document as usize].blocks[at.block as usize];
    let sentence = &block.text[block.sentences[at.sentence as usize].clone()];
    let label = event.label.clone().map(|label| &block.text[label]);
    let files: Vec<String> = event.documents().into_iter().map(|document| file(corpus, document)).collect();
    format!(
        "{event} {:?} {label:?} {files:?} {:?} {sentence}",
        event.basis,
        &block.text[event.mention.clone()]
    )
}

#[test]
fn every_dated_event_is_found_with_all_its_files_and_nothing_else() {
    let Some((corpus, gold)) = read() else { return };
    let expected = expected(&gold);
    let events = timeline(&corpus);
    let list: Vec<String> = events.iter().map(|event| shown(&corpus, event)).collect();
    let list = list.join("\n");
    let right = events.iter().filter(|event| expected.contains_key(&event.to_string())).count();
    let found: BTreeSet<String> = events.iter().map(ToString::to_string).collect();
    let (precision, recall) = (
        right as f64 / events.len() as f64,
        expected.keys().filter(|date| found.contains(*date)).count() as f64 / expected.len() as f64,
    );
    let f1 = 2.0 * precision * recall / (precision + recall);
    println!("date F1 {f1:.3}\n{list}");
    assert!(f1 >= 0.95, "date F1 {f1:.3}\n{list}");
    for (date, files) in &expected {
        let credited: BTreeSet<String> = events
            .iter()
            .filter(|event| event.to_string() == *date)
            .flat_map(Event::documents)
            .map(|document| file(&corpus, document))
            .collect();
        assert!(credited.is_superset(files), "{date}: {credited:?}, not {files:?}\n{list}");
    }
}

#[test]
fn durations_and_vague_times_make_no_event() {
    let Some((corpus, gold)) = read() else { return };
    for event in timeline(&corpus) {
        let at = event.sentence;
        let block = &corpus.documents[at.document as usize].blocks[at.block as usize];
        let date = &block.text[event.mention.clone()];
        for expression in gold["time_expressions_not_events"].as_array().into_iter().flatten() {
            let dated = expression["type"].as_str().is_some_and(|kind| kind.contains("value"));
            let text = expression["text"].as_str().unwrap_or_default();
            let same = expression["file"] == file(&corpus, at.document) && text.contains(date);
            assert!(dated || !same, "{}", shown(&corpus, &event));
        }
    }
}
