//! Folders to files: the only part of ingest that touches the file system.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::time::SystemTime;

use super::walk::{opened, walk};
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
    /// The files that were read, as they were then, and what could not be read.
    known: BTreeMap<PathBuf, Result<Stamp, Error>>,
}

/// How a file stood when it was read: its time and its length, and whether it was named itself.
type Stamp = (Option<SystemTime>, u64, bool);

/// Whether a file is named itself; an error for what cannot be read.
pub(super) type Found = Result<bool, Error>;

impl Folders {
    /// These files and folders, of which nothing is read yet.
    #[must_use]
    pub fn of(paths: Vec<PathBuf>) -> Self {
        Self { paths, ..Self::default() }
    }

    /// Reads what is new or has changed, by time and length, and forgets what is gone. What cannot be read in a folder is
    /// refused. Tells whether that makes any difference.
    ///
    /// # Errors
    /// [`Error::NoSuchPath`], [`Error::Unreadable`], [`Error::UnknownFormat`] for a file that is named itself or a `briefing.toml`.
    pub fn update(&mut self) -> Result<bool, Error> {
        self.update_telling(&mut |_, _| ())
    }

    /// As [`Folders::update`], and tells before each file how many of how many were looked at.
    ///
    /// # Errors
    /// As [`Folders::update`].
    pub fn update_telling(&mut self, tell: &mut dyn FnMut(usize, usize)) -> Result<bool, Error> {
        let files = files(&self.paths)?;
        let gone: Vec<PathBuf> =
            self.known.keys().filter(|path| !files.contains_key(*path)).cloned().collect();
        let mut changed = false;
        for path in gone {
            self.known.remove(&path);
            changed |= self.intake.remove(&shown(&path));
        }
        let count = files.len();
        for (at, (path, found)) in files.into_iter().enumerate() {
            tell(at, count);
            let named = found == Ok(true);
            let stamp = found.and_then(|named| stamp(&path, named));
            let known = self.known.get(&path);
            if known == Some(&stamp) {
                continue;
            }
            let now = match stamp.and_then(|stamp| Ok((stamp, input(&path, named)?))) {
                Ok((stamp, file)) => {
                    changed |= self.intake.insert(file, named);
                    Ok(stamp)
                }
                // Without what it says, an article may come in that it leaves out.
                Err(error) if named || path.ends_with(file::MANIFEST) => return Err(error),
                Err(error) => {
                    let now = Err(error.clone());
                    changed |= known != Some(&now);
                    self.intake.refuse(shown(&path), error);
                    now
                }
            };
            self.known.insert(path, now);
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
    let metadata = opened(path).metadata().map_err(|error| unreadable(path, &error))?;
    Ok((metadata.modified().ok(), metadata.len(), named))
}

pub(super) fn unreadable(path: &Path, error: &std::io::Error) -> Error {
    Error::Unreadable { path: shown(path), reason: error.to_string() }
}

/// The files among paths and in the folders among them.
fn files(paths: &[PathBuf]) -> Result<BTreeMap<PathBuf, Found>, Error> {
    let mut files = BTreeMap::new();
    // However often a file is named and spelt, it is one.
    let mut add = |path: PathBuf, found: Found| {
        let key: PathBuf = path.components().filter(|part| *part != Component::CurDir).collect();
        let named = found == Ok(true);
        let (_, known) = files.entry(key).or_insert((path, found));
        if named {
            *known = Ok(true);
        }
    };
    for path in paths {
        let known = path.to_string_lossy();
        let opened = opened(path);
        if !opened.exists() {
            return Err(Error::NoSuchPath { path: known.into_owned() });
        }
        if opened.is_dir() {
            let within = walk(path)?;
            match site_module(path, &within) {
                Some(module) => add(module, Ok(true)),
                None => within.into_iter().for_each(|(path, found)| add(path, found)),
            }
        } else if !file::is_input(&known) && !file::is_briefing(&known) {
            return Err(Error::UnknownFormat { path: known.into_owned() });
        } else if opened.is_file() {
            add(path.clone(), Ok(true));
        } else {
            // Reading a pipe or a device may never end.
            return Err(Error::Unreadable { path: known.into_owned(), reason: "it is no file".to_owned() });
        }
    }
    Ok(files.into_values().collect())
}

pub(super) fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// The module of the web site that a folder is, which is named with it.
fn site_module(folder: &Path, files: &[(PathBuf, Found)]) -> Option<PathBuf> {
    let shown: Vec<String> = files.iter().map(|(path, _)| shown(path)).collect();
    let module = PathBuf::from(site::module(shown.iter().map(String::as_str))?);
    // One in a folder below may have been built of articles that are gone now.
    (module.parent() == Some(folder)).then_some(module)
}

fn input(path: &Path, named: bool) -> Result<InputFile, Error> {
    let known = shown(path);
    // What is passed over anyway need not be read.
    let bytes = if (file::is_input(&known) || named && file::is_briefing(&known)) && !file::is_aside(&known) {
        std::fs::read(opened(path)).map_err(|error| unreadable(path, &error))?
    } else {
        Vec::new()
    };
    Ok(InputFile { path: known, bytes })
}
