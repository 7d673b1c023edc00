//! Each case is a text with `|` where a sentence must end and nowhere else.

use proptest::prelude::*;

use super::sentences;

fn check(marked: &str) {
    let text = marked.replace('|', "");
    let found: Vec<&str> = sentences(&text).into_iter().map(|range| &text[range]).collect();
    let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
    assert_eq!(found, expected);
}

#[test]
fn abbreviations_and_initials_do_not_end_a_sentence() {
    check("Lt. Col. Maria Lopez met Gen. Frank J. Ruiz Jr. of the U.S. Army in St. Louis.| They spoke.");
    check("Dr. A. B. Cole lives in Washington, D.C.| The house is at No. 5 Elm St. near the park.");
    check("The U.S. Senate met.| It left the U.S.| The vote is on Jan. 6 at 5 p.m. Eastern time.");
    check(
        "Acme Corp. said Bolt & Co. Ltd. would pay, e.g. in shares.| We have a team, you and I.| They left.",
    );
}

#[test]
fn words_that_look_like_abbreviations_end_a_sentence_where_another_begins() {
    check(
        "She said no.| Then she sat.| He arrived at 5 p.m.| Traders left.| Prices rose for ore.| Mines opened.",
    );
}

#[test]
fn closing_quotes_and_brackets_belong_to_the_sentence() {
    check(
        "“We won.”| The crowd (it was late.) went home.| (Nobody saw them.)| “Why?” Ann Smith asked. |So he left.",
    );
    check(
        "He said: \"It is over.\"| She said: 'This is good.' and left.| \"No,\" Mr. Hill said. |\"Never.\"",
    );
}

#[test]
fn marks_and_short_words_of_other_languages_belong_to_their_sentence() {
    check(
        "Il a dit : « L’eau sera salée. »| Les travaux commencent.| « C’est tout.| Oui.\u{a0}»| Ils partent.",
    );
    check("»Das ist alles.«| Er ging.| »Nein.«| Sie blieb.| Es kostet 3,2 Mio. Euro.| Das ist viel.");
    check("La Sra. Ruiz fue a EE. UU. en mayo.| Volvió a la Avda. Colón.");
}

#[test]
fn numbers_and_addresses_are_not_parted() {
    check(
        "It cost $3.50 at shop.example.com/a.B?c=D today.| Write to Jo.Hill@example.com now.| Up 1.5 percent.",
    );
}

#[test]
fn sentences_of_other_scripts_end_without_a_space() {
    check("他说：“走吧。”|然后他走了！|真的？！|“好。”|她点头。");
    check("「新しい出発だ。」と彼女は述べた。|式典（写真。上）は終わった。|次の日だった。");
    check("約３．５倍になった。|『本』。|終わり");
    check("هل انتهت؟|نعم.");
    check("ប្រទេស។|ទីក្រុង។");
    check("他说\"走吧。\"|\"好。\"|她点头。");
}

#[test]
fn long_thai_is_parted_at_spaces_between_clauses() {
    let clause = "รัฐบาลประกาศว่าจะสร้างเขื่อนกั้นน้ำให้สูงขึ้นก่อนฤดูฝนหน้าเพื่อป้องกันไม่ให้น้ำท่วมเมืองอีกครั้งหนึ่ง";
    check(&format!("{clause}| {clause}"));
    check(&format!("{clause} 2,500 {clause}"));
    check("รัฐบาล ประกาศ แล้ว");
}

#[test]
fn ellipses_end_a_sentence_before_a_capital_only() {
    check("He waited... and waited ... in vain.| Then... |Nobody came…| The end.");
}

#[test]
fn a_missing_space_is_seen() {
    check("It fell to the army.|The army left.|Then Ann left ISIS.|The end.");
}

#[test]
fn a_hard_wrapped_line_goes_on_and_a_blank_line_ends() {
    check("The talks went on\nfor days.| A heading\n\n|The next text");
}

#[test]
fn datelines_stay_with_their_sentence() {
    check("Washington, D.C. – The talks began.| PARIS, Oct. 3 (AP) — Ministers met.");
}

#[test]
fn list_items_in_one_line_are_parted_and_keep_their_numbers() {
    check("1. The first thing| 2. The second thing| 3. The third thing");
    check("• 9. The first item| • 10. The second item");
}

#[test]
fn other_scripts_end_sentences_without_spaces() {
    check("今日は晴れ。|明日は雨。| यह एक है। |वह दो है।");
}

proptest! {
    #[test]
    fn any_text_is_covered_by_trimmed_sentences_in_order(
        text in "([a-zA-Z0-9 .!?…\"“”'’()\\[\\]\n•。-]|U\\.S\\. |Mr\\. |\\. |\\PC){0,60}"
    ) {
        let mut at = 0;
        for range in sentences(&text) {
            prop_assert!(text[at..range.start].trim().is_empty());
            let sentence = &text[range.clone()];
            prop_assert!(!sentence.is_empty() && sentence.trim() == sentence);
            at = range.end;
        }
        prop_assert!(text[at..].trim().is_empty());
    }
}
