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

#[test]
fn a_line_of_a_letter_that_begins_with_from_is_no_next_letter() {
    for head in [
        "From a@x.example Sat Jan  3 01:05:34 2031",
        "From - Sat Jan 03 01:05:34 2031",
        "From 1844674407370955@xxx Sat Jan 03 01:05:34 +0000 2031",
        "From MAILER-DAEMON Sat, 3 Jan 2031 01:05:34 UTC",
        "From a@x.example 2031-01-03 01:05:34",
    ] {
        let mbox = format!(
            "{head}\nFrom: Ann <a@x.example>\nSubject: One\n\nThe first boat came in.\n\nFrom Monday on the pier is closed, at 10:00.\n\
             From here it is a walk.\n>From the quay, too.\n>>From there.\n\n{head}\nFrom: b@x.example\nSubject: Two\n\nThe second one sank.\n"
        );
        for mbox in [mbox.replace('\n', "\r\n"), mbox] {
            let ingested = ingested("a.mbox", mbox);
            let [one, two] = ingested.corpus.documents.as_slice() else { panic!("{head}: {ingested:?}") };
            assert_eq!(
                blocks(one).join("\n"),
                "The first boat came in.\nFrom Monday on the pier is closed, at 10:00.\nFrom here it is a walk.\nFrom the quay, too.\n>From there."
            );
            assert_eq!((two.title.as_str(), blocks(two)), ("Two", vec!["The second one sank."]));
        }
    }
}
