//! Bad input: what is said about it, with file, place and remedy.
#![cfg(feature = "formats")]

use std::fs;
use std::io::Write;
use std::path::PathBuf;

use briefing::ingest::{InputFile, parse, read};

fn file(path: &str, text: &str) -> InputFile {
    InputFile { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

#[track_caller]
fn complains(files: Vec<InputFile>, code: &str, message: &str) {
    let error = parse(files).unwrap_err();
    assert_eq!((error.code(), error.to_string().as_str()), (code, message));
}

const RAIN: &str = "Rain fell on the northern towns all Monday.\n";

#[test]
fn bytes_that_are_no_text_are_named_with_their_place() {
    complains(
        vec![InputFile { path: "a.txt".to_owned(), bytes: b"Rain.\nCaf\xe9\x01.".to_vec() }],
        "not-utf8",
        "a.txt:2: not UTF-8: byte 9 is 0xe9; save the file as UTF-8, for example with `iconv -f WINDOWS-1252 -t UTF-8`",
    );
}

#[test]
fn another_encoding_is_converted_and_told() {
    for (bytes, encoding, text) in [
        (&b"Rain fell.\nThe Caf\xe9 was full all day."[..], "windows-1252", "The Café was full all day."),
        (b"\xff\xfeR\0a\0i\0n\0 \0f\0e\0l\0l\0.\0", "UTF-16LE", "Rain fell."),
    ] {
        let ingested = parse(vec![InputFile { path: "a.txt".to_owned(), bytes: bytes.to_vec() }]).unwrap();
        assert_eq!(ingested.notices, [format!("a.txt: read as {encoding}")]);
        assert!(ingested.sources[0].ends_with(text), "{}", ingested.sources[0]);
    }
}

#[test]
fn a_file_that_cannot_be_read_does_not_keep_the_others_out() {
    let ingested =
        parse(vec![file("a.txt", RAIN), file("b.jsonl", "{}"), file("c.md", "---\ndate: x\n---\n")]).unwrap();
    assert_eq!(ingested.corpus.documents.len(), 1);
    let codes: Vec<&str> = ingested.refused.iter().map(briefing::Error::code).collect();
    assert_eq!(codes, ["bad-jsonl", "bad-date"]);
}

#[test]
fn bytes_with_zeros_that_are_no_utf_16_are_told() {
    for (bytes, place) in
        [(&b"R\0\0\0a\0\0\0\n\0\0\0"[..], "byte 1 is 0x00"), (b"\0\0\0R\0\0\0\n", "byte 0 is 0x00")]
    {
        complains(
            vec![InputFile { path: "a.txt".to_owned(), bytes: bytes.to_vec() }],
            "not-utf8",
            &format!(
                "a.txt:1: not UTF-8: {place}; save the file as UTF-8, for example with `iconv -f UTF-16 -t UTF-8`"
            ),
        );
    }
}

#[test]
fn damaged_gzip_is_named() {
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gz.write_all(RAIN.repeat(50).as_bytes()).unwrap();
    let mut bytes = gz.finish().unwrap();
    bytes.truncate(bytes.len() - 12);
    let error = parse(vec![InputFile { path: "a.txt.gz".to_owned(), bytes }]).unwrap_err();
    assert_eq!(error.code(), "bad-gzip");
    assert!(error.to_string().starts_with("a.txt.gz: cannot be unpacked as gzip ("), "{error}");
    assert!(error.to_string().ends_with("); copy or compress it again"), "{error}");
}

#[test]
fn front_matter_that_does_not_parse_is_named_with_its_line() {
    let expected = "expected lines like `title: \"…\"` between two lines `---`, or `title = \"…\"` between two lines `+++`";
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
        vec![file(
            "b.jsonl",
            "{\"id\":\"x\",\"text\":\"Rain.\"}\n\n{\"id\":\"rain\",\"text\":\"Rain.\"}\n{\"id\":\"rain\",\"text\":\"Hail.\"}",
        )],
        "duplicate-id",
        "two documents have the identifier \"rain\": b.jsonl:3 and b.jsonl:4; rename one of them, or leave one out",
    );
}

#[test]
fn a_line_that_is_no_article_is_named() {
    let expected = "expected one object a line, like {\"id\": \"…\", \"title\": \"…\", \"text\": \"…\"}";
    for (json, reason) in [
        ("{\"text\": \"Rain.\"", "EOF while parsing an object at column 16"),
        ("[1]", "it is no object"),
        ("{\"id\": \"a\"}", "it has no \"text\""),
        ("{\"text\": 7}", "\"text\" should be a string"),
        ("{\"text\": \"Rain.\", \"id\": {}}", "\"id\" should be a string or a number"),
        ("{\"text\": \"Rain.\", \"title\": {}}", "\"title\" should be a string"),
        ("{\"text\": \"Rain.\", \"title\": []}", "\"title\" should be a string"),
        ("{\"text\": \"Rain.\", \"tags\": {}}", "\"tags\" should be a list of strings"),
        ("{\"text\": \"Rain.\", \"tags\": [\"a\", {}]}", "\"tags\" should be a list of strings"),
    ] {
        let text = format!("{{\"text\": \"Rain.\"}}\n{json}\n");
        let ingested = parse(vec![file("a.jsonl", &text)]).unwrap();
        assert_eq!(ingested.corpus.documents.len(), 1);
        let refused: Vec<String> = ingested.refused.iter().map(ToString::to_string).collect();
        assert_eq!(refused, [format!("a.jsonl:2: no article: {reason}; {expected}")]);
        assert_eq!(ingested.refused[0].code(), "bad-jsonl");
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
    let nothing = "no articles in DIR; expected .txt, .md, .jsonl, .html, .csv, .tsv, .rss, .atom, .xml, .eml, .mbox, .docx, .pdf or .zip files with text in them (hidden files and README are none), or a finished briefing (.brief, .html, .wasm) that is named itself";
    assert_eq!(says(at("")), ("no-articles", nothing.replace("DIR", "DIR/")));
    fs::write(at("a.png"), "x").unwrap();
    let unknown = "DIR/a.png: its ending tells of no kind of article; expected .txt, .md, .jsonl, .html, .csv, .tsv, .rss, .atom, .xml, .eml, .mbox, .docx, .pdf or .zip (each may be followed by .gz), or a finished briefing (.brief, .html, .wasm)";
    assert_eq!(says(at("a.png")), ("unknown-format", unknown.to_owned()));
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
            .ends_with("loop: cannot be read (a link leads back to its own folder); check its permissions, or leave it out"),
        "{error}"
    );
}

/// It may leave articles out that are not to be published.
#[cfg(unix)]
#[test]
fn without_a_briefing_toml_that_cannot_be_read_nothing_is_built() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), RAIN).unwrap();
    std::os::unix::fs::symlink("gone.toml", folder.path().join("briefing.toml")).unwrap();
    let error = read(&[folder.path().to_owned()]).unwrap_err();
    assert_eq!(error.code(), "unreadable-file");
    assert!(error.to_string().contains("briefing.toml: cannot be read ("), "{error}");
}

/// Whatever stands in a folder, the rest of it is built, and what was wrong is forgotten once it is mended.
#[cfg(unix)]
#[test]
fn an_entry_of_a_folder_that_cannot_be_read_is_refused_alone() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("a.txt"), RAIN).unwrap();
    for (target, link) in [(at("gone.txt"), "b.txt"), (at(""), "loop"), (at("gone.txt"), ".#a.txt")] {
        std::os::unix::fs::symlink(target, at(link)).unwrap();
    }
    let mut folders = briefing::ingest::Folders::of(vec![folder.path().to_owned()]);
    let refused = |folders: &briefing::ingest::Folders, documents: usize| -> Vec<String> {
        let ingested = folders.finish(&briefing::ingest::Edits::default()).unwrap();
        assert_eq!(ingested.corpus.documents.len(), documents);
        ingested
            .refused
            .iter()
            .map(|error| error.file().unwrap().rsplit('/').next().unwrap().to_owned())
            .collect()
    };
    assert!(folders.update().unwrap());
    assert_eq!(refused(&folders, 1), ["b.txt", "loop"]);
    assert!(!folders.update().unwrap());
    fs::write(at("gone.txt"), "Snow fell on the hills of the county for all of Tuesday.").unwrap();
    fs::remove_file(at("loop")).unwrap();
    assert!(folders.update().unwrap());
    assert_eq!(refused(&folders, 3), Vec::<String>::new());
    let error = read(&[at("none.txt")]).unwrap_err();
    assert_eq!(error.code(), "no-such-path");
}

#[test]
fn a_file_is_one_however_it_is_spelt() {
    let paths = ["./FILE", "FILE", "././FILE"]
        .map(|path| path.replace("FILE", "tests/fixtures/cards/de/theater.txt").into());
    let ingested = read(&paths).unwrap();
    assert_eq!(ingested.rows.len(), 1);
    assert_eq!(ingested.rows[0].place, "./tests/fixtures/cards/de/theater.txt");
}

#[test]
fn what_came_with_a_saved_page_is_no_article() {
    let page = |title: &str| format!("<title>{title}</title><h1>{title}</h1><p>{RAIN}</p>");
    let ingested = briefing::ingest::parse(vec![
        file("rain.html", &page("Rain")),
        file("rain_files/saved_resource.html", &page("Advertisement")),
        file("snow_files/snow.html", &page("Snow")),
        file("~$rain.docx", "lock"),
    ])
    .unwrap();
    let ids: Vec<&str> = ingested.rows.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, ["rain", "snow"]);
    assert!(ingested.refused.is_empty() && ingested.notices.is_empty(), "{:?}", ingested.notices);
}
