//! Folders to files: the only part of ingest that touches the file system.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::{Edits, Ingested, InputFile, Intake, file};
use crate::Error;

/// Reads files and folders, with all folders in them, and makes documents of their articles; see [`super::parse`].
/// Hidden folders are passed over, and so are finished briefings that are not named themselves.
///
/// # Errors
/// [`Error::NoSuchPath`], [`Error::Unreadable`], [`Error::UnknownFormat`] for a file that is named itself, and the
/// errors of [`super::parse`].
pub fn read(paths: &[PathBuf]) -> Result<Ingested, Error> {
    let mut intake = Intake::default();
    for (path, named) in files(paths)? {
        intake.insert(input(&path, named)?, named);
    }
    intake.finish(&Edits::default())?.with_articles(paths.iter().map(|path| shown(path)).collect())
}

/// The files among paths and in the folders among them, and whether each is named itself.
fn files(paths: &[PathBuf]) -> Result<BTreeMap<PathBuf, bool>, Error> {
    let mut files = BTreeMap::new();
    for path in paths {
        let known = path.to_string_lossy();
        if !path.exists() {
            return Err(Error::NoSuchPath { path: known.into_owned() });
        }
        if path.is_dir() {
            walk(path, &mut files)?;
        } else if !file::is_input(&known) && !file::is_briefing(&known) {
            return Err(Error::UnknownFormat { path: known.into_owned() });
        } else if path.is_file() {
            files.insert(path.clone(), true);
        } else {
            // Reading a pipe or a device may never end.
            return Err(Error::Unreadable { path: known.into_owned(), reason: "it is no file".to_owned() });
        }
    }
    Ok(files)
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn walk(folder: &Path, files: &mut BTreeMap<PathBuf, bool>) -> Result<(), Error> {
    let hidden = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with('.');
    let entries = WalkDir::new(folder).follow_links(true).into_iter();
    for entry in entries.filter_entry(|entry| entry.depth() == 0 || !hidden(entry.file_name())) {
        let entry = entry.map_err(|error| Error::Unreadable {
            path: shown(error.path().unwrap_or(folder)),
            reason: error
                .io_error()
                .map_or_else(|| "a link leads back to its own folder".to_owned(), ToString::to_string),
        })?;
        if entry.file_type().is_file() {
            files.entry(entry.into_path()).or_insert(false);
        }
    }
    Ok(())
}

fn input(path: &Path, named: bool) -> Result<InputFile, Error> {
    let known = shown(path);
    // What is passed over anyway need not be read.
    let bytes = if (file::is_input(&known) || named && file::is_briefing(&known)) && !file::is_aside(&known) {
        std::fs::read(path)
            .map_err(|error| Error::Unreadable { path: known.clone(), reason: error.to_string() })?
    } else {
        Vec::new()
    };
    Ok(InputFile { path: known, bytes })
}
