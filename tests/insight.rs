//! What is found in a corpus: near-copies, key points, summaries.
#![cfg(feature = "build")]

use std::fs;
use std::path::Path;

use briefing::document::{Block, BlockKind, Corpus, Document, SentenceRef, TitleFrom};
use briefing::insight::{self, Insight, Origins, likeness};
use briefing::text::sentences;

fn block(kind: BlockKind, text: &str) -> Block {
    Block { kind, text: text.to_owned(), start: 0, sentences: sentences(text) }
}

/// A document of paragraphs, one a line.
fn document(id: &str, date: Option<&str>, text: &str) -> Document {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    Document {
        id: id.to_owned(),
        title: "A title".to_owned(),
        title_from: TitleFrom::Text,
        source: Some(format!("outlet {id}")),
        date: date.map(str::to_owned),
        url: None,
        lang: None,
        tags: Vec::new(),
        note: None,
        blocks: lines.map(|line| block(BlockKind::Paragraph, line)).collect(),
    }
}

fn corpus(documents: Vec<Document>) -> Corpus {
    Corpus { documents, ..Corpus::default() }
}

fn text(corpus: &Corpus, at: SentenceRef) -> &str {
    let block = &corpus.documents[at.document as usize].blocks[at.block as usize];
    &block.text[block.sentences[at.sentence as usize].clone()]
}

fn points(corpus: &Corpus) -> Vec<&str> {
    Insight::of(corpus).key_points.iter().map(|point| text(corpus, point.sentence)).collect()
}

const FIRE: &str = "A fire destroyed the old market hall of Lindau on Monday night.
    Firefighters from three towns needed nine hours to put out the flames.
    Mayor Petra Hahn said the hall had been insured for 12 million euros.
    The police suspect that a cable in the attic started the fire.";
/// The first report, shortened and rewritten in places.
const FIRE_COPY: &str = "A fire destroyed the old market hall of Lindau on Monday night.
    Firefighters from three towns needed more than nine hours to put out the flames.
    The police suspect that a cable in the attic started the fire.";
const FIRE_ELSEWHERE: &str = "The market hall of Lindau burned down on Monday, and nobody was hurt.
    Traders lost their stalls, and the town will put up tents for them on the square.
    Investigators suspect that a cable in the attic was what started the fire.";
const ELECTION: &str = "Voters in Norland elected a new parliament of 120 members on Sunday.
    The Farmers' Party won 48 seats and will need a partner.
    President Ada Berg called the turnout of 71 percent a sign of trust.";

#[test]
fn a_rewritten_text_is_a_near_copy_and_an_independent_report_is_none() {
    let corpus = corpus(vec![
        document("a", Some("2025-03-03"), FIRE),
        document("b", Some("2025-03-04"), FIRE_COPY),
        document("c", Some("2025-03-04"), FIRE_ELSEWHERE),
        document("d", Some("2025-03-05"), ELECTION),
    ]);
    let expected = Origins { of: vec![0, 0, 1, 2], copy_of: vec![None, Some(0), None, None], count: 3 };
    assert_eq!(Insight::of(&corpus).origins, expected);
}

#[test]
fn the_original_is_the_earlier_then_the_longer_text_and_undated_ones_come_last() {
    let of = |dates: [Option<&str>; 2]| {
        let documents = vec![document("a", dates[0], FIRE_COPY), document("b", dates[1], FIRE)];
        Insight::of(&corpus(documents)).origins.copy_of
    };
    assert_eq!(of([Some("2025-03-03"), Some("2025-03-04")]), [None, Some(0)]);
    assert_eq!(of([Some("2025-03-03"), Some("2025-03-03")]), [Some(1), None]);
    assert_eq!(of([None, Some("2025-03-04")]), [Some(1), None]);
}

#[test]
fn many_copies_of_one_text_are_one_origin() {
    let copies = (0..40).map(|n| document(&format!("{n:02}"), Some("2025-03-03"), FIRE)).collect();
    assert_eq!(Insight::of(&corpus(copies)).origins.count, 1);
}

#[test]
fn a_near_copy_neither_gives_key_points_nor_counts_as_another_origin() {
    let corpus = corpus(vec![
        document("a", Some("2025-03-03"), FIRE),
        document("b", Some("2025-03-04"), FIRE_COPY),
        document("d", Some("2025-03-05"), ELECTION),
    ]);
    let found = Insight::of(&corpus);
    assert!(found.key_points.iter().all(|point| point.sentence.document != 1));
    let supported = found.key_points.iter().find(|point| !point.support.is_empty()).expect("a copy supports");
    assert_eq!(supported.support.iter().map(|at| at.document).collect::<Vec<_>>(), [1]);
}

#[test]
fn what_independent_texts_report_stands_first() {
    let corpus = corpus(vec![
        document("a", Some("2025-03-03"), FIRE),
        document("c", Some("2025-03-04"), FIRE_ELSEWHERE),
        document("d", Some("2025-03-05"), ELECTION),
    ]);
    let found = Insight::of(&corpus);
    let first = &found.key_points[0];
    assert!(text(&corpus, first.sentence).contains("cable"), "{}", text(&corpus, first.sentence));
    assert_eq!(first.support.len(), 1);
    assert!(text(&corpus, first.support[0]).contains("cable"));
}

#[test]
fn a_sentence_that_denies_it_is_no_support() {
    let said = "The police in Lindau said that a cable in the attic of the hall started the fire.";
    let denied = "The police in Lindau said that a cable in the attic of the hall never started the fire.";
    let corpus = corpus(vec![document("a", None, said), document("b", None, denied)]);
    assert!(Insight::of(&corpus).key_points.iter().all(|point| point.support.is_empty()));
}

#[test]
fn no_two_key_points_say_the_same() {
    let again = "Police in the town suspect that a cable in the attic started the fire, officials said.";
    let corpus = corpus(vec![document("a", None, FIRE), document("b", None, again)]);
    let cables = points(&corpus).iter().filter(|point| point.contains("cable")).count();
    assert_eq!(cables, 1);
}

#[test]
fn only_statements_that_stand_alone_become_key_points() {
    let unfit = "They said the hall of Lindau would be built again within two years.
        However, the town of Lindau has not decided where the hall will stand.
        Who will pay for the market hall that the town of Lindau needs?
        “We lost the market hall, and we lost a part of the town of Lindau.”
        “We lost the market hall of the town of Lindau on Monday,” he said.
        We visited the market hall of Lindau, which was destroyed on Monday.
        The market hall of Lindau, a landmark of the whole lake region since 1450
        This fire destroyed the old market hall of the town of Lindau.
        In a statement, it called the fire in the market hall of Lindau a tragedy.
        The decision was welcomed by the traders of the market hall of Lindau.
        The fire in the market hall of Lindau is a testament to the care that old halls need.";
    let mut other = document("b", None, unfit);
    for (kind, line) in [
        (BlockKind::Heading, "The market hall of Lindau was destroyed by a fire on Monday."),
        (BlockKind::Lead, "The fire in the market hall of Lindau destroyed these things:"),
        (BlockKind::Caption, "The market hall of Lindau was destroyed by fire on Monday night."),
        (BlockKind::Credit, "Sources said to have been used: the market hall of Lindau."),
    ] {
        other.blocks.push(block(kind, line));
    }
    let corpus = corpus(vec![document("a", None, FIRE), other]);
    let found = Insight::of(&corpus);
    assert_eq!(points(&corpus).len(), 4, "{:?}", points(&corpus));
    assert!(found.key_points.iter().all(|point| point.sentence.document == 0));
    assert!(found.summaries[1].is_empty());
}

#[test]
fn a_quotation_whose_speaker_is_named_can_be_a_key_point() {
    let quoted = "“The hall was insured for 12 million euros,” Mayor Petra Hahn said on Tuesday.";
    assert_eq!(points(&corpus(vec![document("a", None, quoted)])), [quoted]);
}

#[test]
fn a_summary_has_two_to_four_sentences_in_the_order_of_the_text() {
    for (text, most) in [(FIRE.to_owned(), 2), ([FIRE, ELECTION, FIRE_ELSEWHERE].join("\n"), 3)] {
        let corpus = corpus(vec![document("a", None, ELECTION), document("b", None, &text)]);
        let summary = &Insight::of(&corpus).summaries[1];
        assert!((2..=most).contains(&summary.len()), "{summary:?}");
        assert!(summary.is_sorted() && summary.iter().all(|at| at.document == 1));
    }
}

#[test]
fn nothing_is_found_in_nothing() {
    assert_eq!(Insight::of(&Corpus::default()), Insight::default());
    let empty = Insight::of(&corpus(vec![document("a", None, "")]));
    assert!(empty.key_points.is_empty() && empty.summaries == [Vec::new()]);
}

/// The documents of a folder of trial texts beside the project, or nothing where it is not there.
fn trial(folder: &str, dates: &[(&str, &str)]) -> Option<Corpus> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(folder);
    let mut documents = Vec::new();
    for (name, date) in dates {
        let Ok(text) = fs::read_to_string(folder.join(name)) else {
            println!("{} is not here: skipped", folder.display());
            return None;
        };
        let body = text.strip_prefix("---\n").and_then(|rest| Some(rest.split_once("\n---\n")?.1));
        documents.push(document(name, Some(date), body.unwrap_or(&text)));
    }
    Some(corpus(documents))
}

#[test]
fn the_rewrites_among_real_reports_are_found_and_no_others() {
    let seeds = [
        ("002_9ba6a3e28cc379d4.txt", "2023-08-09"),
        ("004_089ddac6a1f07b1a.txt", "2023-08-10"),
        ("001_801ddb4f11a291d6.txt", "2024-01-25"),
        ("000_de10dddd87576e7d.txt", "2024-01-26"),
        ("003_1aacb8dbb6810538.txt", "2024-07-24"),
    ];
    let restated = [
        ("2023-08-09-joint-security-cooperation-dialogue.md", "2023-08-09"),
        ("2023-08-10-peshmerga-joint-effort.md", "2023-08-10"),
        ("2024-01-25-higher-military-commission-talks.md", "2024-01-25"),
        ("2024-01-26-preparing-for-us-iraqi-talks.md", "2024-01-26"),
        ("2024-07-24-pentagon-dialogue-new-phase.md", "2024-07-24"),
    ];
    for (folder, dates) in [("seeds", seeds), ("corpus", restated)] {
        let Some(corpus) = trial(folder, &dates) else { continue };
        let found = Insight::of(&corpus);
        assert_eq!(found.origins.copy_of, [None, None, None, Some(2), None], "{folder}");
        assert!((5..=10).contains(&found.key_points.len()), "{folder}");
    }
}

fn words(corpus: &Corpus, points: &[insight::KeyPoint]) -> usize {
    points.iter().map(|point| text(corpus, point.sentence).split_whitespace().count()).sum()
}

#[test]
fn a_briefing_keeps_to_the_words_that_are_wanted_and_a_longer_one_says_more() {
    let corpus = corpus(vec![
        document("a", Some("2025-03-03"), FIRE),
        document("c", Some("2025-03-04"), FIRE_ELSEWHERE),
        document("d", Some("2025-03-05"), ELECTION),
    ]);
    let counts = [12, 30, 60, 250].map(|most| {
        let points = insight::key_points(&corpus, most);
        assert!(words(&corpus, &points) <= most);
        points.len()
    });
    assert!(counts.is_sorted() && counts[0] == 1 && counts[3] > 3, "{counts:?}");
    assert!(insight::key_points(&corpus, 5).is_empty());
}

#[test]
fn briefs_stand_from_the_shortest_on_and_tell_their_length() {
    let corpus = corpus(vec![document("a", None, FIRE), document("d", None, ELECTION)]);
    let found = Insight::of(&corpus);
    assert!(found.briefs.is_sorted_by(|a, b| a.words < b.words));
    assert!(found.briefs.iter().all(|brief| words(&corpus, &brief.points) == brief.words as usize));
    assert!(found.briefs.iter().any(|brief| brief.points == found.key_points));
}

#[test]
fn a_sentence_that_leans_on_another_one_is_in_a_summary_only_behind_it() {
    let told =
        "The council of Lindau has dismissed the director of the harbour, Karl Amann, after eleven years.
        He had sold four berths of the harbour of Lindau to a firm of his brother, the council said.
        The harbour of Lindau earns two million euros a year, most of it from berths.
        Visitors of the town like to walk there in the evening.";
    let corpus = corpus(vec![document("a", None, told)]);
    let summary = insight::summary(&corpus.documents[0], 75);
    let leaning = summary.iter().position(|&at| text(&corpus, at).starts_with("He ")).expect("it says most");
    assert!(text(&corpus, summary[leaning - 1]).contains("Karl Amann"));
    let short = insight::summary(&corpus.documents[0], 20);
    assert!(!short.is_empty() && short.iter().all(|&at| !text(&corpus, at).starts_with("He ")));
}

#[test]
fn a_bare_those_and_a_label_without_a_sentence_are_no_key_points() {
    let mut other = document("b", None, "Two traders of the market hall of Lindau set those out on Monday.");
    other
        .blocks
        .push(block(BlockKind::Item, "Market hall: Rebuilding the market hall of Lindau needs plans."));
    assert!(points(&corpus(vec![other])).is_empty());
}

#[test]
fn only_here_is_what_no_independent_text_about_the_same_thing_says() {
    let corpus = corpus(vec![
        document("a", Some("2025-03-03"), FIRE),
        document("b", Some("2025-03-04"), FIRE_COPY),
        document("c", Some("2025-03-04"), FIRE_ELSEWHERE),
        document("d", Some("2025-03-05"), ELECTION),
    ]);
    let found = Insight::of(&corpus).only_here;
    let said =
        |document: usize| found[document].iter().map(|&at| text(&corpus, at)).collect::<Vec<_>>().join(" ");
    assert!(said(0).contains("12 million euros") && !said(0).contains("cable"), "{}", said(0));
    assert!(said(2).contains("tents") && !said(2).contains("cable"), "{}", said(2));
    assert!(said(3).is_empty(), "nobody else tells of the election: {}", said(3));
}

#[test]
fn reports_of_one_event_are_liker_than_reports_of_two() {
    let [fire, elsewhere, election] = [FIRE, FIRE_ELSEWHERE, ELECTION].map(|text| document("a", None, text));
    assert!(likeness(&fire, &elsewhere) > 2.0 * likeness(&fire, &election));
    assert!((likeness(&fire, &fire) - 1.0).abs() < 1e-9);
    let mut empty = document("a", None, "");
    empty.title.clear();
    assert!(likeness(&fire, &empty).abs() < 1e-9);
}

#[test]
fn articles_in_arabic_have_key_points_and_summaries() {
    let told = "اندلع حريق كبير في السوق القديم بمدينة لينداو مساء يوم الاثنين الماضي.
        استغرق رجال الإطفاء من ثلاث مدن تسع ساعات لإخماد النيران في السوق القديم.
        قالت رئيسة البلدية إن السوق القديم كان مؤمنا عليه بمبلغ اثني عشر مليون يورو.
        هل يعاد بناء السوق القديم في مدينة لينداو خلال هذا العام أم بعده؟";
    let corpus = corpus(vec![document("a", None, told)]);
    let found = Insight::of(&corpus);
    assert!((2..=3).contains(&found.key_points.len()), "{:?}", points(&corpus));
    assert!(points(&corpus).iter().all(|point| !point.contains('؟')));
    assert_eq!(found.summaries[0].len(), 2);
}

/// What a careful reader found in the trial reports: sentences that make each key point, and what is none.
#[test]
fn the_overview_of_real_reports_tells_what_a_careful_reader_found() {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let (Ok(gold), Ok(read)) =
        (fs::read_to_string(shared.join("gold/seeds.json")), briefing::ingest::read(&[shared.join("seeds")]))
    else {
        println!("{} is not here: skipped", shared.display());
        return;
    };
    let gold: serde_json::Value = serde_json::from_str(&gold).unwrap();
    let found = Insight::of(&read.corpus);
    let plain = |text: &str| text.replace('’', "'").split_whitespace().collect::<Vec<_>>().join(" ");
    let shown: Vec<(&str, String)> = found
        .key_points
        .iter()
        .map(|point| {
            let document = &read.corpus.documents[point.sentence.document as usize];
            (document.id.as_str(), plain(text(&read.corpus, point.sentence)))
        })
        .collect();
    let shows = |spans: &serde_json::Value| {
        spans.as_array().into_iter().flatten().any(|span| {
            let (file, text) = (span["file"].as_str().unwrap(), plain(span["text"].as_str().unwrap()));
            shown
                .iter()
                .any(|(id, said)| id.starts_with(file) && (said.contains(&text) || text.contains(said)))
        })
    };
    let points = gold["key_points"].as_array().unwrap();
    let missed: Vec<&str> = points
        .iter()
        .filter(|point| !shows(&point["sentences"]))
        .filter_map(|point| point["id"].as_str())
        .collect();
    assert!(missed.len() <= 2, "missed {missed:?} in {shown:#?}");
    assert!(points.iter().all(|point| !shows(&point["must_not_use"])), "{shown:#?}");
    for furniture in ["drop", "never_alone", "filler_low_value"] {
        assert!(!shows(&gold["boilerplate"][furniture]), "{furniture} in {shown:#?}");
    }
    assert!(shown.len() <= 10 && words(&read.corpus, &found.key_points) <= 250);
}
