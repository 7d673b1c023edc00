//! `briefing card`: the overview, or one article.

use std::io::{self, Write as _};

use anyhow::{Result, anyhow};
use briefing::api::{Article, Overview, OverviewOptions};
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
}

pub(crate) fn run(options: &Options) -> Result<()> {
    let briefing = options.file.open()?;
    match options.kind {
        Kind::Overview => {
            let card = briefing.overview(&OverviewOptions { words: options.words });
            if options.json { json(&card) } else { overview(&card) }
        }
        Kind::Article => {
            let path = options.file.pack.display();
            let id = options.id.as_deref().unwrap_or_default();
            let card = briefing.article(id).map_err(|_| {
                anyhow!("{path}: no document is named “{id}”; `briefing inspect {path}` lists those that are")
            })?;
            if options.json { json(&card) } else { article(&card) }
        }
    }
}

fn overview(card: &Overview) -> Result<()> {
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "{}\n{} documents, {} independent texts\n",
        plain(card.title),
        card.documents,
        card.origins
    )?;
    for (number, point) in (1..).zip(&card.key_points) {
        writeln!(out, "{number}. {}", cite(&point.span))?;
        writeln!(out, "   outlets: {}, independent texts: {}", point.outlets, point.origins)?;
        for span in &point.support {
            writeln!(out, "   also: {}", cite(span))?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn article(card: &Article) -> Result<()> {
    let mut out = io::stdout().lock();
    let about = &card.about;
    let facts: Vec<_> = [about.source, about.date, about.url].into_iter().flatten().collect();
    writeln!(out, "{}\n{} · {} min", plain(about.title), plain(&facts.join(" · ")), about.minutes)?;
    if let Some(original) = &about.near_copy_of {
        writeln!(out, "near-copy of {}", plain(original))?;
    }
    writeln!(out)?;
    for span in &card.summary {
        writeln!(out, "– {}", cite(span))?;
    }
    Ok(())
}
