//! Quotations of real articles against a careful reading of them, where that reading is at hand.
#![cfg(feature = "ingest")]

use std::fs;
use std::path::Path;

use briefing::document::{Corpus, Document};
use briefing::insight::quotes::{BlockSpan, Quote, Speech, document_quotes};
use serde_json::Value;

/// The articles and the reading; nothing where they are not at hand.
fn material() -> Option<(Corpus, Value)> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let gold = serde_json::from_slice(&fs::read(shared.join("gold/seeds.json")).ok()?).unwrap();
    let corpus = briefing::ingest::read(&[shared.join("seeds")]).unwrap().corpus;
    Some((corpus, gold))
}

fn document<'c>(corpus: &'c Corpus, file: &str) -> &'c Document {
    corpus.documents.iter().find(|document| document.id.starts_with(file)).unwrap()
}

fn cut<'d>(document: &'d Document, span: &BlockSpan) -> &'d str {
    &document.blocks[span.block as usize].text[span.range.clone()]
}

fn direct(document: &Document) -> Vec<Quote<BlockSpan>> {
    document_quotes(document).into_iter().filter(|quote| quote.speech == Speech::Direct).collect()
}

#[test]
fn every_quotation_is_found_with_its_speaker_and_none_is_made_up() {
    let Some((corpus, gold)) = material() else { return };
    let expected = gold["quotes"].as_array().unwrap();
    for file in ["000", "001", "002", "003", "004"] {
        let document = document(&corpus, file);
        let found = direct(document);
        let expected: Vec<&Value> = expected.iter().filter(|quote| quote["file"] == file).collect();
        for quote in &expected {
            let text = quote["text"].as_str().unwrap();
            let hit = found.iter().find(|hit| cut(document, &hit.span).contains(text));
            let speaker =
                hit.and_then(|hit| hit.speaker.as_ref()).map_or("nobody", |span| cut(document, span));
            // What stands in brackets behind a speaker is a remark of the reader.
            let gold = quote["speaker"].as_str().unwrap().split(" (").next().unwrap();
            assert!(gold.contains(speaker), "{speaker:?} says {text:?}");
        }
        assert_eq!(found.len(), expected.len(), "{file}: {found:?}");
    }
}

#[test]
fn an_article_without_quotations_has_none() {
    let Some((corpus, gold)) = material() else { return };
    for file in gold["quotes_expected_none_in"].as_array().unwrap() {
        assert_eq!(direct(document(&corpus, file.as_str().unwrap())), []);
    }
}

#[test]
fn reported_speech_is_found_and_kept_apart() {
    let Some((corpus, gold)) = material() else { return };
    let listed = gold["indirect_speech"].as_array().unwrap();
    let mut found = 0;
    for entry in listed {
        let document = document(&corpus, entry["file"].as_str().unwrap());
        let text = entry["text"].as_str().unwrap();
        let lower = text.to_lowercase();
        found += usize::from(document_quotes(document).iter().any(|quote| {
            let sentence = |span: &BlockSpan| {
                let block = &document.blocks[span.block as usize];
                let range = block.sentences.iter().find(|range| range.end > span.range.start).unwrap();
                block.text[range.clone()].to_lowercase()
            };
            quote.speech == Speech::Reported
                && quote.cue.as_ref().is_some_and(|cue| lower.contains(&cut(document, cue).to_lowercase()))
                && (sentence(&quote.span).contains(&lower)
                    || sentence(quote.cue.as_ref().unwrap()).contains(&lower))
        }));
    }
    assert_eq!(found, listed.len());
}
