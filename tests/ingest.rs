//! Files to documents: metadata, identifiers, order.
#![cfg(feature = "ingest")]

use std::fs;
use std::io::Write;
use std::path::Path;

use briefing::document::{BlockKind, Document, TitleFrom};
use briefing::ingest::{InputFile, parse, read};

fn file(path: &str, text: &str) -> InputFile {
    InputFile { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

fn only(path: &str, text: &str) -> Document {
    parse(vec![file(path, text)]).unwrap().corpus.documents.remove(0)
}

fn texts(document: &Document) -> Vec<&str> {
    document.blocks.iter().map(|block| block.text.as_str()).collect()
}

fn gzip(text: &str) -> Vec<u8> {
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gz.write_all(text.as_bytes()).unwrap();
    gz.finish().unwrap()
}

const RAIN: &str = "Rain fell on the northern towns all Monday.\n";

#[test]
fn every_format_gives_the_same_article() {
    let json = r#"{"id":"rain","title":"Rain","date":"2024-01-26","tags":["a"],"text":"It rained for the whole of Monday."}"#;
    let front = "---\ntitle: Rain\ndate: 2024-01-26\ntags: [a]\n---\nIt rained for the whole of Monday.\n";
    let jsonl = only("x.jsonl", json);
    assert_eq!(jsonl.title_from, TitleFrom::Metadata);
    assert_eq!(only("rain.md", front), jsonl);
    // The source text of a .txt is the file, front matter and all.
    let mut txt = only("rain.txt", front);
    assert_eq!(txt.blocks[0].start as usize, front.find("It rained").unwrap());
    txt.blocks[0].start = 0;
    assert_eq!(txt, jsonl);
    for (path, text) in [("x.jsonl.gz", json), ("rain.md.gz", front)] {
        let packed = InputFile { path: path.to_owned(), bytes: gzip(text) };
        assert_eq!(parse(vec![packed]).unwrap().corpus.documents[0], jsonl, "{path}");
    }
}

#[test]
fn offsets_count_utf16_code_units_after_the_byte_order_mark() {
    let document =
        only("a.txt", "\u{feff}🌧️ over Łódź and the towns around it.\n\nIt rained for the whole of Monday.");
    assert_eq!(document.blocks[0].start, 0);
    assert_eq!(document.blocks[1].start, 40);
}

#[test]
fn briefing_toml_wins_over_front_matter_and_names_the_briefing() {
    let corpus = parse(vec![
        file(
            "in/briefing.toml",
            "title = \"Weather\"\n[documents.rain]\nsource = \"Gazette\"\ndate = 2024-01-26\n",
        ),
        file(
            "in/rain.md",
            "---\ntitle: Rain\nsource: Herald\ndate: 2020\n---\nIt rained for the whole of Monday.\n",
        ),
    ])
    .unwrap()
    .corpus;
    assert_eq!(corpus.title.as_deref(), Some("Weather"));
    let rain = &corpus.documents[0];
    assert_eq!(rain.title, "Rain");
    assert_eq!((rain.source.as_deref(), rain.date.as_deref()), (Some("Gazette"), Some("2024-01-26")));
}

#[test]
fn the_order_of_documents_is_that_of_their_dates_whatever_the_order_of_files() {
    let mut files = vec![
        file("b.md", "---\ndate: 2024\n---\nIt rained for the whole of Monday."),
        file("a.md", "It snowed for the whole of Tuesday."),
        file("c.md", "---\ndate: 2023-05\n---\nIt hailed for the whole of Sunday."),
    ];
    let forwards = parse(files.clone()).unwrap();
    files.reverse();
    let ids: Vec<&str> = forwards.corpus.documents.iter().map(|document| document.id.as_str()).collect();
    assert_eq!(ids, ["c", "b", "a"]);
    assert_eq!(parse(files).unwrap(), forwards);
}

#[test]
fn a_line_without_id_is_named_after_its_file_and_line() {
    let ids: Vec<String> = parse(vec![file(
        "in/news.jsonl",
        "\n{\"text\":\"Rain fell on Monday.\"}\n{\"id\":7,\"text\":\"Snow fell.\"}\n",
    )])
    .unwrap()
    .corpus
    .documents
    .into_iter()
    .map(|document| document.id)
    .collect();
    assert_eq!(ids, ["7", "news-2"]);
}

#[test]
fn a_given_title_is_not_repeated_as_a_line_of_the_text() {
    for text in [
        "Rain in the north\n\nIt rained for the whole of Monday.",
        "# Rain in the North\n\nIt rained for the whole of Monday.",
    ] {
        let document = only("a.md", &format!("---\ntitle: Rain in the north\n---\n{text}"));
        assert_eq!(document.title_from, TitleFrom::Metadata);
        assert_eq!(texts(&document), ["It rained for the whole of Monday."], "{text}");
    }
}

#[test]
fn titles_come_from_a_heading_else_from_the_first_sentence() {
    let heading = only("a.md", "# Rain *again*\n\n## Where\n\nIt rained for the whole of Monday.");
    assert_eq!((heading.title.as_str(), heading.title_from), ("Rain again", TitleFrom::Heading));
    assert_eq!(heading.blocks[0].kind, BlockKind::Heading);
    let text = only("a.txt", "ANTWERP (Agency) – It rained for the whole of Monday. It stopped on Tuesday.");
    assert_eq!(
        (text.title.as_str(), text.title_from),
        ("It rained for the whole of Monday", TitleFrom::Text)
    );
    assert_eq!(text.blocks.len(), 1);
}

#[test]
fn wrapped_lines_are_one_block_that_keeps_its_line_breaks() {
    let text = "The council met on Monday to talk about the new bridge over\nthe river, which Mayor Ann Lee says will cost more than was\n\
                planned. The bridge has been under way since March of last\nyear and should have opened in the spring.\n\n\
                It will open in May, the mayor said, whatever the weather\nmay be then.\n";
    let document = only("a.txt", text);
    assert_eq!(texts(&document), text.trim_end().split("\n\n").collect::<Vec<_>>());
    assert_eq!(document.blocks[0].sentences.len(), 2);
}

#[test]
fn furniture_shared_by_pages_goes_but_near_copies_do_not_count() {
    let page = |n: usize| {
        file(
            &format!("{n}.txt"),
            &format!(
                "Article {n} says that it rained in the north on day {n}.\n\nIt stopped in the evening, when the wind turned and blew the clouds away to the sea.\n\nOpen the window to the wide blue world\n"
            ),
        )
    };
    let kept = |pages: Vec<InputFile>| parse(pages).unwrap().corpus.documents[0].blocks.len();
    assert_eq!(kept(vec![page(1), page(2)]), 3);
    assert_eq!(kept(vec![page(1), page(2), page(3)]), 2);
    let copies = (0..3).map(|n| InputFile { path: format!("{n}.txt"), ..page(1) }).collect();
    assert_eq!(kept(copies), 3);
}

#[test]
fn text_of_nothing_but_furniture_is_passed_over_with_a_notice() {
    let ingested = parse(vec![
        file("a.txt", RAIN),
        file("b.txt", "Share\nTweet\n"),
        file("c.png", ""),
        file("README.md", "x"),
        file(".d.md", "x"),
    ])
    .unwrap();
    assert_eq!(ingested.corpus.documents.len(), 1);
    assert_eq!(
        ingested.notices,
        [
            "c.png: passed over: its ending tells of no kind of article",
            "b.txt: passed over: it holds no text"
        ]
    );
}

#[test]
fn folders_are_walked_and_what_is_no_article_is_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("b/rain.txt", RAIN),
        ("a.md", "Snow fell on the northern towns all Tuesday."),
        ("README.md", "# About"),
        (".git/x.md", "hidden"),
        ("cloud.png", "x"),
        ("briefing.toml", "[documents.rain]\ndate = 2024"),
    ] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let ingested = read(&[folder.path().to_owned()]).unwrap();
    let ids: Vec<&str> = ingested.corpus.documents.iter().map(|document| document.id.as_str()).collect();
    assert_eq!(ids, ["rain", "a"]);
    assert_eq!(ingested.notices.len(), 1);
    assert!(ingested.notices[0].contains("cloud.png: passed over"), "{:?}", ingested.notices);
}

/// Real crawled pages, where they are at hand: every line that somebody marked as furniture goes, nothing else does.
#[test]
fn real_pages_lose_their_furniture_and_nothing_else() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let Ok(gold) = fs::read_to_string(shared.join("gold/seeds.json")) else {
        println!("skipped: no ../shared/gold/seeds.json");
        return;
    };
    let gold: serde_json::Value = serde_json::from_str(&gold).unwrap();
    let ingested = read(&[shared.join("seeds")]).unwrap();
    assert_eq!(ingested.corpus.documents.len(), 5);
    for document in &ingested.corpus.documents {
        let page = fs::read_to_string(shared.join(format!("seeds/{}.txt", document.id))).unwrap();
        let mut dropped: Vec<String> = gold["boilerplate"]["drop"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|line| document.id.starts_with(line["file"].as_str().unwrap()))
            .map(|line| line["text"].as_str().unwrap().to_owned())
            .collect();
        let mut kept = texts(document).into_iter().peekable();
        for line in page.lines().filter(|line| !line.trim().is_empty()) {
            if kept.next_if(|text| line.ends_with(text)).is_some() {
                continue;
            }
            if document.title_from == TitleFrom::Heading && line == document.title {
                continue;
            }
            let at = dropped.iter().position(|text| text == line);
            assert!(at.is_some(), "{}: dropped {line:?}", document.id);
            dropped.remove(at.unwrap());
        }
        assert_eq!(dropped, Vec::<String>::new(), "{}: kept", document.id);
    }
}
