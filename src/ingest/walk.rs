//! What is in a folder and in all folders in it; links are followed, but for those that lead in a circle.

use std::io;
use std::path::{Path, PathBuf};

use super::file;
use super::folder::{Found, shown, unreadable};
use crate::Error;

/// The files, hidden ones left out, and what cannot be read.
///
/// # Errors
/// [`Error::Unreadable`] for the folder itself.
pub(super) fn walk(folder: &Path) -> Result<Vec<(PathBuf, Found)>, Error> {
    let mut found = Vec::new();
    // Each with where it is without links, after where the folders are that it stands in.
    let mut folders =
        vec![(folder.to_owned(), vec![real(folder).map_err(|error| unreadable(folder, &error))?])];
    while let Some((path, within)) = folders.pop() {
        let entries = match entries(&path) {
            Ok(entries) => entries,
            Err(error) if path == folder => return Err(unreadable(folder, &error)),
            Err(error) => {
                found.push((path.clone(), Err(unreadable(&path, &error))));
                continue;
            }
        };
        for entry in entries {
            match Entry::of(&entry, &within) {
                Ok(Entry::File) => found.push((entry, Ok(false))),
                Ok(Entry::Folder(real)) => folders.push((entry, [within.as_slice(), &[real]].concat())),
                // Editors lock a file by a hidden link that leads nowhere.
                Err(error) if !file::is_aside(&shown(&entry)) => {
                    found.push((entry.clone(), Err(unreadable(&entry, &error))));
                }
                Ok(Entry::Other) | Err(_) => {}
            }
        }
    }
    Ok(found)
}

/// Paths of what is in one folder.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut all = Vec::new();
    for entry in opened(folder).read_dir()? {
        let entry = entry?;
        if !entry.file_name().to_string_lossy().starts_with('.') {
            all.push(folder.join(entry.file_name()));
        }
    }
    Ok(all)
}

/// What a path leads to.
enum Entry {
    File,
    /// A folder, and where it is without links.
    Folder(PathBuf),
    /// A pipe, a device.
    Other,
}

impl Entry {
    fn of(path: &Path, within: &[PathBuf]) -> io::Result<Self> {
        let metadata = opened(path).metadata()?;
        if !metadata.is_dir() {
            return Ok(if metadata.is_file() { Self::File } else { Self::Other });
        }
        let real = real(path)?;
        if within.contains(&real) {
            return Err(io::Error::other("a link leads back to its own folder"));
        }
        Ok(Self::Folder(real))
    }
}

/// The path to open a file by.
#[cfg(not(target_os = "wasi"))]
pub(super) fn opened(path: &Path) -> PathBuf {
    path.to_owned()
}

/// The path to open a file by: one without links, for Node seeks what a link in a linked folder leads to from the wrong place.
#[cfg(target_os = "wasi")]
pub(super) fn opened(path: &Path) -> PathBuf {
    real(path).unwrap_or_else(|_| path.to_owned())
}

/// Where a path leads without links.
#[cfg(not(target_os = "wasi"))]
fn real(path: &Path) -> io::Result<PathBuf> {
    path.canonicalize()
}

/// Where a path leads without links: what WASI has not, found link by link.
#[cfg(target_os = "wasi")]
fn real(path: &Path) -> io::Result<PathBuf> {
    use std::path::Component;

    /// How many links on one way are too many, as for Linux.
    const MOST_LINKS: usize = 40;

    let mut real = PathBuf::new();
    let mut links = 0;
    let mut rest = std::env::current_dir()?.join(path);
    while let Some(part) = rest.components().next() {
        let after: PathBuf = rest.components().skip(1).collect();
        let next = real.join(part);
        rest = match part {
            Component::ParentDir => {
                real.pop();
                after
            }
            Component::Normal(_) => match next.read_link() {
                Ok(_) if links == MOST_LINKS => {
                    return Err(io::Error::other("too many links, one behind the other"));
                }
                Ok(target) => {
                    links += 1;
                    // An absolute one begins anew.
                    target.join(after)
                }
                Err(_) => {
                    real = next;
                    after
                }
            },
            _ => {
                real = next;
                after
            }
        };
    }
    Ok(real)
}
