//! What the module promises, as sentences and the values that they must give.

use proptest::prelude::*;

use super::{Basis, Bound, DateMention, Part, dates};

const PUBLISHED: &str = "2024-01-25";

fn found(text: &str, published: &str) -> Vec<DateMention> {
    dates(text, published.parse().ok())
}

/// Expressions and values, "text = value", joined by "; ".
fn read(text: &str, published: &str) -> String {
    let shown: Vec<String> = found(text, published)
        .into_iter()
        .map(|mention| {
            let value = mention.value.map_or("?".to_owned(), |value| value.to_string());
            format!("{} = {value}", &text[mention.span])
        })
        .collect();
    shown.join("; ")
}

fn check(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(read(text, PUBLISHED), *expected, "{text}");
    }
}

#[test]
fn days_months_and_years_are_read_as_written() {
    check(&[
        ("They met on Jan. 5, 2024, again.", "Jan. 5, 2024 = 2024-01-05"),
        ("born on 12 June 1985 in Lindau", "12 June 1985 = 1985-06-12"),
        ("on the 4th of July, 1976", "the 4th of July, 1976 = 1976-07-04"),
        ("Tuesday, March 7, 2023", "Tuesday, March 7, 2023 = 2023-03-07"),
        ("in July 2021 and Dec-2018", "July 2021 = 2021-07; Dec-2018 = 2018-12"),
        ("the 2008 Framework Accord", "2008 = 2008"),
        ("since October two thousand and five", "October two thousand and five = 2005-10"),
        ("The '90s and the 1960s", "The '90s = 1990/1999; the 1960s = 1960/1969"),
        ("the 19th century", "the 19th century = 1800/1899"),
    ]);
}

#[test]
fn figures_are_read_month_first_unless_they_cannot_be() {
    check(&[
        (
            "5/12/2023 and 25/12/2023 and 25.12.2023",
            "5/12/2023 = 2023-05-12; 25/12/2023 = 2023-12-25; 25.12.2023 = 2023-12-25",
        ),
        (
            "2023-12-25, 20231225, 2019/Aug/01",
            "2023-12-25 = 2023-12-25; 20231225 = 2023-12-25; 2019/Aug/01 = 2019-08-01",
        ),
        ("on 22/4 he ate 3/4 of it", "22/4 = 2024-04-22"),
    ]);
}

#[test]
fn numbers_that_look_like_dates_are_none() {
    check(&[
        ("Some 2000 people fled; 1500 soldiers stayed; it cost $2024.", ""),
        ("version 1.2.3, a 2,024-page bill, 10:30 am", ""),
        ("He may march. May said the fall of April Smith was sad.", ""),
        ("The sun sat there. H1N1 spread.", ""),
        ("won 2-1 in overtime", ""),
    ]);
}

#[test]
fn runs_of_days_months_and_years_are_ranges() {
    check(&[
        ("Held on July 22-23, 2024, this", "July 22-23, 2024 = 2024-07-22/2024-07-23"),
        ("from 2003 to 2007", "from 2003 to 2007 = 2003/2007"),
        ("the 2015–2016 crisis", "2015–2016 = 2015/2016"),
        ("the 2022-23 season", "2022-23 = 2022/2023"),
        ("between 3 and 12 September 2023", "between 3 and 12 September 2023 = 2023-09-03/2023-09-12"),
        ("from December 2022 to March", "from December 2022 to March = 2022-12/2023-03"),
        ("from Monday to Friday next week", "from Monday to Friday next week = 2024-01-29/2024-02-02"),
    ]);
}

#[test]
fn relative_dates_count_from_the_publication() {
    check(&[
        ("He said today that yesterday", "today = 2024-01-25; yesterday = 2024-01-24"),
        (
            "last year, this month and next week",
            "last year = 2023; this month = 2024-01; next week = 2024-01-29/2024-02-04",
        ),
        ("two weeks ago", "two weeks ago = 2024-01-08/2024-01-14"),
        ("ten years ago, three months ago", "ten years ago = 2014; three months ago = 2023-10"),
        ("a year and a half ago", "a year and a half ago = 2022-07"),
        ("two years and three months ago", "two years and three months ago = 2021-10"),
        ("a hundred years ago", "a hundred years ago = 1924"),
        ("the third quarter of last year", "the third quarter of last year = 2023-07/2023-09"),
        ("the last Monday of next month", "the last Monday of next month = 2024-02-26"),
        ("three days after Christmas", "three days after Christmas = 2023-12-28"),
        ("the day after tomorrow", "the day after tomorrow = 2024-01-27"),
    ]);
}

#[test]
fn years_since_or_after_an_event_date_the_event() {
    check(&[
        ("the seven years since the defeat of the rebels", "the seven years since = 2017"),
        ("Ten years after the invasion, the country is poor.", "Ten years after = 2014"),
        (
            "Ten years after they came, and seven years after they left, we see a need.",
            "Ten years after = 2014; seven years after = 2017",
        ),
        // He did not return now, so nothing is known.
        ("Ten years after the invasion, he returned home.", "Ten years = P10Y"),
        ("two years after 2004", "two years after 2004 = 2006"),
    ]);
}

#[test]
fn the_tense_of_the_clause_tells_which_occurrence_is_meant() {
    check(&[
        ("The group met on Tuesday.", "Tuesday = 2024-01-23"),
        ("The group will meet on Tuesday.", "Tuesday = 2024-01-30"),
        ("The vote is to be held on Sept. 15.", "Sept. 15 = 2024-09-15"),
        ("The vote was held on Sept. 15.", "Sept. 15 = 2023-09-15"),
        ("It must end by Friday.", "Friday = 2024-01-26"),
    ]);
}

#[test]
fn dates_named_before_are_counted_from() {
    check(&[
        (
            "The war ended in 1945. Three years later the state was founded. The following year it joined.",
            "1945 = 1945; Three years later = 1948; The following year = 1949",
        ),
        (
            "On March 3, 2003, it began; the next day he left.",
            "March 3, 2003 = 2003-03-03; the next day = 2003-03-04",
        ),
    ]);
}

#[test]
fn what_is_told_of_the_past_does_not_count_from_the_publication() {
    check(&[
        ("Three years later the state was founded.", "Three years later = ?"),
        ("The next day he resigned.", "The next day = ?"),
        ("The talks resume the next day.", "the next day = 2024-01-26"),
    ]);
}

#[test]
fn a_street_that_is_named_after_a_day_is_no_date() {
    check(&[
        ("The 9 July Avenue is closed, and so is 11 November 1918 Square.", ""),
        ("It was closed on 9 July, a square in Lunden too.", "9 July = 2023-07-09"),
    ]);
}

#[test]
fn a_day_that_is_a_holiday_is_every_year_s() {
    check(&[
        ("9 July is a national holiday.", ""),
        ("9 July 1816 is a holiday.", "9 July 1816 = 1816-07-09"),
        ("It was closed on 9 July, which is no holiday.", "9 July = 2023-07-09"),
    ]);
}

#[test]
fn a_date_written_out_gives_the_next_ones_their_year() {
    check(&[
        ("In March 2003 the war began. In May the city fell.", "March 2003 = 2003-03; May = 2003-05"),
        (
            "It was signed on Dec. 20, 2023. On Jan. 3 it failed.",
            "Dec. 20, 2023 = 2023-12-20; Jan. 3 = 2024-01-03",
        ),
        (
            "A plan failed on May 1, 1998. On July 14 the festival will take place.",
            "May 1, 1998 = 1998-05-01; July 14 = 2024-07-14",
        ),
        ("The July 2021 accord was renewed on May 5.", "July 2021 = 2021-07; May 5 = 2023-05-05"),
    ]);
}

#[test]
fn days_with_a_name_are_known() {
    check(&[
        ("Christmas Eve 2023, Easter 2024", "Christmas Eve 2023 = 2023-12-24; Easter 2024 = 2024-03-31"),
        ("last Thanksgiving", "last Thanksgiving = 2023-11-23"),
        ("since 9/11", "9/11 = 2001-09-11"),
    ]);
}

#[test]
fn durations_recurring_and_vague_times_are_no_dates() {
    check(&[
        ("for ten years; the two-day dialogue", "ten years = P10Y; the two-day = P2D"),
        ("It was the worst in 10 years.", "10 years = P10Y"),
        ("over the past decade", "the past decade = 2014-01-25/2024-01-24"),
        (
            "the last several years; in the coming days",
            "the last several years = PAST_REF; the coming days = FUTURE_REF",
        ),
        ("every Monday, daily", "every Monday = SET; daily = SET"),
        ("a 2 min read; three times a week", ""),
    ]);
    for text in ["for ten years", "over the past decade", "recently", "in the coming days", "every Monday"] {
        let value = found(text, PUBLISHED)[0].value;
        assert_eq!(value.and_then(super::Value::interval), None, "{text}");
    }
}

#[test]
fn without_a_day_of_publication_relative_dates_stay_relative() {
    for text in
        ["last year", "yesterday", "two weeks ago", "on Monday", "on July 22", "ten years since the war"]
    {
        let found = found(text, "");
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!((found[0].value, found[0].basis, found[0].days), (None, Basis::Relative, None), "{text}");
    }
    assert_eq!(
        read("In March 2003 it began, and on May 1 it ended.", ""),
        "March 2003 = 2003-03; May 1 = 2003-05-01"
    );
}

#[test]
fn a_publication_known_by_its_year_resolves_years_only() {
    assert_eq!(read("last year and last month", "2024"), "last year = 2023; last month = ?");
    assert_eq!(read("last month and yesterday", "2024-03"), "last month = 2024-02; yesterday = ?");
}

#[test]
fn parts_and_bounds_are_told_beside_the_value() {
    let first = |text: &str| found(text, PUBLISHED).remove(0);
    assert_eq!(first("early 2023").part, Some(Part::Early));
    assert_eq!(first("mid-July 2023").part, Some(Part::Mid));
    assert_eq!(first("at the end of the year").part, Some(Part::End));
    assert_eq!(first("before 2010").bound, Some(Bound::Before));
    assert_eq!(first("no later than May 2, 2020").bound, Some(Bound::Until));
    assert_eq!(first("since last year").bound, Some(Bound::Since));
    // After an accord, not after its year.
    assert_eq!(first("after the 2008 accord").bound, None);
    let (start, end) = first("early 2023").days.unwrap();
    assert_eq!((start.to_string(), end.to_string()), ("2023-01-01".to_owned(), "2023-06-30".to_owned()));
    let (start, end) = first("two months ago").days.unwrap();
    assert_eq!((start, end), ("2023-11-25".parse().unwrap(), "2023-11-25".parse().unwrap()));
}

#[test]
fn days_that_never_were_have_no_value() {
    check(&[("on Feb. 30", "Feb. 30 = ?"), ("2/29/2019", "2/29/2019 = ?")]);
}

#[test]
fn basis_is_explicit_only_where_the_year_is_written() {
    let basis = |text: &str| found(text, PUBLISHED)[0].basis;
    for text in
        ["2008", "July 2021", "July 22-23, 2024", "from May to July 2023", "the 1990s", "Christmas 2020"]
    {
        assert_eq!(basis(&format!("in {text} it was")), Basis::Explicit, "{text}");
    }
    for text in
        ["on July 22", "last July", "on Monday", "July of last year", "three years ago", "from May to July"]
    {
        assert_eq!(basis(text), Basis::Relative, "{text}");
    }
}

#[test]
fn a_long_line_takes_no_long_time() {
    for piece in [
        "two days after ",
        "the first week of ",
        "2024-",
        "in 10 ",
        "May 5 to ",
        "last ",
        "on 5/12, ",
        "ten years after it, and ",
        "10 last ",
        "2 years, ",
        "the ",
        "new ",
    ] {
        let text = piece.repeat(200_000 / piece.len());
        let start = std::time::Instant::now();
        assert!(dates(&text, PUBLISHED.parse().ok()).len() < text.len());
        // Far above what it takes (0.1 s unoptimised), far below what a square of the length would.
        assert!(start.elapsed().as_secs() < 10, "{piece}");
    }
}

fn snippets() -> impl Strategy<Value = String> {
    let words = "in on the of last next this two 2024 31 5 10 May march Friday fri week years ago after before since from to \
        between and - / . , ' s 's early end quarter Q1 H2 first 1990s now today christmas ’ – 12/25 000 99999 half a few \
        twenty thousand hundred ~ every than more later";
    let words: Vec<&'static str> = words.split_whitespace().collect();
    proptest::collection::vec((proptest::sample::select(words), proptest::bool::ANY), 0..24).prop_map(
        |words| {
            words.into_iter().map(|(word, space)| format!("{word}{}", if space { " " } else { "" })).collect()
        },
    )
}

proptest! {
    #[test]
    fn mentions_are_apart_in_order_and_on_characters(text in prop_oneof![snippets(), ".{0,60}"], day in "(19|20)[0-9]{2}-(0[1-9]|1[0-2])-[0-2][1-8]") {
        let mut end = 0;
        for mention in dates(&text, day.parse().ok()) {
            prop_assert!(mention.span.start >= end && mention.span.end > mention.span.start);
            prop_assert!(text.get(mention.span.clone()).is_some());
            end = mention.span.end;
            if let Some((first, last)) = mention.days {
                prop_assert!(first <= last, "{} {first} {last}", text);
            }
            if let Some((start, end)) = mention.value.and_then(super::Value::interval) {
                prop_assert!(start.days().0 <= end.days().1, "{text}: {start} {end}");
            }
        }
    }
}
