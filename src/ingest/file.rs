//! One file: what kind it is by its name, and its bytes as text.

use std::io::Read;

use crate::Error;

/// The kinds of file that hold articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// `.txt`
    Plain,
    /// `.md`
    Markdown,
    /// `.jsonl`
    Jsonl,
}

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
    [(".txt", Format::Plain), (".md", Format::Markdown), (".jsonl", Format::Jsonl)].into_iter().find_map(
        |(ending, format)| {
            let stem = base.get(..strip(base, ending)?)?;
            Some(Name { stem, format, gzip: gzip.is_some() })
        },
    )
}

/// Whether a file is hidden or tells of its folder; neither is an article.
pub(super) fn is_aside(path: &str) -> bool {
    let base = base_name(path);
    let readme = base.get(..6).is_some_and(|head| head.eq_ignore_ascii_case("readme"));
    base.starts_with('.')
        || readme && (base.len() == 6 || base.get(6..).is_some_and(|rest| rest.starts_with('.')))
}

/// The text of a file, unpacked where `gzip` says so, without byte order mark.
///
/// # Errors
/// [`Error::Gzip`] or [`Error::NotUtf8`]; the byte and line count in the unpacked file.
pub(super) fn text(path: &str, bytes: Vec<u8>, gzip: bool) -> Result<String, Error> {
    let bytes = if gzip {
        let mut out = Vec::new();
        flate2::read::MultiGzDecoder::new(bytes.as_slice())
            .read_to_end(&mut out)
            .map_err(|error| Error::Gzip { path: path.to_owned(), reason: error.to_string() })?;
        out
    } else {
        bytes
    };
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let byte = error.utf8_error().valid_up_to();
        let before = error.as_bytes().get(..byte).unwrap_or_default();
        Error::NotUtf8 {
            path: path.to_owned(),
            byte,
            line: 1 + before.iter().filter(|&&b| b == b'\n').count(),
            found: error.as_bytes().get(byte).copied().unwrap_or_default(),
        }
    })?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_kind_and_identifier() {
        let of = |path| name(path).map(|name| (name.stem, name.format, name.gzip));
        assert_eq!(of("a/b.c.txt"), Some(("b.c", Format::Plain, false)));
        assert_eq!(of("a\\B.MD"), Some(("B", Format::Markdown, false)));
        assert_eq!(of("docs.jsonl.gz"), Some(("docs", Format::Jsonl, true)));
        for path in ["a.html", "txt", ".txt", "a.gz", "a.txt.zip", ""] {
            assert_eq!(of(path), None, "{path}");
        }
    }

    #[test]
    fn hidden_files_and_readmes_stand_aside() {
        for path in ["README.md", "a/readme.txt", "README", ".hidden.md"] {
            assert!(is_aside(path), "{path}");
        }
        assert!(!is_aside("readme-first.md") && !is_aside("a.md"));
    }
}
