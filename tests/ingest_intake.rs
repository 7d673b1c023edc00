//! Files one by one, what is said beside them, and how articles of one name are told apart.
#![cfg(feature = "formats")]

use briefing::ingest::{Edit, Edits, Ingested, InputFile, Intake, parse};
use proptest::prelude::*;

fn file(path: &str, text: &str) -> InputFile {
    InputFile { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

fn intake(files: impl IntoIterator<Item = InputFile>) -> Intake {
    let mut intake = Intake::default();
    for file in files {
        intake.add(file);
    }
    intake
}

fn edits(documents: impl IntoIterator<Item = (&'static str, Edit)>) -> Edits {
    let documents = documents.into_iter().map(|(id, edit)| (id.to_owned(), edit));
    Edits { documents: documents.collect(), ..Edits::default() }
}

fn ids(ingested: &Ingested) -> Vec<&str> {
    ingested.corpus.documents.iter().map(|document| document.id.as_str()).collect()
}

/// Three pages that end in one line, which is furniture where all three stand.
fn pages() -> Vec<InputFile> {
    ["Rain", "Hail", "Snow"]
        .into_iter()
        .map(|what| {
            file(
                &format!("in/{what}.txt").to_lowercase(),
                &format!("{what} fell on the northern towns for the whole of Monday.\n\nIt stopped in the evening, when the wind turned to the sea.\n\nOpen the window to the wide blue world\n"),
            )
        })
        .collect()
}

fn lines(ingested: &Ingested) -> Vec<usize> {
    ingested.corpus.documents.iter().map(|document| document.blocks.len()).collect()
}

#[test]
fn a_file_that_is_removed_leaves_nothing_behind() {
    let mut intake = intake(pages());
    let all = intake.finish(&Edits::default()).unwrap();
    assert_eq!(lines(&all), [2, 2, 2]);
    assert!(intake.remove("in/snow.txt") && !intake.remove("in/snow.txt"));
    let two = intake.finish(&Edits::default()).unwrap();
    assert_eq!(two, parse(pages()[..2].to_vec()).unwrap());
    assert_eq!(lines(&two), [3, 3]);
    intake.add(pages().remove(2));
    assert_eq!(intake.finish(&Edits::default()).unwrap(), all);
    intake.add(file("in/snow.txt", "Sleet fell on the northern towns for the whole of Tuesday."));
    assert_eq!(lines(&intake.finish(&Edits::default()).unwrap()), [3, 3, 1]);
}

#[test]
fn an_intake_of_nothing_finishes_and_bad_files_are_told() {
    let mut intake = Intake::default();
    assert_eq!(intake.finish(&Edits::default()).unwrap(), Ingested::default());
    intake.add(file("b.jsonl", "{}"));
    intake.add(file("c.zip", "no archive"));
    let ingested = intake.finish(&Edits::default()).unwrap();
    let codes: Vec<&str> = ingested.refused.iter().map(briefing::Error::code).collect();
    assert_eq!(codes, ["bad-jsonl", "bad-file"]);
    assert_eq!(ingested.with_articles(Vec::new()).unwrap_err().code(), "bad-jsonl");
    intake.add(file("briefing.toml", "title = 7"));
    assert_eq!(intake.finish(&Edits::default()).unwrap_err().code(), "bad-briefing-toml");
    intake.remove("briefing.toml");
    assert!(intake.finish(&Edits::default()).is_ok());
}

#[test]
fn edits_win_over_all_that_files_say() {
    let mut files = pages();
    files.push(file(
        "in/briefing.toml",
        "title = \"Weather\"\n[documents.rain]\ndate = 2031-01-02\nsource = \"Wave\"\n",
    ));
    let intake = intake(files);
    let say = Edits {
        title: Some("Storms".to_owned()),
        ..edits([(
            "rain",
            Edit {
                date: Some("2031-05".to_owned()),
                title: Some("Rain again".to_owned()),
                ..Edit::default()
            },
        )])
    };
    let ingested = intake.finish(&say).unwrap();
    assert_eq!(ingested.corpus.title.as_deref(), Some("Storms"));
    let rain = &ingested.corpus.documents[0];
    assert_eq!(
        (rain.title.as_str(), rain.date.as_deref(), rain.source.as_deref()),
        ("Rain again", Some("2031-05"), Some("Wave"))
    );
    let without = intake.finish(&Edits::default()).unwrap();
    assert_eq!(without.corpus.documents[0].date.as_deref(), Some("2031-01-02"));
}

#[test]
fn an_edit_that_makes_no_sense_names_document_member_and_what_is_expected() {
    let intake = intake(pages());
    let says = |say: Edits| {
        let error = intake.finish(&say).unwrap_err();
        (error.code(), error.to_string())
    };
    let date = |id: &'static str| edits([(id, Edit { date: Some("soon".to_owned()), ..Edit::default() })]);
    assert_eq!(
        says(date("rain")),
        ("bad-edit", "the edit of \"rain\" gives date \"soon\"; expected YYYY, YYYY-MM, YYYY-MM-DD or a full timestamp".to_owned())
    );
    assert_eq!(
        says(date("rian")),
        (
            "unknown-document",
            "an edit names the document \"rian\", and no document has this identifier; did you mean rain?"
                .to_owned()
        )
    );
}

#[test]
fn documents_that_are_given_a_place_stand_before_the_others() {
    let files = [
        file("a.md", "---\ndate: 2031-01-01\n---\nRain fell on the northern towns all Monday."),
        file("b.md", "---\ndate: 2031-02-01\norder: 2\n---\nHail fell on the northern towns all Monday."),
        file(
            "c.jsonl",
            "{\"id\":\"c\",\"order\":-1,\"text\":\"Snow fell on the northern towns all Monday.\"}",
        ),
        file("d.csv", "id,order,text\nd,2,Sleet fell on the northern towns all Monday.\n"),
        file("e.txt", "Wind blew over the northern towns all Monday."),
        file("briefing.toml", "[documents.e]\norder = 0\n"),
    ];
    let intake = intake(files);
    assert_eq!(ids(&intake.finish(&Edits::default()).unwrap()), ["c", "e", "b", "d", "a"]);
    let say = edits([("a", Edit { order: Some(-5), ..Edit::default() })]);
    assert_eq!(ids(&intake.finish(&say).unwrap()), ["a", "c", "e", "b", "d"]);
}

#[test]
fn a_place_or_an_exclusion_that_is_none_is_refused_by_name() {
    for (path, text, message) in [
        (
            "a.md",
            "---\norder: first\n---\nRain.",
            "a.md:2: front matter does not parse: order should be a whole number; ",
        ),
        (
            "a.jsonl",
            "{\"text\":\"Rain.\",\"exclude\":\"maybe\"}",
            "a.jsonl:1: no article: \"exclude\" should be true or false; ",
        ),
        ("a.csv", "text,order\nRain.,x\n", "a.csv:2: order should be a whole number, not \"x\""),
        (
            "briefing.toml",
            "[documents.a]\nexclude = 1\n",
            "briefing.toml:2: does not parse: exclude should be true or false; ",
        ),
    ] {
        let error = parse(vec![file(path, text)]).unwrap_err().to_string();
        assert!(error.starts_with(message), "{error}");
    }
}

#[test]
fn what_is_excluded_is_no_part_of_anything_but_the_table() {
    let intake = intake(pages());
    let ingested =
        intake.finish(&edits([("hail", Edit { exclude: Some(true), ..Edit::default() })])).unwrap();
    assert_eq!(ids(&ingested), ["rain", "snow"]);
    // Two pages are too few for their last line to be furniture.
    assert_eq!(lines(&ingested), [3, 3]);
    let table: Vec<_> =
        ingested.rows.iter().map(|row| (row.id.as_str(), row.excluded, row.dropped.len())).collect();
    assert_eq!(table, [("hail", true, 0), ("rain", false, 0), ("snow", false, 0)]);
    let without: Vec<InputFile> = pages().into_iter().filter(|file| file.path != "in/hail.txt").collect();
    assert_eq!(parse(without).unwrap().corpus, ingested.corpus);
}

#[test]
fn a_table_tells_of_each_article_where_it_stands_and_what_was_dropped() {
    let ingested = parse(vec![
        file("in/log.jsonl", "\n{\"id\":\"a\",\"title\":\"Rain\",\"date\":\"2031\",\"text\":\"Share\\nRain fell on the northern towns all Monday.\"}"),
    ])
    .unwrap();
    assert_eq!(
        serde_json::to_value(&ingested.rows).unwrap(),
        serde_json::json!([{
            "id": "a", "place": "in/log.jsonl:2", "title": "Rain", "titleFrom": "metadata", "date": "2031", "excluded": false,
            "words": 8, "dropped": [{"text": "Share", "rule": "interface"}],
        }])
    );
}

const RAIN: &str = "Rain fell on the northern towns all Monday.\n";

#[test]
fn articles_of_one_name_are_told_apart_by_their_folders() {
    let named = |paths: &[&str]| {
        let ingested = parse(paths.iter().map(|path| file(path, RAIN)).collect()).unwrap();
        let mut ids: Vec<String> = ids(&ingested).into_iter().map(str::to_owned).collect();
        ids.sort();
        (ids, ingested.notices)
    };
    let (ids, notices) = named(&["in/north/rain.txt", "in/south/rain.md", "in/south/hail.md"]);
    assert_eq!(ids, ["hail", "north/rain", "south/rain"]);
    assert_eq!(
        notices,
        [
            "2 articles are named alike, and are told apart as \"north/rain\" (in/north/rain.txt), \"south/rain\" (in/south/rain.md)"
        ]
    );
    assert_eq!(named(&["rain.txt", "a/rain.txt"]).0, ["a/rain", "rain"]);
    assert_eq!(
        named(&["a/x/rain.txt", "b/x/rain.txt", "b\\y\\rain.txt"]).0,
        ["a/x/rain", "b/x/rain", "b/y/rain"]
    );
    assert_eq!(named(&["a/rain.txt", "a/rain.html"]).0, ["rain.html", "rain.txt"]);
    let lines = "{\"id\":\"rain\",\"text\":\"Rain fell on the towns.\"}";
    let ingested =
        parse(vec![file("a.jsonl", lines), file("b.jsonl", lines), file("rain.txt", RAIN)]).unwrap();
    assert_eq!(self::ids(&ingested), ["a.jsonl/rain", "b.jsonl/rain", "rain.txt"]);
}

#[test]
fn one_name_twice_in_one_file_and_a_name_that_means_two_are_refused() {
    let twice = file("b.jsonl", "{\"id\":\"x\",\"text\":\"Rain.\"}\n{\"id\":\"x\",\"text\":\"Hail.\"}");
    let ingested = parse(vec![twice, file("a.txt", RAIN)]).unwrap();
    assert_eq!(ids(&ingested), ["a"]);
    assert_eq!(
        ingested.refused[0].to_string(),
        "two documents have the identifier \"x\": b.jsonl:1 and b.jsonl:2; rename one of them, or leave one out"
    );
    let files = |toml: &str| {
        vec![
            file("a/rain.txt", RAIN),
            file("b/rain.txt", RAIN),
            file("briefing.toml", toml),
            file("b/briefing.toml", "[documents.rain]\nsource = \"Wave\"\n"),
        ]
    };
    let ingested = parse(files("[documents.\"a/rain\"]\nsource = \"Gazette\"\n")).unwrap();
    let sources: Vec<_> =
        ingested.corpus.documents.iter().map(|document| document.source.as_deref()).collect();
    assert_eq!(sources, [Some("Gazette"), Some("Wave")]);
    let error = parse(files("[documents.rain]\nsource = \"Gazette\"\n")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "two documents have the identifier \"rain\": a/rain.txt and b/rain.txt; rename one of them, or leave one out"
    );
}

#[test]
fn a_written_briefing_toml_says_what_the_edits_and_the_one_before_said() {
    let mut files = pages();
    files.push(file(
        "in/briefing.toml",
        "title = \"Weather\"\n[documents.rain]\ntags = [\"a\", \"b\"]\nsource = \"Wave\"\n",
    ));
    let say = Edits {
        title: Some("Storms".to_owned()),
        ..edits([
            (
                "rain",
                Edit { source: Some("The \"Wave\"\\\n= x".to_owned()), order: Some(3), ..Edit::default() },
            ),
            ("snow", Edit { exclude: Some(true), ..Edit::default() }),
        ])
    };
    let intake = intake(files);
    let toml = intake.to_toml(&say).unwrap();
    assert!(toml.starts_with("title = \"Storms\"\n"), "{toml}");
    let mut again = pages();
    again.push(file("in/briefing.toml", &toml));
    assert_eq!(parse(again).unwrap(), intake.finish(&say).unwrap());
}

fn text() -> impl Strategy<Value = Option<String>> {
    prop::option::of(prop_oneof![
        prop::sample::select(
            &["", " a = \"b\" ", "'''", "\"\"\"", "[documents.x]", "a\\u0041\n\u{7f}\t#", "é 😀", "\u{0}"][..]
        )
        .prop_map(str::to_owned),
        any::<String>(),
    ])
}

prop_compose! {
    fn edit()(
        title in text(), source in text(), url in text(),
        date in prop::option::of(prop::sample::select(&["2031", "2031-04", "2031-04-05"][..])),
        order in prop::option::of(any::<i32>()), exclude in prop::option::of(any::<bool>()),
    ) -> Edit {
        Edit { title, source, url, date: date.map(str::to_owned), order, exclude }
    }
}

proptest! {
    #[test]
    fn any_edits_and_the_briefing_toml_of_them_give_the_same(title in text(), given in prop::collection::vec(edit(), 3)) {
        let names = ["rain", "a.b \"c\"", "no [name]"];
        let files: Vec<InputFile> = pages()
            .into_iter()
            .zip(names)
            .map(|(page, name)| InputFile { path: format!("in/{name}.txt"), ..page })
            .collect();
        let say = Edits { title, ..edits(names.into_iter().zip(given)) };
        let intake = intake(files.clone());
        let toml = intake.to_toml(&say).unwrap();
        let beside = Intake::finish(&self::intake(files.into_iter().chain([file("in/briefing.toml", &toml)])), &Edits::default());
        prop_assert_eq!(beside, intake.finish(&say), "{}", toml);
    }

    #[test]
    fn files_in_any_order_with_any_taken_out_and_put_back_give_what_all_at_once_do(
        order in Just((0..5usize).collect::<Vec<_>>()).prop_shuffle(),
        away in prop::collection::vec(0..5usize, 0..4),
    ) {
        let mut files = pages();
        files.push(file("in/briefing.toml", "[documents.rain]\norder = 1\n"));
        files.push(file("in/b.jsonl", "{\"id\":\"rain\",\"text\":\"Open the window to the wide blue world\"}\n"));
        // The identifier means two articles; a folder of its own tells them apart.
        files[0].path = "in/own/rain.txt".to_owned();
        files[3].path = "in/own/briefing.toml".to_owned();
        let mut intake = intake(order.iter().map(|&at| files[at].clone()));
        for at in away {
            intake.remove(&files[at].path);
            let _ = intake.finish(&Edits::default());
            intake.add(files[at].clone());
        }
        prop_assert_eq!(intake.finish(&Edits::default()).unwrap(), parse(files).unwrap());
    }
}
