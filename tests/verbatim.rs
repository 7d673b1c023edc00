//! Every sentence shown is the source's own: each span of every card, excerpt and mark is looked up in its source.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use briefing::Briefing;
use briefing::api::{CardKind, OverviewOptions, SearchOptions, Span, Value};

/// Source text of every document, in UTF-16.
struct Sources(HashMap<String, Vec<u16>>);

impl Sources {
    fn check(&self, span: &Span<'_>) {
        assert_eq!(self.slice(span.document, span.start, span.end), span.text, "{span:?}");
        assert_eq!(span.text.trim(), span.text, "{span:?}");
    }

    fn slice(&self, document: &str, start: u32, end: u32) -> String {
        String::from_utf16(&self.0[document][start as usize..end as usize]).unwrap()
    }
}

/// Looks up every span of a card.
fn check_card(card: &Value<'_>, check: &mut impl FnMut(&Span<'_>)) {
    match card {
        Value::Span(span) => check(span),
        Value::List(items) => items.iter().for_each(|item| check_card(item, check)),
        Value::Object(members) => members.iter().for_each(|(_, value)| check_card(value, check)),
        Value::None | Value::Number(_) | Value::Score(_) | Value::Text(_) => {}
    }
}

/// Builds a folder, looks up every span there is, and gives the number of spans seen.
fn check_folder(folder: &Path) -> usize {
    let ingested = briefing::ingest::read(&[folder.to_path_buf()]).unwrap();
    let texts = ingested.sources.iter().map(|text| text.encode_utf16().collect());
    let ids = ingested.corpus.documents.iter().map(|document| document.id.clone());
    let sources = Sources(ids.zip(texts).collect());
    let briefing = Briefing::open(briefing::build(&ingested.corpus).unwrap()).unwrap();
    let mut seen = 0;
    let mut check = |span: &Span<'_>| {
        sources.check(span);
        seen += 1;
    };
    check_card(&briefing.overview(&OverviewOptions::default()).unwrap(), &mut check);
    for kind in CardKind::ALL {
        check_card(&briefing.card(kind).unwrap(), &mut check);
    }
    for source in briefing.info().documents {
        let id = source.document;
        check_card(&briefing.article(id).unwrap(), &mut check);
        let document = briefing.document(id).unwrap();
        for block in &document.blocks {
            check(&Span { document: id, start: block.start, end: block.end, text: block.text });
            for &(start, end) in &block.sentences {
                assert!(block.start <= start && start < end && end <= block.end);
                let text = sources.slice(id, start, end);
                assert_eq!(text.trim(), text);
            }
        }
    }
    for query in
        ["security", "US forces", "a", "the commission", "July 2024", "defeat ISIS", "Minister of Defense"]
    {
        for hit in briefing.search(query, &SearchOptions { limit: 100, ..SearchOptions::default() }).hits {
            check(&hit.excerpt.span);
            let span = &hit.excerpt.span;
            let mut end = span.start;
            for &(from, to) in &hit.excerpt.marks {
                assert!(end <= from && from < to && to <= span.end, "marks lie apart, in order, inside");
                end = to;
            }
        }
    }
    seen
}

#[test]
fn every_span_over_the_default_corpus_is_its_source_text() {
    assert!(check_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")) > 100);
}

#[test]
fn every_span_over_crawled_articles_is_its_source_text() {
    let seeds: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    if !seeds.is_dir() {
        eprintln!("skipped: the crawled articles are not here");
        return;
    }
    assert!(check_folder(&seeds) > 100);
}
