//! Cards of articles in languages other than English: what is shown is right, and what is not sure is not shown.
//!
//! `fixtures/cards` has four made-up articles of each of eight languages, two of them on one event, and a reading of the four
//! languages that have rules of their own: `gold.json`, with dates as `[document, words, value]`, quotations as
//! `[document, words, speaker]`, and the people who may be named.
#![cfg(feature = "ingest")]

use std::path::Path;

use briefing::document::{Corpus, Document, SentenceRef};
use briefing::ingest;
use briefing::insight::quotes::{BlockSpan, Speech};
use briefing::insight::{EntityKind, Insight};
use serde_json::Value;

/// Languages with rules of their own, and some that have none.
const READ: [&str; 4] = ["de", "fr", "es", "ar"];
const UNREAD: [&str; 4] = ["ru", "zh", "ja", "th"];

fn fixtures() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/cards")
}

fn corpus(language: &str) -> Corpus {
    ingest::read(&[fixtures().join(language)]).unwrap().corpus
}

fn gold(language: &str, of: &str) -> Vec<Value> {
    let gold: Value = serde_json::from_slice(&std::fs::read(fixtures().join("gold.json")).unwrap()).unwrap();
    gold[language][of].as_array().unwrap().clone()
}

fn cut<'d>(document: &'d Document, span: &BlockSpan) -> &'d str {
    &document.blocks[span.block as usize].text[span.range.clone()]
}

fn sentence(corpus: &Corpus, at: SentenceRef) -> &str {
    let block = &corpus.documents[at.document as usize].blocks[at.block as usize];
    &block.text[block.sentences[at.sentence as usize].clone()]
}

/// Share of what was found that is right, and of what is there that was found.
fn scores(found: &[Value], gold: &[Value]) -> (f64, f64) {
    let right = found.iter().filter(|one| gold.contains(one)).count() as f64;
    (right / found.len() as f64, right / gold.len() as f64)
}

#[test]
fn the_language_of_each_article_is_found_or_left_open() {
    for language in READ.into_iter().chain(UNREAD) {
        for document in corpus(language).documents {
            let found = document.language();
            assert!(found.as_deref().is_none_or(|found| found == language), "{}: {found:?}", document.id);
            assert!(found.is_some() || language == "ru", "{}", document.id);
        }
    }
}

#[test]
fn dates_are_exact() {
    for language in READ {
        let corpus = corpus(language);
        let gold = gold(language, "dates");
        let events = Insight::of(&corpus).timeline;
        let found: Vec<Value> = events
            .iter()
            .map(|event| {
                let document = &corpus.documents[event.sentence.document as usize];
                let block = &document.blocks[event.sentence.block as usize];
                let words = &block.text[event.mention.clone()];
                serde_json::json!([document.id, words, event.to_string()])
            })
            .collect();
        let wrong: Vec<&Value> = found.iter().filter(|one| !gold.contains(one)).collect();
        assert!(wrong.is_empty(), "{language}: {wrong:?}");
        let (precision, recall) = scores(&found, &gold);
        println!("{language}: dates {precision:.2} {recall:.2}");
        assert!(recall >= 0.8, "{language}: {recall}");
    }
}

#[test]
fn quotations_and_their_speakers_are_exact() {
    for language in READ {
        let corpus = corpus(language);
        let gold = gold(language, "quotes");
        let quotes = Insight::of(&corpus).quotes;
        let found: Vec<Value> = corpus
            .documents
            .iter()
            .zip(&quotes)
            .flat_map(|(document, quotes)| quotes.iter().map(move |quote| (document, quote)))
            .map(|(document, quote)| {
                assert_eq!(quote.speech, Speech::Direct);
                let speaker = quote.speaker.as_ref().map(|speaker| cut(document, speaker));
                serde_json::json!([document.id, cut(document, &quote.span), speaker])
            })
            .collect();
        let wrong: Vec<&Value> = found.iter().filter(|one| !gold.contains(one)).collect();
        assert!(wrong.is_empty(), "{language}: {wrong:?}");
        let (precision, recall) = scores(&found, &gold);
        println!("{language}: quotations {precision:.2} {recall:.2}");
        assert!(recall >= 0.8, "{language}: {recall}");
    }
}

#[test]
fn only_people_are_named_and_none_that_is_none() {
    for language in READ {
        let corpus = corpus(language);
        let gold = gold(language, "people");
        let who = Insight::of(&corpus).who;
        let found: Vec<Value> = who.entities.iter().map(|one| one.name.text(&corpus).into()).collect();
        assert!(who.entities.iter().all(|one| one.kind == EntityKind::Person), "{language}");
        assert!(found.iter().all(|name| gold.contains(name)), "{language}: {found:?}");
        let (precision, recall) = scores(&found, &gold);
        println!("{language}: people {precision:.2} {recall:.2}");
        assert!(recall >= 0.8, "{language}: {recall}");
    }
}

#[test]
fn a_key_point_is_a_whole_sentence_that_another_report_supports() {
    for language in READ {
        let corpus = corpus(language);
        let insight = Insight::of(&corpus);
        assert!(!insight.key_points.is_empty(), "{language}");
        let shown = insight.key_points.iter().map(|point| point.sentence);
        for at in shown.chain(insight.summaries.iter().flatten().copied()) {
            let text = sentence(&corpus, at);
            assert!(text.ends_with(['.', '»', '”', '“', '"']) && text.split(' ').count() > 3, "{text}");
            // "am 11." is no end.
            let last = text.trim_end_matches('.').rsplit(' ').next().unwrap();
            assert!(last.len() > 2 || last.parse::<u32>().is_err(), "{text}");
        }
        let told = insight.key_points.iter().filter(|point| !point.support.is_empty()).count();
        assert!(told > 0, "{language}: the two reports of one event support each other");
        let related =
            |at: SentenceRef| corpus.documents[at.document as usize].date.as_deref() < Some("2031-03-15");
        for point in insight.key_points.iter().filter(|point| !point.support.is_empty()) {
            assert!(point.support.iter().chain([&point.sentence]).all(|&at| related(at)), "{language}");
        }
    }
}

#[test]
fn without_rules_nothing_is_said_that_needs_them() {
    for language in UNREAD {
        let corpus = corpus(language);
        let insight = Insight::of(&corpus);
        assert!(insight.quotes.iter().all(Vec::is_empty), "{language}");
        assert!(insight.who.entities.is_empty(), "{language}: {:?}", insight.who.entities);
        for event in &insight.timeline {
            let block =
                &corpus.documents[event.sentence.document as usize].blocks[event.sentence.block as usize];
            assert_eq!(&block.text[event.mention.clone()], "2030-01-01", "{language}");
        }
    }
}

#[test]
fn what_is_english_is_made_of_no_other_language() {
    for language in READ.into_iter().chain(UNREAD) {
        let insight = Insight::of(&corpus(language));
        assert_eq!(insight.differences, [], "{language}");
        assert_eq!(insight.aliases, [], "{language}");
        assert!(insight.glossary.entries.is_empty(), "{language}: {:?}", insight.glossary);
        assert!(insight.timeline.iter().all(|event| event.label.is_none()), "{language}");
    }
}

/// The same articles, said to be in English: the rules of each language are what makes the tests above pass.
#[test]
fn english_rules_read_other_languages_wrongly() {
    for language in READ {
        let mut corpus = corpus(language);
        let own = Insight::of(&corpus);
        for document in &mut corpus.documents {
            document.lang = Some("en".to_owned());
        }
        let english = Insight::of(&corpus);
        assert!(english.timeline.len() < own.timeline.len(), "{language}");
        assert_ne!(english.quotes, own.quotes, "{language}");
    }
}
