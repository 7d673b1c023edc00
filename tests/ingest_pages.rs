//! Whole pages of many kinds, all invented: which lines are kept, as what, and which are dropped as furniture.
//!
//! A fixture holds the page, each line behind the name of what should become of it and a bar: `title`, `drop`, or a
//! kind of block (`para`, `head`, `item`, `lead`, `capt`, `cred`).
#![cfg(feature = "ingest")]

use std::fs;
use std::path::Path;

use briefing::document::{BlockKind, Document, TitleFrom};
use briefing::ingest::{InputFile, parse};

fn name(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Paragraph => "para",
        BlockKind::Heading => "head",
        BlockKind::Item => "item",
        BlockKind::Lead => "lead",
        BlockKind::Caption => "capt",
        BlockKind::Credit => "cred",
    }
}

/// The page with what became of each line, in the form of the fixtures.
fn told(page: &str, document: &Document) -> String {
    let mut blocks = document.blocks.iter().peekable();
    let mut title = (document.title_from == TitleFrom::Heading).then_some(document.title.as_str());
    let mut out = String::new();
    for line in page.lines() {
        if line.is_empty() {
            out.push('\n');
            continue;
        }
        let became = if let Some(block) = blocks.next_if(|block| {
            line.ends_with(block.text.as_str()) || line.strip_suffix(" |") == Some(&block.text)
        }) {
            name(block.kind)
        } else if title == Some(line) {
            title = None;
            "title"
        } else {
            "drop"
        };
        out.push_str(&format!("{became}|{line}\n"));
    }
    assert_eq!(blocks.next(), None, "every block is a line of the page");
    out
}

#[test]
fn articles_are_kept_and_furniture_is_dropped_on_pages_of_many_kinds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/ingest/pages");
    let mut wrong = String::new();
    let mut pages = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let expected = fs::read_to_string(&path).unwrap();
        let page: String = expected
            .lines()
            .map(|line| line.split_once('|').map_or("", |(_, line)| line).to_owned() + "\n")
            .collect();
        let file = InputFile { path: "page.txt".to_owned(), bytes: page.clone().into_bytes() };
        let found = told(&page, &parse(vec![file]).unwrap().corpus.documents[0]);
        for (expected, found) in
            expected.lines().zip(found.lines()).filter(|(expected, found)| expected != found)
        {
            wrong += &format!("{}: expected {expected}\n    found {found}\n", path.display());
        }
        pages += 1;
    }
    assert!(pages >= 8, "the fixtures are there");
    assert!(wrong.is_empty(), "{wrong}");
}
