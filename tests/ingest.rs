//! Files to documents: metadata, identifiers, order, and what is said about bad input.
#![cfg(feature = "ingest")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

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

#[track_caller]
fn complains(files: Vec<InputFile>, code: &str, message: &str) {
    let error = parse(files).unwrap_err();
    assert_eq!((error.code(), error.to_string().as_str()), (code, message));
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
        file("c.pdf", ""),
        file("README.md", "x"),
        file(".d.md", "x"),
    ])
    .unwrap();
    assert_eq!(ingested.corpus.documents.len(), 1);
    assert_eq!(
        ingested.notices,
        [
            "c.pdf: passed over: its ending tells of no kind of article",
            "b.txt: passed over: it holds no text"
        ]
    );
}

#[test]
fn bytes_that_are_not_utf8_are_named_with_their_place() {
    complains(
        vec![InputFile { path: "a.txt".to_owned(), bytes: b"Rain.\nCaf\xe9.".to_vec() }],
        "not-utf8",
        "a.txt:2: not UTF-8: byte 9 is 0xe9; save the file as UTF-8, for example with `iconv -f WINDOWS-1252 -t UTF-8`",
    );
}

#[test]
fn utf16_is_told_with_and_without_its_mark() {
    for (bytes, place) in [
        (&b"\xff\xfeR\0a\0i\0n\0"[..], "byte 0 is 0xff"),
        (b"\xfe\xff\0R\0a\0i\0n", "byte 0 is 0xfe"),
        (b"R\0a\0i\0n\0\n\0", "byte 1 is 0x00"),
        (b"\0R\0a\0i\0n\0\n", "byte 0 is 0x00"),
    ] {
        complains(
            vec![InputFile { path: "a.txt".to_owned(), bytes: bytes.to_vec() }],
            "not-utf8",
            &format!(
                "a.txt:1: not UTF-8: {place}; save the file as UTF-8, for example with `iconv -f UTF-16 -t UTF-8`"
            ),
        );
    }
    let stray = "Rain fell on the northern\0 towns all Monday.";
    assert_eq!(texts(&only("a.txt", stray)), [stray]);
}

#[test]
fn damaged_gzip_is_named() {
    let mut bytes = gzip(&RAIN.repeat(50));
    bytes.truncate(bytes.len() - 12);
    let error = parse(vec![InputFile { path: "a.txt.gz".to_owned(), bytes }]).unwrap_err();
    assert_eq!(error.code(), "bad-gzip");
    assert!(error.to_string().starts_with("a.txt.gz: cannot be unpacked as gzip ("), "{error}");
    assert!(error.to_string().ends_with("); copy or compress it again"), "{error}");
}

#[test]
fn front_matter_that_does_not_parse_is_named_with_its_line() {
    let expected = "expected lines like `title: \"…\"` between two lines `---`";
    for (yaml, line, reason) in [
        ("title: Rain\nsource: [a\n---\n", 3, "expected string scalar"),
        (
            "title: Rain\ntags: \"open\nnote: x\n",
            1,
            "it is opened by \"---\" and never closed by another \"---\"",
        ),
        ("title: Rain\nnote: \"Wind\" fell\n---\n", 3, ""),
        ("title: Rain\ntitle: Wind\n---\n", 3, "duplicate mapping key: title; "),
        ("title: Rain\rnote: [a\r---\r", 3, "expected string scalar; "),
    ] {
        let error = parse(vec![file("a.md", &format!("---\n{yaml}"))]).unwrap_err();
        let message = error.to_string();
        assert_eq!(error.code(), "bad-front-matter");
        assert!(
            message.starts_with(&format!("a.md:{line}: front matter does not parse: {reason}")),
            "{message}"
        );
        assert!(message.ends_with(expected) && !message.contains('\n'), "{message}");
    }
}

#[test]
fn a_date_that_is_no_date_is_named_with_its_line() {
    let expected = "\"2023-02-30\" is no date; expected YYYY, YYYY-MM, YYYY-MM-DD or a full timestamp";
    for (path, text, line) in [
        ("a.md", "---\ntitle: x\ndate: 2023-02-30\n---\nRain.", 3),
        ("a.jsonl", "\n{\"text\": \"Rain.\", \"date\": \"2023-02-30\"}", 2),
        ("briefing.toml", "[documents.a]\ndate = \"2023-02-30\"", 2),
    ] {
        complains(vec![file(path, text)], "bad-date", &format!("{path}:{line}: {expected}"));
    }
}

#[test]
fn two_documents_with_one_identifier_are_both_named() {
    complains(
        vec![
            file("a/rain.txt", RAIN),
            file("b.jsonl", "{\"id\":\"x\",\"text\":\"Rain.\"}\n{\"id\":\"rain\",\"text\":\"Rain.\"}"),
        ],
        "duplicate-id",
        "two documents have the identifier \"rain\": a/rain.txt and b.jsonl:2; rename one of them, or leave one out",
    );
}

#[test]
fn a_line_that_is_no_article_is_named() {
    let expected = "expected one object a line, like {\"id\": \"…\", \"title\": \"…\", \"text\": \"…\"}";
    for (json, reason) in [
        ("{\"text\": \"Rain.\"", "EOF while parsing an object at column 16"),
        ("[1]", "invalid type: sequence, expected a map at column 0"),
        ("{\"id\": \"a\"}", "it has no \"text\""),
        ("{\"text\": 7}", "\"text\" should be a string"),
        ("{\"text\": \"Rain.\", \"id\": {}}", "\"id\" should be a string or a number"),
        ("{\"text\": \"Rain.\", \"title\": {}}", "\"title\" should be a string"),
        ("{\"text\": \"Rain.\", \"title\": []}", "\"title\" should be a string"),
        ("{\"text\": \"Rain.\", \"tags\": {}}", "\"tags\" should be a list of strings"),
        ("{\"text\": \"Rain.\", \"tags\": [\"a\", {}]}", "\"tags\" should be a list of strings"),
    ] {
        let text = format!("{{\"text\": \"Rain.\"}}\n{json}\n");
        complains(
            vec![file("a.jsonl", &text)],
            "bad-jsonl",
            &format!("a.jsonl:2: no article: {reason}; {expected}"),
        );
    }
}

#[test]
fn a_briefing_toml_that_does_not_parse_is_named_with_its_line() {
    let error =
        parse(vec![file("briefing.toml", "title = \"x\"\n[documents.a\n"), file("a.txt", RAIN)]).unwrap_err();
    assert_eq!(error.code(), "bad-briefing-toml");
    let message = error.to_string();
    assert!(message.starts_with("briefing.toml:2: does not parse: "), "{message}");
    assert!(message.ends_with("; expected `title = \"…\"` and tables `[documents.ID]`"), "{message}");
    complains(
        vec![file("briefing.toml", "[documents.a]\ntitle = [\"x\"]"), file("a.txt", RAIN)],
        "bad-briefing-toml",
        "briefing.toml:2: does not parse: title should be a string; expected `title = \"…\"` and tables `[documents.ID]`",
    );
}

#[test]
fn tags_of_a_briefing_toml_are_strings() {
    complains(
        vec![file("briefing.toml", "[documents.a]\ntags = [{x = 1}]"), file("a.txt", RAIN)],
        "bad-briefing-toml",
        "briefing.toml:2: does not parse: tags should be a list of strings; expected `title = \"…\"` and tables `[documents.ID]`",
    );
}

#[test]
fn a_briefing_toml_that_names_an_unknown_document_offers_near_names() {
    complains(
        vec![
            file("briefing.toml", "[documents.norhtern-rain]\n"),
            file("northern-rain.txt", RAIN),
            file("x.txt", RAIN),
        ],
        "unknown-document",
        "briefing.toml:1: no document of this folder has the identifier \"norhtern-rain\"; did you mean northern-rain?",
    );
    complains(
        vec![file("briefing.toml", "[documents.q]\n"), file("northern-rain.txt", RAIN)],
        "unknown-document",
        "briefing.toml:1: no document of this folder has the identifier \"q\"; an identifier is the JSONL `id`, or the \
         file name without its ending",
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

#[test]
fn paths_that_are_missing_unknown_or_empty_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let says = |path: PathBuf| {
        let error = read(&[path]).unwrap_err();
        (error.code(), error.to_string().replace(&folder.path().to_string_lossy().into_owned(), "DIR"))
    };
    assert_eq!(
        says(at("none")),
        ("no-such-path", "DIR/none: no such file or folder; check the spelling".to_owned())
    );
    let nothing = "no articles in DIR; expected .txt, .md or .jsonl files with text in them (hidden files and README are none)";
    assert_eq!(says(at("")), ("no-articles", nothing.replace("DIR", "DIR/")));
    fs::write(at("a.pdf"), "x").unwrap();
    let unknown = "DIR/a.pdf: its ending tells of no kind of article; expected .txt, .md or .jsonl (each may be followed by .gz)";
    assert_eq!(says(at("a.pdf")), ("unknown-format", unknown.to_owned()));
    fs::write(at("empty.txt"), " \n").unwrap();
    assert_eq!(says(at("empty.txt")).0, "no-articles");
}

/// Reading a pipe would never end.
#[cfg(unix)]
#[test]
fn what_is_no_file_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("a.txt");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let error = read(std::slice::from_ref(&pipe)).unwrap_err();
    assert_eq!(error.code(), "unreadable-file");
    assert!(error.to_string().contains("a.txt: cannot be read (it is no file)"), "{error}");
    assert_eq!(read(&[folder.path().to_owned()]).unwrap_err().code(), "no-articles");
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let link = folder.path().join("loop");
    std::os::unix::fs::symlink(folder.path(), &link).unwrap();
    let error = read(&[folder.path().to_owned()]).unwrap_err();
    assert_eq!(error.code(), "unreadable-file");
    assert!(
        error
            .to_string()
            .ends_with("loop: cannot be read (a link leads back to its own folder); check its permissions"),
        "{error}"
    );
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
