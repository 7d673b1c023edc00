//! ZIP: an archive of files, each taken as if it stood in a folder named after the archive.
//!
//! Entries are unpacked in memory, deflated or stored; nothing is written, so no name can lead out of a folder. An
//! archive of archives is not opened, and one that unpacks to too much is refused before it fills the memory.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::{InputFile, file, site};
use crate::Error;

/// More entries are refused.
const MOST_ENTRIES: usize = 100_000;

/// An archive may unpack to so many bytes for each of its own, and to [`LEAST`] in any case; deflate reaches 1032, text
/// seldom more than ten.
const MOST_FOR_EACH: u64 = 200;
const LEAST: u64 = 64 << 20;

/// The files of an archive: those that hold articles or tell of them, and the module of a web site. The rest is passed over with a notice, as in a folder.
///
/// # Errors
/// [`Error::BadFile`]: it is no archive, is cut short, damaged, or holds too much.
pub(super) fn unpack(path: &str, bytes: &[u8], most: u64) -> Result<Vec<InputFile>, Error> {
    let flawed = |reason: String| Error::BadFile { path: path.to_owned(), line: None, reason };
    let most = most.min(LEAST.max(MOST_FOR_EACH.saturating_mul(bytes.len() as u64)));
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| flawed(told(&error)))?;
    if archive.len() > MOST_ENTRIES {
        return Err(flawed(format!(
            "the archive holds {} files, and at most {MOST_ENTRIES} are read; split it",
            archive.len()
        )));
    }
    let mut files = Vec::new();
    let mut left = most;
    for index in 0..archive.len() {
        let entry = archive
            .by_index(index)
            .map_err(|error| flawed(format!("file {} of the archive: {}", index + 1, told(&error))))?;
        let name = entry
            .name()
            .map_err(|error| flawed(format!("file {} of the archive: {}", index + 1, told(&error))))?;
        let name = inside(&name);
        if entry.is_dir() || is_hidden(&name) {
            continue;
        }
        let inner = format!("{path}/{name}");
        // As in a folder, what is passed over anyway need not be read.
        let mut unpacked = Vec::new();
        let counts = file::is_input(&inner) || file::base_name(&inner) == site::MODULE;
        if counts && !file::is_archive(&inner) && !file::is_aside(&inner) {
            let mut entry = entry.take(left + 1);
            entry.read_to_end(&mut unpacked).map_err(|error| {
                flawed(format!("{name:?} in the archive cannot be unpacked ({error}); copy or pack it again"))
            })?;
            left = left.checked_sub(unpacked.len() as u64).ok_or_else(|| {
                flawed(format!("the archive unpacks to more than {most} bytes, too many for one file"))
            })?;
        }
        files.push(InputFile { path: inner, bytes: unpacked });
    }
    Ok(files)
}

/// A name without what would lead out of the archive's folder: nothing is written, but messages and folders name it.
fn inside(name: &str) -> String {
    let parts = name.split(['/', '\\']).filter(|part| !matches!(*part, "" | "." | ".."));
    parts.collect::<Vec<_>>().join("/")
}

/// Folders of a system that archives carry along, and hidden ones.
fn is_hidden(name: &str) -> bool {
    name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX")
}

fn told(error: &ZipError) -> String {
    match error {
        ZipError::UnsupportedArchive(reason) => {
            format!("it cannot be unpacked ({reason}); pack it again without encryption, by deflate")
        }
        error => format!("it is no whole ZIP archive ({error}); copy or pack it again"),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use zip::write::{SimpleFileOptions, ZipWriter};

    use super::*;

    fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn files_stand_in_a_folder_named_after_the_archive() {
        let bytes =
            packed(&[("in/a.txt", b"Rain."), ("x.png", b"png"), ("__MACOSX/a.txt", b"?"), (".b.txt", b"?")]);
        let files = unpack("n.zip", &bytes, 1 << 30).unwrap();
        let files: Vec<_> = files.iter().map(|file| (file.path.as_str(), file.bytes.as_slice())).collect();
        assert_eq!(files, [("n.zip/in/a.txt", &b"Rain."[..]), ("n.zip/x.png", b"")]);
    }

    #[test]
    fn bombs_and_broken_archives_are_refused() {
        let big = packed(&[("a.txt", &vec![b'a'; 5000]), ("b.txt", &vec![b'b'; 5000])]);
        let says = |bytes: &[u8], most| unpack("n.zip", bytes, most).unwrap_err().to_string();
        assert_eq!(
            says(&big, 9999),
            "n.zip: the archive unpacks to more than 9999 bytes, too many for one file"
        );
        assert_eq!(unpack("n.zip", &big, 10_000).unwrap().len(), 2);
        for cut in [0, 10, big.len() / 2, big.len() - 1] {
            let message = says(&big[..cut], 1 << 30);
            assert!(message.starts_with("n.zip: it is no whole ZIP archive ("), "{message}");
        }
        let mut damaged = big;
        damaged[40] ^= 0x55;
        let message = says(&damaged, 1 << 30);
        assert!(message.starts_with("n.zip: \"a.txt\" in the archive cannot be unpacked ("), "{message}");
    }
}
