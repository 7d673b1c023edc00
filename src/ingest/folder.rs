//! Folders to files: the only part of ingest that touches the file system.

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::{Ingested, InputFile, file, parse};
use crate::Error;

/// Reads files and folders, with all folders in them, and makes documents of their articles; see [`parse`].
/// Hidden folders are passed over.
///
/// # Errors
/// [`Error::NoSuchPath`], [`Error::Unreadable`], [`Error::UnknownFormat`] for a file that is named itself, and the
/// errors of [`parse`].
pub fn read(paths: &[PathBuf]) -> Result<Ingested, Error> {
    let mut files = Vec::new();
    for path in paths {
        let known = path.to_string_lossy();
        if !path.exists() {
            return Err(Error::NoSuchPath { path: known.into_owned() });
        }
        if path.is_dir() {
            walk(path, &mut files)?;
        } else if !file::is_input(&known) {
            return Err(Error::UnknownFormat { path: known.into_owned() });
        } else if path.is_file() {
            files.push(path.clone());
        } else {
            // Reading a pipe or a device may never end.
            return Err(Error::Unreadable { path: known.into_owned(), reason: "it is no file".to_owned() });
        }
    }
    files.sort();
    files.dedup();
    let files = files.iter().map(|path| input(path)).collect::<Result<Vec<_>, _>>()?;
    match parse(files) {
        Err(Error::NoArticles { .. }) => {
            Err(Error::NoArticles { paths: paths.iter().map(|path| shown(path)).collect() })
        }
        other => other,
    }
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Error> {
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
            files.push(entry.into_path());
        }
    }
    Ok(())
}

fn input(path: &Path) -> Result<InputFile, Error> {
    let known = shown(path);
    // What is passed over anyway need not be read.
    let bytes = if file::is_input(&known) && !file::is_aside(&known) {
        std::fs::read(path)
            .map_err(|error| Error::Unreadable { path: known.clone(), reason: error.to_string() })?
    } else {
        Vec::new()
    };
    Ok(InputFile { path: known, bytes })
}
