//! The brief as static HTML: what printers, search engines and readers without scripts get of a briefing.
//!
//! It stands inside `<briefing-widget>`, which hides it once the widget runs. Every sentence is a span of a source with
//! its number in the list of sources at the end; all text is escaped.

use crate::api::{CardKind, OverviewOptions, Source, Span, Value};
use crate::hash::HashMap;
use crate::{Briefing, Error};

/// Quotations, events and names beyond these are left to the widget: a printed brief has a few pages.
const MOST: usize = 40;

/// The brief of an opened pack.
pub(super) fn brief<D: AsRef<[u8]>>(briefing: &Briefing<D>) -> Result<String, Error> {
    let info = briefing.info();
    let numbers = info.documents.iter().map(|source| source.document).zip(1..).collect();
    let page = Page { numbers };
    let overview = briefing.overview(&OverviewOptions::default())?;
    let card = |kind| briefing.card(kind);
    let counts = [
        count(info.documents.len() as u32, "report"),
        count(info.outlets, "outlet"),
        count(info.origins, "independent text"),
    ];
    let counts = format!("<p>{}</p>", counts.join(" · "));
    let sections = [
        page.section("points", "Key points", "ol", overview.list("keyPoints"), Page::key_point),
        page.section(
            "differences",
            "Where sources differ",
            "ul",
            card(CardKind::Differences)?.list("differences"),
            Page::difference,
        ),
        page.section("events", "Timeline", "ol", card(CardKind::Timeline)?.list("events"), Page::event),
        page.section("quotes", "In their words", "ul", &direct(&card(CardKind::Quotes)?), Page::quote),
        page.section("names", "People and bodies", "ul", card(CardKind::Who)?.list("entries"), Page::entity),
        page.section("acronyms", "Glossary", "ul", card(CardKind::Glossary)?.list("entries"), Page::acronym),
    ];
    let sources: String =
        (1..).zip(&info.documents).map(|(number, document)| page.source(number, document)).collect();
    let title = escape(info.title);
    Ok(format!(
        "<article class=\"brief\">\n<h1>{title}</h1>\n{counts}\n{}<section class=\"sources\"><h2>Sources</h2>\n<ol>\n{sources}</ol></section>\n</article>",
        sections.concat()
    ))
}

/// The quotations in somebody's own words whose speaker is known.
fn direct<'a>(quotes: &Value<'a>) -> Vec<Value<'a>> {
    let direct =
        |quote: &&Value<'_>| quote.text("speech") == Some("direct") && quote.text("speaker").is_some();
    quotes.list("quotes").iter().filter(direct).cloned().collect()
}

/// What every item needs to cite.
struct Page<'b> {
    /// The number of every document in the list of sources.
    numbers: HashMap<&'b str, usize>,
}

impl Page<'_> {
    /// A list under a heading; nothing where it has no items. The class is for the page's style.
    fn section(
        &self,
        class: &str,
        heading: &str,
        list: &str,
        items: &[Value<'_>],
        item: fn(&Self, &Value<'_>) -> String,
    ) -> String {
        if items.is_empty() {
            return String::new();
        }
        let shown: String =
            items.iter().take(MOST).map(|value| format!("<li>{}</li>\n", item(self, value))).collect();
        format!("<section class=\"{class}\"><h2>{heading}</h2>\n<{list}>\n{shown}</{list}></section>\n")
    }

    /// The number of a document, as a link to it.
    fn number(&self, document: &str) -> String {
        let number = self.numbers.get(document).copied().unwrap_or_default();
        format!("<a href=\"#source-{number}\">[{number}]</a>")
    }

    /// The numbers of the documents that are cited, each once.
    fn numbers<'s>(&self, spans: impl Iterator<Item = &'s Span<'s>>) -> String {
        let mut documents: Vec<&str> = Vec::new();
        for span in spans {
            if !documents.contains(&span.document) {
                documents.push(span.document);
            }
        }
        documents.iter().map(|document| self.number(document)).collect::<Vec<_>>().join(" ")
    }

    fn cited(&self, value: &Value<'_>, name: &str, marks: &str) -> String {
        let Some(span) = value.span(name) else { return String::new() };
        format!("<q dir=\"auto\">{}</q> {}", marked(span, value.list(marks)), self.number(span.document))
    }

    fn key_point(&self, point: &Value<'_>) -> String {
        let Some(span) = point.span("span") else { return String::new() };
        let outlets = count(point.number("outlets").unwrap_or_default(), "outlet");
        let origins = count(point.number("origins").unwrap_or_default(), "independent text");
        let differ =
            if point.list("warnings").is_empty() { "" } else { " · <strong>sources differ</strong>" };
        format!(
            "<p class=\"said\" dir=\"auto\">{} {}</p><p class=\"note\">{outlets}, {origins}{differ}</p>",
            escape(span.text),
            self.numbers(std::iter::once(span).chain(point.spans("support")))
        )
    }

    fn difference(&self, found: &Value<'_>) -> String {
        let kind = found.text("type").unwrap_or_default();
        let follows = if kind == "omission" {
            "<span class=\"note\">Not here. It would follow this sentence:</span> "
        } else {
            ""
        };
        let kind = difference(kind);
        let other = match found.span("b") {
            Some(_) => format!("{follows}{}", self.cited(found, "b", "marksB")),
            None => "<span class=\"note\">Not in a near-copy of it</span>".to_owned(),
        };
        format!("<p class=\"kind\">{kind}</p><p>{}</p><p>{other}</p>", self.cited(found, "a", "marksA"))
    }

    fn event(&self, event: &Value<'_>) -> String {
        let Some(span) = event.span("span") else { return String::new() };
        let date = event.text("date").unwrap_or_default();
        let basis = if event.text("basis") == Some("relative") { " (reckoned)" } else { "" };
        let numbers = self.numbers(std::iter::once(span).chain(event.spans("support")));
        format!(
            "<p><strong>{}</strong>{basis} <span class=\"said\" dir=\"auto\">{}</span> {numbers}</p>",
            period(date),
            escape(span.text)
        )
    }

    fn quote(&self, quote: &Value<'_>) -> String {
        let speaker = escape(quote.text("speaker").unwrap_or_default());
        let role = quote.span("role").map(|role| format!(", {}", escape(role.text))).unwrap_or_default();
        format!("<p>{}</p><p class=\"note\">{speaker}{role}</p>", self.cited(quote, "span", ""))
    }

    fn entity(&self, entity: &Value<'_>) -> String {
        let name = escape(entity.text("name").unwrap_or_default());
        let roles: Vec<String> = entity.spans("roles").map(|role| escape(role.text)).collect();
        let roles = if roles.is_empty() { String::new() } else { format!(", {}", roles.join("; ")) };
        let documents: Vec<String> =
            entity.texts("documents").map(|document| self.number(document)).collect();
        format!("<strong>{name}</strong>{roles} {}", documents.join(" "))
    }

    fn acronym(&self, entry: &Value<'_>) -> String {
        let short = escape(entry.text("short").unwrap_or_default());
        let long = entry.text("long").map_or_else(|| "<em>not spelled out</em>".to_owned(), escape);
        format!("<strong>{short}</strong>: {long} {}", self.numbers(entry.spans("definedAt")))
    }

    /// One entry of the list of sources.
    fn source(&self, number: usize, source: &Source<'_>) -> String {
        let title = escape(source.title);
        let title = match source.url.filter(|url| url.starts_with("https://") || url.starts_with("http://")) {
            Some(url) => format!("<a href=\"{}\">{title}</a>", escape(url)),
            None => title,
        };
        let facts: Vec<String> =
            source.source.map(escape).into_iter().chain(source.date.map(period)).collect();
        let copy =
            source.near_copy_of.map(|of| format!(" · near-copy of {}", self.number(of))).unwrap_or_default();
        let facts = facts.join(", ");
        format!(
            "<li id=\"source-{number}\" dir=\"auto\"><cite>{title}</cite> <span class=\"note\">{facts}{copy}</span></li>\n"
        )
    }
}

/// A number of things.
fn count(number: u32, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}

/// A date, or two as `start/end`, as people read it: `25 Jan 2024`.
fn period(dates: &str) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let day = |date: &str| {
        let mut parts: Vec<String> =
            date.split('-').map(|part| part.trim_start_matches('0').to_owned()).collect();
        if let Some(month) = parts.get_mut(1)
            && let Some(name) =
                month.parse::<usize>().ok().and_then(|month| MONTHS.get(month.checked_sub(1)?))
        {
            *month = (*name).to_owned();
        }
        parts.reverse();
        parts.join(" ")
    };
    let dates: Vec<String> = dates.split('/').map(day).collect();
    escape(&dates.join(" – "))
}

/// In what two accounts part, in the words of the widget (`pkg/element/messages/en.js`).
fn difference(kind: &str) -> &'static str {
    match kind {
        "polarity" => "One says the opposite",
        "role" => "Another office",
        "actor" => "Done by somebody else",
        "object" => "Done to something else",
        "number" => "Another number",
        "list" => "Another list",
        "commitment" => "More or less firmly",
        "attribution" => "Another voice, or none",
        "scope" => "“Only” of something else",
        "omission" => "Left out by a copy",
        "events" => "One name, two times",
        _ => "Another account",
    }
}

/// The text of a span with its marks, which are ranges of UTF-16 code units of the document.
fn marked(span: &Span<'_>, marks: &[Value<'_>]) -> String {
    let units: Vec<u16> = span.text.encode_utf16().collect();
    let text = |from: u32, to: u32| {
        let from = (from.saturating_sub(span.start) as usize).min(units.len());
        let to = (to.saturating_sub(span.start) as usize).clamp(from, units.len());
        escape(&String::from_utf16_lossy(&units[from..to]))
    };
    let mut html = String::new();
    let mut end = span.start;
    for mark in marks {
        if let [Value::Number(from), Value::Number(to)] = mark.items() {
            html.push_str(&format!("{}<mark>{}</mark>", text(end, *from), text(*from, *to)));
            end = *to;
        }
    }
    html + &text(end, span.end)
}

/// Text as HTML.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            other => escaped.push(other),
        }
    }
    escaped
}
