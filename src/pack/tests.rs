//! What a pack must stand: its own bytes, anybody's bytes, and bytes with a plan.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::layout::{Section, frame};
use super::{FORMAT_VERSION, Layout, Pack};
use crate::api::{CardKind, OverviewOptions, SearchOptions};
use crate::{Briefing, Error, fixture};

fn talks() -> Vec<u8> {
    static PACK: LazyLock<Vec<u8>> = LazyLock::new(|| crate::build(&fixture::talks()).unwrap());
    PACK.clone()
}

/// Asks everything there is to ask; nothing of it may panic.
fn ask_everything(briefing: &Briefing<Vec<u8>>) {
    for query in ["pact", "US delegation", "negotiating", "n", "zzz"] {
        let _ = briefing.search(query, &SearchOptions::default());
    }
    let _ = briefing.overview(&OverviewOptions::default());
    let _ = CardKind::ALL.map(|kind| briefing.card(kind).map(drop));
    for source in briefing.info().documents {
        let _ = briefing.article(source.document);
        let _ = briefing.document(source.document);
    }
}

#[test]
fn texts_and_facts_survive_the_pack() {
    let corpus = fixture::talks();
    let briefing = Briefing::open(talks()).unwrap();
    let info = briefing.info();
    assert_eq!((info.title, info.documents.len(), info.outlets), ("A test", 3, 3));
    for document in &corpus.documents {
        let read = briefing.document(&document.id).unwrap();
        assert_eq!(read.about.title, document.title);
        assert_eq!(read.about.source, document.source.as_deref());
        assert_eq!(read.about.tags, document.tags);
        let texts: Vec<_> = read.blocks.iter().map(|block| block.text).collect();
        assert_eq!(texts, document.blocks.iter().map(|block| block.text.as_str()).collect::<Vec<_>>());
        let starts: Vec<_> = read.blocks.iter().map(|block| block.start).collect();
        assert_eq!(starts, document.blocks.iter().map(|block| block.start).collect::<Vec<_>>());
    }
}

#[test]
fn the_same_corpus_gives_the_same_bytes() {
    assert_eq!(crate::build(&fixture::talks()), Ok(talks()));
}

#[test]
fn an_empty_corpus_makes_a_pack_that_opens() {
    let briefing = Briefing::open(crate::build(&crate::document::Corpus::default()).unwrap()).unwrap();
    assert!(briefing.pack().is_empty());
    ask_everything(&briefing);
}

#[test]
fn a_pack_cut_short_says_how_long_it_should_be() {
    let pack = talks();
    for length in 0..pack.len() {
        let error = Pack::open(&pack[..length]).unwrap_err();
        match error {
            Error::NotAPack { .. } => assert!(length < 8),
            Error::PackCutShort { found, .. } => assert_eq!(found, length),
            other => panic!("{length}: {other}"),
        }
    }
    let error = Pack::open(&pack[..pack.len() - 1]).unwrap_err();
    assert_eq!(error.code(), "pack-cut-short");
    assert!(error.to_string().contains(&format!("expected {} bytes, found {}", pack.len(), pack.len() - 1)));
}

#[test]
fn a_pack_of_a_later_version_says_so() {
    let mut pack = talks();
    pack[8] = FORMAT_VERSION as u8 + 1;
    let error = Pack::open(pack).unwrap_err();
    assert_eq!(error, Error::PackVersion { expected: FORMAT_VERSION, found: FORMAT_VERSION + 1 });
    assert!(error.to_string().contains(&format!("version {} at byte 8", FORMAT_VERSION + 1)), "{error}");
}

#[test]
fn bytes_behind_the_end_are_refused() {
    let mut pack = talks();
    pack.push(0);
    assert_eq!(Pack::open(pack).unwrap_err().code(), "pack-damaged");
}

#[test]
fn a_changed_byte_is_told_by_its_block() {
    let mut pack = talks();
    let last = pack.len() - 1;
    pack[last] ^= 1;
    let error = Pack::open(pack).unwrap_err();
    assert!(matches!(error, Error::PackChecksum { section: "text", .. }), "{error}");
}

/// The sections of a pack, to change and frame again.
fn sections(pack: &[u8]) -> Vec<(Section, Vec<u8>)> {
    let layout = Layout::read(pack).unwrap();
    layout.blocks.iter().map(|block| (block.section, pack[block.range.clone()].to_vec())).collect()
}

proptest! {
    #[test]
    fn any_bytes_are_an_error(bytes: Vec<u8>) {
        prop_assert!(Pack::open(bytes).is_err());
    }

    #[test]
    fn any_bytes_behind_a_true_header_are_an_error(bytes: Vec<u8>, keep in 8usize..200) {
        let mut pack = talks();
        pack.truncate(keep);
        pack.extend(bytes);
        prop_assert!(Pack::open(pack).is_err());
    }

    #[test]
    fn a_changed_byte_is_an_error(at: prop::sample::Index, bit in 0u8..8) {
        let mut pack = talks();
        let at = at.index(pack.len());
        pack[at] ^= 1 << bit;
        prop_assert!(Pack::open(pack).is_err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3000))]
    /// Damage with checksums made to fit, as an attacker would: an error, or a pack that can be asked anything.
    #[test]
    fn changed_content_with_true_checksums_never_panics(
        section in prop::sample::select(&[0usize, 1, 2, 3, 4, 5, 7][..]),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        cut in prop::option::of(any::<prop::sample::Index>()),
    ) {
        let mut parts = sections(&talks());
        let bytes = &mut parts[section].1;
        for (at, value) in changes {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len()));
        }
        if let Ok(briefing) = Briefing::open(frame(&parts).unwrap()) {
            ask_everything(&briefing);
        }
    }
}
