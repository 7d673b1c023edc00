//! `briefing search`: one query for a person or a program, or a file of them for a scorer.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use briefing::Briefing;
use briefing::api::{Answer, Hit, Order, Replacement, SearchOptions, SearchResponse};
use clap::{Args, ValueEnum};

use crate::PackFile;
use crate::output::{is_terminal, json, plain};

#[derive(Args)]
pub(crate) struct Options {
    #[command(flatten)]
    file: PackFile,
    /// Words to look for
    #[arg(required_unless_present = "queries")]
    query: Option<String>,
    /// Most hits [default: 10, and 100 with --queries]
    #[arg(long, value_name = "N")]
    limit: Option<u32>,
    /// Hits to pass over first
    #[arg(long, value_name = "N", default_value_t = 0)]
    offset: u32,
    /// What stands first
    #[arg(long, value_enum, default_value_t, conflicts_with = "queries")]
    order: By,
    /// Print JSON
    #[arg(long, conflicts_with = "queries")]
    json: bool,
    /// Ask every query of a file with an {"id", "text"} a line; their last words are whole words
    #[arg(long, value_name = "FILE.jsonl", conflicts_with_all = ["query", "offset"], requires = "format")]
    queries: Option<PathBuf>,
    /// How to print the answers of --queries
    #[arg(long, requires = "queries")]
    format: Option<Format>,
}

#[derive(Clone, Copy, Default, ValueEnum)]
enum By {
    /// The best answer
    #[default]
    Relevance,
    /// The latest article
    Newest,
    /// The earliest article
    Oldest,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// `query Q0 document rank score briefing`, as TREC's scorers read it
    Trec,
}

pub(crate) fn run(options: &Options) -> Result<()> {
    let briefing = options.file.open()?;
    if let Some(queries) = &options.queries {
        return trec(&briefing, queries, options.limit.unwrap_or(100));
    }
    let query = options.query.as_deref().unwrap_or_default();
    let order = match options.order {
        By::Relevance => Order::Relevance,
        By::Newest => Order::Newest,
        By::Oldest => Order::Oldest,
    };
    let limit = options.limit.unwrap_or(10);
    let search = SearchOptions { limit, offset: options.offset, order, ..SearchOptions::default() };
    let response = briefing.search(query, &search);
    if options.json { json(&response) } else { print(&response, options.offset) }
}

fn print(response: &SearchResponse, offset: u32) -> Result<()> {
    let mut out = io::stdout().lock();
    if offset == 0 {
        for Answer { span, .. } in &response.answer {
            writeln!(out, "“{}” {}\n", plain(span.text), plain(&format!("[{}]", span.document)))?;
        }
    }
    for (rank, hit) in (offset + 1..).zip(&response.hits) {
        let about: Vec<_> = [hit.source, hit.date].into_iter().flatten().collect();
        writeln!(out, "{rank}. {}", plain(hit.title))?;
        writeln!(out, "   {} {}", plain(&about.join(", ")), plain(&format!("[{}]", hit.document)))?;
        writeln!(out, "   {}\n", excerpt(hit))?;
    }
    let pairs = |all: &[Replacement]| -> String {
        let pairs: Vec<_> = all.iter().map(|pair| format!("{} → {}", pair.from, pair.to)).collect();
        plain(&pairs.join(", "))
    };
    let told = [
        ("Also looked for", pairs(&response.aliases)),
        ("Looked for instead", pairs(&response.corrections)),
        ("No document has", plain(&response.ignored.join(", "))),
        ("Taken as words", plain(&response.unread.join(" "))),
        ("Near", plain(&response.nearest.join(", "))),
    ];
    for (label, words) in told.iter().filter(|(_, words)| !words.is_empty()) {
        writeln!(out, "{label}: {words}")?;
    }
    match response.total {
        0 => writeln!(out, "Nothing found for {:?}.", response.query)?,
        1 => writeln!(out, "1 document")?,
        total => writeln!(out, "{total} documents")?,
    }
    Ok(())
}

/// The excerpt with its marks in bold, where that can be shown.
fn excerpt(hit: &Hit) -> String {
    let span = &hit.excerpt.span;
    if !is_terminal() {
        return plain(span.text);
    }
    let mut shown = String::new();
    let mut at = span.start;
    for c in span.text.chars() {
        if hit.excerpt.marks.iter().any(|mark| mark.0 == at) {
            shown.push_str("\x1b[1m");
        }
        shown.push_str(&plain(c.encode_utf8(&mut [0; 4])));
        at += c.len_utf16() as u32;
        if hit.excerpt.marks.iter().any(|mark| mark.1 == at) {
            shown.push_str("\x1b[0m");
        }
    }
    shown
}

/// One line of a file of queries.
struct Query {
    id: String,
    text: String,
}

/// Answers in TREC's form: six columns with blanks between them. All or nothing is printed.
fn trec(briefing: &Briefing<Vec<u8>>, file: &Path, limit: u32) -> Result<()> {
    let queries = queries(file)?;
    let search = SearchOptions { limit, prefix: false, ..SearchOptions::default() };
    let mut answers = String::new();
    for query in queries {
        for (rank, hit) in (1..).zip(briefing.search(&query.text, &search).hits) {
            if hit.document.contains(char::is_whitespace) {
                bail!(
                    "document {:?}: its identifier has a blank, which TREC's form cannot hold; rename it",
                    hit.document
                );
            }
            let _ = writeln!(answers, "{} Q0 {} {rank} {:.6} briefing", query.id, hit.document, hit.score);
        }
    }
    Ok(io::stdout().write_all(answers.as_bytes())?)
}

/// Reads a file of queries.
fn queries(file: &Path) -> Result<Vec<Query>> {
    let path = file.display();
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {path}"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    lines
        .map(|(number, line)| {
            query(line).with_context(|| {
                format!("{path}:{number}: expected an object with an id without blanks and a string text")
            })
        })
        .collect()
}

fn query(line: &str) -> Option<Query> {
    let query: serde_json::Value = serde_json::from_str(line).ok()?;
    let id = match query.get("id")? {
        serde_json::Value::Number(id) => id.to_string(),
        id => id.as_str()?.to_owned(),
    };
    let plain = !id.is_empty() && !id.contains(char::is_whitespace);
    plain.then_some(Query { id, text: query.get("text")?.as_str()?.to_owned() })
}
