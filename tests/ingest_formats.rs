//! Files of all kinds in one folder: each builds or is refused by name, and what is kept is verbatim.
#![cfg(feature = "pdf")]

use std::io::Write;
use std::path::Path;

use briefing::ingest::{Ingested, InputFile, is_input, parse};

fn file(path: &str, bytes: &[u8]) -> InputFile {
    InputFile { path: path.to_owned(), bytes: bytes.to_vec() }
}

const PAGE: &[u8] = include_bytes!("fixtures/formats/pages/arabic.html");
const FEED: &str = "<rss><channel><title>Log</title><item><title>One</title><description>The first boat came in at noon.</description></item>\
                    <item><title>Two</title><description>The second boat sank off the pier.</description></item></channel></rss>";

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gz.write_all(bytes).unwrap();
    gz.finish().unwrap()
}

fn folder() -> Vec<InputFile> {
    vec![
        file("in/page.html", PAGE),
        file("in/old.htm", b"<title>Caf\xe9 on the quay opens again</title><meta charset=iso-8859-1><p>The caf\xe9 on the quay opened again on Monday."),
        file("in/log.rss", FEED.as_bytes()),
        file("in/more.csv.gz", &gzip(b"title,text,date,id\nRain,Rain fell on the towns all Monday.,2031-01-26,rain\n")),
        file("in/sheet.csv", b"a,b\n1,2\n"),
        file("in/pack.zip", b"PK\x03\x04 cut short"),
        file("in/picture.html", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0"),
        file("in/note.eml", b"From: Ann <a@x.example>\nSubject: Pier\n\nThe pier is closed until Friday.\n"),
    ]
}

fn ids(ingested: &Ingested) -> Vec<&str> {
    ingested.corpus.documents.iter().map(|document| document.id.as_str()).collect()
}

#[test]
fn each_file_builds_or_is_refused_by_name() {
    let ingested = parse(folder()).unwrap();
    assert_eq!(ids(&ingested), ["rain", "page", "log-1", "log-2", "note", "old"]);
    assert_eq!(
        ingested.notices,
        [
            "in/log.rss: 2 of 2 articles are summaries: the feed has no more of them",
            "in/old.htm: read as windows-1252"
        ]
    );
    let refused: Vec<String> = ingested.refused.iter().map(ToString::to_string).collect();
    assert!(refused[0].starts_with("in/pack.zip: it is no whole ZIP archive ("), "{}", refused[0]);
    assert!(refused[1].starts_with("in/picture.html:1: not UTF-8: byte 0 is 0x89"), "{}", refused[1]);
    assert!(refused[2].starts_with("in/sheet.csv:1: there is no column \"text\""), "{}", refused[2]);
    assert_eq!(refused.len(), 3);
}

#[test]
fn every_block_is_a_slice_of_its_source_text_and_the_same_files_give_the_same_bytes() {
    let ingested = parse(folder()).unwrap();
    for (document, source) in ingested.corpus.documents.iter().zip(&ingested.sources) {
        let units: Vec<u16> = source.encode_utf16().collect();
        for block in &document.blocks {
            let start = block.start as usize;
            let text: Vec<u16> = block.text.encode_utf16().collect();
            assert_eq!(units[start..start + text.len()], text, "{}: {}", document.id, block.text);
        }
    }
    let mut backwards = folder();
    backwards.reverse();
    let again = parse(backwards).unwrap();
    assert_eq!(again, ingested);
    assert_eq!(briefing::build(&again.corpus).unwrap(), briefing::build(&ingested.corpus).unwrap());
}

#[test]
fn a_briefing_toml_tells_of_articles_of_every_kind() {
    let mut files = folder();
    files.push(file(
        "in/briefing.toml",
        b"[documents.page]\nsource = \"Wave\"\n[documents.log-2]\ndate = 2031-03-01\n",
    ));
    let corpus = parse(files).unwrap().corpus;
    let of = |id: &str| corpus.documents.iter().find(|document| document.id == id).unwrap();
    assert_eq!(of("page").source.as_deref(), Some("Wave"));
    assert_eq!((of("page").date.as_deref(), of("page").lang.as_deref()), (Some("2031-02-10"), Some("ar")));
    assert_eq!(of("log-2").date.as_deref(), Some("2031-03-01"));
}

#[test]
fn a_text_that_surely_has_another_language_than_its_page_says_has_it() {
    let german = "Die Stadt will die alte Brücke über den Fluss nicht mehr reparieren. Das hat der Rat am Abend mit einer \
                  Mehrheit von drei Stimmen beschlossen, weil die Kosten zu hoch sind.";
    let lang = |path: &str, text: String| {
        parse(vec![file(path, text.as_bytes())]).unwrap().corpus.documents.remove(0).lang.unwrap()
    };
    let page = |tag: &str| {
        lang(
            "page.html",
            format!("<html lang={tag}><title>Die Brücke</title><h1>Die Brücke</h1><p>{german}</p></html>"),
        )
    };
    assert_eq!(["en-US", "de-AT", "xx"].map(page), ["de", "de-AT", "xx"]);
    let item = format!("<item><title>Die Brücke</title><description>{german}</description></item>");
    let feed = format!("<rss><channel><title>Blatt</title><language>en</language>{item}</channel></rss>");
    assert_eq!(lang("feed.rss", feed), "de");
    assert_eq!(lang("table.csv", format!("title,text,lang\nDie Brücke,\"{german}\",en\n")), "en", "by hand");
}

#[test]
fn every_page_of_the_fixtures_is_read_wherever_it_is_cut() {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/formats/pages");
    for page in std::fs::read_dir(pages).unwrap() {
        let bytes = std::fs::read(page.unwrap().path()).unwrap();
        for cut in (0..bytes.len()).step_by(397) {
            let _ = parse(vec![file("page.html", &bytes[..cut])]);
        }
    }
    assert!(
        is_input("a.HTM")
            && is_input("a.zip")
            && is_input("a.eml.gz")
            && is_input("a.pdf")
            && !is_input("a.png")
    );
}
