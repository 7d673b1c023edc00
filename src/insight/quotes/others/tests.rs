//! Sentences of each language: what is said, by whom, with which role.

use proptest::prelude::*;

use crate::insight::grammar::Grammar;

/// "said | speaker | role", joined by "; ".
fn read(grammar: Grammar, text: &str) -> String {
    let found = super::find(grammar, text, std::slice::from_ref(&(0..text.len())));
    let cut = |range: Option<std::ops::Range<usize>>| range.map_or("-", |range| &text[range]).to_owned();
    let shown: Vec<String> = found
        .into_iter()
        .map(|quote| format!("{} | {} | {}", &text[quote.span], cut(quote.speaker), cut(quote.role)))
        .collect();
    shown.join("; ")
}

#[track_caller]
fn check(grammar: Grammar, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(read(grammar, text), *expected, "{text}");
    }
}

#[test]
fn a_name_ends_where_the_next_begins_or_a_place() {
    let names = |grammar, text: &str| -> Vec<String> {
        super::persons(grammar, text).into_iter().map(|person| text[person.name].to_owned()).collect()
    };
    let french = |text: &str| names(Grammar::French, text);
    assert_eq!(french("Paul Hamon d’Anne Leroy ne pense rien."), ["Paul Hamon", "Anne Leroy"]);
    assert_eq!(
        french("On a vu Anne Leroy de Brest et Charles de Gaulle."),
        ["Anne Leroy", "Charles de Gaulle"]
    );
    assert_eq!(french("Le bien que pense Mme Leroy de M. Hamon."), ["Hamon"]);
    assert_eq!(french("On a vu Mme Grand de la Poste."), ["Grand"]);
    let spanish = |text: &str| names(Grammar::Spanish, text);
    assert_eq!(spanish("Así habló Ana Ruiz del Partido Verde."), ["Ana Ruiz"]);
    assert_eq!(spanish("María del Carmen López vino."), ["María del Carmen López"]);
    assert!(spanish("Se lo dijo a Pablo Gil Ana Ruiz.").is_empty());
    check(
        Grammar::French,
        &[("« C’est une honte », a dit Paul Hamon d’Anne Leroy.", "C’est une honte | Paul Hamon | -")],
    );
}

#[test]
fn german() {
    check(
        Grammar::German,
        &[
            (
                "„Wir haben kein Geld\", sagte Jonas Weber. Die „alte\" Brücke bleibt.",
                "Wir haben kein Geld | Jonas Weber | -",
            ),
            (
                "„Wir bauen die Brücke neu“, sagte Verkehrsministerin Anna Berg.",
                "Wir bauen die Brücke neu | Anna Berg | Verkehrsministerin",
            ),
            (
                "»Das ist ein guter Tag«, sagte der Bürgermeister Jonas Weber.",
                "Das ist ein guter Tag | Jonas Weber | Bürgermeister",
            ),
            (
                "„Wir haben kein Geld“, erklärte Präsidentin Vogt am Montag.",
                "Wir haben kein Geld | Vogt | Präsidentin",
            ),
            (
                "Anna Berg sagte am Montag: „Wir bauen die Brücke neu.“",
                "Wir bauen die Brücke neu. | Anna Berg | -",
            ),
            ("Am Montag sagte Ministerin Anna Berg: „Wir bauen.“", "Wir bauen. | Anna Berg | Ministerin"),
            (
                "Anna Berg, die Chefin des Amts, sagte: „Wir bauen die Brücke neu.“",
                "Wir bauen die Brücke neu. | Anna Berg | -",
            ),
            (
                "„Wir bauen neu“, sagte der Leiter des Amts für Straßen, Jonas Weber, der Zeitung.",
                "Wir bauen neu | Jonas Weber | Leiter des Amts für Straßen",
            ),
            (
                "„Wir bauen die Brücke neu“, sagte Anna Berg. „Im Mai sind wir fertig, hoffe ich.“",
                "Wir bauen die Brücke neu | Anna Berg | -; Im Mai sind wir fertig, hoffe ich. | Anna Berg | -",
            ),
            (
                "„Wir bauen die Brücke neu“, sagte Anna Berg. „Das dauert zwei Jahre“, ergänzte Berg.",
                "Wir bauen die Brücke neu | Anna Berg | -; Das dauert zwei Jahre | Berg | -",
            ),
        ],
    );
}

#[test]
fn german_nouns_and_titles_are_no_speakers() {
    check(
        Grammar::German,
        &[
            ("„Wir bauen die Brücke neu“, sagte der Sprecher der Stadt.", "Wir bauen die Brücke neu | - | -"),
            ("„Wir bauen die Brücke neu“, sagte er.", "Wir bauen die Brücke neu | - | -"),
            ("„Das dauert zwei Jahre“, sagte Landwirt Weber.", "Das dauert zwei Jahre | Weber | Landwirt"),
            ("„Das dauert zwei Jahre“, sagte Müllwerker Weber.", "Das dauert zwei Jahre | - | -"),
            (
                "„Wir bauen die Brücke neu“, sagte der Leiter des Amts bei Anna Berg.",
                "Wir bauen die Brücke neu | - | -",
            ),
            (
                "„Das kostet eine Stunde“, sagte der Spediteur Karl Brandt.",
                "Das kostet eine Stunde | Karl Brandt | Spediteur",
            ),
            ("„Das kostet eine Stunde“, sagte der Bruder Karl Brandts.", "Das kostet eine Stunde | - | -"),
            ("Die Intendantin Eva Lind sagte: „Wir freuen uns.“", "Wir freuen uns. | Eva Lind | Intendantin"),
            ("Das Team um Eva Lind sagte: „Wir freuen uns.“", "Wir freuen uns. | - | -"),
            ("Das Stück „Die Kunst des Lebens“ lief im Theater.", ""),
            ("Er nannte den Plan „einen Witz“.", ""),
            ("Die sogenannte „große Lösung für den Norden der Stadt“ kommt nicht.", ""),
        ],
    );
}

#[test]
fn french() {
    check(
        Grammar::French,
        &[
            (
                "« Nous allons reconstruire le pont », a déclaré la ministre Anne Leroy.",
                "Nous allons reconstruire le pont | Anne Leroy | ministre",
            ),
            (
                "« Nous allons reconstruire », a déclaré la ministre des Transports Anne Leroy.",
                "Nous allons reconstruire | Anne Leroy | ministre des Transports",
            ),
            (
                "« Nous allons reconstruire », a affirmé le maire de Montclair, Paul Garnier.",
                "Nous allons reconstruire | Paul Garnier | maire de Montclair",
            ),
            (
                "Le maire Paul Garnier a déclaré : « Nous allons reconstruire. »",
                "Nous allons reconstruire. | Paul Garnier | maire",
            ),
            (
                "Anne Leroy, ministre des Transports, a expliqué : « Il n’y a pas d’argent. »",
                "Il n’y a pas d’argent. | Anne Leroy | -",
            ),
            (
                "Paul Garnier a affirmé que le pont « restera fermé deux ans ».",
                "restera fermé deux ans | Paul Garnier | -",
            ),
            (
                "« Nous allons reconstruire », a-t-il ajouté. « C’est un jour de fête », dit-elle.",
                "Nous allons reconstruire | - | -",
            ),
            (
                "« Il n’y a pas d’argent », selon le président Garnier.",
                "Il n’y a pas d’argent | Garnier | président",
            ),
            (
                "« Nous verrons demain », a déclaré le maire de Montclair devant Anne Leroy.",
                "Nous verrons demain | - | -",
            ),
            (
                "« Nous verrons demain », a déclaré le maire avant de rencontrer Anne Leroy.",
                "Nous verrons demain | - | -",
            ),
            ("Le film « Les Ponts de la ville » est sorti. Il parle de « crise ».", ""),
            ("« Nous fermons le pont », a indiqué la Commission européenne.", "Nous fermons le pont | - | -"),
        ],
    );
}

#[test]
fn spanish() {
    check(
        Grammar::Spanish,
        &[
            (
                "«Vamos a reconstruir el puente», dijo la ministra Ana Ruiz.",
                "Vamos a reconstruir el puente | Ana Ruiz | ministra",
            ),
            (
                "“No hay dinero para eso”, declaró el alcalde de Monteclaro, Pablo Ortega.",
                "No hay dinero para eso | Pablo Ortega | alcalde de Monteclaro",
            ),
            (
                "\"No hay dinero para eso\", afirmó el presidente Ortega el lunes.",
                "No hay dinero para eso | Ortega | presidente",
            ),
            (
                "Ana Ruiz dijo: «Vamos a reconstruir el puente».",
                "Vamos a reconstruir el puente | Ana Ruiz | -",
            ),
            (
                "El alcalde Pablo Ortega aseguró que el puente «seguirá cerrado dos años».",
                "seguirá cerrado dos años | Pablo Ortega | alcalde",
            ),
            ("«Vamos a reconstruir el puente», añadió.", "Vamos a reconstruir el puente | - | -"),
            (
                "El ministro de Transporte, Pablo Ruiz, afirmó: «El Estado pagará la mitad».",
                "El Estado pagará la mitad | Pablo Ruiz | ministro de Transporte",
            ),
            ("La hija de Pablo Ruiz dijo: «El Estado pagará la mitad».", "El Estado pagará la mitad | - | -"),
            ("La novela «El puente de la ciudad» salió ayer.", ""),
        ],
    );
}

#[test]
fn arabic() {
    check(
        Grammar::Arabic,
        &[
            (
                "قال وزير النقل سامي الخوري إن \"الجسر سيبقى مغلقا عامين\".",
                "الجسر سيبقى مغلقا عامين | وزير النقل سامي الخوري | -",
            ),
            ("وأكد سامي الخوري: \"لن نغلق الجسر مرة أخرى\".", "لن نغلق الجسر مرة أخرى | سامي الخوري | -"),
            (
                "«لا توجد أموال في الميزانية»، قالت رئيسة البلدية ليلى حداد.",
                "لا توجد أموال في الميزانية | رئيسة البلدية ليلى حداد | -",
            ),
            ("وأضاف: \"لن نغلق الجسر مرة أخرى\".", "لن نغلق الجسر مرة أخرى | - | -"),
            (
                "وقالت رئيسة البلدية ليلى حداد في مؤتمر صحفي: \"الجسر آمن اليوم\".",
                "الجسر آمن اليوم | رئيسة البلدية ليلى حداد | -",
            ),
            ("صدر كتاب \"جسر المدينة القديمة\" أمس.", ""),
        ],
    );
}

#[test]
fn persons_are_told_by_first_names_and_titles() {
    let read = |grammar, text: &str| -> Vec<String> {
        let shown = |person: super::persons::Person| {
            format!("{} ({})", &text[person.name], person.role.map_or("-", |role| &text[role]))
        };
        super::persons(grammar, text).into_iter().map(shown).collect()
    };
    assert_eq!(
        read(
            Grammar::German,
            "Die Brücke im Hafen sah Ministerin Anna Berg mit Jonas Weber und Bürgermeister Vogt. Der Rat tagte im Alten Haus."
        ),
        ["Anna Berg (Ministerin)", "Jonas Weber (-)", "Vogt (Bürgermeister)"]
    );
    assert_eq!(
        read(
            Grammar::French,
            "Le maire Paul Garnier, rue Victor Hugo, a vu Anne Leroy et le président de la Région Nord. Hier Marseille dormait."
        ),
        ["Paul Garnier (maire)", "Anne Leroy (-)"]
    );
    assert_eq!(
        read(
            Grammar::Spanish,
            "La ministra de Transporte, Ana Ruiz, vio a Pablo Ortega en la calle Carlos Díaz de San José."
        ),
        ["Ana Ruiz (-)", "Pablo Ortega (-)"]
    );
    assert_eq!(
        read(Grammar::Arabic, "التقى الدكتور سامي الخوري رئيس البلدية في المدينة"),
        ["سامي الخوري (الدكتور)"]
    );
    assert!(read(Grammar::Other, "Anna Berg ha detto").is_empty());
}

#[test]
fn whoever_stands_near_a_verb_is_no_speaker() {
    let nobody = [
        (Grammar::German, "„Wir gehen jetzt heim“, sagte die Sprecherin der Ministerin Anna Berg."),
        (Grammar::German, "„Wir gehen jetzt heim“, sagte der Anwalt von Anna Berg."),
        (Grammar::German, "„Wir gehen jetzt heim“, sagte Anna Bergs Anwalt."),
        (Grammar::German, "„Wir gehen jetzt heim“, sagten Anna Berg und Jonas Weber."),
        (Grammar::German, "Anna Berg und Jonas Weber sagten: „Wir gehen jetzt heim.“"),
        (Grammar::German, "Das Team um Ministerin Anna Berg sagte: „Wir gehen jetzt heim.“"),
        (Grammar::German, "„Wir gehen jetzt heim“, sagte der Chef der Polizei, Anna Berg widersprach."),
        (Grammar::German, "Anna Berg sagte Jonas Weber: „Wir gehen jetzt heim.“"),
        (Grammar::French, "« Nous rentrons demain », a déclaré l’avocat d’Anne Leroy."),
        (Grammar::French, "« Nous rentrons demain », a déclaré le porte-parole de la ministre Anne Leroy."),
        (Grammar::French, "« Nous rentrons demain », a déclaré à Anne Leroy le maire Paul Garnier."),
        (Grammar::French, "Hier chez Anne Leroy a déclaré : « Nous rentrons demain. »"),
        (Grammar::Spanish, "«Volvemos mañana a casa», dijo el abogado de Ana Ruiz."),
        (Grammar::Spanish, "El ministro Pablo Ruiz y Ana Gil dijeron: «Volvemos mañana a casa»."),
    ];
    for (grammar, text) in nobody {
        let found = super::find(grammar, text, std::slice::from_ref(&(0..text.len())));
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].speaker, None, "{text}");
    }
}

proptest! {
    #[test]
    fn places_are_within_the_text(text in r#"([„“«»" ,.:—]|Anna|Berg|sagte|a|déclaré|dijo|ministre|de|قال|إن|der|Leiter|,){0,24}"#) {
        for grammar in [Grammar::German, Grammar::French, Grammar::Spanish, Grammar::Arabic, Grammar::Other] {
            for quote in super::find(grammar, &text, std::slice::from_ref(&(0..text.len()))) {
                for place in [Some(quote.span), quote.speaker, quote.role, quote.cue].into_iter().flatten() {
                    prop_assert!(text.get(place.clone()).is_some_and(|words| !words.is_empty()), "{text} {place:?}");
                }
            }
            for person in super::persons(grammar, &text) {
                prop_assert!(text.get(person.name.clone()).is_some_and(|name| !name.is_empty()), "{text}");
            }
        }
    }
}
