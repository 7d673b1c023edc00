//! Acronyms and names of five real reports of one story, held against a careful reading of them.
//!
//! The reports and the reading are no part of the repository; where they are absent the tests pass over.
#![cfg(feature = "ingest")]

use std::fs;
use std::path::{Path, PathBuf};

use briefing::document::Corpus;
use briefing::ingest;
use briefing::insight::{Glossary, GlossaryEntry, initialisms};
use serde_json::Value;

/// The reports and the reading, where they lie beside the checkout.
fn gold() -> Option<(Corpus, Value)> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let gold = fs::read(shared.join("gold/seeds.json")).ok()?;
    let seeds: PathBuf = shared.join("seeds");
    let corpus = ingest::read(&[seeds]).expect("the reports are read").corpus;
    Some((corpus, serde_json::from_slice(&gold).expect("the reading is JSON")))
}

fn list(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// The documents that the reading names by the three digits of their files.
fn numbers(corpus: &Corpus, files: &Value) -> Vec<u32> {
    let number = |file: &str| corpus.documents.iter().position(|document| document.id.starts_with(file));
    let mut all: Vec<u32> = list(files).into_iter().filter_map(number).map(|at| at as u32).collect();
    all.sort_unstable();
    all
}

#[test]
fn acronyms_have_the_long_form_that_a_report_gives_and_no_other() {
    let Some((corpus, gold)) = gold() else { return };
    let glossary = Glossary::of(&corpus);
    let initialisms = initialisms(&corpus, &glossary);
    for expected in gold["acronyms"].as_array().expect("a list") {
        let short = expected["acronym"].as_str().expect("an acronym");
        let of_it = |entry: &&GlossaryEntry| entry.variants.iter().any(|variant| variant == short);
        let entry = glossary.entries.iter().find(of_it).unwrap_or_else(|| panic!("{short} is missing"));
        let mut variants = list(&expected["variants"]);
        variants.sort_unstable();
        assert_eq!(entry.variants, variants, "{short}");
        let defined: Vec<&Value> = expected["defined_in"].as_array().into_iter().flatten().collect();
        let long = entry.long.as_ref().map(|long| long.text(&corpus));
        if defined.is_empty() {
            assert_eq!(long, None, "{short} is defined nowhere");
        } else {
            assert_eq!(long, expected["expansion"].as_str(), "{short}");
            let files: Value = defined.iter().map(|place| place["file"].clone()).collect();
            let mut defining: Vec<u32> = entry.defined.iter().map(|defined| defined.short.document).collect();
            defining.dedup();
            assert_eq!(defining, numbers(&corpus, &files), "{short}");
        }
        if expected.get("used_undefined_in").is_some() {
            assert_eq!(entry.undefined, numbers(&corpus, &expected["used_undefined_in"]), "{short}");
        }
        // What the letters stand for, where only the initials of a name tell: an alias for queries.
        if let (true, Some(expansion)) = (defined.is_empty(), expected["expansion"].as_str()) {
            let alias = initialisms.iter().find(|alias| alias.used && entry.short == alias.short);
            assert_eq!(alias.map(|alias| alias.long.text(&corpus)), Some(expansion), "{short}");
        }
    }
}

#[test]
fn names_that_no_report_abbreviates_can_be_asked_for_by_their_initials() {
    let Some((corpus, _)) = gold() else { return };
    let all = initialisms(&corpus, &Glossary::of(&corpus));
    for (short, long) in
        [("JSCD", "Joint Security Cooperation Dialogue"), ("SFA", "Strategic Framework Agreement")]
    {
        let alias = all.iter().find(|alias| alias.short == short && !alias.used);
        assert_eq!(alias.map(|alias| alias.long.text(&corpus)), Some(long));
    }
}
