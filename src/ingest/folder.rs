//! Folders to files: the only part of ingest that touches the file system.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use walkdir::WalkDir;

use super::{Edits, Ingested, InputFile, Intake, file, site};
use crate::Error;

/// Reads files and folders, with all folders in them, and makes documents of their articles; see [`super::parse`].
/// Hidden folders are passed over, and so are finished briefings that are not named themselves; a folder that is a web site
/// with a briefing is named as one.
///
/// # Errors
/// [`Error::NoSuchPath`], [`Error::Unreadable`], [`Error::UnknownFormat`] for a file that is named itself, and the
/// errors of [`super::parse`].
pub fn read(paths: &[PathBuf]) -> Result<Ingested, Error> {
    let mut folders = Folders::of(paths.to_vec());
    folders.update()?;
    folders.finish(&Edits::default())
}

/// Files and folders that are read as often as they change.
#[derive(Debug, Default)]
pub struct Folders {
    paths: Vec<PathBuf>,
    intake: Intake,
    /// The files that were read, as they were then.
    known: BTreeMap<PathBuf, Stamp>,
}

/// How a file stood when it was read: its time and its length, and whether it was named itself.
type Stamp = (Option<SystemTime>, u64, bool);

impl Folders {
    /// These files and folders, of which nothing is read yet.
    #[must_use]
    pub fn of(paths: Vec<PathBuf>) -> Self {
        Self { paths, ..Self::default() }
    }

    /// Reads what is new or has changed, by time and length, and forgets what is gone. Tells whether that makes any
    /// difference.
    ///
    /// # Errors
    /// [`Error::NoSuchPath`], [`Error::Unreadable`], [`Error::UnknownFormat`] for a file that is named itself.
    pub fn update(&mut self) -> Result<bool, Error> {
        let files = files(&self.paths)?;
        let gone: Vec<PathBuf> =
            self.known.keys().filter(|path| !files.contains_key(*path)).cloned().collect();
        let mut changed = false;
        for path in gone {
            self.known.remove(&path);
            changed |= self.intake.remove(&shown(&path));
        }
        for (path, named) in files {
            let stamp = stamp(&path, named)?;
            if self.known.get(&path) != Some(&stamp) {
                changed |= self.intake.insert(input(&path, named)?, named);
                self.known.insert(path, stamp);
            }
        }
        Ok(changed)
    }

    /// The documents of what was read, as [`Intake::finish`] has them.
    ///
    /// # Errors
    /// As [`Intake::finish`], and [`Ingested::with_articles`] where there is no document.
    pub fn finish(&self, edits: &Edits) -> Result<Ingested, Error> {
        self.intake.finish(edits)?.with_articles(self.paths.iter().map(|path| shown(path)).collect())
    }
}

fn stamp(path: &Path, named: bool) -> Result<Stamp, Error> {
    let metadata = path.metadata().map_err(|error| unreadable(path, &error))?;
    Ok((metadata.modified().ok(), metadata.len(), named))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    Error::Unreadable { path: shown(path), reason: error.to_string() }
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
            let within = walk(path)?;
            match site_module(path, &within) {
                Some(module) => files.extend([(module, true)]),
                None => {
                    for file in within {
                        files.entry(file).or_insert(false);
                    }
                }
            }
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

/// The module of the web site that a folder is, which is named with it.
fn site_module(folder: &Path, files: &[PathBuf]) -> Option<PathBuf> {
    let shown: Vec<String> = files.iter().map(|path| shown(path)).collect();
    let module = PathBuf::from(site::module(shown.iter().map(String::as_str))?);
    // One in a folder below may have been built of articles that are gone now.
    (module.parent() == Some(folder)).then_some(module)
}

/// The files in a folder and in all folders in it.
fn walk(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let hidden = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with('.');
    let mut files = Vec::new();
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
    Ok(files)
}

fn input(path: &Path, named: bool) -> Result<InputFile, Error> {
    let known = shown(path);
    // What is passed over anyway need not be read.
    let bytes = if (file::is_input(&known) || named && file::is_briefing(&known)) && !file::is_aside(&known) {
        std::fs::read(path).map_err(|error| unreadable(path, &error))?
    } else {
        Vec::new()
    };
    Ok(InputFile { path: known, bytes })
}
