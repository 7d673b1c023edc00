//! Sentences of each language and the values that they must give. Published on Thursday, 25 January 2024.

use proptest::prelude::*;

use crate::data::data;
use crate::insight::dates::{Thread, dates_after};
use crate::insight::grammar::Grammar;

#[track_caller]
fn check(grammar: Grammar, cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let (found, _) = dates_after(grammar, Thread::default(), text, "2024-01-25".parse().ok());
        let shown: Vec<String> = found
            .into_iter()
            .map(|mention| {
                let value = mention.value.map_or("?".to_owned(), |value| value.to_string());
                let bound = mention.bound.map_or(String::new(), |bound| format!(" {bound:?}"));
                format!("{} = {value}{bound}", &text[mention.span])
            })
            .collect();
        assert_eq!(shown.join("; "), *expected, "{text}");
    }
}

#[test]
fn what_is_named_after_a_day_is_no_date() {
    check(
        Grammar::French,
        &[
            ("Rue du 8 mai 1945, un bar ouvre. Le lycée du 4 août ferme.", ""),
            ("À l’hôpital le 3 mai 2023.", "3 mai 2023 = 2023-05-03"),
        ],
    );
    check(Grammar::Spanish, &[("La avenida 9 de Julio de 1816 y la calle 25 de Mayo.", "")]);
    check(Grammar::German, &[("Auf der Straße des 17. Juni 1953 ist es still.", "")]);
    check(Grammar::Arabic, &[("شارع 26 يوليو 1952 مغلق.", "")]);
}

#[test]
fn a_holiday_is_every_year() {
    check(
        Grammar::German,
        &[
            ("Der 17. Juni ist ein gesetzlicher Feiertag.", ""),
            ("Der 17. Juni 1953 ist ein Feiertag.", "17. Juni 1953 = 1953-06-17"),
        ],
    );
    check(Grammar::French, &[("Le 14 juillet est une fête nationale.", "")]);
    check(Grammar::Spanish, &[("El 12 de octubre es fiesta nacional.", "")]);
    check(Grammar::Arabic, &[("23 يوليو عيد وطني.", ""), ("يوم 23 يوليو هو عطلة رسمية.", "")]);
}

#[test]
fn a_year_is_carried_on_only_where_the_past_is_surely_told() {
    check(
        Grammar::French,
        &[
            (
                "Le 1er mai 1998, un plan avait échoué. Le 14 juillet, la fête aura lieu.",
                "1er mai 1998 = 1998-05-01; 14 juillet = 2024-07-14",
            ),
            (
                "Le plan avait échoué le 1er mai 1998. Le 14 juillet, la police intervient.",
                "1er mai 1998 = 1998-05-01; 14 juillet = ?",
            ),
            (
                "Le plan avait échoué le 1er mai 1998. La fête a eu lieu le 14 juillet.",
                "1er mai 1998 = 1998-05-01; 14 juillet = 1998-07-14",
            ),
            (
                "Le plan avait échoué le 1er mai 1998. La fête aura lieu le 14 juillet.",
                "1er mai 1998 = 1998-05-01; 14 juillet = 2024-07-14",
            ),
        ],
    );
}

#[test]
fn german() {
    check(
        Grammar::German,
        &[
            ("Am 3. März 2024 wird gewählt.", "3. März 2024 = 2024-03-03"),
            ("Das geschah am 20. Dezember.", "20. Dezember = 2023-12-20"),
            ("Am Dienstag, dem 3. März 2020, kam er.", "Dienstag, dem 3. März 2020 = 2020-03-03"),
            ("Er kam am 03.04.2023 und am 2023-05-12.", "03.04.2023 = 2023-04-03; 2023-05-12 = 2023-05-12"),
            ("vom 3. bis 5. März 2024", "vom 3. bis 5. März 2024 = 2024-03-03/2024-03-05"),
            (
                "vom 28. Februar bis zum 3. März 2024",
                "vom 28. Februar bis zum 3. März 2024 = 2024-02-28/2024-03-03",
            ),
            ("am 3. und 4. März 2024", "3. und 4. März 2024 = 2024-03-03/2024-03-04"),
            ("Im März 2023 und im Mai 2023", "März 2023 = 2023-03; Mai 2023 = 2023-05"),
            ("im Jahr 2019, seit 2020, Ende 2022", "2019 = 2019; 2020 = 2020 Since; Ende 2022 = 2022"),
            (
                "Er sagte gestern, vorgestern sei Ruhe gewesen.",
                "gestern = 2024-01-24; vorgestern = 2024-01-23",
            ),
            ("Am Morgen regnete es; er kommt morgen.", "morgen = 2024-01-26"),
            (
                "vergangene Woche, nächstes Jahr, in diesem Monat",
                "vergangene Woche = 2024-01-15/2024-01-21; nächstes Jahr = 2025; diesem Monat = 2024-01",
            ),
            ("vor zwei Jahren und vor 3 Monaten", "vor zwei Jahren = 2022; vor 3 Monaten = 2023-10"),
            ("Vor dem 3. März 2024 geschieht nichts.", "3. März 2024 = 2024-03-03 Before"),
            ("Das teilte die Stadt am Montag mit.", "Montag = 2024-01-22"),
            ("Am Montag wird der Rat entscheiden.", "Montag = 2024-01-29"),
            ("Am Montag entscheidet der Rat.", "Montag = ?"),
            ("am vergangenen Montag", "vergangenen Montag = 2024-01-22"),
        ],
    );
}

#[test]
fn german_words_that_are_no_dates() {
    check(
        Grammar::German,
        &[
            ("In 2000 Haushalten fehlt Strom; es kostet 3.5 Millionen Euro, 1.2.3 ist neu.", ""),
            ("Frau Mai sagte, die Sonne sei da. Der August ist ein Clown.", ""),
            ("Um 10.30 Uhr kamen 12 Leute in Zimmer 2024.", ""),
            ("In der letzten Woche des Monats war Ruhe.", ""),
            ("In den letzten Jahren war jeden Montag Ruhe, im Juni '97 auch.", ""),
        ],
    );
}

#[test]
fn french() {
    check(
        Grammar::French,
        &[
            ("Le 3 mars 2024, le 1er avril 2023.", "3 mars 2024 = 2024-03-03; 1er avril 2023 = 2023-04-01"),
            ("Il est venu le 20 décembre.", "20 décembre = 2023-12-20"),
            ("mardi 3 mars 2020", "mardi 3 mars 2020 = 2020-03-03"),
            ("le 03/04/2023 et le 3.4.2023", "03/04/2023 = 2023-04-03; 3.4.2023 = 2023-04-03"),
            ("du 3 au 5 mars 2024", "du 3 au 5 mars 2024 = 2024-03-03/2024-03-05"),
            (
                "de 1982 à 1990 et entre 2001 et 2003",
                "de 1982 à 1990 = 1982/1990; entre 2001 et 2003 = 2001/2003",
            ),
            ("du 28 février au 3 mars 2024", "du 28 février au 3 mars 2024 = 2024-02-28/2024-03-03"),
            ("en mars 2023, en juillet 2022", "mars 2023 = 2023-03; juillet 2022 = 2022-07"),
            ("en 2019, depuis 2020, fin 2022", "2019 = 2019; 2020 = 2020 Since; fin 2022 = 2022"),
            (
                "Hier, avant-hier, aujourd’hui et après-demain",
                "Hier = 2024-01-24; avant-hier = 2024-01-23; aujourd’hui = 2024-01-25; après-demain = 2024-01-27",
            ),
            (
                "la semaine dernière, l’année prochaine, ce mois",
                "semaine dernière = 2024-01-15/2024-01-21; année prochaine = 2025; ce mois = 2024-01",
            ),
            ("il y a deux ans, il y a 3 mois", "il y a deux ans = 2022; il y a 3 mois = 2023-10"),
            ("avant le 3 mars 2024", "3 mars 2024 = 2024-03-03 Before"),
            ("La ville l’a annoncé lundi.", "lundi = 2024-01-22"),
            ("Lundi, le conseil devra voter.", "Lundi = ?"),
            ("Le conseil devra voter lundi.", "lundi = 2024-01-29"),
            ("Le conseil vote lundi.", "lundi = ?"),
            ("lundi dernier et lundi prochain", "lundi dernier = 2024-01-22; lundi prochain = 2024-01-29"),
        ],
    );
}

#[test]
fn french_words_that_are_no_dates() {
    check(
        Grammar::French,
        &[
            ("La planète Mars et le mois dernier de l’offre de 2000 euros.", "mois dernier = 2023-12"),
            ("En 2000 foyers, la dernière semaine du festival, page 2024.", ""),
            ("Il y a deux ponts et il y a des gens.", ""),
            ("En septembre 417, les lundis, les années 80.", ""),
        ],
    );
}

#[test]
fn spanish() {
    check(
        Grammar::Spanish,
        &[
            (
                "El 3 de marzo de 2024 y el 1.º de abril de 2023.",
                "3 de marzo de 2024 = 2024-03-03; 1.º de abril de 2023 = 2023-04-01",
            ),
            ("Llegó el 20 de diciembre.", "20 de diciembre = 2023-12-20"),
            ("el martes 3 de marzo del 2020", "martes 3 de marzo del 2020 = 2020-03-03"),
            ("el 03/04/2023", "03/04/2023 = 2023-04-03"),
            ("del 3 al 5 de marzo de 2024", "del 3 al 5 de marzo de 2024 = 2024-03-03/2024-03-05"),
            (
                "entre el 3 y el 5 de marzo de 2024",
                "entre el 3 y el 5 de marzo de 2024 = 2024-03-03/2024-03-05",
            ),
            (
                "en marzo de 2023, en 2019, a finales de 2022",
                "marzo de 2023 = 2023-03; 2019 = 2019; finales de 2022 = 2022",
            ),
            (
                "Ayer, anteayer, hoy y pasado mañana",
                "Ayer = 2024-01-24; anteayer = 2024-01-23; hoy = 2024-01-25; pasado mañana = 2024-01-27",
            ),
            (
                "Mañana por la mañana llegó; ayer por la tarde",
                "Mañana por la mañana = 2024-01-26; ayer por la tarde = 2024-01-24",
            ),
            (
                "la semana pasada, el próximo año, este mes",
                "semana pasada = 2024-01-15/2024-01-21; próximo año = 2025; este mes = 2024-01",
            ),
            ("hace dos años y hace 3 meses", "hace dos años = 2022; hace 3 meses = 2023-10"),
            ("hasta el 3 de marzo de 2024", "3 de marzo de 2024 = 2024-03-03 Until"),
            ("El consejo votó el lunes.", "lunes = 2024-01-22"),
            ("El consejo votará el lunes.", "lunes = 2024-01-29"),
            ("El consejo vota el lunes.", "lunes = ?"),
            (
                "el pasado lunes y el lunes que viene",
                "pasado lunes = 2024-01-22; lunes que viene = 2024-01-29",
            ),
        ],
    );
}

#[test]
fn spanish_words_that_are_no_dates() {
    check(
        Grammar::Spanish,
        &[
            ("Abrió de lunes a viernes y cerró los domingos.", ""),
            ("Por la mañana, la mañana era fría. Hoy en día hace frío.", ""),
            ("En 2000 hogares y en la página 2024, 3.500 euros.", ""),
            ("Marzo y Julio Domingo hablaron.", ""),
        ],
    );
}

#[test]
fn arabic() {
    check(
        Grammar::Arabic,
        &[
            (
                "في ٣ آذار/مارس ٢٠٢٤ وفي 5 كانون الثاني 2023",
                "٣ آذار/مارس ٢٠٢٤ = 2024-03-03; 5 كانون الثاني 2023 = 2023-01-05",
            ),
            ("وصل يوم الثلاثاء 3 مارس 2020", "الثلاثاء 3 مارس 2020 = 2020-03-03"),
            ("الثالث من مارس عام 2024", "الثالث من مارس عام 2024 = 2024-03-03"),
            ("من 3 إلى 5 مارس 2024", "من 3 إلى 5 مارس 2024 = 2024-03-03/2024-03-05"),
            ("بتاريخ 03/04/2023", "03/04/2023 = 2023-04-03"),
            ("في مارس 2023 وفي عام 2019", "مارس 2023 = 2023-03; 2019 = 2019"),
            ("قال أمس إنه سيصل غدا", "أمس = 2024-01-24; غدا = 2024-01-26"),
            (
                "الأسبوع الماضي والعام المقبل والشهر الحالي",
                "الأسبوع الماضي = 2024-01-15/2024-01-21; العام المقبل = 2025; الشهر الحالي = 2024-01",
            ),
            (
                "قبل عامين وقبل ثلاثة أشهر وقبل عام",
                "قبل عامين = 2022; قبل ثلاثة أشهر = 2023-10; قبل عام = 2023",
            ),
            ("قبل عام 2019", "2019 = 2019 Before"),
            ("اجتمع المجلس يوم الاثنين", "الاثنين = 2024-01-22"),
            ("سيجتمع المجلس يوم الاثنين", "الاثنين = 2024-01-29"),
            (
                "قال أمس الأول إنه وصل في يونيو/حزيران الماضي",
                "أمس الأول = 2024-01-23; يونيو/حزيران الماضي = 2023-06",
            ),
            ("يجتمع المجلس يوم الاثنين", "الاثنين = ?"),
            ("الاثنين الماضي والاثنين المقبل", "الاثنين الماضي = 2024-01-22; الاثنين المقبل = 2024-01-29"),
        ],
    );
}

#[test]
fn arabic_words_that_are_no_dates() {
    check(
        Grammar::Arabic,
        &[
            ("وصل يوم السبت 23 رجب خلال الألف عام الماضية", ""),
            ("مارس الرياضة في الغرفة 2024 مع 2000 شخص", ""),
            ("في اليوم التالي كان السبت", "السبت = 2024-01-20"),
        ],
    );
}

#[test]
fn of_other_languages_only_figures_in_the_order_of_iso_are_read() {
    check(
        Grammar::Other,
        &[
            ("Il 3 marzo 2024 e il 2024-03-05, non 03/04/2024 né oggi.", "2024-03-05 = 2024-03-05"),
            ("2024-03-05、会议于2024年3月6日举行", "2024-03-05 = 2024-03-05"),
            ("in May, on Monday, in 2024", ""),
        ],
    );
}

/// Words of all four languages, figures and marks.
fn pieces() -> impl Strategy<Value = String> {
    let lists = [data!("de.txt"), data!("fr.txt"), data!("es.txt"), data!("ar.txt")];
    let lines = lists.into_iter().flat_map(str::lines);
    let words = lines.filter_map(|line| line.split_once(": ")).flat_map(|(_, words)| words.split(' '));
    let mut all: Vec<String> = words.map(|word| word.replace('_', " ")).collect();
    all.extend(
        ["3", "31.", "٢٠٢٤", "2024", "1904", "/", "-", ".", ",", "'", "2024-02-30", "99/99/2024"]
            .map(str::to_owned),
    );
    prop::collection::vec(prop::sample::select(all), 0..14).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn mentions_are_apart_in_order_and_on_characters(text in prop_oneof![pieces(), ".{0,60}"], day in "(19|20)[0-9]{2}-(0[1-9]|1[0-2])-[0-2][1-8]") {
        for grammar in [Grammar::German, Grammar::French, Grammar::Spanish, Grammar::Arabic, Grammar::Other] {
            let mut end = 0;
            for mention in dates_after(grammar, Thread::default(), &text, day.parse().ok()).0 {
                prop_assert!(mention.span.start >= end && mention.span.end > mention.span.start);
                prop_assert!(text.get(mention.span.clone()).is_some());
                end = mention.span.end;
                if let Some((start, end)) = mention.value.and_then(super::super::Value::interval) {
                    prop_assert!(start.days().0 <= end.days().1, "{text}: {start} {end}");
                }
            }
        }
    }
}
