//! `briefing card`: one card, as JSON or as plain text.

use std::io::{self, StdoutLock, Write as _};

use anyhow::{Result, anyhow};
use briefing::api::{CardKind, OverviewOptions, Value};
use clap::{Args, ValueEnum};

use crate::PackFile;
use crate::output::{cite, json, plain};

#[derive(Args)]
pub(crate) struct Options {
    #[command(flatten)]
    file: PackFile,
    /// Which card
    kind: Kind,
    /// The document of an article card: its identifier
    #[arg(long, value_name = "ID", required_if_eq("kind", "article"))]
    id: Option<String>,
    /// Most words of an overview
    #[arg(long, value_name = "N")]
    words: Option<u32>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    /// What all articles say, in their most telling sentences
    Overview,
    /// One article in a few of its sentences
    Article,
    /// People, bodies, places, agreements and events that they name
    Who,
    /// What happened when
    Timeline,
    /// In whose words
    Quotes,
    /// Where the sources part
    Differences,
    /// Acronyms
    Glossary,
}

type Print = fn(&mut StdoutLock<'_>, &Value<'_>) -> io::Result<()>;

pub(crate) fn run(options: &Options) -> Result<()> {
    let briefing = options.file.open()?;
    let path = options.file.pack.display();
    let unsound = |error: briefing::Error| anyhow!("{path}: {error}");
    let (card, print): (Value<'_>, Print) = match options.kind {
        Kind::Overview => {
            (briefing.overview(&OverviewOptions { words: options.words }).map_err(unsound)?, overview)
        }
        Kind::Article => {
            let id = options.id.as_deref().unwrap_or_default();
            let card = briefing.article(id).map_err(|error| match error {
                briefing::Error::UnknownDocument { .. } => {
                    anyhow!(
                        "{path}: no document is named “{id}”; `briefing inspect {path}` lists those that are"
                    )
                }
                error => unsound(error),
            })?;
            (card, article)
        }
        Kind::Who => (briefing.card(CardKind::Who).map_err(unsound)?, who),
        Kind::Timeline => (briefing.card(CardKind::Timeline).map_err(unsound)?, timeline),
        Kind::Quotes => (briefing.card(CardKind::Quotes).map_err(unsound)?, quotes),
        Kind::Differences => (briefing.card(CardKind::Differences).map_err(unsound)?, differences),
        Kind::Glossary => (briefing.card(CardKind::Glossary).map_err(unsound)?, glossary),
    };
    if options.json {
        return json(&card);
    }
    print(&mut io::stdout().lock(), &card)?;
    Ok(())
}

/// The text of a member, made safe for a terminal.
fn text(value: &Value<'_>, name: &str) -> String {
    plain(value.text(name).unwrap_or_default())
}

/// Writes the members of a list of texts on a line of their own, if there are any.
fn names(out: &mut StdoutLock<'_>, label: &str, value: &Value<'_>, member: &str) -> io::Result<()> {
    let names: Vec<String> = value.texts(member).map(plain).collect();
    if names.is_empty() { Ok(()) } else { writeln!(out, "   {label}: {}", names.join(", ")) }
}

/// Writes every citation of a list on a line of its own.
fn spans(out: &mut StdoutLock<'_>, label: &str, value: &Value<'_>, member: &str) -> io::Result<()> {
    value.spans(member).try_for_each(|span| writeln!(out, "   {label}: {}", cite(span)))
}

/// Writes one citation on a line of its own, if it is there.
fn span(out: &mut StdoutLock<'_>, label: &str, value: &Value<'_>, member: &str) -> io::Result<()> {
    value.span(member).map_or(Ok(()), |span| writeln!(out, "   {label}: {}", cite(span)))
}

fn overview(out: &mut StdoutLock<'_>, card: &Value<'_>) -> io::Result<()> {
    let count = |value: &Value<'_>, name| value.number(name).unwrap_or_default();
    let (documents, origins) = (count(card, "documents"), count(card, "origins"));
    writeln!(out, "{}\n{documents} documents, {origins} independent texts\n", text(card, "title"))?;
    for (number, point) in (1..).zip(card.list("keyPoints")) {
        writeln!(out, "{number}. {}", point.span("span").map(cite).unwrap_or_default())?;
        let (outlets, origins) = (count(point, "outlets"), count(point, "origins"));
        writeln!(out, "   outlets: {outlets}, independent texts: {origins}")?;
        spans(out, "also", point, "support")?;
        names(out, "sources differ", point, "warnings")?;
        writeln!(out)?;
    }
    Ok(())
}

fn article(out: &mut StdoutLock<'_>, card: &Value<'_>) -> io::Result<()> {
    let facts: Vec<&str> = ["source", "date", "url"].into_iter().filter_map(|name| card.text(name)).collect();
    let minutes = card.number("minutes").unwrap_or_default();
    writeln!(out, "{}\n{} · {minutes} min", text(card, "title"), plain(&facts.join(" · ")))?;
    if let Some(original) = card.text("nearCopyOf") {
        writeln!(out, "near-copy of {}", plain(original))?;
    }
    writeln!(out)?;
    card.spans("summary").try_for_each(|span| writeln!(out, "– {}", cite(span)))?;
    spans(out, "only here", card, "onlyHere")
}

fn who(out: &mut StdoutLock<'_>, card: &Value<'_>) -> io::Result<()> {
    for entry in card.list("entries") {
        writeln!(out, "{}. {} ({})", text(entry, "id"), text(entry, "name"), text(entry, "type"))?;
        names(out, "also called", entry, "aliases")?;
        spans(out, "role", entry, "roles")?;
        names(out, "named in", entry, "documents")?;
        names(out, "with", entry, "with")?;
        writeln!(out)?;
    }
    Ok(())
}

fn timeline(out: &mut StdoutLock<'_>, card: &Value<'_>) -> io::Result<()> {
    for event in card.list("events") {
        let label = event.span("label").map(|label| format!(" · {}", plain(label.text))).unwrap_or_default();
        writeln!(out, "{} ({}){label}", text(event, "date"), text(event, "basis"))?;
        span(out, "told", event, "span")?;
        spans(out, "also", event, "support")?;
        writeln!(out)?;
    }
    Ok(())
}

fn quotes(out: &mut StdoutLock<'_>, card: &Value<'_>) -> io::Result<()> {
    for quote in card.list("quotes") {
        let speaker = quote.text("speaker").map_or("nobody named".to_owned(), plain);
        writeln!(out, "{speaker} ({})", text(quote, "speech"))?;
        span(out, "role", quote, "role")?;
        span(out, "said", quote, "span")?;
        writeln!(out)?;
    }
    Ok(())
}

fn differences(out: &mut StdoutLock<'_>, card: &Value<'_>) -> io::Result<()> {
    for found in card.list("differences") {
        writeln!(out, "{}. {} ({})", text(found, "id"), text(found, "type"), text(found, "severity"))?;
        span(out, "a", found, "a")?;
        span(out, "b", found, "b")?;
        writeln!(out)?;
    }
    Ok(())
}

fn glossary(out: &mut StdoutLock<'_>, card: &Value<'_>) -> io::Result<()> {
    for entry in card.list("entries") {
        let long = entry.text("long").map_or("not spelled out".to_owned(), plain);
        writeln!(out, "{}: {long}", text(entry, "short"))?;
        names(out, "also written", entry, "variants")?;
        spans(out, "defined", entry, "definedAt")?;
        names(out, "used in", entry, "documents")?;
        writeln!(out)?;
    }
    Ok(())
}
