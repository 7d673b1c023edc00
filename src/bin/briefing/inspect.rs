//! `briefing inspect`: what a pack is made of.

use std::io::{self, Write as _};

use anyhow::Result;
use briefing::pack::{ANALYSER, FORMAT_VERSION, Layout, Section};
use clap::Args;
use serde::Serialize;

use crate::PackFile;
use crate::output::{json, plain};

#[derive(Args)]
pub(crate) struct Options {
    #[command(flatten)]
    file: PackFile,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Report<'a> {
    format_version: u16,
    analyser: u16,
    bytes: usize,
    title: &'a str,
    origins: u32,
    sections: Vec<SectionReport>,
    documents: Vec<briefing::api::Source<'a>>,
}

#[derive(Serialize)]
struct SectionReport {
    name: &'static str,
    offset: usize,
    bytes: usize,
    /// XXH64 of every block, in hexadecimal.
    checksums: Vec<String>,
}

pub(crate) fn run(options: &Options) -> Result<()> {
    let briefing = options.file.open()?;
    let info = briefing.info();
    let layout = briefing.pack().layout();
    let report = Report {
        format_version: FORMAT_VERSION,
        analyser: ANALYSER,
        bytes: layout.blocks.last().map_or(0, |block| block.range.end),
        title: info.title,
        origins: info.origins,
        sections: Section::ALL.into_iter().map(|section| section_report(layout, section)).collect(),
        documents: info.documents,
    };
    if options.json { json(&report) } else { print(&report) }
}

fn section_report(layout: &Layout, section: Section) -> SectionReport {
    let range = layout.section(section);
    let blocks = layout.blocks.iter().filter(|block| block.section == section);
    SectionReport {
        name: section.name(),
        offset: range.start,
        bytes: range.len(),
        checksums: blocks.map(|block| format!("{:016x}", block.checksum)).collect(),
    }
}

fn print(report: &Report<'_>) -> Result<()> {
    let mut out = io::stdout().lock();
    let Report { format_version, analyser, bytes, title, origins, sections, documents } = report;
    writeln!(out, "{}\nformat {format_version}, analyser {analyser}, {bytes} bytes\n", plain(title))?;
    writeln!(out, "{:<10} {:>9} {:>9} {:>7}  first checksum", "section", "offset", "bytes", "blocks")?;
    for section in sections {
        let SectionReport { name, offset, bytes, checksums } = section;
        let first = checksums.first().map_or("", String::as_str);
        writeln!(out, "{name:<10} {offset:>9} {bytes:>9} {:>7}  {first}", checksums.len())?;
    }
    writeln!(out, "\n{} documents, {origins} independent texts", documents.len())?;
    for document in documents {
        let date = document.date.unwrap_or("no date");
        let copy = document.near_copy_of.as_ref().map(|original| format!(" (near-copy of {original})"));
        let title = format!("{}: {}{}", document.document, document.title, copy.unwrap_or_default());
        writeln!(out, "{date:<10} {:>6} words  {}", document.words, plain(&title))?;
    }
    Ok(())
}
