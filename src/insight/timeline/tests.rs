//! What the timeline promises, on stories made up for it.

use super::{Event, timeline};
use crate::document::{Corpus, SentenceRef};
use crate::fixture;
use crate::insight::dates::Basis;

/// A corpus of articles, each with its day of publication.
fn corpus(articles: &[(&str, &str)]) -> Corpus {
    let mut corpus = fixture::corpus(articles.iter().map(|&(_, text)| ("A title", text)));
    for (document, (date, _)) in corpus.documents.iter_mut().zip(articles) {
        document.date = (!date.is_empty()).then(|| (*date).to_owned());
    }
    corpus
}

/// Each event as "date: documents".
fn shown(corpus: &Corpus) -> Vec<String> {
    timeline(corpus).iter().map(|event| format!("{event}: {:?}", event.documents())).collect()
}

fn sentence(corpus: &Corpus, at: SentenceRef) -> &str {
    let block = &corpus.documents[at.document as usize].blocks[at.block as usize];
    &block.text[block.sentences[at.sentence as usize].clone()]
}

fn label<'c>(corpus: &'c Corpus, event: &Event) -> Option<&'c str> {
    let at = event.sentence;
    let block = &corpus.documents[at.document as usize].blocks[at.block as usize];
    event.label.clone().map(|label| &block.text[label])
}

#[test]
fn one_name_in_two_years_is_two_events() {
    let corpus = corpus(&[
        ("2021-06-02", "The 2019 Harbour Safety Forum agreed on new lights for the ports."),
        ("2021-06-03", "Ministers will build on the 2021 Harbour Safety Forum in Lindau."),
    ]);
    assert_eq!(shown(&corpus), ["2019: [0]", "2021: [1]"]);
}

#[test]
fn one_name_in_one_year_is_one_event_in_however_many_documents() {
    let corpus = corpus(&[
        ("2021-06-02", "All goes back to the 2019 Norland Fishing Accord, the minister said."),
        ("2022-01-05", "Boats must obey the 2019 Fishing Accord between the two coasts."),
        ("2020-03-01", "Last year's Fishing Accord was praised by nobody."),
    ]);
    let events = timeline(&corpus);
    assert_eq!(shown(&corpus), ["2019: [0, 1, 2]"]);
    assert_eq!(events[0].basis, Basis::Explicit);
    assert_eq!(label(&corpus, &events[0]), Some("Norland Fishing Accord"));
}

#[test]
fn different_things_of_one_year_are_different_events() {
    let corpus = corpus(&[
        ("2021-06-02", "The 2019 Harbour Safety Forum agreed on new lights for the ports."),
        ("2021-06-03", "In 2019 a storm sank nine boats off the northern coast."),
    ]);
    assert_eq!(shown(&corpus), ["2019: [0]", "2019: [1]"]);
}

#[test]
fn words_around_the_dates_make_unnamed_dates_one_event() {
    let corpus = corpus(&[
        ("2021-06-02", "A storm sank nine fishing boats off the northern coast on 3 May 2019."),
        ("2020-05-20", "On 3 May last year, a storm sank nine fishing boats near the northern coast."),
    ]);
    assert_eq!(shown(&corpus), ["2019-05-03: [0, 1]"]);
}

#[test]
fn a_less_exact_date_of_the_same_name_joins_the_exact_one() {
    let corpus = corpus(&[
        ("2020-02-01", "It was settled at last year's Harbour Safety Forum."),
        ("2019-05-08", "The Harbour Safety Forum was held on May 7, 2019 in Lindau."),
    ]);
    assert_eq!(shown(&corpus), ["2019-05-07: [0, 1]"]);
}

#[test]
fn articles_of_its_days_that_name_an_event_tell_it_too() {
    let corpus = corpus(&[
        ("2020-02-01", "It was settled at last year's Harbour Safety Forum."),
        ("2019-05-08", "Delegates left the Harbour Safety Forum without a word."),
        ("2021-05-08", "Delegates left the Harbour Safety Forum without a word again."),
    ]);
    assert_eq!(shown(&corpus), ["2019: [0, 1]"]);
}

#[test]
fn there_is_only_one_first_of_a_name() {
    let corpus = corpus(&[
        ("2020-02-01", "It was settled at last year's Harbour Safety Forum."),
        ("2019-05-08", "Delegates left the inaugural Harbour Safety Forum without a word."),
        ("2023-05-08", "The council was set up at the first Harbour Safety Forum."),
    ]);
    assert_eq!(shown(&corpus), ["2019: [0, 1, 2]"]);
}

#[test]
fn durations_vague_times_bounds_and_stamps_make_no_event() {
    let corpus = corpus(&[(
        "2020-02-01",
        "For ten years, and over the past decade, boats sank. In the coming days more will. Nets were legal before \
         2010. Updated: January 3, 2019 and 4 January 2019, 10:30. It was so in the 19th century.",
    )]);
    assert_eq!(shown(&corpus), [""; 0]);
}

#[test]
fn without_a_day_of_publication_relative_dates_make_no_event() {
    let corpus = corpus(&[("", "Last year a storm sank nine boats. In 2019 it sank two.")]);
    assert_eq!(shown(&corpus), ["2019: [0]"]);
}

#[test]
fn the_sentence_shown_is_a_whole_one_and_holds_the_date() {
    let corpus = corpus(&[
        ("2019-06-01", "Rooted in the 2008 Norland Fishing Accord"),
        ("2019-06-02", "They spoke about the 2008 Norland Fishing Accord for hours."),
    ]);
    let events = timeline(&corpus);
    assert_eq!(events.len(), 1);
    assert_eq!(
        sentence(&corpus, events[0].sentence),
        "They spoke about the 2008 Norland Fishing Accord for hours."
    );
    let block = &corpus.documents[events[0].sentence.document as usize].blocks[0];
    assert_eq!(&block.text[events[0].mention.clone()], "2008");
    assert_eq!(events[0].support.len(), 1);
}

#[test]
fn events_stand_in_the_order_of_time() {
    let corpus = corpus(&[(
        "2020-02-01",
        "In May 2019 a storm came. In 2019 boats sank. On 3 May 2019 nets tore. In 1911 the port was built.",
    )]);
    assert_eq!(shown(&corpus), ["1911: [0]", "2019: [0]", "2019-05: [0]", "2019-05-03: [0]"]);
}

#[test]
fn a_sentence_of_many_dates_is_read_in_time() {
    let text = format!("They met on {} and went home.", "3 March 2024 and ".repeat(20_000));
    let started = std::time::Instant::now();
    assert!(timeline(&corpus(&[("2024-03-04", &text)])).len() < 2);
    assert!(started.elapsed().as_secs() < 30, "{:?}", started.elapsed());
}
