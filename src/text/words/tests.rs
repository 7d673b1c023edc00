//! What words a text has.

use proptest::prelude::*;

use super::*;
use crate::order::Set;

fn terms(text: &str) -> Vec<String> {
    let fold = Fold::learn(&text.chars().collect()).speaking(&["en".to_owned()].into());
    let mut all = Vec::new();
    words(&fold, text, is_shouting(&fold, text), |range, term| {
        assert!(!text[range].is_empty());
        all.push(term.to_owned());
    });
    all
}

#[test]
fn spellings_of_one_word_give_one_term() {
    assert_eq!(terms("Iraq's Iraq’s Iraq IRAQ and more"), ["iraq", "iraq", "iraq", "iraq", "and", "more"]);
    assert_eq!(terms("CJTF-OIR, CJTF OIR"), ["cjtf", "oir", "cjtf", "oir"]);
    assert_eq!(terms("al-Abbasi Al‑Abbasi"), ["al", "abbasi", "al", "abbasi"]);
    assert_eq!(terms("O'Brien O’Brien Cafés café"), ["obrien", "obrien", "cafes", "cafe"]);
}

#[test]
fn acronyms_lose_their_stops_and_keep_their_capitals_where_they_meet_a_stop_word() {
    assert_eq!(terms("the U.S. and the US told us"), ["the", "US", "and", "the", "US", "told", "us"]);
    assert_eq!(terms("IS is in Washington, D.C."), ["IS", "is", "in", "washington", "dc"]);
    assert_eq!(terms("U.S.-led e.g. this"), ["US", "led", "eg", "this"]);
    assert_eq!(terms("US AND IRAQ"), ["us", "and", "iraq"], "capitals tell nothing where all is in capitals");
}

#[test]
fn invisible_characters_begin_no_word() {
    assert_eq!(terms("\u{AD}'S \u{200B}’s \u{200B}US"), ["s", "s", "US"]);
}

#[test]
fn numbers_keep_their_parts_together() {
    assert_eq!(
        terms("2,500 troops, 3.5 per cent, July 22-23, 2024."),
        ["2500", "troops", "3.5", "per", "cent", "july", "22", "23", "2024"]
    );
}

#[test]
fn a_full_stop_at_the_end_of_a_sentence_is_no_joiner() {
    let text = "It ended.Then I. Nothing";
    assert_eq!(terms(text), ["it", "ended", "then", "i", "nothing"]);
}

#[test]
fn a_place_covers_the_word_as_written() {
    let fold = Fold::default();
    let text = "The U.S.'s plan";
    let mut found = Vec::new();
    words(&fold, text, false, |range, _| found.push(&text[range]));
    assert_eq!(found[0], "The");
    assert!(found[1].starts_with("U.S."), "{found:?}");
}

/// The pieces of a text that its words cover, those looked for and then all that are indexed.
fn pieces<'t>(fold: &Fold, text: &'t str) -> (Vec<&'t str>, Vec<&'t str>) {
    let (mut sought, mut indexed) = (Vec::new(), Vec::new());
    words(fold, text, false, |range, _| sought.push(&text[range]));
    each_word(fold, text, false, &mut |range, _, _| indexed.push(&text[range]));
    (sought, indexed)
}

#[test]
fn scripts_without_spaces_give_pairs_of_units_and_the_last_alone() {
    for (text, expected, last) in [
        ("军", &["军"][..], None),
        ("自衛隊", &["自衛", "衛隊"], Some("隊")),
        ("日米、首脳", &["日米", "首脳"], Some("脳")),
        ("NATO军队2024年", &["NATO", "军队", "2024", "年"], None),
        ("サーバー", &["サー", "ーバ", "バー"], Some("ー")),
        ("東京タワー", &["東京", "京タ", "タワ", "ワー"], Some("ー")),
        // Leading vowels with their consonant; vowels and tones behind it.
        ("ประเทศไทย", &["ประ", "ระเท", "เทศ", "ศไท", "ไทย"], Some("ย")),
        ("น้ำท่วม", &["น้ำท่", "ท่ว", "วม"], Some("ม")),
        ("ລາວ", &["ລາວ"], Some("ວ")),
        // What stands below goes with what it stands below of.
        ("ខ្មែរ", &["ខ្មែរ"], Some("រ")),
        ("မြန်မာ", &["မြန်", "န်မာ"], Some("မာ")),
        ("서울 시장", &["서울", "시장"], None),
    ] {
        let fold = Fold::learn(&text.chars().collect());
        let (sought, indexed) = pieces(&fold, text);
        assert_eq!(sought, expected, "{text}");
        assert_eq!(indexed.last().copied().filter(|_| last.is_some()), last, "{text}");
    }
}

#[test]
fn what_is_one_character_to_a_reader_is_one_term() {
    assert_eq!(terms("ｶﾞｽ ガス カ\u{3099}ス").iter().collect::<Set<_>>().len(), 1, "width and composition");
    assert_eq!(terms("น\u{E33} น\u{E4D}\u{E32}").iter().collect::<Set<_>>().len(), 1);
    assert_eq!(terms("٢٠٢٤ ۲۰۲۴ ๒๐๒๔ ２０２４ 2024").iter().collect::<Set<_>>().len(), 1);
    assert_eq!(terms("١٬٢٠٠ ٣٫٥"), ["1200", "3.5"]);
    assert_eq!(terms("أحمد احمد إحمد ٱحمد").iter().collect::<Set<_>>().len(), 1);
    assert_eq!(terms("ایران ايران").iter().collect::<Set<_>>().len(), 1);
    assert_eq!(terms("می\u{200C}رود ميرود").iter().collect::<Set<_>>().len(), 1);
    assert_eq!(terms("مدرسة مدرسه").iter().collect::<Set<_>>().len(), 1);
}

#[test]
fn a_character_that_the_corpus_lacks_is_a_unit_of_its_script() {
    let fold = Fold::learn(&"军队ไทย".chars().collect());
    assert_eq!(pieces(&fold, "军舰队").0, ["军舰", "舰队"]);
    assert_eq!(pieces(&fold, "ประชา").0, ["ประ", "ระชา"]);
    assert!(is_unit(&fold, "舰") && is_unit(&fold, "ชา") && !is_unit(&fold, "舰队") && !is_unit(&fold, "a"));
}

#[test]
fn what_a_language_puts_in_front_of_words_is_lost() {
    let terms = |language: &str, text: &str| {
        let fold = Fold::learn(&text.chars().collect()).speaking(&[language.to_owned()].into());
        let mut all = Vec::new();
        words(&fold, text, false, |_, term| all.push(term.to_owned()));
        all
    };
    let french = "L'accord d’État qu'il aujourd'hui O'Brien l'UE Đ'";
    assert_eq!(terms("fr", french), ["accord", "etat", "il", "aujourdhui", "obrien", "ue", "d"]);
    assert_eq!(terms("it", "dell'accordo un’altra l'Unione"), ["accordo", "altra", "unione"]);
    assert_eq!(terms("en", "l'accord d'Arc"), ["laccord", "darc"]);
    let arabic = "الحكومة حكومة والحكومة بالحكومة للحكومة";
    assert_eq!(terms("ar", arabic).iter().collect::<Set<_>>().len(), 1);
    assert_eq!(terms("ar", "الألمانية ألمانية"), ["مانيه", "مانيه"]);
    assert_eq!(terms("ar", "الآن الله"), ["الان", "الله"], "three letters stay");
}

/// Eight scripts and what parts words in them.
const MIXED: &str = "[a-cA-C0-3 .,'’\\-日本語軍隊々ーガゲｶﾞかがไเกขาิ้ຫນາເខ្មែရမန်္سلامةالو،д̆йёäßéçüσς서울、。・\u{200B}\u{AD}\u{3099}]{0,24}";

proptest! {
    #[test]
    fn what_is_looked_for_is_indexed(before in MIXED, run in MIXED, after in MIXED) {
        // A query is whole runs: spaces part it from what stands around it.
        let text = format!("{before} {run} {after}");
        let fold = Fold::learn(&text.chars().collect()).speaking(&["ar", "fr"].map(str::to_owned).into());
        let spaced = |fold: &Fold, text: &str| -> Vec<String> {
            let mut all = Vec::new();
            each_word(fold, text, false, &mut |range, key, term| {
                assert!(text.get(range.clone()).is_some_and(|word| !word.is_empty()), "{range:?} of {text:?}");
                let short = key.to_le_bytes();
                all.push(if key & LONG == 0 { letters(&short) } else { term }.to_owned());
            });
            all
        };
        let indexed: Set<String> = spaced(&fold, &text).into_iter().collect();
        let (mut end, mut last) = (0, None);
        words(&fold, &run, false, |range, term| {
            assert!(range.end > end, "each brings something new");
            assert!(last < Some(range.start), "in order");
            (end, last) = (range.end, Some(range.start));
            assert!(indexed.contains(term), "{term:?} of {run:?} in {text:?}");
            // What a word spells is its term.
            assert_eq!(spaced(&fold, &run[range.clone()]).first().map(String::as_str), Some(term), "{:?}", &run[range]);
        });
    }
}
