//! Search in the languages of the fixtures: ten queries of each, as readers type them.
#![cfg(feature = "ingest")]

use std::fmt::Write as _;
use std::path::Path;

use briefing::api::{OverviewOptions, SearchOptions};
use briefing::document::Corpus;
use briefing::{Briefing, ingest};

/// A query, the document that it should find first, and why that is not a matter of course.
type Asked = (&'static str, &'static str, &'static str);

fn corpus(language: &str) -> Corpus {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/languages").join(language);
    ingest::read(&[folder]).expect("the fixtures are read").corpus
}

fn open(corpus: &Corpus) -> Briefing<Vec<u8>> {
    Briefing::open(briefing::build(corpus).expect("a pack")).expect("a sound pack")
}

/// Holds what is found first against what is expected, and every mark against the text.
fn ask(language: &str, all: &[Asked; 10]) {
    let briefing = open(&corpus(language));
    // Words as typed out: nothing is found only because a word is still being typed.
    let options = SearchOptions { prefix: false, ..SearchOptions::default() };
    let mut faults = String::new();
    for &(query, expected, why) in all {
        let response = briefing.search(query, &options);
        let found: Vec<&str> = response.hits.iter().map(|hit| hit.document).collect();
        if found.first() != Some(&expected) || !response.corrections.is_empty() {
            let _ = writeln!(
                faults,
                "{query} ({why}): {found:?} instead of {expected}; ignored {:?}, corrected {:?}",
                response.ignored, response.corrections
            );
        }
        for hit in &response.hits {
            let text: Vec<u16> = hit.excerpt.span.text.encode_utf16().collect();
            let mut end = 0;
            for &(from, to) in &hit.excerpt.marks {
                let (from, to) =
                    ((from - hit.excerpt.span.start) as usize, (to - hit.excerpt.span.start) as usize);
                assert!(
                    end <= from && from < to && to <= text.len(),
                    "marks of {query} are in order and apart"
                );
                assert!(String::from_utf16(&text[from..to]).is_ok(), "marks of {query} are whole characters");
                end = to;
            }
        }
    }
    assert!(faults.is_empty(), "{language}:\n{faults}");
}

#[test]
fn german() {
    ask(
        "de",
        &[
            ("Abkommen", "handel", "the last part of a compound, a word that no document has"),
            ("Präsident Orlau", "wahl", "the text has the genitive, Präsidenten"),
            (
                "Überschwemmung Mühlfurt",
                "hochwasser",
                "noun of überschwemmt, and of two documents of the town the right one",
            ),
            ("Krankenhäuser", "klinik", "plural with umlaut of Krankenhaus"),
            ("Forderungen der Gewerkschaften", "streik", "plurals of what the text has as verb and singular"),
            ("Strasse", "hochwasser", "no ß, and the text has the plural"),
            ("schlichten", "streik", "verb of Schlichter"),
            ("Schäfern und Försterinnen", "wolf", "dative plural, and plural of Försterin"),
            ("ermittelte die Staatsanwaltschaft?", "spionage", "past tense, in a question"),
            ("Ministerium", "spionage", "the last part of a compound in the genitive"),
        ],
    );
}

#[test]
fn french() {
    ask(
        "fr",
        &[
            ("accords de peche", "traite", "behind l' and un, plural, no accent"),
            ("energie taxes", "elections", "behind l', plural, no accent"),
            ("élu opposition", "elections", "élections and l'opposition"),
            ("pompier", "incendie", "singular of what the text has in plural"),
            ("infirmière hopital", "hopital", "singular with accent, noun without"),
            ("salaire du conducteur", "greve", "singulars"),
            ("peintres volés", "musee", "plural of peintre and volé"),
            ("loup brebis tuée", "loup", "singulars of loups and tuées"),
            ("qu'est-ce que l'enquête d'origine du feu", "incendie", "a question with elisions"),
            ("ouvrier", "barrage", "behind d', and in plural"),
        ],
    );
}

#[test]
fn spanish() {
    ask(
        "es",
        &[
            ("acuerdos rio", "acuerdo", "plural, and no accent"),
            ("cancillera paciente", "acuerdo", "other forms of canciller and paciencia"),
            ("niño rescatado", "terremoto", "singular of niños, participle of rescataron"),
            ("alcaldes reelegidos", "elecciones", "plurals"),
            ("escuela maestra", "huelga", "singular and feminine"),
            ("lluvia", "sequia", "singular"),
            (
                "prohibieron regar jardín",
                "sequia",
                "another person of prohibió, jardines with its accent back",
            ),
            ("medico enfermo", "hospital", "singulars without accents"),
            ("ladron códices", "robo", "ladrones without its ending and accent"),
            ("pastor oveja muerta", "lobo", "singulars"),
        ],
    );
}

#[test]
fn russian() {
    ask(
        "ru",
        &[
            ("переговорам о соглашениях", "soglashenie", "other cases of переговоры and соглашение"),
            ("министром Ветлугиным", "soglashenie", "instrumental of a title and a name"),
            ("Елкиной", "vybory", "ё typed as е, and another case of a name"),
            ("пожарными", "pozhar", "instrumental plural"),
            ("шахтёру", "shakhta", "dative singular"),
            ("мостом через реку", "most", "instrumental"),
            ("волк и овца", "volki", "nominative singular"),
            ("врачу больницы", "vrachi", "dative; the text has больницах"),
            ("шпионажа", "shpion", "genitive"),
            ("взрывы в шахтах", "shakhta", "nominative plural, prepositional plural"),
        ],
    );
}

#[test]
fn arabic() {
    ask(
        "ar",
        &[
            ("إتفاقية مياه", "ittifaq", "hamza below alef, no article"),
            ("للحكومة", "ittifaq", "preposition and article, where the text has neither"),
            ("انتخابات", "intikhabat", "no article, where the text has it with and without preposition"),
            ("72 مقعدا", "intikhabat", "digits of ASCII, no vowel sign"),
            ("مرسي الصخر زلزال", "zilzal", "ya typed for alef maksura"),
            ("مدرسه", "idrab", "ha typed for ta marbuta"),
            ("بالمستشفى", "mustashfa", "preposition and article"),
            ("الاطباء", "mustashfa", "no hamza"),
            ("مخطوطات", "sariqa", "plural"),
            ("الجسر 1200", "jisr", "article, and digits of ASCII"),
        ],
    );
}

#[test]
fn chinese() {
    ask(
        "zh",
        &[
            ("渔业", "xieyi", "a word in the middle of a run"),
            ("两国什么时候签署渔业协定？", "xieyi", "a question without spaces"),
            ("沈若兰", "xuanju", "a name of three characters"),
            ("\"能源税\"", "xuanju", "in quotes, just so"),
            ("黑沙镇地震", "dizhen", "two words that stand apart"),
            ("加薪 工会", "bagong", "two words with a space, in other order"),
            ("泉城有儿童医院吗", "yiyuan", "a question"),
            ("小麦的损失", "ganhan", "other order"),
            ("陆明川间谍", "jiandie", "a name that two documents have, and what parts them"),
            ("ＡＩ技术", "ai", "full-width letters beside characters"),
        ],
    );
}

#[test]
fn japanese() {
    ask(
        "ja",
        &[
            ("漁業協定", "kyotei", "a compound of two pairs"),
            ("外相は漁業協定について何と言ったか", "kyotei", "a question without spaces"),
            ("真壁宗一", "senkyo", "a name"),
            ("ｴﾈﾙｷﾞｰ税", "senkyo", "half-width Katakana with its sign apart"),
            ("自衛隊の派遣", "jishin", "other order"),
            ("\"労働組合\"", "suto", "in quotes, just so"),
            ("泉市の病院", "byoin", "another word for it, which ends the text's"),
            ("プール禁止", "kanbatsu", "Katakana; the verb has only one of the characters"),
            ("サーバ 攻撃", "server", "without the last prolonged sound"),
            ("AIと医療", "ai", "letters beside characters"),
        ],
    );
}

#[test]
fn thai() {
    ask(
        "th",
        &[
            ("ข้อตกลง", "khotoklong", "a word in the middle of a run"),
            ("การเจรจาประมง", "khotoklong", "two words that stand apart"),
            ("พรรคฝ่ายค้านสัญญาอะไร", "lueaktang", "a question without spaces"),
            ("มะลิ ศรีภูผา", "lueaktang", "a name with a space"),
            ("นักดับเพลิง", "phaendinwai", "a compound"),
            ("340 คน", "namthuam", "digits of ASCII"),
            ("ค่าแรงรถเมล์", "prathuang", "words of two sentences"),
            ("เมืองธารทอง", "rongphayaban", "a place, of which one half is common"),
            ("\"อ่างเก็บน้ำ\"", "phailaeng", "in quotes, just so"),
            ("ระบบ AI การแพทย์", "ai", "letters that stand without spaces in the text"),
        ],
    );
}

/// Key points are whole sentences of a readable length, and a copy with another headline is known as one.
#[test]
fn a_brief_in_any_language_has_key_points_and_knows_copies() {
    for language in ["ar", "de", "es", "fr", "ja", "ru", "th", "zh"] {
        let mut corpus = corpus(language);
        let mut copy = corpus.documents[0].clone();
        copy.id = "copy".to_owned();
        copy.source = Some("Another".to_owned());
        copy.title = corpus.documents[1].title.clone();
        let texts = corpus.documents.len() as u32;
        corpus.documents.insert(1, copy);
        let briefing = open(&corpus);
        assert_eq!(briefing.info().origins, texts, "{language}");
        let overview = briefing.overview(&OverviewOptions { words: None }).expect("a card");
        let points = overview.list("keyPoints");
        assert!(points.len() >= 5, "{language}: {} key points", points.len());
        for point in points {
            let text = point.span("span").map_or("", |span| span.text);
            assert!((12..=200).contains(&text.chars().count()), "{language}: {text}");
        }
    }
}

#[test]
fn marks_spell_what_was_looked_for() {
    for (language, query, expected) in [
        ("ja", "自衛隊", &["自衛隊"][..]),
        ("ja", "\"労働組合\"", &["労働組合"]),
        ("zh", "云江大学 AI技术", &["云江大学", "AI", "技术"]),
        // One character is found wherever it stands, with what begins with it.
        ("zh", "税", &["税"]),
        ("th", "นักดับเพลิง", &["นักดับเพลิง"]),
        ("fr", "origine de l'enquête", &["L'enquête", "l'origine"]),
        ("ar", "حكومة", &["حكومة"]),
        ("de", "Abkommen", &["Handelsabkommen"]),
    ] {
        let briefing = open(&corpus(language));
        let response = briefing.search(query, &SearchOptions::default());
        let excerpt = &response.hits[0].excerpt;
        let text: Vec<u16> = excerpt.span.text.encode_utf16().collect();
        let start = excerpt.span.start;
        let marked = |&(from, to): &(u32, u32)| {
            String::from_utf16_lossy(&text[(from - start) as usize..(to - start) as usize])
        };
        let marks: Vec<String> = excerpt.marks.iter().map(marked).collect();
        assert!(expected.iter().all(|word| marks.iter().any(|mark| mark == word)), "{query}: {marks:?}");
    }
}

#[test]
fn a_phrase_without_spaces_stands_just_so_or_is_not_found() {
    let (chinese, japanese) = (open(&corpus("zh")), open(&corpus("ja")));
    let options = SearchOptions::default();
    assert_eq!(chinese.search("\"渔业协定\"", &options).total, 1);
    assert_eq!(chinese.search("\"协定渔业\"", &options).total, 0);
    assert_eq!(chinese.search("渔业协定 -陆明川", &options).total, 0);
    assert_eq!(japanese.search("\"漁業協定に署名\"", &options).total, 1);
    assert_eq!(japanese.search("\"AI技\"", &options).total, 1, "the last character of a phrase may go on");
}

/// Words of such scripts are neither corrected nor offered, and their marks reach nobody.
#[test]
fn units_are_no_spellings() {
    for language in ["zh", "ja", "th"] {
        let briefing = open(&corpus(language));
        for query in ["xq", "qqq", "军舰机", "ปฏิวัติ", "ゲーム機"] {
            let response = briefing.search(query, &SearchOptions::default());
            assert!(response.corrections.is_empty(), "{query}: {:?}", response.corrections);
            let offered = response.nearest.iter().chain(&response.ignored);
            for word in offered {
                assert!(!word.contains(char::is_control), "{query}: {word:?}");
            }
        }
    }
}
