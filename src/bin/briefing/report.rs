//! What a build tells of itself, to people and to programs.

use std::io::{self, Write as _};
use std::path::Path;

use anyhow::Result;
use briefing::ingest::{Ingested, Problem, Row};
use briefing::{Briefing, Error};
use clap::Args;
use serde::Serialize;

use crate::output::{complain, json, json_line};
use crate::outputs::Outputs;

/// To whom is told what.
#[derive(Args)]
pub(crate) struct Telling {
    /// Print JSON: what was written, every article, what was left out and why
    #[arg(long)]
    json: bool,
    /// Print nothing but errors
    #[arg(short, long, conflicts_with = "json")]
    quiet: bool,
}

impl Telling {
    pub(crate) fn is_quiet(&self) -> bool {
        self.quiet || self.json
    }

    /// Does something, and where JSON is wanted tells an error as JSON, too.
    pub(crate) fn of(&self, act: impl FnOnce() -> Result<()>) -> Result<()> {
        let done = act();
        if let Err(error) = &done
            && self.json
            && !crate::output::is_broken_pipe(error)
        {
            let problem = match error.chain().find_map(|cause| cause.downcast_ref::<Error>()) {
                Some(error) => Problem::of(error),
                None => Problem { code: "failed", message: format!("{error:#}"), file: None, line: None },
            };
            #[derive(Serialize)]
            struct Failure<'e> {
                error: Problem<'e>,
            }
            json(&Failure { error: problem })?;
        }
        done
    }
}

/// What was built.
#[derive(Serialize)]
pub(crate) struct Report<'r> {
    pack: &'r Path,
    #[serde(skip_serializing_if = "Option::is_none")]
    html: Option<&'r Path>,
    #[serde(skip_serializing_if = "Option::is_none")]
    site: Option<&'r Path>,
    #[serde(skip_serializing_if = "Option::is_none")]
    wasm: Option<&'r Path>,
    title: String,
    bytes: usize,
    /// Number of independent texts.
    origins: u32,
    documents: &'r [Row],
    refused: Vec<Problem<'r>>,
    notices: &'r [String],
    #[serde(flatten)]
    pub(crate) changes: Option<Changes<'r>>,
}

/// What became of the articles of a pack that was there before, by identifier.
#[derive(Default, Serialize)]
pub(crate) struct Changes<'r> {
    /// Articles that are new.
    pub(crate) added: Vec<&'r str>,
    /// Articles that were there, and say something else now.
    pub(crate) changed: Vec<&'r str>,
    /// Articles that were there and were given again as they are.
    pub(crate) same: Vec<&'r str>,
    /// Articles that are gone.
    pub(crate) removed: Vec<&'r str>,
}

impl<'r> Report<'r> {
    pub(crate) fn of(
        path: &'r Path,
        outputs: &'r Outputs,
        ingested: &'r Ingested,
        pack: &[u8],
    ) -> Result<Self> {
        let briefing = Briefing::open(pack)?;
        Ok(Self {
            pack: path,
            html: outputs.html.as_deref(),
            site: outputs.site.as_deref(),
            wasm: outputs.wasm.as_deref(),
            title: briefing.pack().title().to_owned(),
            bytes: pack.len(),
            origins: briefing.pack().origins(),
            documents: &ingested.rows,
            refused: ingested.refused.iter().map(Problem::of).collect(),
            notices: &ingested.notices,
            changes: None,
        })
    }

    /// Tells all: to programs on stdout, to people there in a line and on stderr what was left out.
    pub(crate) fn tell(&self, telling: &Telling, ingested: &Ingested) -> Result<()> {
        if telling.json {
            return json(self);
        }
        if telling.quiet {
            return Ok(());
        }
        for error in &ingested.refused {
            complain(&format!("left out: {error}"));
        }
        self.notices.iter().for_each(|notice| complain(notice));
        let dropped: usize =
            self.documents.iter().filter(|row| !row.excluded).map(|row| row.dropped.len()).sum();
        if dropped > 0 {
            let lines = if dropped == 1 { "line" } else { "lines" };
            complain(&format!("left out {dropped} {lines} of page furniture and repeated titles"));
        }
        self.tell_briefly(telling)
    }

    /// Tells all in one line.
    pub(crate) fn tell_briefly(&self, telling: &Telling) -> Result<()> {
        if telling.json {
            return json_line(self);
        }
        if telling.quiet {
            return Ok(());
        }
        let documents = self.documents.iter().filter(|row| !row.excluded).count();
        let Self { pack, origins, bytes, changes, .. } = self;
        let changes = changes.as_ref().map(Changes::told).unwrap_or_default();
        writeln!(
            io::stdout(),
            "{}: {changes}{documents} documents, {origins} independent texts, {bytes} bytes",
            pack.display()
        )?;
        Ok(())
    }
}

impl Changes<'_> {
    fn told(&self) -> String {
        let all = [
            ("added", &self.added),
            ("changed", &self.changed),
            ("as before", &self.same),
            ("removed", &self.removed),
        ];
        let some = all.into_iter().filter(|(_, ids)| !ids.is_empty());
        some.map(|(what, ids)| format!("{what} {}; ", crate::output::one_line(&ids.join(", ")))).collect()
    }
}
