//! Differences between real articles against a careful reading of them, where that reading is at hand.
#![cfg(feature = "ingest")]

use std::fs;
use std::path::Path;

use briefing::document::Corpus;
use briefing::insight::Insight;
use briefing::insight::differences::{Difference, DifferenceKind, Passage, Severity, differences};
use serde_json::Value;

fn material() -> Option<(Corpus, Value)> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let gold = serde_json::from_slice(&fs::read(shared.join("gold/seeds.json")).ok()?).unwrap();
    let corpus = briefing::ingest::read(&[shared.join("seeds")]).unwrap().corpus;
    Some((corpus, gold))
}

/// The kinds that a remark of the reader's goes under.
fn kinds(remark: &str) -> &'static [DifferenceKind] {
    use DifferenceKind::{Actor, Attribution, Commitment, Events, Object, Omission, Polarity, Role, Scope};
    match remark.split(" (").next().unwrap_or_default() {
        "meaning reversed" => &[Polarity],
        "wrong attribution" => &[Attribution, Role],
        "material omission" => &[Omission],
        "subject changed" => &[Actor],
        "quote turned into narration" => &[Attribution],
        "word dropped" => &[Object],
        "status over time" => &[Commitment],
        "who led" => &[Actor, Events],
        "role of forces" => &[Scope],
        _ => &[],
    }
}

/// Whether a passage stands in the paragraph that a piece of evidence is from.
fn is_from(corpus: &Corpus, passage: &Passage, evidence: &Value) -> bool {
    let document = &corpus.documents[passage.at.document as usize];
    document.id.starts_with(evidence["file"].as_str().unwrap())
        && document.blocks[passage.at.block as usize].text.contains(evidence["text"].as_str().unwrap())
}

fn is_found(corpus: &Corpus, found: &[Difference], remark: &Value) -> bool {
    let kinds = kinds(remark["type"].as_str().unwrap());
    let evidence = remark["evidence"].as_array().unwrap();
    let cited = |passage: &Passage| evidence.iter().any(|evidence| is_from(corpus, passage, evidence));
    found.iter().filter(|difference| kinds.contains(&difference.kind)).any(|difference| {
        cited(&difference.a)
            && (difference.kind == DifferenceKind::Omission || difference.b.as_ref().is_some_and(cited))
    })
}

#[test]
fn what_a_careful_reader_finds_grave_is_found() {
    let Some((corpus, gold)) = material() else { return };
    let found = differences(&corpus, &Insight::of(&corpus).origins);
    let remarks = gold["discrepancies"].as_array().unwrap();
    let of =
        |severity: &str| remarks.iter().filter(|remark| remark["severity"] == severity).collect::<Vec<_>>();
    for remark in of("high") {
        assert!(is_found(&corpus, &found, remark), "{remark}");
    }
    let medium = of("medium");
    let hits: Vec<&Value> = medium
        .iter()
        .filter(|remark| is_found(&corpus, &found, remark))
        .map(|remark| &remark["id"])
        .collect();
    assert!(hits.len() * 2 >= medium.len(), "only {hits:?} of {}", medium.len());
}

#[test]
fn a_reversed_meaning_is_the_gravest_and_its_words_are_marked() {
    let Some((corpus, _)) = material() else { return };
    let found = differences(&corpus, &Insight::of(&corpus).origins);
    let reversed = found.iter().find(|difference| difference.kind == DifferenceKind::Polarity).unwrap();
    assert_eq!(reversed.severity, Severity::High);
    // What is denied is one word of both accounts, and stands in the marks of both.
    let marked = |passage: &Passage| -> Vec<String> {
        let text = &corpus.documents[passage.at.document as usize].blocks[passage.at.block as usize].text;
        let words = passage.marks.iter().flat_map(|mark| text[mark.clone()].split(' '));
        words.filter(|word| word.len() > 5).map(|word| word[..5].to_lowercase()).collect()
    };
    let (ours, theirs) = (marked(&reversed.a), marked(reversed.b.as_ref().unwrap()));
    assert!(ours.iter().any(|word| theirs.contains(word)), "{ours:?} {theirs:?}");
}
