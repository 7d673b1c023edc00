//! Search over real reports and over test collections, held against what careful readers found relevant.
//!
//! The reports and collections are no part of the repository; where they are absent the tests pass over.
#![cfg(feature = "ingest")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use briefing::api::{Hit, SearchOptions, SearchResponse};
use briefing::{Briefing, ingest};
use serde_json::Value;

fn shared(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path)
}

/// A briefing over the files of a folder; nothing where there is none.
fn briefing(path: &str) -> Option<Briefing<Vec<u8>>> {
    let path = shared(path);
    if !path.exists() {
        println!("passed over: {} is absent", path.display());
        return None;
    }
    let corpus = ingest::read(&[path]).expect("the files are read").corpus;
    Some(Briefing::open(briefing::build(&corpus).expect("a pack")).expect("a sound pack"))
}

fn list(value: &Value) -> Vec<&str> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// The documents of the hits, as the reading names them: by the three digits of their files.
fn files<'r>(response: &'r SearchResponse<'_>) -> Vec<&'r str> {
    response.hits.iter().filter_map(|hit| hit.document.get(..3)).collect()
}

/// What a response to a query has against the reading.
fn faults(query: &Value, response: &SearchResponse<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    let got = files(response);
    let (wanted, optional) = (list(&query["files"]), list(&query["optional"]));
    if wanted.is_empty() && !got.is_empty() {
        faults.push(format!("something is found: {got:?}"));
    }
    let mut top = got.iter().filter(|file| !optional.contains(file));
    for tier in query["tiers"].as_array().into_iter().flatten() {
        let tier: BTreeSet<&str> = list(tier).into_iter().collect();
        let here: BTreeSet<&str> = top.by_ref().take(tier.len()).copied().collect();
        if here != tier {
            faults.push(format!("{here:?} stand where {tier:?} should: {got:?}"));
        }
    }
    for file in list(&query["must_not"]) {
        if got.contains(&file) {
            faults.push(format!("{file} is found"));
        }
    }
    for file in list(&query["must_warn"]) {
        let warned = |hit: &Hit<'_>| hit.document.get(..3) == Some(file) && !hit.warnings.is_empty();
        if !response.hits.iter().any(warned) {
            faults.push(format!("{file} does not warn of the difference in its passage"));
        }
    }
    if let Some(answer) = query.get("answer") {
        let (file, text) = (answer["file"].as_str(), answer["text"].as_str().expect("a text"));
        let mut answers = response.answer.iter().map(|answer| &answer.span);
        if !answers.any(|span| span.document.get(..3) == file && span.text.contains(text)) {
            faults.push("the answer is not told".to_owned());
        }
    }
    faults
}

#[test]
fn every_query_that_a_careful_reader_made_up_is_answered_as_expected() {
    let (Some(briefing), Ok(gold)) = (briefing("seeds"), fs::read(shared("gold/seeds.json"))) else { return };
    let gold: Value = serde_json::from_slice(&gold).expect("the reading is JSON");
    let options = SearchOptions::default();
    let mut failed = Vec::new();
    let mut orders: BTreeMap<u64, Vec<String>> = BTreeMap::new();
    for query in gold["queries"].as_array().expect("a list") {
        let text = query["query"].as_str().expect("a query");
        let response = briefing.search(text, &options);
        let faults = faults(query, &response);
        if !faults.is_empty() {
            failed.push(format!("{text}: {faults:?}"));
        }
        let optional = list(&query["optional"]);
        let order = files(&response).into_iter().filter(|file| !optional.contains(file)).map(str::to_owned);
        orders.insert(query["id"].as_u64().expect("a number"), order.collect());
    }
    for class in gold["query_equivalence_classes"].as_array().expect("a list") {
        let ids = class.as_array().into_iter().flatten().filter_map(Value::as_u64);
        let answers: Vec<_> = ids.filter_map(|id| Some((id, orders.get(&id)?))).collect();
        if !answers.windows(2).all(|pair| pair[0].1 == pair[1].1) {
            failed.push(format!("not the same: {answers:?}"));
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

/// Queries and the documents relevant to each, with grades.
struct Judged {
    queries: Vec<(String, String)>,
    grades: BTreeMap<String, BTreeMap<String, u32>>,
}

fn judged(collection: &str) -> Judged {
    let text = |file: &str| fs::read_to_string(shared(&format!("ir/{collection}/{file}"))).expect("a file");
    let query = |line: &str| {
        let query: Value = serde_json::from_str(line).expect("JSON");
        let member = |name: &str| query[name].as_str().expect("a text").to_owned();
        (member("id"), member("text"))
    };
    let queries = text("queries.jsonl").lines().map(query).collect();
    let mut grades: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
    for line in text("qrels.tsv").lines() {
        let mut columns = line.split('\t');
        let (Some(query), Some(document)) = (columns.next(), columns.next()) else { continue };
        match columns.next().and_then(|grade| grade.parse().ok()) {
            None | Some(0) => {}
            Some(grade) => {
                grades.entry(query.to_owned()).or_default().insert(document.to_owned(), grade);
            }
        }
    }
    Judged { queries, grades }
}

/// Normalised discounted cumulative gain of the first ten.
fn ndcg<'d>(ranked: impl Iterator<Item = &'d str>, grades: &BTreeMap<String, u32>) -> f64 {
    let gain = |grades: &mut dyn Iterator<Item = u32>| -> f64 {
        let discounted = |(at, grade): (u32, u32)| (2f64.powi(grade as i32) - 1.0) / f64::from(at + 2).log2();
        (0..).zip(grades.take(10)).map(discounted).sum()
    };
    let mut ideal: Vec<u32> = grades.values().copied().collect();
    ideal.sort_unstable_by(|a, b| b.cmp(a));
    let got = gain(&mut ranked.map(|document| grades.get(document).copied().unwrap_or_default()));
    got / gain(&mut ideal.into_iter())
}

/// The text with one edit inside one of its words of five letters or more; the seed says which.
fn misspelt(text: &str, seed: u64) -> String {
    // SplitMix64.
    let mut state = seed;
    let mut below = |bound: usize| {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % bound as u64) as usize
    };
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    let long = |word: &&mut String| word.len() >= 5 && word.bytes().all(|b| b.is_ascii_lowercase());
    let count = words.iter_mut().filter(long).count();
    if count == 0 {
        return text.to_owned();
    }
    if let Some(word) = words.iter_mut().filter(long).nth(below(count)) {
        let mut letters: Vec<char> = word.chars().collect();
        let at = 1 + below(letters.len() - 2);
        let letter = char::from(b'a' + below(26) as u8);
        match below(4) {
            0 => drop(letters.remove(at)),
            1 => letters.insert(at, letter),
            2 => letters[at] = letter,
            _ => letters.swap(at, at + 1),
        }
        *word = letters.into_iter().collect();
    }
    words.join(" ")
}

/// The mean over all judged queries, as given and with an edit in each.
fn means(collection: &str) -> Option<(f64, f64)> {
    let briefing = briefing(&format!("ir/{collection}/docs.jsonl"))?;
    let judged = judged(collection);
    let options = SearchOptions { prefix: false, ..SearchOptions::default() };
    let (mut sums, mut count) = ((0.0, 0.0), 0.0);
    for (seed, (id, text)) in (1..).zip(&judged.queries) {
        let Some(grades) = judged.grades.get(id) else { continue };
        let score = |text: &str| {
            let response = briefing.search(text, &options);
            ndcg(response.hits.iter().map(|hit| hit.document), grades)
        };
        sums = (sums.0 + score(text), sums.1 + score(&misspelt(text, seed)));
        count += 1.0;
    }
    println!("{collection}: nDCG@10 {:.4}, misspelt {:.4}", sums.0 / count, sums.1 / count);
    Some((sums.0 / count, sums.1 / count))
}

fn check(collection: &str, least: f64) {
    let Some((given, misspelt)) = means(collection) else { return };
    assert!(given >= least, "nDCG@10 is {given}");
    assert!(misspelt >= 0.97 * given, "misspelt queries keep {misspelt} of {given}");
}

#[test]
#[cfg_attr(
    debug_assertions,
    ignore = "builds and asks a large collection: seconds in release, minutes in debug"
)]
fn cranfield_is_ranked_far_beyond_bm25() {
    check("cranfield", 0.56);
}

#[test]
#[cfg_attr(
    debug_assertions,
    ignore = "builds and asks a large collection: seconds in release, minutes in debug"
)]
fn cisi_is_ranked_far_beyond_bm25() {
    check("cisi", 0.425);
}
