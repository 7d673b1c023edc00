//! What is said, by whom, over small texts.

use super::{Speech, quotes};

/// Direct quotations as "speaker: words", a dash for nobody.
fn direct(text: &str) -> Vec<String> {
    let said = quotes(text).into_iter().filter(|quote| quote.speech == Speech::Direct);
    said.map(|quote| format!("{}: {}", quote.speaker.map_or("-", |range| &text[range]), &text[quote.span]))
        .collect()
}

fn reported(text: &str) -> Vec<String> {
    let said = quotes(text).into_iter().filter(|quote| quote.speech == Speech::Reported);
    said.map(|quote| format!("{}: {}", quote.speaker.map_or("-", |range| &text[range]), &text[quote.span]))
        .collect()
}

#[test]
fn a_speaker_stands_before_or_behind() {
    assert_eq!(direct("“We won the vote,” said Ann Hill."), ["Ann Hill: We won the vote,"]);
    assert_eq!(direct("\"We won the vote,\" Ann Hill said."), ["Ann Hill: We won the vote,"]);
    assert_eq!(direct("Ann Hill told reporters: “We won the vote.”"), ["Ann Hill: We won the vote."]);
    assert_eq!(direct("«We won the vote», said Ann Hill."), ["Ann Hill: We won the vote"]);
    assert_eq!(direct("'We won the vote,' said Ann Hill."), ["Ann Hill: We won the vote,"]);
    assert_eq!(
        direct("The plan is “a gift to the banks”, according to Ann Hill."),
        ["Ann Hill: a gift to the banks"]
    );
    assert_eq!(
        direct("Tom Reed called the plan “a gift to the banks” on Monday."),
        ["Tom Reed: a gift to the banks"]
    );
    assert_eq!(
        direct("Tom Reed’s claim that “the banks wrote it all” drew laughter."),
        ["Tom Reed: the banks wrote it all"]
    );
}

#[test]
fn who_hears_denies_or_is_quoted_does_not_speak() {
    for text in [
        "“Go home today,” Ann Bell was told.",
        "“I will not go,” Fay Grant denied saying.",
        "“The port is lost,” Carla Dunn accused Dan Moss of saying.",
        "“He is a liar,” a friend of Bob Carr quoted Ann Bell as saying.",
        "“We will win this,” read a banner held by Bob Carr.",
        "Ann Bell denied Bob Carr had said: “We go home.”",
        "Ann Bell denied that Bob Carr told her: “We go home.”",
    ] {
        assert!(direct(text).iter().all(|said| said.starts_with("-: ")), "{:?}", direct(text));
    }
    assert_eq!(direct("“Go home today,” Ann Bell was told by Bob Carr."), ["Bob Carr: Go home today,"]);
    assert_eq!(direct("“We go on,” Ann Bell said, adding that it was late."), ["Ann Bell: We go on,"]);
}

#[test]
fn a_quotation_in_two_parts_has_one_speaker() {
    assert_eq!(
        direct("“We won,” Ann Hill said, “and we will win again.” “It is late.”"),
        ["Ann Hill: We won,", "Ann Hill: and we will win again.", "Ann Hill: It is late."]
    );
    assert_eq!(
        direct("Ann Hill said it was “a good day for us”, adding: “We go on.”"),
        ["Ann Hill: a good day for us", "Ann Hill: We go on."]
    );
}

#[test]
fn an_open_mark_carries_the_speaker_into_the_next_paragraph() {
    let text =
        "“We won the vote,” said Ann Hill. “It was a long night.\n\n“We will go on tomorrow,” she said.";
    assert_eq!(
        direct(text),
        ["Ann Hill: We won the vote,", "Ann Hill: It was a long night.", "Ann Hill: We will go on tomorrow,"]
    );
    let text = "“It was a long night for all of us.\n\n“We will go on tomorrow,” said Ann Hill.";
    assert_eq!(
        direct(text),
        ["Ann Hill: It was a long night for all of us.", "Ann Hill: We will go on tomorrow,"]
    );
}

#[test]
fn a_pronoun_stands_for_somebody_only_where_it_can_be_but_one() {
    assert_eq!(direct("Mayor Ann Hill spoke first.\n\n“It is over,” she said."), ["Ann Hill: It is over,"]);
    let two = "Mary Hill and Susan Reed met in Rome.\n\n“It is over,” she said.";
    assert_eq!(direct(two), ["-: It is over,"]);
    let other = "Mayor Ann Hill spoke first.\n\n“It is over,” he said.";
    assert_eq!(direct(other), ["-: It is over,"]);
}

#[test]
fn the_inspector_is_the_one_introduced_before() {
    let text = "“We go,” a junior tax inspector said. Others left.\n\n“We stay,” the inspector added.";
    assert_eq!(direct(text), ["a junior tax inspector: We go,", "a junior tax inspector: We stay,"]);
}

#[test]
fn titles_nicknames_and_scare_quotes_are_no_quotations() {
    assert!(
        direct(
            "The “smart” bomb missed. Her book “War And Peace Again” sold well. They sang “Hey Jude” twice."
        )
        .is_empty()
    );
}

#[test]
fn a_role_is_taken_from_title_or_apposition() {
    let role = |text: &'static str| quotes(text).remove(0).role.map(|range| &text[range]);
    assert_eq!(role("“No,” said Secretary of Agriculture Ann Hill."), Some("Secretary of Agriculture"));
    assert_eq!(role("“No,” said Ann Hill, the mayor of Lindau, on Monday."), Some("the mayor of Lindau"));
    assert_eq!(role("Senator Ann Hill came. Then it ended.\n\n“No,” Hill said."), Some("Senator"));
    assert_eq!(role("“No,” said Ann Hill."), None);
}

#[test]
fn speech_without_marks_is_reported() {
    assert_eq!(reported("Ann Hill said that the vote was won."), ["Ann Hill: that the vote was won"]);
    assert_eq!(
        reported("The vote was won by a wide margin, Ann Hill said."),
        ["Ann Hill: The vote was won by a wide margin"]
    );
    assert_eq!(
        reported("The vote was won by a wide margin, said Ann Hill."),
        ["Ann Hill: The vote was won by a wide margin"]
    );
    assert_eq!(
        reported("The vote was won by a wide margin, according to Ann Hill."),
        ["Ann Hill: The vote was won by a wide margin"]
    );
    assert_eq!(
        reported("The vote, Ann Hill said, was won by a wide margin."),
        ["Ann Hill: was won by a wide margin"]
    );
    assert!(reported("The report continued to sell for years in many lands.").is_empty());
    assert!(direct("Ann Hill said that the vote was won.").is_empty());
}

#[test]
fn long_and_broken_texts_are_read_in_time() {
    for piece in ["\"", "' ", "a, ", "“a ", "said ", "(", "\n", "\"a\" said ", "A ", "and that "] {
        let text = piece.repeat(50_000 / piece.len());
        let started = std::time::Instant::now();
        assert!(quotes(&text).iter().all(|quote| text.get(quote.span.clone()).is_some()));
        assert!(started.elapsed().as_secs() < 20, "{piece:?} took {:?}", started.elapsed());
    }
}
