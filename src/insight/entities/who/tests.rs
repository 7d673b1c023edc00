//! What is one and what is apart, on small corpora.

use super::*;
use crate::fixture::corpus;

/// The names of all entities of a kind, each with its aliases, both sorted.
fn of_kind(corpus: &Corpus, kind: EntityKind) -> Vec<(String, Vec<String>)> {
    let who = Who::of(corpus);
    let found = who.entities.iter().filter(|entity| entity.kind == kind);
    let mut all: Vec<_> = found
        .map(|entity| {
            let mut aliases: Vec<String> =
                entity.aliases.iter().map(|alias| alias.text(corpus).to_owned()).collect();
            aliases.sort();
            (entity.name.text(corpus).to_owned(), aliases)
        })
        .collect();
    all.sort();
    all
}

#[track_caller]
fn check(articles: &[&str], kind: EntityKind, expected: &[(&str, &[&str])]) {
    let corpus = corpus(articles.iter().map(|text| ("A title", *text)));
    let found = of_kind(&corpus, kind);
    let found: Vec<(&str, Vec<&str>)> = found
        .iter()
        .map(|(name, aliases)| (name.as_str(), aliases.iter().map(String::as_str).collect()))
        .collect();
    let expected: Vec<(&str, Vec<&str>)> =
        expected.iter().map(|(name, aliases)| (*name, aliases.to_vec())).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_person_is_one_under_full_name_surname_title_and_role() {
    check(
        &[
            "Foreign Minister Ada M. Berg came on Monday. Berg said it was late. The minister left.",
            "Norway's foreign minister Ada Berg spoke first.",
        ],
        EntityKind::Person,
        &[(
            "Ada M. Berg",
            &[
                "Ada Berg",
                "Ada M. Berg",
                "Berg",
                "Foreign Minister Ada M. Berg",
                "Norway's foreign minister Ada Berg",
                "The minister",
            ],
        )],
    );
}

#[test]
fn spellings_of_a_foreign_name_are_one_person() {
    check(
        &[
            "Minister Thabet al-Lindawi met Ada Berg.",
            "Thabit Al-Lindawi left. Minister Al Lindawi did not speak.",
        ],
        EntityKind::Person,
        &[
            ("Ada Berg", &["Ada Berg", "Berg"]),
            (
                "Thabit Al-Lindawi",
                &[
                    "Al Lindawi",
                    "Al-Lindawi",
                    "Minister Al Lindawi",
                    "Minister Thabet al-Lindawi",
                    "Thabet al-Lindawi",
                    "Thabit Al-Lindawi",
                    "al-Lindawi",
                ],
            ),
        ],
    );
}

#[test]
fn people_of_one_surname_stay_apart_and_a_surname_alone_is_neither() {
    check(
        &[
            "Ada Berg and Paul Berg came. Berg said it was late.",
            "George Bush Sr. and George Bush Jr. spoke.",
        ],
        EntityKind::Person,
        &[
            ("Ada Berg", &["Ada Berg"]),
            ("George Bush Jr.", &["George Bush Jr."]),
            ("George Bush Sr.", &["George Bush Sr."]),
            ("Paul Berg", &["Paul Berg"]),
        ],
    );
}

#[test]
fn a_role_that_two_have_or_that_goes_on_is_nobody() {
    let corpus = corpus([(
        "A title",
        "Minister Ada Berg met Minister Paul Lie. The minister spoke. Governor Tom Hill heard it. The governor of Lindau left.",
    )]);
    let who = Who::of(&corpus);
    let told: Vec<&str> =
        who.entities.iter().flat_map(|e| &e.mentions).map(|m| m.place.text(&corpus)).collect();
    assert!(!told.iter().any(|text| text.starts_with("The ")), "{told:?}");
}

#[test]
fn roles_are_told_by_titles_and_appositions() {
    let corpus = corpus([(
        "A title",
        "Ada Berg, the foreign minister of Norway, met U.S. Secretary of State Paul Lie. Berg, Lie and Tom Hill left.",
    )]);
    let who = Who::of(&corpus);
    let roles = |name: &str| {
        let person = who.entities.iter().find(|entity| entity.name.text(&corpus) == name).expect(name);
        person.roles.iter().map(|role| role.text(&corpus)).collect::<Vec<_>>()
    };
    assert_eq!(roles("Ada Berg"), ["foreign minister of Norway"]);
    assert_eq!(roles("Paul Lie"), ["U.S. Secretary of State"]);
    assert_eq!(roles("Tom Hill"), Vec::<&str>::new());
}

#[test]
fn a_body_is_one_with_and_without_country_acronym_and_capitals() {
    check(
        &[
            "The Norwegian Fish Security Board (NFSB) met. The NFSB voted. A fish security board was needed.",
            "The Fish Security Board of old left no papers.",
        ],
        EntityKind::Organisation,
        &[(
            "Norwegian Fish Security Board",
            &["Fish Security Board", "NFSB", "Norwegian Fish Security Board", "fish security board"],
        )],
    );
}

#[test]
fn bodies_of_two_countries_stay_apart_and_the_one_without_is_neither() {
    check(
        &["The Iraqi Ministry of Defense met the Syrian Ministry of Defense. The Ministry of Defense paid."],
        EntityKind::Organisation,
        &[
            ("Iraqi Ministry of Defense", &["Iraqi Ministry of Defense"]),
            ("Ministry of Defense", &["Ministry of Defense"]),
            ("Syrian Ministry of Defense", &["Syrian Ministry of Defense"]),
        ],
    );
}

#[test]
fn a_department_is_one_whichever_way_it_is_named() {
    check(
        &["The U.S. Department of Defense paid. The US Defense Department did not say why."],
        EntityKind::Organisation,
        &[("U.S. Department of Defense", &["U.S. Department of Defense", "US Defense Department"])],
    );
}

#[test]
fn meetings_of_one_name_in_two_years_are_two() {
    check(
        &[
            "The inaugural Fish Summit was held in Lindau. The recent Fish Summit ended well. Last year's Fish Summit did not.",
        ],
        EntityKind::Event,
        &[
            ("Fish Summit", &["Fish Summit", "Last year's Fish Summit"]),
            ("Fish Summit", &["Fish Summit", "inaugural Fish Summit", "recent Fish Summit"]),
        ],
    );
}

#[test]
fn what_only_headlines_and_labels_name_is_left_out() {
    check(
        &["Fish Council Meets Again\n\nThe council met.\n\nThreat Agency: it was discussed."],
        EntityKind::Organisation,
        &[],
    );
    check(
        &["Fish Council Meets Again\n\nThe Fish Council met.\n\nNothing else happened here."],
        EntityKind::Organisation,
        &[("Fish Council", &["Fish Council"])],
    );
}

#[test]
fn those_in_one_sentence_appear_together_and_a_place_tells_who_is_named() {
    let corpus = corpus([("A title", "Ada Berg met Paul Lie. Tom Hill stayed in Norway.")]);
    let who = Who::of(&corpus);
    let index = |name: &str| {
        let at = who.entities.iter().position(|entity| entity.name.text(&corpus) == name);
        at.expect(name) as u32
    };
    let with = |name: &str| who.entities[index(name) as usize].with.clone();
    assert_eq!(with("Ada Berg"), [index("Paul Lie")]);
    assert_eq!(with("Tom Hill"), [index("Norway")]);
    let place = |range| Place { document: 0, block: 0, range };
    assert_eq!(who.at(&place(4..8)), Some(index("Ada Berg")));
    assert_eq!(who.at(&place(9..12)), None);
    let corpus = self::corpus([("A title", "Norway's foreign minister Ada Berg left.")]);
    let who = Who::of(&corpus);
    let named = |range| who.at(&place(range)).map(|at| who.entities[at as usize].name.text(&corpus));
    assert_eq!(named(0..6), Some("Norway"));
    assert_eq!(named(0..34), Some("Ada Berg"));
    assert_eq!(named(35..39), None);
}
