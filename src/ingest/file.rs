//! One file: what kind it is by its name, and its bytes as text.

#[cfg(feature = "formats")]
use std::io::Read;

use crate::Error;

/// The kinds of file that hold articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// `.txt`
    Plain,
    /// `.md`
    #[cfg(feature = "formats")]
    Markdown,
    /// `.jsonl`
    Jsonl,
    /// `.brief`, a finished briefing
    #[cfg(feature = "formats")]
    Pack,
    /// `.wasm`, a finished briefing in the engine
    #[cfg(feature = "formats")]
    Module,
    /// `.html`
    #[cfg(feature = "formats")]
    Html,
    /// `.csv`
    #[cfg(feature = "formats")]
    Csv,
    /// `.tsv`
    #[cfg(feature = "formats")]
    Tsv,
    /// `.rss`, `.atom`, `.xml`
    #[cfg(feature = "formats")]
    Feed,
    /// `.eml`
    #[cfg(feature = "formats")]
    Mail,
    /// `.mbox`
    #[cfg(feature = "formats")]
    Mailbox,
    /// `.docx`
    #[cfg(feature = "formats")]
    Docx,
    /// `.pdf`
    #[cfg(feature = "pdf")]
    Pdf,
}

impl Format {
    /// Whether it is that of a finished briefing.
    pub(super) fn is_briefing(self) -> bool {
        #[cfg(feature = "formats")]
        return matches!(self, Self::Pack | Self::Module);
        #[cfg(not(feature = "formats"))]
        false
    }
}

/// The endings of the kinds.
const ENDINGS: &[(&str, Format)] = &[
    (".txt", Format::Plain),
    #[cfg(feature = "formats")]
    (".md", Format::Markdown),
    (".jsonl", Format::Jsonl),
    #[cfg(feature = "formats")]
    (".brief", Format::Pack),
    #[cfg(feature = "formats")]
    (".wasm", Format::Module),
    #[cfg(feature = "formats")]
    (".html", Format::Html),
    #[cfg(feature = "formats")]
    (".htm", Format::Html),
    #[cfg(feature = "formats")]
    (".csv", Format::Csv),
    #[cfg(feature = "formats")]
    (".tsv", Format::Tsv),
    #[cfg(feature = "formats")]
    (".rss", Format::Feed),
    #[cfg(feature = "formats")]
    (".atom", Format::Feed),
    #[cfg(feature = "formats")]
    (".xml", Format::Feed),
    #[cfg(feature = "formats")]
    (".eml", Format::Mail),
    #[cfg(feature = "formats")]
    (".mbox", Format::Mailbox),
    #[cfg(feature = "formats")]
    (".docx", Format::Docx),
    #[cfg(feature = "pdf")]
    (".pdf", Format::Pdf),
];

/// The kinds of file that hold articles, for messages.
#[cfg(feature = "pdf")]
pub(crate) const KINDS: &str =
    ".txt, .md, .jsonl, .html, .csv, .tsv, .rss, .atom, .xml, .eml, .mbox, .docx, .pdf or .zip";
/// The kinds of file that hold articles, for messages.
#[cfg(all(feature = "formats", not(feature = "pdf")))]
pub(crate) const KINDS: &str =
    ".txt, .md, .jsonl, .html, .csv, .tsv, .rss, .atom, .xml, .eml, .mbox, .docx or .zip";
/// The kinds of file that hold articles, for messages.
#[cfg(not(feature = "formats"))]
pub(crate) const KINDS: &str = ".txt or .jsonl";

/// The kinds of finished briefing, for messages.
pub(crate) const BRIEFINGS: &str = ".brief, .html, .wasm";

/// What a path says about its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name<'p> {
    /// The file name without the ending: the identifier of the article.
    pub(super) stem: &'p str,
    /// Which kind of articles it holds.
    pub(super) format: Format,
    /// Whether it is compressed by gzip.
    pub(super) gzip: bool,
}

/// The last part of a path, by `/` or `\`.
pub(super) fn base_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// The folder that a path stands in, with its last `/`; empty for a bare file name.
pub(super) fn folder(path: &str) -> &str {
    path.strip_suffix(base_name(path)).unwrap_or_default()
}

/// Reads a path. `None`: the file is of no kind that holds articles.
pub(super) fn name(path: &str) -> Option<Name<'_>> {
    let base = base_name(path);
    let strip = |name: &'_ str, ending: &str| {
        let cut = name.len().checked_sub(ending.len())?;
        (cut > 0 && name.get(cut..)?.eq_ignore_ascii_case(ending)).then_some(cut)
    };
    let gzip = strip(base, ".gz");
    let base = base.get(..gzip.unwrap_or(base.len()))?;
    ENDINGS.iter().find_map(|&(ending, format)| {
        let stem = base.get(..strip(base, ending)?)?;
        Some(Name { stem, format, gzip: gzip.is_some() })
    })
}

/// Whether a path is that of an archive of files.
#[cfg(feature = "formats")]
pub(super) fn is_archive(path: &str) -> bool {
    let base = base_name(path);
    let cut = base.len().saturating_sub(".zip".len());
    cut > 0 && base.get(cut..).is_some_and(|ending| ending.eq_ignore_ascii_case(".zip"))
}

/// Whether a path is that of an archive of files.
#[cfg(not(feature = "formats"))]
pub(super) fn is_archive(_: &str) -> bool {
    false
}

/// The name of the file that tells of the articles in its folder.
pub(super) const MANIFEST: &str = "briefing.toml";

/// Whether a path has the name of an article, or of a `briefing.toml`: what a build reads, and should not write over.
#[must_use]
pub fn is_input(path: &str) -> bool {
    name(path).is_some_and(|name| !name.format.is_briefing())
        || is_archive(path)
        || base_name(path) == MANIFEST
}

/// Whether a path has the name of a finished briefing, which a build reads where it is named itself.
pub(super) fn is_briefing(path: &str) -> bool {
    name(path).is_some_and(|name| name.format.is_briefing())
}

/// Whether a file is hidden, tells of its folder, or locks a document that is open in an office; none is an article.
pub(super) fn is_aside(path: &str) -> bool {
    let base = base_name(path);
    let readme = base.get(..6).is_some_and(|head| head.eq_ignore_ascii_case("readme"));
    base.starts_with('.')
        || base.starts_with("~$")
        || readme && (base.len() == 6 || base.get(6..).is_some_and(|rest| rest.starts_with('.')))
}

/// Whether a file is a part of a page that a browser saved, `NAME.html` with a folder `NAME_files`; such is no article.
pub(super) fn is_of_saved_page(path: &str, is_file: impl Fn(&str) -> bool) -> bool {
    path.match_indices(['/', '\\']).any(|(at, _)| {
        let page = path.get(..at).and_then(|folder| folder.strip_suffix("_files"));
        page.is_some_and(|page| [".html", ".htm"].iter().any(|ending| is_file(&format!("{page}{ending}"))))
    })
}

/// A compressed file that unpacks to more is refused before it fills the memory. Few corpora come near to it, and a
/// pack holds less than 4 GiB.
#[cfg(feature = "formats")]
pub(super) const MOST_UNPACKED: u64 = 1 << 30;

/// Where at least one byte in so many is zero, the bytes are UTF-16, UTF-32 or no text at all. UTF-16 of a Latin script
/// has one in two; a stray zero in a crawled page is left alone.
const ZEROS: usize = 8;

/// The bytes of a file, unpacked where `gzip` says so; only a build that reads all formats unpacks.
///
/// # Errors
/// [`Error::Gzip`].
pub(super) fn bytes(path: &str, bytes: Vec<u8>, gzip: bool) -> Result<Vec<u8>, Error> {
    match gzip {
        #[cfg(feature = "formats")]
        true => unpacked(path, &bytes, MOST_UNPACKED),
        #[cfg(not(feature = "formats"))]
        true => Err(Error::UnknownFormat { path: path.to_owned() }),
        false => Ok(bytes),
    }
}

/// Whether bytes of a text begin as a text does, and not as a page, a feed, or any of the kinds that `magic` knows.
#[cfg(all(feature = "studio", not(feature = "formats")))]
pub(super) fn begins_as_text(bytes: &[u8]) -> bool {
    let others: [&[u8]; 6] = [b"<", b"%PDF-", b"PK\x03\x04", b"{\\rtf", b"\x1f\x8b", b"\xd0\xcf\x11\xe0"];
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    !others.iter().any(|other| bytes.starts_with(other))
}

/// The text of a file, without byte order mark and without zeros, which belong to no text; a notice tells of these. With the feature `formats`, a text in another encoding is converted,
/// and a notice tells so.
///
/// # Errors
/// [`Error::NotUtf8`]; the byte and line count in the unpacked file.
pub(super) fn text(path: &str, bytes: Vec<u8>, notices: &mut Vec<String>) -> Result<String, Error> {
    let text = utf8(path, bytes);
    #[cfg(feature = "formats")]
    let text = text.or_else(|(error, bytes)| match super::encoding::decode(&bytes) {
        Some((text, encoding)) => {
            notices.push(format!("{path}: read as {encoding}"));
            Ok(text)
        }
        None => Err((error, bytes)),
    });
    let mut text = text.map_err(|(error, _)| error)?;
    let zeros = text.matches('\0').count();
    if zeros > 0 {
        notices.push(format!("{path}: {zeros} zero bytes were left out"));
        text.retain(|c| c != '\0');
    }
    Ok(text)
}

fn utf8(path: &str, bytes: Vec<u8>) -> Result<String, (Error, Vec<u8>)> {
    let not_utf8 = |bytes: &[u8], byte: usize| {
        let before = bytes.get(..byte).unwrap_or_default();
        Error::NotUtf8 {
            path: path.to_owned(),
            byte,
            line: 1 + before.iter().filter(|&&b| b == b'\n').count(),
            found: bytes.get(byte).copied().unwrap_or_default(),
        }
    };
    let zeros = bytes.iter().filter(|&&b| b == 0).count();
    if zeros > 0
        && zeros * ZEROS >= bytes.len()
        && let Some(first) = bytes.iter().position(|&b| b == 0)
    {
        let valid = std::str::from_utf8(&bytes).map_or_else(|error| error.valid_up_to(), str::len);
        return Err((not_utf8(&bytes, first.min(valid)), bytes));
    }
    let mut text = String::from_utf8(bytes).map_err(|error| {
        (not_utf8(error.as_bytes(), error.utf8_error().valid_up_to()), error.into_bytes())
    })?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok(text)
}

#[cfg(feature = "formats")]
fn unpacked(path: &str, bytes: &[u8], most: u64) -> Result<Vec<u8>, Error> {
    let refused = |reason: String| Error::Gzip { path: path.to_owned(), reason };
    let mut out = Vec::new();
    let mut decoder = flate2::read::MultiGzDecoder::new(bytes).take(most + 1);
    decoder.read_to_end(&mut out).map_err(|error| refused(error.to_string()))?;
    if out.len() as u64 > most {
        return Err(refused(format!("it unpacks to more than {most} bytes, too many for one file")));
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    #[test]
    fn a_file_that_unpacks_to_more_than_the_most_is_refused() {
        let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gz.write_all(&[b'x'; 1000]).unwrap();
        let bytes = gz.finish().unwrap();
        assert_eq!(unpacked("a.gz", &bytes, 1000).unwrap().len(), 1000);
        let error = unpacked("a.gz", &bytes, 999).unwrap_err();
        assert_eq!(error.code(), "bad-gzip");
        assert!(
            error.to_string().contains("it unpacks to more than 999 bytes, too many for one file"),
            "{error}"
        );
    }

    #[test]
    fn names_tell_kind_and_identifier() {
        let of = |path| name(path).map(|name| (name.stem, name.format, name.gzip));
        assert_eq!(of("a/b.c.txt"), Some(("b.c", Format::Plain, false)));
        assert_eq!(of("a\\B.MD"), Some(("B", Format::Markdown, false)));
        assert_eq!(of("docs.jsonl.gz"), Some(("docs", Format::Jsonl, true)));
        for path in ["a.png", "txt", ".txt", "a.gz", "a.txt.zip", ""] {
            assert_eq!(of(path), None, "{path}");
        }
    }

    #[test]
    fn what_a_browser_saves_beside_a_page_is_part_of_it() {
        let of = |path: &str| is_of_saved_page(path, |path| ["a/rain.html", "a\\hail.htm"].contains(&path));
        assert!(
            of("a/rain_files/ad.html") && of("a/rain_files/deep/ad.html") && of("a\\hail_files\\ad.html")
        );
        assert!(!of("a/rain.html") && !of("a/snow_files/ad.html") && !of("rain_files/ad.html"));
    }

    #[test]
    fn hidden_files_and_readmes_stand_aside() {
        for path in ["README.md", "a/readme.txt", "README", ".hidden.md", "a/~$rain.docx"] {
            assert!(is_aside(path), "{path}");
        }
        assert!(!is_aside("readme-first.md") && !is_aside("a.md"));
    }
}
