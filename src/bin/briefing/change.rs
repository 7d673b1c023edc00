//! `briefing add` and `briefing remove`: a pack written anew with other articles.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use briefing::Error;
use briefing::document::Document;
use briefing::ingest::{Edit, Edits, Folders, Ingested};
use clap::Args;

use crate::build::{Making, listed};
use crate::report::Changes;

#[derive(Args)]
pub(crate) struct Add {
    #[command(flatten)]
    pack: Changed,
    /// What to add, as `build` takes it; an article of an identifier that is there already takes its place
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    making: Making,
}

#[derive(Args)]
pub(crate) struct Remove {
    #[command(flatten)]
    pack: Changed,
    /// Identifiers of the articles to take out; `briefing inspect` lists them
    #[arg(required = true, value_name = "ID")]
    ids: Vec<String>,
    #[command(flatten)]
    making: Making,
}

/// The pack that is to be written anew.
#[derive(Args)]
struct Changed {
    /// The pack
    #[arg(value_name = "FILE.brief")]
    pack: PathBuf,
    /// Where to write the new pack, in the place of the old one
    #[arg(short, long, value_name = "FILE.brief")]
    output: Option<PathBuf>,
}

impl Changed {
    /// Where the new pack goes.
    fn output(&self) -> Result<&PathBuf> {
        if let Some(output) = &self.output {
            return Ok(output);
        }
        let is_pack = self.pack.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("brief"));
        if !is_pack {
            bail!(
                "{}: only a pack (.brief) is written anew in its place; name a new one with -o",
                self.pack.display()
            );
        }
        Ok(&self.pack)
    }

    /// What it holds, together with other files.
    fn with(&self, paths: &[PathBuf]) -> Result<Folders, Error> {
        let mut folders = Folders::of(std::iter::once(&self.pack).chain(paths).cloned().collect());
        folders.update()?;
        Ok(folders)
    }
}

pub(crate) fn add(options: &Add) -> Result<()> {
    let Add { pack, paths, making } = options;
    making.telling.of(|| {
        let output = pack.output()?;
        making.outputs.check_apart(output)?;
        let before = pack.with(&[])?.finish(&Edits::default())?;
        let title = making.title.clone().or_else(|| before.corpus.title.clone());
        let after = pack.with(&listed(paths)?)?.finish(&Edits { title, ..Edits::default() })?;
        let mut report = making.make(output, &after)?;
        report.changes = Some(changes(&pack.pack, &before, &after));
        report.tell(&making.telling, &after)
    })
}

pub(crate) fn remove(options: &Remove) -> Result<()> {
    let Remove { pack, ids, making } = options;
    making.telling.of(|| {
        let output = pack.output()?;
        making.outputs.check_apart(output)?;
        let folders = pack.with(&[])?;
        folders.finish(&Edits::default())?;
        let out = Edit { exclude: Some(true), ..Edit::default() };
        let documents = ids.iter().map(|id| (id.clone(), out.clone())).collect();
        let after =
            folders.finish(&Edits { title: making.title.clone(), documents }).map_err(
                |error| match error {
                    Error::UnknownEdit { id, near } => {
                        let hint = if near.is_empty() {
                            "`briefing inspect` lists those that it has".to_owned()
                        } else {
                            format!("did you mean {}?", near.join(", "))
                        };
                        anyhow::anyhow!(
                            "{}: no article has the identifier {id:?}; {hint}",
                            pack.pack.display()
                        )
                    }
                    Error::NoArticles { .. } => {
                        anyhow::anyhow!(
                            "{}: no article would be left; delete the file instead",
                            pack.pack.display()
                        )
                    }
                    error => error.into(),
                },
            )?;
        let mut report = making.make(output, &after)?;
        report.changes =
            Some(Changes { removed: ids.iter().map(String::as_str).collect(), ..Changes::default() });
        report.tell(&making.telling, &after)
    })
}

/// What became of the articles of the pack.
fn changes<'i>(pack: &Path, before: &'i Ingested, after: &'i Ingested) -> Changes<'i> {
    let old: HashMap<&str, &Document> =
        before.corpus.documents.iter().map(|document| (document.id.as_str(), document)).collect();
    let new: HashMap<&str, &Document> =
        after.corpus.documents.iter().map(|document| (document.id.as_str(), document)).collect();
    let mut changes = Changes::default();
    let of_pack = format!("{}, ", pack.display());
    for row in after.rows.iter().filter(|row| !row.excluded && !row.place.starts_with(&of_pack)) {
        let id = row.id.as_str();
        match old.get(id) {
            None => changes.added.push(id),
            old if old == new.get(id) => changes.same.push(id),
            Some(_) => changes.changed.push(id),
        }
    }
    let gone = before.corpus.documents.iter().map(|document| document.id.as_str());
    changes.removed = gone.filter(|id| !new.contains_key(id)).collect();
    changes
}
