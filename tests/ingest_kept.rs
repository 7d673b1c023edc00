//! What files hold beside plain paragraphs, in the ways in which people have them: nothing of it is lost without a word.
#![cfg(feature = "pdf")]

use briefing::document::Document;
use briefing::ingest::{Ingested, InputFile, parse};

fn ingested(path: &str, bytes: impl Into<Vec<u8>>) -> Ingested {
    parse(vec![InputFile { path: path.to_owned(), bytes: bytes.into() }]).unwrap()
}

fn blocks(document: &Document) -> Vec<&str> {
    document.blocks.iter().map(|block| block.text.as_str()).collect()
}

/// The only article of a file.
#[track_caller]
fn article(path: &str, bytes: impl Into<Vec<u8>>) -> Document {
    let mut documents = ingested(path, bytes).corpus.documents;
    assert_eq!(documents.len(), 1, "{documents:?}");
    documents.remove(0)
}
