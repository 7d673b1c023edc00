//! What readers may expect of a search, told by examples.

use std::sync::LazyLock;

use crate::Briefing;
use crate::api::{SearchOptions, SearchResponse};
use crate::fixture;

fn search(query: &str) -> SearchResponse<'_> {
    static TALKS: LazyLock<Briefing<Vec<u8>>> =
        LazyLock::new(|| Briefing::open(crate::build(&fixture::talks()).unwrap()).unwrap());
    TALKS.search(query, &SearchOptions::default())
}

fn found(query: &str) -> Vec<&str> {
    let mut ids: Vec<&str> = search(query).hits.into_iter().map(|hit| hit.document).collect();
    ids.sort();
    ids
}

#[test]
fn inflected_forms_find_each_other() {
    assert_eq!(found("negotiating "), ["d001", "d002"]);
}

#[test]
fn an_exact_form_ranks_above_another_form_of_its_stem() {
    let corpus = fixture::corpus([("x", "Talking a lot here."), ("x", "Talks a lot here.")]);
    let briefing = Briefing::open(crate::build(&corpus).unwrap()).unwrap();
    for (query, first) in [("talks ", "d001"), ("talking ", "d000")] {
        assert_eq!(briefing.search(query, &SearchOptions::default()).hits[0].document, first);
    }
}

#[test]
fn accents_and_case_do_not_matter() {
    assert_eq!(found("zurich"), ["d000"]);
    assert_eq!(found("ODEGARD"), ["d000"]);
}

#[test]
fn an_acronym_with_or_without_stops_is_one_word_and_no_pronoun() {
    assert_eq!(found("U.S. "), ["d000", "d001"]);
    assert_eq!(found("US "), ["d000", "d001"]);
    let marks = &search("US delegation").hits;
    let texts: Vec<_> = marks.iter().flat_map(|hit| hit.excerpt.marks.iter()).collect();
    assert_eq!(texts.len(), 4, "U.S., US and twice delegation, but not us");
}

#[test]
fn the_last_word_is_a_beginning_unless_something_follows_it() {
    assert_eq!(found("negot"), ["d001", "d002"]);
    assert!(found("negot ").is_empty());
    assert_eq!(search("negot ").ignored, ["negot"]);
}

#[test]
fn marks_are_utf16_places_of_the_words_found() {
    let response = search("delegation");
    let hit = response.hits.iter().find(|hit| hit.document == "d000").unwrap();
    let source: Vec<u16> = fixture_text().encode_utf16().collect();
    assert_eq!(hit.excerpt.marks.len(), 1);
    let (start, end) = hit.excerpt.marks[0];
    assert_eq!(String::from_utf16(&source[start as usize..end as usize]).unwrap(), "delegation");
    let span = &hit.excerpt.span;
    assert_eq!(String::from_utf16(&source[span.start as usize..span.end as usize]).unwrap(), span.text);
}

/// Source text of the first document of the fixture.
fn fixture_text() -> String {
    let corpus = fixture::talks();
    let blocks: Vec<_> = corpus.documents[0].blocks.iter().map(|block| block.text.as_str()).collect();
    blocks.join("\n\n")
}

#[test]
fn words_that_no_document_has_are_reported() {
    let response = search("fishing semiconductor");
    assert_eq!(response.ignored, ["semiconductor"]);
    assert_eq!(response.total, 2);
    assert_eq!(search("semiconductor tariffs").total, 0);
}

#[test]
fn a_query_of_stop_words_alone_is_answered() {
    assert_eq!(search("for ").total, 1);
    assert_eq!(search("").total, 0);
}

#[test]
fn a_text_for_a_query_and_a_sentence_of_a_megabyte_are_answered_in_a_moment() {
    let sentence = "the pact covers fish and ".repeat(40_000);
    let corpus = fixture::corpus([("Long", sentence.as_str())]);
    let briefing = Briefing::open(crate::build(&corpus).unwrap()).unwrap();
    let query: String = (0..150_000).map(|number| format!("w{number} ")).collect::<String>() + "fish";
    let found = briefing.search(&query, &SearchOptions::default());
    assert_eq!(
        (found.total, found.ignored.len()),
        (0, 512),
        "what stands behind the first words is not read"
    );
    let found = briefing.search("fish pact", &SearchOptions::default());
    let marks = &found.hits[0].excerpt.marks;
    assert_eq!(marks.len(), 80_000);
    assert!(marks.is_sorted_by(|a, b| a.1 <= b.0));
}
