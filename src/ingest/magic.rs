//! What a file is by its first bytes, where its name says something else: a PDF that is named `.txt` is read as a PDF.

use super::file::{self, Format, Name};
use crate::Error;

/// Bytes in which a page or a feed tells what it is.
const HEAD: usize = 512;

/// The kind of a file and its bytes, unpacked where they are packed by gzip; what its name does not tell, a notice does.
///
/// # Errors
/// [`Error::BadFile`] for a kind that is not read, [`Error::Gzip`].
pub(super) fn checked<'p>(
    path: &str,
    name: Name<'p>,
    mut bytes: Vec<u8>,
    notices: &mut Vec<String>,
) -> Result<(Name<'p>, Vec<u8>), Error> {
    if bytes.starts_with(b"\x1f\x8b\x08") {
        bytes = file::bytes(path, bytes, true)?;
        notices.push(format!("{path}: unpacked: it is packed by gzip, which its ending does not tell"));
    }
    let refused =
        |reason: &str| Error::BadFile { path: path.to_owned(), line: None, reason: reason.to_owned() };
    let of_text = !matches!(name.format, Format::Mail | Format::Mailbox);
    let (format, called) = match bytes.as_slice() {
        #[cfg(feature = "pdf")]
        [b'%', b'P', b'D', b'F', b'-', ..] => (Format::Pdf, "a PDF"),
        #[cfg(not(feature = "pdf"))]
        [b'%', b'P', b'D', b'F', b'-', ..] => {
            return Err(refused("it is a PDF, which this build does not read"));
        }
        [b'P', b'K', 3, 4, ..] if bytes.windows(17).any(|part| part == b"word/document.xml") => {
            (Format::Docx, "a DOCX document")
        }
        [b'P', b'K', 3, 4, ..] if name.format != Format::Docx => {
            return Err(refused("it is a ZIP archive; name it .zip, or unpack it"));
        }
        [b'{', b'\\', b'r', b't', b'f', ..] => {
            return Err(refused("it is an RTF document; save it as .docx or .txt"));
        }
        [0xd0, 0xcf, 0x11, 0xe0, ..] => {
            return Err(refused("it is a document of an old office program; save it as .docx or .txt"));
        }
        head if of_text && is_feed(head) => (Format::Feed, "a feed"),
        head if of_text && is_page(head) => (Format::Html, "an HTML page"),
        _ => return Ok((name, bytes)),
    };
    if format != name.format {
        notices.push(format!("{path}: read as {called}, which it is in spite of its ending"));
    }
    Ok((Name { format, ..name }, bytes))
}

/// The beginning of a text in small letters, without mark and white space.
fn head(bytes: &[u8]) -> String {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    let head = String::from_utf8_lossy(head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head));
    head.trim_start().to_ascii_lowercase()
}

fn is_page(bytes: &[u8]) -> bool {
    let head = head(bytes);
    head.starts_with("<!doctype html") || head.starts_with("<html")
}

fn is_feed(bytes: &[u8]) -> bool {
    let head = head(bytes);
    let roots = ["<rss", "<feed", "<rdf:rdf"];
    let is_xml = head.starts_with("<?xml") && roots.iter().any(|root| head.contains(root));
    is_xml || roots.iter().any(|root| head.starts_with(root))
}
