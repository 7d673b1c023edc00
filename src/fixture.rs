//! Small corpora for the unit tests.

use crate::document::{Block, BlockKind, Corpus, Document, TitleFrom};
use crate::text::utf16_len;

/// A document whose paragraphs are parted by blank lines, its source text the text itself.
pub(crate) fn document(id: &str, title: &str, text: &str) -> Document {
    let mut start = 0;
    let mut blocks = Vec::new();
    for paragraph in text.split("\n\n") {
        if !paragraph.trim().is_empty() {
            blocks.push(Block {
                kind: BlockKind::Paragraph,
                text: paragraph.to_owned(),
                start,
                sentences: crate::text::sentences(paragraph),
            });
        }
        start += utf16_len(paragraph) + 2;
    }
    Document {
        id: id.to_owned(),
        title: title.to_owned(),
        title_from: TitleFrom::Metadata,
        source: Some(format!("Outlet {id}")),
        date: Some("2024-05-06".to_owned()),
        url: None,
        lang: Some("en".to_owned()),
        tags: vec!["talks".to_owned()],
        note: None,
        blocks,
    }
}

/// A corpus of such documents, named by their numbers.
pub(crate) fn corpus<'t>(articles: impl IntoIterator<Item = (&'t str, &'t str)>) -> Corpus {
    let documents = articles.into_iter().enumerate();
    Corpus {
        title: Some("A test".to_owned()),
        documents: documents.map(|(at, (title, text))| document(&format!("d{at:03}"), title, text)).collect(),
        ..Corpus::default()
    }
}

/// Three articles with letters outside ASCII, an acronym that meets a stop word, and a repeated sentence.
pub(crate) fn talks() -> Corpus {
    corpus([
        (
            "Ministers meet in Zürich",
            "Ministers from both sides met in Zürich on Monday to renew the pact. 😀 The U.S. delegation left early.\n\n\
             The pact covers fishing rights. It was signed in 2008 by Ana Ødegård.",
        ),
        (
            "Pact renewed",
            "The fishing pact was renewed on Monday, officials said. The US delegation told us nothing.\n\n\
             Fishers had negotiated for three years.",
        ),
        ("Storm", "A storm closed the harbour. Negotiations went on by telephone."),
    ])
}
