//! What holds for every corpus and every query.

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use unicode_normalization::char::is_combining_mark;

use crate::Briefing;
use crate::api::{Order, SearchOptions, Span};
use crate::document::Corpus;
use crate::fixture;

/// A piece of a query or a text: random characters, pieces of the query language, plain words.
fn piece() -> impl Strategy<Value = String> {
    let language = [
        "\"",
        "“",
        "-",
        "--",
        ":",
        "OR",
        "source:",
        "tag:",
        "person:",
        "before:2024",
        "after:x",
        "on:2024-05-06",
        " ",
        "\t",
        "the",
        "U.S.",
        "don't",
        "2,500",
        "3.5.1",
        "ＩＳ",
        "İ",
        "ß",
        "e\u{301}",
        "\u{200D}",
        "👩‍👩‍👧",
        "\0",
        "自衛隊",
        "NATO军",
        "ーガ｡",
        "。",
        "ไทยเ",
        "มာန်္",
        "ال",
    ];
    let language = language.map(str::to_owned).to_vec();
    prop_oneof![
        3 => prop::sample::select(language),
        2 => "[a-z]{1,8}",
        2 => "\\PC{0,6}",
        1 => any::<String>(),
    ]
}

fn text() -> impl Strategy<Value = String> {
    let joint = prop::sample::select(vec!["", " ", ". ", "\n\n"]);
    prop::collection::vec((piece(), joint), 0..16)
        .prop_map(|pieces| pieces.into_iter().map(|(piece, joint)| piece + joint).collect())
}

fn corpora() -> impl Strategy<Value = Corpus> {
    // A title is never empty, nor is a text.
    prop::collection::vec((text(), text()), 1..5).prop_map(|all| {
        let all: Vec<(String, String)> =
            all.into_iter().map(|(title, text)| (format!("A {title}"), format!("It is {text}"))).collect();
        fixture::corpus(all.iter().map(|(title, text)| (title.as_str(), text.as_str())))
    })
}

/// The source text of a document of a fixture, in UTF-16.
fn source(corpus: &Corpus, id: &str) -> Vec<u16> {
    let document = corpus.documents.iter().find(|document| document.id == id).unwrap();
    let mut source = Vec::new();
    for block in &document.blocks {
        source.resize(block.start as usize, u16::from(b'\n'));
        source.extend(block.text.encode_utf16());
    }
    source
}

fn check_span(corpus: &Corpus, span: &Span<'_>) -> Result<(), TestCaseError> {
    let source = source(corpus, span.document);
    let expected: Vec<u16> = span.text.encode_utf16().collect();
    prop_assert!(!expected.is_empty());
    prop_assert_eq!(source.get(span.start as usize..span.end as usize), Some(&expected[..]));
    // The edges of sentences.
    let document = corpus.documents.iter().find(|document| document.id == span.document).unwrap();
    let edges = document.blocks.iter().flat_map(|block| {
        let place = |at: usize| block.start + crate::text::utf16_len(&block.text[..at]);
        block.sentences.iter().map(move |sentence| (place(sentence.start), place(sentence.end)))
    });
    let edges: Vec<(u32, u32)> = edges.collect();
    prop_assert!(edges.iter().any(|&(start, _)| start == span.start));
    prop_assert!(edges.iter().any(|&(_, end)| end == span.end));
    Ok(())
}

proptest! {
    // Each case builds a pack.
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_string_is_a_query_whose_answers_are_verbatim(
        corpus in corpora(),
        queries in prop::collection::vec(text(), 8),
        prefix: bool,
        offset in 0u32..3,
        newest: bool,
    ) {
        let briefing = Briefing::open(crate::build(&corpus).unwrap()).unwrap();
        let order = if newest { Order::Newest } else { Order::Relevance };
        let options = SearchOptions { limit: 3, offset, prefix, order };
        // What the documents say is a query too.
        let own = corpus.documents.iter().flat_map(|document| document.blocks.iter().map(|block| block.text.clone()));
        for query in queries.into_iter().chain(own) {
            let response = briefing.search(&query, &options);
            prop_assert!(response.hits.len() as u32 <= response.total.saturating_sub(offset).min(3));
            for hit in &response.hits {
                check_span(&corpus, &hit.excerpt.span)?;
                prop_assert!(hit.score > 0.0 && hit.score.is_finite());
                let mut end = hit.excerpt.span.start;
                for &(from, to) in &hit.excerpt.marks {
                    prop_assert!(end <= from && from < to && to <= hit.excerpt.span.end);
                    end = to;
                }
            }
            prop_assert!(response.answer.len() <= 3);
            for crate::api::Answer { span, .. } in &response.answer {
                check_span(&corpus, span)?;
            }
            let typed = response.corrections.iter().chain(&response.aliases).map(|pair| pair.from);
            for part in typed.chain(response.ignored.iter().copied()).chain(response.unread.iter().copied()) {
                prop_assert!(query.contains(part), "{:?} is no part of {:?}", part, query);
            }
        }
    }

    #[test]
    fn a_word_of_a_document_typed_as_a_query_finds_the_document(
        // What the query language has a meaning for stays out.
        words in prop::collection::vec("[^\\s\"“”„«»:-][^\\s\"“”„«»:]{0,6}", 1..12),
    ) {
        let text = format!("so {} it is", words.join(" "));
        let corpus = fixture::corpus([("Title", text.as_str())]);
        let briefing = Briefing::open(crate::build(&corpus).unwrap()).unwrap();
        let options = SearchOptions { prefix: false, ..SearchOptions::default() };
        // Accents and the like are no words by themselves.
        let tells = |c: char| c.is_alphanumeric() && !is_combining_mark(c) && !matches!(c, 'ʼ' | 'ـ');
        for word in words.iter().filter(|word| word.chars().any(tells)) {
            let response = briefing.search(word, &options);
            prop_assert_eq!(response.total, 1, "{:?}", word);
            prop_assert!(response.ignored.is_empty() && response.corrections.is_empty(), "{:?}", word);
            prop_assert!(!response.hits[0].excerpt.marks.is_empty(), "{:?}", word);
        }
    }
}
