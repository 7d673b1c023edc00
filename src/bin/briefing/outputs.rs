//! What a build writes: the pack, and where asked a page, a site, or the engine with the pack inside.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use clap::Args;

use crate::output::stage;
use crate::prebuilt::parts;

/// What is written beside the pack.
#[derive(Args)]
pub(crate) struct Outputs {
    /// Also write one HTML page that holds widget, engine and pack, to be opened anywhere
    #[arg(long, value_name = "FILE.html")]
    pub(crate) html: Option<PathBuf>,
    /// Also write a folder for any web host: the page, the widget, and the engine with the pack inside
    #[arg(long, value_name = "FOLDER")]
    pub(crate) site: Option<PathBuf>,
    /// Also write the engine with the pack inside
    #[arg(long, value_name = "FILE.wasm")]
    pub(crate) wasm: Option<PathBuf>,
}

impl Outputs {
    /// Two outputs in one place would leave only the one that is written last.
    pub(crate) fn check_apart(&self, pack: &PathBuf) -> Result<()> {
        let files = [Some(pack), self.html.as_ref(), self.wasm.as_ref()];
        let site = match &self.site {
            Some(folder) => parts()?.site_paths().map(|path| folder.join(path)).collect(),
            None => Vec::new(),
        };
        let outputs: Vec<PathBuf> = files.into_iter().flatten().cloned().chain(site).collect();
        let place = |path: &Path| {
            let folder =
                path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            // The folder of a site may not be there yet.
            let folder = folder.canonicalize().or_else(|_| std::path::absolute(folder)).ok()?;
            Some((folder, path.file_name()?.to_owned()))
        };
        let mut places = HashSet::new();
        for output in outputs {
            if let Some(place) = place(&output)
                && !places.insert(place)
            {
                bail!("{}: named for two outputs; give each a file of its own", output.display());
            }
        }
        Ok(())
    }

    /// Writes all files that were asked for, or none.
    pub(crate) fn write(&self, path: &Path, pack: &[u8]) -> Result<()> {
        let mut staged = vec![stage(path, pack)?];
        if let Some(path) = &self.html {
            staged.push(stage(path, parts()?.html(pack)?.as_bytes())?);
        }
        let site = self.site.as_ref().map(|folder| site(folder, pack)).transpose()?.unwrap_or_default();
        for (path, bytes) in &site {
            staged.push(stage(path, bytes)?);
        }
        if let Some(path) = &self.wasm {
            staged.push(stage(path, &parts()?.wasm(pack)?)?);
        }
        staged.into_iter().try_for_each(|file| file.put())
    }
}

/// The files of a site by their places; makes the folders.
fn site(folder: &Path, pack: &[u8]) -> Result<Vec<(PathBuf, Vec<u8>)>> {
    let parts = parts()?;
    let files = parts.site(pack)?;
    let places: Vec<PathBuf> = parts.site_paths().map(|path| folder.join(path)).collect();
    for folder in places.iter().filter_map(|place| place.parent()) {
        std::fs::create_dir_all(folder)
            .with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    Ok(places.into_iter().zip(files).collect())
}
