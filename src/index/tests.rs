//! What the index says of small corpora.

use std::collections::HashMap;

use proptest::prelude::*;

use super::interner::Interner;
use super::*;
use crate::document::Corpus;
use crate::fixture;
use crate::pack::Pack;
use crate::text::key::key;

fn index(corpus: &Corpus) -> Index {
    let pack = crate::build(corpus).unwrap();
    let (pack, builder, _) = Pack::open_with(pack, Builder::expecting, |builder, fold, record, text| {
        builder.add(fold, record, text);
    })
    .unwrap();
    builder.all_read().close().stemmed(pack.stems()).unwrap()
}

fn english() -> Fold {
    Fold::default().speaking(&["en".to_owned()].into())
}

/// Tokens as text: `|` where a block begins, `.` where a sentence does; words as their terms, with `^` before a capital
/// and `^^` before an initial.
fn told(index: &Index, tokens: Read<'_>) -> String {
    let told = |token: Token| match token.term() {
        None if token == Token::BLOCK => "|".to_owned(),
        None => ".".to_owned(),
        Some(term) => {
            let marks = "^".repeat(usize::from(token.is_capital()) + usize::from(token.is_initial()));
            marks + index.lexicon().spelling(term)
        }
    };
    tokens.map(told).collect::<Vec<_>>().join(" ")
}

fn postings(index: &Index, word: &str) -> Vec<(u32, u32)> {
    let term = index.lexicon().find(word).first();
    let postings = term.map(|&term| index.postings(term)).unwrap_or_default();
    postings.iter().map(|posting| (posting.document(), posting.count())).collect()
}

#[test]
fn words_stand_in_order_with_their_capitals_and_the_edges_of_sentences_and_blocks() {
    let corpus = fixture::corpus([("On I. Øst", "Ana J. Øst met us. The US came.\n\nA 7 é é.")]);
    let index = index(&corpus);
    assert_eq!(told(&index, index.title(0)), "^on ^^i ^ost");
    assert_eq!(
        told(&index, index.text(0)),
        "| . ^ana ^^j ^ost met us . ^the ^US came | . ^^a 7 ^^e ^^e",
        "a letter with an accent counts as a capital"
    );
    assert_eq!(index.lengths(), [3 * TITLE_WEIGHT + 12]);
}

#[test]
fn a_word_counts_more_in_the_title_and_never_beyond_a_byte() {
    let often = "salt ".repeat(300);
    let corpus = fixture::corpus([("Salt", "Salt rose."), ("Prices", &often), ("Salt salt", "No news.")]);
    let index = index(&corpus);
    assert_eq!(postings(&index, "salt"), [(0, TITLE_WEIGHT + 1), (1, 255), (2, 2 * TITLE_WEIGHT)]);
    assert_eq!(postings(&index, "Salt"), []);
}

#[test]
fn a_title_that_is_cut_from_the_text_counts_once() {
    let mut corpus = fixture::corpus([("Salt rose", "Salt rose again.")]);
    corpus.documents[0].title_from = TitleFrom::Text;
    let index = index(&corpus);
    assert!(index.title(0).count() == 0);
    assert_eq!(postings(&index, "salt"), [(0, 1)]);
    assert_eq!(index.lengths(), [3]);
}

#[test]
fn the_words_of_a_stem_are_found_by_any_of_its_forms() {
    let corpus = fixture::corpus([("x", "He talks, talked; dying die talking. Skies.")]);
    let index = index(&corpus);
    let forms = |word: &str| -> Vec<&str> {
        let mut forms: Vec<&str> = index
            .lexicon()
            .of_stem(&english(), word)
            .iter()
            .map(|&term| index.lexicon().spelling(term))
            .collect();
        forms.sort_unstable();
        forms
    };
    for word in ["talk", "talks", "talking", "talkings"] {
        assert_eq!(forms(word), ["talked", "talking", "talks"], "{word}");
    }
    assert_eq!(forms("dying"), ["die", "dying"]);
    assert_eq!(forms("skies"), ["skies"]);
    assert!(forms("tal").is_empty() && forms("").is_empty() && forms("walks").is_empty());
    let starting: Vec<&str> =
        index.lexicon().starting_with("talk").iter().map(|&t| index.lexicon().spelling(t)).collect();
    assert_eq!(starting, ["talked", "talking", "talks"]);
    assert_eq!(index.lexicon().starting_with("").len(), index.lexicon().len());
}

#[test]
fn a_corpus_of_nothing_has_an_index() {
    let index = index(&Corpus::default());
    assert_eq!((index.documents(), index.lexicon().len()), (0, 0));
    assert!(index.title(0).count() == 0 && index.text(7).count() == 0 && index.postings(3).is_empty());
    assert!(index.lexicon().of_stem(&Fold::default(), "x").is_empty());
}

#[test]
fn a_date_is_a_year_a_month_or_a_day() {
    let days = |text: &str| Date::read(text).map(|date| date.days());
    assert_eq!(days("2024"), Some((20_240_000, 20_249_999)));
    assert_eq!(days("2024-05"), Some((20_240_500, 20_240_599)));
    assert_eq!(days("2024-05-06"), Some((20_240_506, 20_240_506)));
    for text in [
        "",
        "20",
        "20240",
        "2024-",
        "2024-5",
        "2024-05-6",
        "2024-05-060",
        "2024/05",
        "x024",
        "20 4",
        "２０２４",
    ] {
        assert_eq!(days(text), None, "{text}");
    }
}

#[test]
fn a_facet_has_the_values_of_each_document() {
    let mut corpus = fixture::talks();
    corpus.documents[0].tags = vec!["a".to_owned(), "b".to_owned()];
    corpus.documents[1].source = None;
    corpus.documents[1].date = Some("2023-01".to_owned());
    corpus.documents[2].date = None;
    let index = index(&corpus);
    let catalogue = index.catalogue();
    let values = |facet: &Facet, document: u32| -> Vec<String> {
        facet.of(document).iter().map(|&value| facet.value(value).to_owned()).collect()
    };
    assert_eq!(values(&catalogue.tags, 0), ["a", "b"]);
    assert_eq!(values(&catalogue.tags, 1), ["talks"]);
    assert_eq!(values(&catalogue.tags, 2), values(&catalogue.tags, 1));
    assert_eq!(values(&catalogue.sources, 0), ["Outlet d000"]);
    assert!(values(&catalogue.sources, 1).is_empty());
    assert_eq!(values(&catalogue.years, 1), ["2023"]);
    assert_eq!(catalogue.date(2), None);
    assert_eq!(catalogue.date(9), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn a_string_keeps_its_number(numbers in prop::collection::vec(0u32..4_000, 0..4_000)) {
        // Of any length, and the empty one too.
        let texts: Vec<String> = numbers.iter().map(|number| format!("{number:b}").split_off(1)).collect();
        let mut interner = Interner::default();
        let mut known: HashMap<&str, u32> = HashMap::new();
        for text in &texts {
            let fresh = known.len() as u32;
            let expected = *known.entry(text).or_insert(fresh);
            prop_assert_eq!(interner.intern(key(text), text), expected);
        }
        prop_assert_eq!(interner.len() as usize, known.len());
        let interner = interner.closed();
        for (text, number) in known {
            prop_assert_eq!(interner.get(number), text);
        }
        prop_assert_eq!(interner.get(u32::MAX), "");
    }
}
