//! What holds for any files at all.
#![cfg(feature = "ingest")]

use briefing::ingest::{Ingested, InputFile, parse};
use proptest::prelude::*;

const ENDINGS: &[&str] = &["txt", "md", "jsonl", "txt.gz", "jsonl.gz", "toml", "pdf"];

/// Pieces that the rules of ingest turn on, so that random texts reach them.
fn page() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\n".to_owned()),
        Just("\n\n".to_owned()),
        Just("\r\n".to_owned()),
        Just("---\n".to_owned()),
        Just("# ".to_owned()),
        Just("- ".to_owned()),
        Just("  • ".to_owned()),
        Just("1. ".to_owned()),
        Just("|".to_owned()),
        Just("Area |\n---|\n".to_owned()),
        Just("Share\n".to_owned()),
        Just("Related Posts\n".to_owned()),
        Just("By Ann Lee\n".to_owned()),
        Just("PARIS – ".to_owned()),
        Just("It rained on the northern towns. (AFP)\n".to_owned()),
        Just("title: x\n".to_owned()),
        Just("雨が降った。".to_owned()),
        Just("🌧️ ".to_owned()),
        "[A-Za-z ,.:;()*_<>&\u{a0}\u{200b}]{0,40}",
        any::<String>(),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Every block is a slice of its source text, in order; its sentences are slices of it.
fn check(ingested: &Ingested) {
    for (document, source) in ingested.corpus.documents.iter().zip(&ingested.sources) {
        assert!(!document.title.trim().is_empty());
        let units: Vec<u16> = source.encode_utf16().collect();
        let mut end = 0;
        for block in &document.blocks {
            let start = block.start as usize;
            let length = block.text.encode_utf16().count();
            assert!(start >= end && length > 0);
            assert_eq!(String::from_utf16(&units[start..start + length]).unwrap(), block.text);
            assert_eq!(block.text.trim(), block.text);
            end = start + length;
            for sentence in &block.sentences {
                assert!(block.text.get(sentence.clone()).is_some_and(|sentence| !sentence.is_empty()));
            }
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_under_any_ending_give_documents_or_an_error(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        ending in prop::sample::select(ENDINGS),
    ) {
        let path = if ending == "toml" { "briefing.toml".to_owned() } else { format!("a.{ending}") };
        if let Ok(ingested) = parse(vec![InputFile { path, bytes }]) {
            check(&ingested);
        }
    }

    #[test]
    fn blocks_of_any_page_are_slices_of_its_source_text(page in page(), markdown in any::<bool>()) {
        let path = if markdown { "a.md" } else { "a.txt" };
        if let Ok(ingested) = parse(vec![InputFile { path: path.to_owned(), bytes: page.into_bytes() }]) {
            check(&ingested);
        }
    }

    #[test]
    fn the_order_of_files_does_not_matter(pages in prop::collection::vec(page(), 1..5)) {
        let files: Vec<InputFile> = pages
            .into_iter()
            .enumerate()
            .map(|(n, page)| InputFile { path: format!("{n}.txt"), bytes: page.into_bytes() })
            .collect();
        let mut backwards = files.clone();
        backwards.reverse();
        prop_assert_eq!(parse(files), parse(backwards));
    }
}
