//! Hostile and odd files: each builds or is refused with its name, place and reason, and the file beside it still builds.
#![cfg(feature = "pdf")]

use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use briefing::ingest::{Ingested, InputFile, parse};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const BESIDE: &str = "The pier is closed until Friday, the harbour office said on Monday.";

/// What comes of a file with another one beside it, which has to build.
fn with(path: &str, bytes: impl Into<Vec<u8>>) -> Ingested {
    let file = |path: &str, bytes: Vec<u8>| InputFile { path: path.to_owned(), bytes };
    let ingested = parse(vec![file(path, bytes.into()), file("beside.txt", BESIDE.into())]).unwrap();
    let beside = ingested.corpus.documents.iter().find(|document| document.id == "beside").unwrap();
    assert_eq!(beside.blocks[0].text, BESIDE);
    briefing::build(&ingested.corpus).unwrap();
    ingested
}

/// Why a file is refused.
fn refused(path: &str, bytes: impl Into<Vec<u8>>) -> String {
    let ingested = with(path, bytes);
    assert_eq!(ingested.corpus.documents.len(), 1, "{:?}", ingested.corpus.documents);
    assert_eq!(ingested.refused.len(), 1);
    ingested.refused[0].to_string()
}

/// The documents of a file but the one beside it, as identifier and text, and its notices.
fn built(path: &str, bytes: impl Into<Vec<u8>>) -> (Vec<(String, String)>, Vec<String>) {
    let ingested = with(path, bytes);
    assert!(ingested.refused.is_empty(), "{:?}", ingested.refused);
    let texts = ingested.corpus.documents.into_iter().filter(|document| document.id != "beside");
    let text = |document: &briefing::document::Document| {
        document.blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("|")
    };
    (texts.map(|document| (document.id.clone(), text(&document))).collect(), ingested.notices)
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default().compression_level(Some(1))).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gz.write_all(bytes).unwrap();
    gz.finish().unwrap()
}

const RAIN: &str = "Rain fell on the towns of the coast for all of Monday.";

#[test]
fn archives_that_are_cut_locked_or_bombs_are_refused() {
    let whole = zipped(&[("rain.txt", RAIN.as_bytes())]);
    assert!(refused("a.zip", &whole[..whole.len() / 2]).starts_with("a.zip: it is no whole ZIP archive ("));
    // The first bit of its flags says that an entry is encrypted: in its own head and in the directory.
    let mut locked = whole.clone();
    let directory = locked.windows(4).position(|window| window == b"PK\x01\x02").unwrap();
    for at in [6, directory + 8] {
        locked[at] |= 1;
    }
    let message = refused("a.zip", locked);
    assert!(message.starts_with("a.zip: ") && message.contains("without encryption"), "{message}");
    let bomb = zipped(&[("bomb.txt", &vec![b'a'; 65 << 20])]);
    assert!(bomb.len() < 1_000_000);
    assert_eq!(
        refused("a.zip", bomb),
        "a.zip: the archive unpacks to more than 67108864 bytes, too many for one file"
    );
}

#[test]
fn names_in_archives_lead_nowhere_else_and_archives_in_archives_stay_closed() {
    let inner = zipped(&[("deep.txt", RAIN.as_bytes())]);
    let names = ["../../up.txt", "/etc/root.txt", "..\\win.txt", "inner.zip"];
    let [up, root, win, archive] = names;
    let bytes = zipped(&[
        (up, RAIN.as_bytes()),
        (root, b"Snow fell on the hills of the county for all of Tuesday."),
        (win, b"Hail fell on the islands of the bay for all of Wednesday."),
        (archive, &inner),
    ]);
    let ingested = with("in/a.zip", bytes);
    let places: Vec<&str> = ingested.rows.iter().map(|row| row.place.as_str()).collect();
    for place in ["in/a.zip/up.txt", "in/a.zip/etc/root.txt", "in/a.zip/win.txt"] {
        assert!(places.contains(&place), "{places:?}");
    }
    let notice = "in/a.zip/inner.zip: passed over: an archive in an archive is not opened; unpack it first";
    assert_eq!(ingested.notices, [notice]);
}

#[test]
fn a_file_with_the_ending_of_another_kind_is_read_as_what_it_is() {
    let page = format!(
        "<!DOCTYPE html><html><title>Rain</title><body><h1>Rain on the coast</h1><p>{RAIN}</p></body></html>"
    );
    let (documents, notices) = built("a.txt", page.clone());
    assert_eq!(documents, [("a".to_owned(), RAIN.to_owned())]);
    assert_eq!(notices, ["a.txt: read as an HTML page, which it is in spite of its ending"]);
    let (documents, notices) = built("a.txt", gzipped(RAIN.as_bytes()));
    assert_eq!(documents, [("a".to_owned(), RAIN.to_owned())]);
    assert_eq!(notices, ["a.txt: unpacked: it is packed by gzip, which its ending does not tell"]);
    let (documents, notices) = built("a.txt", include_bytes!("fixtures/formats/pdf/columns.pdf"));
    assert!(documents[0].1.contains("The first ship was the ferry Petrel."));
    assert_eq!(notices, ["a.txt: read as a PDF, which it is in spite of its ending"]);
    let feed = format!(
        "<?xml version='1.0'?><rss><channel><item><description>{RAIN}</description></item></channel></rss>"
    );
    assert_eq!(built("a.html", feed).0, [("a-1".to_owned(), RAIN.to_owned())]);
    assert_eq!(built("a.xml", page).0, [("a".to_owned(), RAIN.to_owned())]);
    assert_eq!(
        refused("a.md", zipped(&[("a.txt", b"")])),
        "a.md: it is a ZIP archive; name it .zip, or unpack it"
    );
    assert!(refused("a.txt", "{\\rtf1\\ansi Rain}").starts_with("a.txt: it is an RTF document; save it as"));
    assert!(refused("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1").contains("old office program"));
    assert!(refused("a.pdf", "Rain fell.").starts_with("a.pdf: it is no whole PDF"));
}

#[test]
fn scripts_in_titles_and_attributes_stay_text_or_stay_out() {
    let page = format!(
        "<html><head><title>&lt;script&gt;alert(1)&lt;/script&gt; in the log</title></head><body><article><h1 onclick=\"alert(2)\">\
         &lt;img src=x onerror=alert(3)&gt; is no headline</h1><p title='\"><script>alert(4)</script>'>{RAIN}</p><script>alert(5)</script></article>"
    );
    let ingested = with("a.html", page);
    let page = ingested.corpus.documents.iter().find(|document| document.id == "a").unwrap();
    assert_eq!(page.title, "<img src=x onerror=alert(3)> is no headline");
    assert_eq!(page.blocks.len(), 1);
    assert_eq!(page.blocks[0].text, RAIN);
}

#[test]
fn what_turns_letters_round_is_taken_out_of_titles_and_left_in_texts() {
    let title = "\u{202e}txt.exe is \u{2066}here";
    let text = format!("The file \u{202e}txt.exe\u{202c} was found on Monday. {RAIN}");
    let line = serde_json::json!({ "id": "a", "title": title, "source": "\u{202e}kraM", "text": text });
    let ingested = with("a.jsonl", line.to_string());
    let document = ingested.corpus.documents.iter().find(|document| document.id == "a").unwrap();
    assert_eq!((document.title.as_str(), document.source.as_deref()), ("txt.exe is here", Some("kraM")));
    assert_eq!(document.blocks[0].text, text);
    let mixed = "قال مدير Harbour Office يوم 4 مارس 2031 إن 2.5 مليون كرونة دفعت.";
    assert_eq!(built("a.txt", mixed).0, [("a".to_owned(), mixed.to_owned())]);
}

#[test]
fn zero_bytes_are_left_out_or_tell_utf_16() {
    let (documents, notices) = built("a.txt", format!("{RAIN}\0 It stopped\0 at night.\0"));
    assert_eq!(documents[0].1, format!("{RAIN} It stopped at night."));
    assert_eq!(notices, ["a.txt: 3 zero bytes were left out"]);
    let (documents, notices) =
        built("a.txt", RAIN.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>());
    assert_eq!((documents[0].1.as_str(), notices), (RAIN, vec!["a.txt: read as UTF-16BE".to_owned()]));
}

#[test]
fn a_broken_line_is_named() {
    let line = |text: &str| format!("{{\"id\":\"x\",\"text\":\"{text}\"}}\n");
    let ingested = with("a.jsonl", line("Rain.") + "{\"text\": \"Sno\n");
    assert_eq!((ingested.corpus.documents.len(), ingested.refused.len()), (2, 1));
    assert!(ingested.refused[0].to_string().starts_with("a.jsonl:2: no article: "));
    let message = refused("a.jsonl", line("Rain fell \\ud800 on Monday."));
    assert!(
        message.starts_with("a.jsonl:1: no article: ") && message.contains("hex escape at column 35"),
        "{message}"
    );
    assert_eq!(
        refused("a.csv", format!("id,text\nx,{RAIN}\ny,\"{RAIN}\nz,{RAIN}\n")),
        "a.csv:3: a quote is opened in this row and never closed; close it, or write it twice"
    );
}

#[test]
fn bombs_of_references_and_depth_are_refused_or_stay_text() {
    let entities: String =
        (1..10).map(|i| format!("<!ENTITY l{i} \"{}\">", format!("&l{};", i - 1).repeat(10))).collect();
    let feed = format!(
        "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY l0 'lol'>{entities}]><rss><channel><item><description>&l9; {RAIN}</description></item></channel></rss>"
    );
    assert_eq!(built("a.rss", feed).0[0].1, format!("&l9; {RAIN}"));
    let anchors: String =
        (1..12).map(|i| format!("a{i}: &a{i} [{}]\n", format!("*a{},", i - 1).repeat(9))).collect();
    let message = refused("a.md", format!("---\na0: &a0 [x]\n{anchors}tags: *a11\n---\n{RAIN}"));
    assert!(message.starts_with("a.md:") && message.contains("front matter does not parse"), "{message}");
    let deep = format!("<rss>{}</rss>", "<channel>".repeat(5000));
    assert!(
        refused("a.rss", deep).starts_with("a.rss:1: its elements stand in one another more than 256 deep")
    );
    assert!(refused("a.html", format!("<p>{}", "<div>".repeat(9000))).contains("too deep to be a page"));
    let deep = "[".repeat(100_000);
    assert!(refused("a.jsonl", format!("{{\"text\":{deep}")).starts_with("a.jsonl:1: no article: recursion"));
}

#[test]
fn empty_files_are_passed_over_or_refused() {
    for path in ["a.txt", "a.md", "a.html"] {
        let ingested = with(path, "");
        assert_eq!(ingested.corpus.documents.len(), 1, "{path}");
        assert_eq!(ingested.notices, [format!("{path}: passed over: it holds no text")]);
    }
    assert_eq!(with("a.jsonl", "").corpus.documents.len(), 1);
    for path in ["a.csv", "a.eml", "a.rss", "a.docx", "a.pdf", "a.zip", "a.txt.gz"] {
        assert!(refused(path, "").starts_with(&format!("{path}:")), "{path}");
    }
}

/// A line four times as long takes four times as long, not sixteen; there is room for a busy machine.
#[test]
fn a_single_line_of_any_length_takes_time_by_its_length() {
    let text = |bytes: usize| format!("{RAIN} ").repeat(bytes / RAIN.len());
    let kinds = [
        ("a.txt", "", ""),
        ("a.html", "<html><body><article><h1>Rain</h1><p>", ""),
        ("a.jsonl", "{\"text\":\"", "\"}"),
        ("a.csv", "id,text\na,", "\n"),
    ];
    let time = |path: &str, bytes: String| {
        let start = Instant::now();
        let files = vec![InputFile { path: path.to_owned(), bytes: bytes.into() }];
        assert_eq!(parse(files).unwrap().corpus.documents.len(), 1);
        start.elapsed()
    };
    for (path, before, after) in kinds {
        let of = |length: usize| time(path, before.to_owned() + &text(length) + after);
        let (short, long) = (of(25_000), of(100_000));
        println!("{path}: {short:?} for 25 kB, {long:?} for 100 kB");
        assert!(long < 10 * short + Duration::from_millis(500), "{path}: {short:?}, then {long:?}");
    }
}

#[test]
fn a_feed_of_a_thousand_items_is_a_thousand_articles() {
    let items: String = (0..1000)
        .map(|i| format!("<item><title>Log {i}</title><description>Ship number {i} came in at noon on Monday.</description></item>"))
        .collect();
    let (documents, _) = built("a.rss", format!("<rss><channel>{items}</channel></rss>"));
    assert_eq!(documents.len(), 1000);
}

#[test]
fn elements_that_every_paragraph_opens_anew_are_refused_before_they_fill_the_memory() {
    let page: String = (0..3000).map(|i| format!("<p><b a={i}>Rain</p>")).collect();
    assert!(refused("a.html", format!("<html><body>{page}")).contains("too deep to be a page"));
}
