//! Where small rewritten reports part.

use super::{Difference, DifferenceKind, Severity, differences};
use crate::document::Corpus;
use crate::fixture::corpus;
use crate::insight::Insight;

/// A report of enough sentences that a copy with one of them changed is still a near-copy.
const REPORT: &str = "A fire destroyed the old market hall of Lindau on Monday night. \
    Firefighters from three towns needed nine hours to put out the flames. \
    The mayor said that the hall had been insured for twelve million euros. \
    The police believe that a cable in the attic started the blaze. \
    Traders from the region sold cheese, bread, flowers and fish under its roof. \
    \"We will rebuild the hall within two years,\" said Mayor Petra Hahn. \
    Experts will inspect the walls in order to ensure that the tower can never collapse. \
    A committee led by Karl Brandt and Anna Vogel plans a new roof of steel and glass.";

fn compared(one: &str, other: &str) -> (Corpus, Vec<Difference>) {
    let mut corpus = corpus([("A fire", one), ("A fire again", other)]);
    for (document, day) in corpus.documents.iter_mut().zip(["2024-05-06", "2024-05-07"]) {
        document.date = Some(day.to_owned());
    }
    let origins = Insight::of(&corpus).origins;
    let found = differences(&corpus, &origins);
    (corpus, found)
}

/// Differences of the report and a copy with some words replaced, with the parting words: copy's, original's.
fn changed(from: &str, to: &str) -> Vec<(DifferenceKind, Severity, String, String)> {
    assert!(REPORT.contains(from), "{from}");
    let (corpus, found) = compared(REPORT, &REPORT.replace(from, to));
    let words = |passage: &super::Passage| {
        let text = &corpus.documents[passage.at.document as usize].blocks[passage.at.block as usize].text;
        passage.marks.iter().map(|mark| &text[mark.clone()]).collect::<Vec<_>>().join(" … ")
    };
    found
        .iter()
        .map(|found| {
            (found.kind, found.severity, words(&found.a), found.b.as_ref().map(words).unwrap_or_default())
        })
        .collect()
}

fn only(from: &str, to: &str) -> (DifferenceKind, Severity, String, String) {
    let found = changed(from, to);
    assert_eq!(found.len(), 1, "{found:?}");
    found.into_iter().next().unwrap()
}

#[test]
fn a_copy_that_says_the_same_has_no_differences() {
    assert_eq!(changed("needed nine hours", "needed nine hours"), []);
    assert_eq!(changed("destroyed the old market hall", "burned down the old market hall"), []);
    assert_eq!(changed("twelve million", "12 million"), []);
    assert_eq!(changed("The police believe", "Police believe"), []);
}

#[test]
fn a_denial_that_one_account_drops_is_grave() {
    let (kind, severity, ours, theirs) =
        only("that the tower can never collapse", "that the tower can collapse");
    assert_eq!((kind, severity), (DifferenceKind::Polarity, Severity::High));
    assert!(ours.ends_with("collapse") && theirs.ends_with("never collapse"), "{ours:?} {theirs:?}");
    assert_eq!(
        only("ensure that the tower can never collapse", "ensure its collapse").0,
        DifferenceKind::Polarity
    );
}

#[test]
fn another_number_of_the_same_thing_is_marked() {
    let found = only("nine hours", "fifteen hours");
    assert_eq!((found.0, found.2.as_str(), found.3.as_str()), (DifferenceKind::Number, "fifteen", "nine"));
}

#[test]
fn another_speaker_is_marked() {
    let found = only("Mayor Petra Hahn", "Governor Rolf Maier");
    assert_eq!((found.0, found.1), (DifferenceKind::Attribution, Severity::High));
    let told = only(
        "\"We will rebuild the hall within two years,\" said Mayor Petra Hahn.",
        "They will rebuild the hall within two years.",
    );
    assert_eq!(told.0, DifferenceKind::Attribution);
}

#[test]
fn an_item_that_one_list_lacks_is_marked() {
    let found = only("cheese, bread, flowers and fish", "cheese, bread and fish");
    assert_eq!((found.0, found.2.as_str(), found.3.as_str()), (DifferenceKind::List, "", "flowers"));
}

#[test]
fn another_name_in_the_same_place_is_marked() {
    let found = only("hall of Lindau", "hall of Bregenz");
    assert_eq!((found.0, found.2.as_str(), found.3.as_str()), (DifferenceKind::Object, "Bregenz", "Lindau"));
    assert_eq!(only("Karl Brandt and Anna Vogel", "Karl Brandt and Ernst Huber").0, DifferenceKind::Actor);
}

#[test]
fn a_denial_that_a_copy_leaves_out_is_grave() {
    let denial = " The police said on Tuesday that nobody is suspected of arson.";
    let (corpus, found) = compared(&format!("{REPORT}{denial}"), REPORT);
    assert!(
        matches!(found.as_slice(), [one] if one.kind == DifferenceKind::Omission && one.severity == Severity::High),
        "{found:?}"
    );
    let at = found[0].a.at;
    let block = &corpus.documents[at.document as usize].blocks[at.block as usize];
    assert_eq!(block.text[block.sentences[at.sentence as usize].clone()], *denial.trim());
}

#[test]
fn one_name_for_two_meetings_is_told() {
    let (_, found) = compared(
        "The Alpine Fisheries Summit was held in Lindau on May 3, 2023. Ministers signed a treaty on trout.",
        "Hundreds came to the Alpine Fisheries Summit of June 2024 in Chur. Protesters blocked a bridge nearby.",
    );
    assert!(matches!(found.as_slice(), [one] if one.kind == DifferenceKind::Events), "{found:?}");
}

#[test]
fn independent_reports_of_different_days_do_not_part_in_numbers() {
    let (_, found) = compared(
        "The storm on the northern coast killed 12 people and cut power to two towns. Schools will stay closed until \
         Thursday at least. Ferries to the islands wait in the harbour for calmer seas.",
        "A bridge near the border fell into a river after days of rain. The storm on the northern coast killed 19 people \
         and cut power to two towns. Insurers expect claims from farmers and from owners of boats.",
    );
    assert!(!found.iter().any(|found| found.kind == DifferenceKind::Number), "{found:?}");
}

#[test]
fn marks_lie_in_order_within_their_sentence() {
    let changes = [
        ("nine hours", "ten hours"),
        ("flowers and fish", "fish"),
        ("never ", ""),
        ("Petra Hahn", "Rolf Maier"),
    ];
    let copy = changes.iter().fold(REPORT.to_owned(), |copy, (from, to)| copy.replace(from, to));
    let (corpus, found) = compared(REPORT, &copy);
    assert!(found.len() >= 3, "{found:?}");
    for passage in found.iter().flat_map(|found| [Some(&found.a), found.b.as_ref()]).flatten() {
        let block = &corpus.documents[passage.at.document as usize].blocks[passage.at.block as usize];
        let mut end = block.sentences[passage.at.sentence as usize].start;
        for mark in &passage.marks {
            assert!(end <= mark.start && mark.start < mark.end && block.text.is_char_boundary(mark.end));
            end = mark.end;
        }
        assert!(end <= block.sentences[passage.at.sentence as usize].end);
    }
}

#[test]
fn long_documents_and_long_lines_are_compared_in_time() {
    let sentence = |at: usize| {
        format!("Farmer number {at} of Lindau said that {} cows will never leave pasture {}.", at * 3, at % 7)
    };
    let long: String = (0..500).map(|at| sentence(at) + " ").collect();
    let line = "the cows of Lindau were not sold and ".repeat(1500);
    let started = std::time::Instant::now();
    let (_, found) = compared(&long, &long.replace("never leave", "leave"));
    assert!(found.iter().any(|found| found.kind == DifferenceKind::Polarity));
    compared(&line, &line.replace("not ", ""));
    assert!(started.elapsed().as_secs() < 30, "{:?}", started.elapsed());
}
