//! `{"task":"dates","text","reference"}` → `{"dates":[{"start","end","text","value","end_value"?,"timex3"}]}`, offsets
//! in Unicode characters.
//!
//! `value` and `end_value` follow Microsoft's Recognizers: days, the end exclusive; a range of two dates ends where
//! its second date begins; "before" and "since" are intervals open on one side. `timex3` is the value in TimeML.

use briefing::insight::dates::{Bound, Date, DateMention, Part, Unit, Value, dates};
use serde_json::{Value as Json, json};

/// Answers one question.
pub fn answer(question: &Json) -> Json {
    let text = question["text"].as_str().unwrap_or_default();
    let published = question["reference"].as_str().and_then(|day| day.get(..10)?.parse().ok());
    let mut bytes = 0;
    let mut characters = 0;
    let mut place = |byte: usize| {
        characters += text.get(bytes..byte).map_or(0, |between| between.chars().count());
        bytes = byte;
        characters
    };
    let found: Vec<Json> = dates(text, published)
        .into_iter()
        .map(|mention| {
            let (start, end) = (place(mention.span.start), place(mention.span.end));
            let (value, end_value) = interval(&mention);
            json!({
                "start": start,
                "end": end,
                "text": text.get(mention.span.clone()),
                "value": value,
                "end_value": end_value,
                "timex3": mention.value.map(timex3),
            })
        })
        .collect();
    json!({ "dates": found })
}

/// First day, and the day after the last.
fn interval(mention: &DateMention) -> (Option<String>, Option<String>) {
    let Some((first, last)) = mention.days else {
        return (mention.value.map(|value| value.to_string()), None);
    };
    let whole_day = first == last;
    let end = match mention.value {
        // "To the end of 2008" ends with it.
        Some(Value::Range { end, .. }) if mention.part != Some(Part::End) => Some(end.days().0),
        _ => next_day(last),
    };
    let (start, end) = (Some(first.to_string()), end.map(|end| end.to_string()));
    match mention.bound {
        // "Before the end of the year" is before what follows it.
        Some(Bound::Before | Bound::Until) if mention.part == Some(Part::End) => (None, end),
        Some(Bound::Before | Bound::Until) => (None, start),
        Some(Bound::After) => (if whole_day { start } else { end }, None),
        Some(Bound::Since) => (start, None),
        None => (start, end),
    }
}

fn next_day(day: Date) -> Option<Date> {
    let day: jiff::civil::Date = day.to_string().parse().ok()?;
    day.tomorrow().ok()?.to_string().parse().ok()
}

fn timex3(value: Value) -> String {
    match value {
        Value::Period { unit, start, .. } => {
            let year = start.year();
            let month = start.month().unwrap_or(1);
            let week = || {
                let day: Option<jiff::civil::Date> = start.to_string().parse().ok();
                day.map(jiff::civil::Date::iso_week_date)
            };
            match unit {
                Unit::Week => week().map_or(String::new(), |w| format!("{}-W{:02}", w.year(), w.week())),
                Unit::Weekend => {
                    week().map_or(String::new(), |w| format!("{}-W{:02}-WE", w.year(), w.week()))
                }
                Unit::Quarter => format!("{year}-Q{}", (month - 1) / 3 + 1),
                Unit::Half => format!("{year}-H{}", (month - 1) / 6 + 1),
                Unit::Season => {
                    let season = ["WI", "SP", "SU", "FA"];
                    format!("{year}-{}", season[usize::from(month.unsigned_abs() / 3 % 4)])
                }
                Unit::Decade => format!("{:03}", year / 10),
                Unit::Century => format!("{:02}", year / 100),
                _ => value.to_string(),
            }
        }
        Value::Stretch { count, unit, .. } => Value::Duration { count, unit }.to_string(),
        _ => value.to_string(),
    }
}
