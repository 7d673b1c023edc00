//! Acronyms and names of five real reports of one story, held against a careful reading of them.
//!
//! The reports and the reading are no part of the repository; where they are absent the tests pass over.
#![cfg(feature = "ingest")]

use std::fs;
use std::path::{Path, PathBuf};

use briefing::document::Corpus;
use briefing::ingest;
use briefing::insight::{Entity, EntityKind, Glossary, GlossaryEntry, Who, initialisms};
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

/// All the ways in which an entity is named, in small letters, without brackets, article and possessive.
fn names(corpus: &Corpus, entity: &Entity) -> Vec<String> {
    entity.aliases.iter().map(|alias| plain(alias.text(corpus))).collect()
}

fn plain(name: &str) -> String {
    let name = name.to_lowercase().replace('’', "'");
    let name = name.split(" (").next().unwrap_or_default().trim_matches(['[', ']', '\'']);
    let name = ["the ", "a "].iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name);
    name.trim_end_matches("'s").to_owned()
}

#[test]
fn people_have_all_their_names_and_nothing_else_is_a_person() {
    let Some((corpus, gold)) = gold() else { return };
    let who = Who::of(&corpus);
    let people: Vec<&Entity> =
        who.entities.iter().filter(|entity| entity.kind == EntityKind::Person).collect();
    let named = gold["people"].as_array().expect("a list").iter().filter(|person| !person["name"].is_null());
    let named: Vec<&Value> = named.collect();
    assert_eq!(
        people.len(),
        named.len(),
        "{:?}",
        people.iter().map(|p| p.name.text(&corpus)).collect::<Vec<_>>()
    );
    for expected in named {
        let name = expected["name"].as_str();
        let person = people.iter().find(|person| Some(person.name.text(&corpus)) == name);
        let person = person.unwrap_or_else(|| panic!("{name:?} is missing"));
        let aliases: Vec<&str> = person.aliases.iter().map(|alias| alias.text(&corpus)).collect();
        for alias in list(&expected["aliases"]) {
            assert!(aliases.contains(&alias), "{name:?} is called {alias:?}, not only {aliases:?}");
        }
        assert_eq!(person.documents, numbers(&corpus, &expected["files"]), "{name:?}");
        // Every word of the role that the reading gives stands in one of the roles.
        let roles: Vec<&str> = person.roles.iter().map(|role| role.text(&corpus)).collect();
        let role = expected["role"].as_str().expect("a role").replace("of Iraq", "");
        let told = role
            .replace('.', "")
            .split_whitespace()
            .all(|word| roles.iter().any(|role| role.replace('.', "").contains(word)));
        assert!(told, "{name:?}: {roles:?}");
    }
    for name in list(&gold["not_people"]) {
        assert!(people.iter().all(|person| !names(&corpus, person).contains(&plain(name))), "{name}");
    }
    let wrong = &gold["people"][0]["wrong_mention"];
    let announcer = people
        .iter()
        .find(|person| person.documents == numbers(&corpus, &serde_json::json!([wrong["file"]])));
    assert!(announcer.is_none(), "the wrong announcer is nobody");
}

#[test]
fn bodies_and_agreements_are_found_and_kept_apart() {
    let Some((corpus, gold)) = gold() else { return };
    let who = Who::of(&corpus);
    let mut missing = Vec::new();
    let mut parted = Vec::new();
    let mut readers: Vec<Vec<&str>> = vec![Vec::new(); who.entities.len()];
    let lists = ["organisations", "agreements_and_events"].map(|key| gold[key].as_array().expect("a list"));
    let all: Vec<&Value> = lists.into_iter().flatten().collect();
    for expected in &all {
        let variants: Vec<String> = list(&expected["variants"]).into_iter().map(plain).collect();
        let found: Vec<usize> = (0..who.entities.len())
            .filter(|&at| names(&corpus, &who.entities[at]).iter().any(|name| variants.contains(name)))
            .collect();
        for &at in &found {
            readers[at].push(expected["id"].as_str().expect("an identifier"));
        }
        match found.len() {
            0 => missing.push(expected["name"].as_str()),
            1 => {}
            _ => parted.push(expected["name"].as_str()),
        }
    }
    println!("missing {missing:?} parted {parted:?}");
    assert!(missing.len() * 10 <= all.len(), "missing: {missing:?}");
    for (entity, readers) in who.entities.iter().zip(&readers) {
        // The departments of defence and state share a phrase in the reading, and two meetings a name.
        let one = readers.len() < 2 || *readers == ["O6", "O8"] || *readers == ["A2", "A3"];
        assert!(one, "{:?} is {readers:?}", entity.name.text(&corpus));
    }
    let editions: Vec<&Entity> = who
        .entities
        .iter()
        .filter(|e| names(&corpus, e).contains(&"u.s.-iraq joint security cooperation dialogue".to_owned()))
        .collect();
    assert_eq!(editions.len(), 2, "the meetings of two years are two");
}
