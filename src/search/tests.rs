//! What readers may expect of a search, told by examples.

mod corpus;
mod properties;

use crate::Briefing;
use crate::api::{Order, Replacement, SearchOptions, SearchResponse, Span};
use crate::fixture;
use corpus::{news, talks};

fn ids<'r>(response: &'r SearchResponse<'_>) -> Vec<&'r str> {
    let mut ids: Vec<&str> = response.hits.iter().map(|hit| hit.document).collect();
    ids.sort_unstable();
    ids
}

fn pairs<'r>(replacements: &'r [Replacement<'_>]) -> Vec<(&'r str, &'r str)> {
    replacements.iter().map(|pair| (pair.from, pair.to)).collect()
}

/// What a span says with a range of it.
fn slice<'s>(span: &'s Span<'_>, (start, end): (u32, u32)) -> &'s str {
    &span.text[(start - span.start) as usize..(end - span.start) as usize]
}

/// The words that are marked in all hits of a query over the news, which are ASCII.
fn marked(query: &str) -> Vec<String> {
    let response = news(query);
    let hits = response.hits.iter();
    let marks =
        hits.flat_map(|hit| hit.excerpt.marks.iter().map(|&mark| slice(&hit.excerpt.span, mark).to_owned()));
    marks.collect()
}

#[track_caller]
fn assert_found(query: &str, documents: &[&str]) {
    assert_eq!(ids(&news(query)), documents, "{query}");
}

// Words and forms.

#[test]
fn inflected_forms_find_each_other() {
    assert_eq!(ids(&talks("negotiating ")), ["d001", "d002"]);
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
    assert_eq!(ids(&talks("zurich")), ["d000"]);
    assert_eq!(ids(&talks("ODEGARD")), ["d000"]);
}

#[test]
fn the_last_word_is_a_beginning_unless_something_follows_it() {
    assert_eq!(ids(&talks("negot")), ["d001", "d002"]);
    assert!(talks("negot ").hits.is_empty());
    assert_eq!(talks("negot ").ignored, ["negot"]);
}

#[test]
fn words_side_by_side_rank_above_words_apart() {
    let apart = "Winter came late, and the market for salt fell.";
    let corpus = fixture::corpus([("x", apart), ("x", "Salt came late, and the winter market fell.")]);
    let briefing = Briefing::open(crate::build(&corpus).unwrap()).unwrap();
    assert_eq!(briefing.search("winter market", &SearchOptions::default()).hits[0].document, "d001");
}

#[test]
fn a_word_of_the_title_ranks_above_a_word_of_the_text() {
    let corpus = fixture::corpus([("Prices", "Salt rose again here."), ("Salt", "Prices rose again here.")]);
    let briefing = Briefing::open(crate::build(&corpus).unwrap()).unwrap();
    assert_eq!(briefing.search("salt ", &SearchOptions::default()).hits[0].document, "d001");
}

#[test]
fn equal_documents_stand_in_the_order_of_the_briefing() {
    let corpus = fixture::corpus([("Salt", "Salt rose."); 70]);
    let briefing = Briefing::open(crate::build(&corpus).unwrap()).unwrap();
    let all = SearchOptions { limit: 100, ..SearchOptions::default() };
    for query in ["salt", "source:outlet", "-pepper", "salt rose"] {
        let response = briefing.search(query, &all);
        let ids: Vec<&str> = response.hits.iter().map(|hit| hit.document).collect();
        assert_eq!(ids.len(), 70, "{query}");
        assert!(ids.is_sorted(), "{query}: {ids:?}");
    }
}

// Names and acronyms.

#[test]
fn an_acronym_with_or_without_stops_is_one_word_and_no_pronoun() {
    assert_eq!(ids(&talks("U.S. ")), ["d000", "d001"]);
    assert_eq!(ids(&talks("US ")), ["d000", "d001"]);
    let marks = &talks("US delegation").hits;
    let texts: Vec<_> = marks.iter().flat_map(|hit| hit.excerpt.marks.iter()).collect();
    assert_eq!(texts.len(), 4, "U.S., US and twice delegation, but not us");
}

#[test]
fn acronyms_and_what_they_stand_for_find_each_other_however_they_are_written() {
    for query in ["NHA", "N.H.A.", "nha", "Northern Harbour Authority", "northern-harbour authority"] {
        assert_found(query, &["authority", "strike"]);
    }
    for query in ["CTF-SA ", "CTF SA ", "ctf sa ", "Coastal Task Force Steady Anchor"] {
        assert_found(query, &["anchor", "ships"]);
    }
    let order = |query| news(query).hits.iter().map(|hit| hit.document.to_owned()).collect::<Vec<_>>();
    assert_eq!(order("CTF-SA"), order("CTF SA"));
}

#[test]
fn other_names_that_were_looked_for_are_told_and_marked() {
    assert_eq!(pairs(&news("NHA").aliases), [("NHA", "Northern Harbour Authority")]);
    assert_eq!(
        pairs(&news("the Northern Harbour Authority ").aliases),
        [("Northern Harbour Authority", "NHA")]
    );
    let marked = marked("NHA");
    for word in ["NHA", "Northern", "Harbour", "Authority"] {
        assert!(marked.iter().any(|marked| marked == word), "{word}: {marked:?}");
    }
    assert!(news("harbour").aliases.is_empty());
}

#[test]
fn general_knowledge_joins_names_that_no_document_explains() {
    assert_found("US ", &["ships"]);
    assert_found("U.S. ", &["ships"]);
    assert_found("Daesh", &["attack"]);
}

#[test]
fn capitals_make_a_name_of_a_stop_word() {
    assert_found("IS attack", &["attack"]);
    let marked = marked("IS ");
    assert!(marked.contains(&"IS".to_owned()) && !marked.contains(&"is".to_owned()), "{marked:?}");
    assert_found("is ", &["attack", "strike"]);
}

#[test]
fn a_name_finds_who_is_written_with_an_initial_too() {
    for query in ["Marta Quill", "\"Marta Quill\"", "person:\"Marta Quill\"", "quill", "Marta J. Quill"] {
        assert_eq!(news(query).hits[0].document, "anchor", "{query}");
    }
    assert_found("\"Marta Quill\"", &["anchor"]);
    assert_found("person:Quill ", &["anchor"]);
    assert_found("\"Quill Marta\"", &[]);
    assert_found("person:quill ", &["anchor"]);
    assert_found("\"quill pens\"", &["market"]);
}

// The query language.

#[test]
fn words_in_quotes_stand_just_so() {
    assert_found("\"cold harbour\"", &["strike"]);
    assert_found("“cold harbour”", &["strike"]);
    assert_found("\"harbour cold\"", &[]);
    assert_found("\"cold harbours\"", &[]);
}

#[test]
fn what_a_minus_stands_before_is_kept_out() {
    assert_found("harbour -strike ", &["authority", "market"]);
    assert_found("harbour -\"cold harbour\"", &["authority", "market"]);
    assert_found("salt-free", &["market"]);
}

#[test]
fn any_of_several_will_do() {
    assert_found("attack OR salt", &["attack", "market"]);
    assert_found("\"cold harbour\" OR attack OR \"four ships\"", &["attack", "ships", "strike"]);
    assert_found("CTF-SA OR salt", &["anchor", "market", "ships"]);
    assert_found("harbour harbour salt OR strike", &["market", "strike"]);
    assert_found("harbour source:tide OR strike", &["authority"]);
}

#[test]
fn filters_tell_which_documents_may_be_found() {
    assert_found("harbour source:tide", &["authority"]);
    assert_found("source:\"the tide\" ", &["attack", "authority"]);
    assert_found("tag:sea", &["anchor", "ships"]);
    assert_found("tag:\"sea trade\"", &["ships"]);
    assert_found("tag:trade", &["market", "ships"]);
    assert_found("before:2024", &["anchor"]);
    assert_found("after:2024-03-01", &["market", "strike"]);
    assert_found("on:2024-03", &["authority", "ships"]);
    assert_found("on:2024-03-01 ", &["ships"]);
    assert_found("on:2023 harbour", &[]);
    assert!(news("source:tide").answer.is_empty());
}

#[test]
fn only_excluded_words_list_the_others_without_answers() {
    let response = news("-harbour");
    assert_eq!(ids(&response), ["anchor", "attack", "ships"]);
    assert!(response.answer.is_empty());
    assert!(response.hits.iter().all(|hit| hit.excerpt.marks.is_empty()));
}

#[test]
fn what_cannot_be_read_is_taken_as_words_and_told() {
    for (query, unread, documents) in [
        ("\"cold harbour", &["\"cold"][..], &["authority", "market", "strike"][..]),
        ("OR attack", &["OR"], &["attack"]),
        ("attack OR", &["OR"], &["attack"]),
        ("attack OR ", &["OR"], &["attack"]),
        ("-strike OR attack", &["OR"], &["attack"]),
        ("attack on:2024-13", &["on:2024-13"], &["attack"]),
        ("attack before:soon", &["before:soon"], &["attack"]),
        ("attack source:", &["source:"], &["attack"]),
        ("attack person:\"\"", &["person:\"\""], &["attack"]),
        ("attack - -- : \"\" ", &[], &["attack"]),
        ("attack at 12:30", &[], &["attack"]),
    ] {
        let response = news(query);
        assert_eq!(response.unread, unread, "{query}");
        assert_eq!(ids(&response), documents, "{query}");
    }
    assert_eq!(news("OR").ignored, ["OR"], "alone it is a word");
    assert_eq!(news("attack before:2024-02-32").unread, ["before:2024-02-32"]);
}

#[test]
fn a_text_is_all_words() {
    let words = |count: usize| {
        let text = "-harbour source:nowhere \"four ships\" joined Port Lantern".to_owned();
        text + &" the".repeat(count - 7)
    };
    assert!(news(&words(32)).hits.is_empty());
    let text = words(33);
    let response = news(&text);
    assert_eq!(response.hits[0].document, "ships");
    assert!(response.unread.is_empty());
    assert_eq!(response.ignored, ["source", "nowhere"]);
}

#[test]
fn the_longest_queries_are_answered_in_a_moment() {
    for part in [
        "attack ",
        "\"",
        "-",
        "a OR ",
        "x:y ",
        "\"a \"",
        "á\u{301}",
        "attack-",
        "U.S.",
        "( ) ",
        "before:2024 ",
    ] {
        let query = part.repeat(10_000 / part.len());
        let started = std::time::Instant::now();
        let response = news(&query);
        assert!(started.elapsed().as_secs() < 5, "{part}");
        assert!(response.total <= 6);
    }
}

// Honest answers.

#[test]
fn words_that_no_document_has_are_reported() {
    let response = talks("fishing semiconductor");
    assert_eq!(response.ignored, ["semiconductor"]);
    assert_eq!(response.total, 2);
    assert_eq!(talks("semiconductor tariffs").total, 0);
}

#[test]
fn a_query_of_stop_words_alone_is_answered() {
    assert_eq!(talks("for ").total, 1);
    assert_eq!(talks("").total, 0);
}

#[test]
fn one_word_is_no_answer_to_a_query_of_five() {
    assert_found("purple semiconductor lottery tariff harbour ", &[]);
    assert_eq!(news("purple semiconductor lottery tariff harbour ").ignored.len(), 4);
    assert_found("semiconductor strike ", &["strike"]);
}

#[test]
fn a_misspelt_word_is_corrected_where_nothing_has_it() {
    for typed in ["habrour", "harbor", "harrbour", "hqrbour"] {
        let query = format!("{typed} ");
        let response = news(&query);
        assert_eq!(pairs(&response.corrections), [(typed, "harbour")]);
        assert_eq!(ids(&response), ["authority", "market", "strike"]);
        assert!(response.ignored.is_empty());
        assert!(marked(&query).iter().all(|word| word.to_lowercase().starts_with("harbour")));
    }
    assert!(news("harbours ").corrections.is_empty(), "a form of a known word is no error");
    assert!(news("nhb ").corrections.is_empty(), "short words have too many neighbours");
    let greek = fixture::corpus([("x", "Το λιμάνι έκλεισε.")]);
    let briefing = Briefing::open(crate::build(&greek).unwrap()).unwrap();
    assert_eq!(briefing.search("λιμανυ ", &SearchOptions::default()).total, 1);
}

#[test]
fn an_alternative_is_corrected_or_ignored_wherever_it_stands() {
    for query in ["habrour OR \"four ships\"", "\"four ships\" OR habrour"] {
        assert_eq!(pairs(&news(query).corrections), [("habrour", "harbour")], "{query}");
    }
    for query in ["xylophone OR attack", "attack OR xylophone"] {
        assert_eq!(news(query).ignored, ["xylophone"], "{query}");
        assert_found(query, &["attack"]);
    }
}

#[test]
fn where_nothing_is_found_the_nearest_terms_are_offered() {
    let response = news("hartbo ");
    assert_eq!((response.total, &response.nearest[..]), (0, &["harbour"][..]));
    assert!(news("harbour ").nearest.is_empty());
}

// Passages.

#[test]
fn marks_are_utf16_places_of_the_words_found() {
    let response = talks("delegation");
    let hit = response.hits.iter().find(|hit| hit.document == "d000").unwrap();
    let corpus = fixture::talks();
    let blocks: Vec<_> = corpus.documents[0].blocks.iter().map(|block| block.text.as_str()).collect();
    let source: Vec<u16> = blocks.join("\n\n").encode_utf16().collect();
    assert_eq!(hit.excerpt.marks.len(), 1);
    let (start, end) = hit.excerpt.marks[0];
    assert_eq!(String::from_utf16(&source[start as usize..end as usize]).unwrap(), "delegation");
    let span = &hit.excerpt.span;
    assert_eq!(String::from_utf16(&source[span.start as usize..span.end as usize]).unwrap(), span.text);
}

#[test]
fn an_excerpt_is_the_sentences_that_have_most_of_the_query() {
    let response = news("salt prices winter");
    let hit = response.hits.iter().find(|hit| hit.document == "market").unwrap();
    assert_eq!(
        hit.excerpt.span.text,
        "Prices of salt doubled in a winter that nobody along the whole of the coast had seen the like of for years."
    );
    let marks: Vec<&str> = hit.excerpt.marks.iter().map(|&mark| slice(&hit.excerpt.span, mark)).collect();
    assert_eq!(marks, ["Prices", "salt", "winter"]);
}

#[test]
fn an_answer_is_the_sentences_that_have_most_of_the_query_and_no_two_alike() {
    let response = news("dockers strike cold harbour");
    let texts: Vec<&str> = response.answer.iter().map(|answer| answer.span.text).collect();
    assert_eq!(texts[0], "Dockers went on strike at the cold harbour.");
    assert_eq!(texts.iter().filter(|text| text.contains("cold harbour")).count(), 1, "{texts:?}");
    assert!(news("xylophone").answer.is_empty());
}

// Counts, order, pages.

#[test]
fn everything_found_is_counted_by_outlet_year_and_tag() {
    let response = SearchResponse { hits: Vec::new(), ..news("harbour OR ships") };
    let counts = |facet: &[crate::api::FacetCount<'_>]| -> Vec<(String, u32)> {
        facet.iter().map(|count| (count.value.to_owned(), count.documents)).collect()
    };
    let expected = |all: &[(&str, u32)]| -> Vec<(String, u32)> {
        all.iter().map(|&(value, count)| (value.to_owned(), count)).collect()
    };
    assert_eq!(counts(&response.facets.years), expected(&[("2024", 4)]));
    assert_eq!(counts(&response.facets.sources)[0], ("Port Post".to_owned(), 2));
    assert_eq!(counts(&response.facets.tags), expected(&[("sea", 1), ("sea trade", 1), ("trade", 1)]));
    assert!(news("xylophone").facets.years.is_empty());
}

#[test]
fn hits_stand_by_day_where_that_is_asked() {
    let order = |order| -> Vec<&str> {
        let options = SearchOptions { order, ..SearchOptions::default() };
        corpus::news_with("-xylophone", &options).hits.iter().map(|hit| hit.document).collect()
    };
    assert_eq!(order(Order::Newest), ["market", "strike", "ships", "authority", "anchor", "attack"]);
    assert_eq!(order(Order::Oldest), ["anchor", "authority", "ships", "strike", "market", "attack"]);
}

#[test]
fn pages_part_the_whole_list() {
    let page = |offset, limit, order| -> Vec<&str> {
        let options = SearchOptions { offset, limit, order, ..SearchOptions::default() };
        corpus::news_with("harbour OR ships", &options).hits.iter().map(|hit| hit.document).collect()
    };
    for order in [Order::Relevance, Order::Newest] {
        let all = page(0, 10, order);
        assert_eq!([page(0, 2, order), page(2, 2, order)].concat(), all);
        assert!(page(4, 10, order).is_empty() && page(u32::MAX, u32::MAX, order).is_empty());
        assert_eq!(all.len(), 4);
    }
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

#[test]
fn a_name_finds_the_documents_that_are_counted_for_it() {
    let texts = [
        (
            "Pact",
            "Minister Ada Brandt met the Harbour Board in Lindau. Ada Brandt praised the Harbour Board.",
        ),
        ("Board", "The Harbour Board of Lindau named Otto Brandt as its chairman. Otto Brandt was pleased."),
        ("Weather", "It rained in Lindau on Monday. Otto Brandt stayed at home in Lindau."),
    ];
    let briefing = Briefing::open(crate::build(&fixture::corpus(texts)).unwrap()).unwrap();
    let all = SearchOptions { limit: 0, ..SearchOptions::default() };
    let counted = briefing.search("Lindau", &all);
    assert!(counted.facets.entities.len() > 2, "{:?}", counted.facets.entities);
    for facet in &counted.facets.entities {
        let query = format!("name:\"{}\"", facet.value);
        assert_eq!(briefing.search(&query, &all).total, facet.documents, "{query}");
    }
    assert_eq!(briefing.search("name:brandt", &all).total, 3, "a part of two names");
    assert_eq!(briefing.search("name:nobody", &all).total, 0);
}

#[test]
fn two_things_of_one_name_are_counted_once() {
    let text = "The 2023 Harbour Summit took place in Lindau. Ministers praised the 2023 Harbour Summit.\n\n\
                The 2024 Harbour Summit took place in Bregenz. Ministers left the 2024 Harbour Summit early.";
    let corpus = fixture::corpus([("Summits", text)]);
    let named = crate::insight::Who::of(&corpus).entities;
    let summits = named.iter().filter(|entity| entity.name.text(&corpus).contains("Harbour Summit"));
    assert_eq!(summits.count(), 2, "two things of one name");
    let briefing = Briefing::open(crate::build(&corpus).unwrap()).unwrap();
    let response = briefing.search("summit", &SearchOptions::default());
    let mut counted = response.facets.entities.iter();
    assert!(counted.clone().any(|facet| facet.value.contains("Harbour Summit")), "{:?}", response.facets);
    assert!(counted.all(|facet| facet.documents == 1), "{:?}", response.facets);
}
