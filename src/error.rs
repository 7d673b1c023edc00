//! The one public error type: what was expected, what was found, where, and a stable code.

use std::fmt;

/// Anything that can go wrong with somebody's data. Codes are stable; messages may change.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// `not-a-pack`: the bytes do not begin as a pack does.
    NotAPack {
        /// What stands there instead.
        found: &'static str,
    },
    /// `pack-cut-short`: the pack ends too early.
    PackCutShort {
        /// Bytes that there should be.
        expected: usize,
        /// Bytes that there are.
        found: usize,
    },
    /// `pack-version`: a format version that this engine does not read.
    PackVersion {
        /// The version that this engine reads.
        expected: u16,
        /// The pack's version.
        found: u16,
    },
    /// `pack-analyser`: the pack's terms were made by another analyser than this engine's.
    PackAnalyser {
        /// This engine's analyser.
        expected: u16,
        /// The pack's analyser.
        found: u16,
    },
    /// `pack-checksum`: bytes have changed since the pack was written.
    PackChecksum {
        /// The part of the pack.
        section: &'static str,
        /// Where the changed block begins.
        offset: usize,
    },
    /// `pack-damaged`: the checksums hold, but the content does not make sense.
    PackDamaged {
        /// The part of the pack.
        section: &'static str,
        /// Byte offset in that part.
        offset: usize,
        /// What should stand there.
        expected: &'static str,
        /// The number that stands there.
        found: usize,
    },
    /// `too-large`: a pack holds less than 4 GiB.
    #[cfg(feature = "build")]
    TooLarge {
        /// Bytes that the pack would have.
        bytes: usize,
    },
    /// `bad-part`: what a page is made of, and was built beforehand, is not what it should be.
    #[cfg(feature = "bundle")]
    BadPart {
        /// What is wrong.
        reason: String,
    },
    /// `no-such-path`: a path given does not exist.
    #[cfg(feature = "ingest")]
    NoSuchPath {
        /// The path.
        path: String,
    },
    /// `unreadable-file`: the system would not let the file be read.
    #[cfg(feature = "ingest")]
    Unreadable {
        /// The path.
        path: String,
        /// What the system said.
        reason: String,
    },
    /// `unknown-format`: a file was named whose ending is of no kind that holds articles.
    #[cfg(feature = "ingest")]
    UnknownFormat {
        /// The path.
        path: String,
    },
    /// `no-articles`: nothing that was given holds an article.
    #[cfg(feature = "ingest")]
    NoArticles {
        /// The paths given.
        paths: Vec<String>,
    },
    /// `not-utf8`: a file is in another encoding, or is no text.
    #[cfg(feature = "ingest")]
    NotUtf8 {
        /// The path.
        path: String,
        /// Offset of the first byte that is not UTF-8, in the unpacked file.
        byte: usize,
        /// The line it stands on, from 1.
        line: usize,
        /// The byte.
        found: u8,
    },
    /// `bad-gzip`: a compressed file cannot be unpacked.
    #[cfg(feature = "ingest")]
    Gzip {
        /// The path.
        path: String,
        /// What is wrong.
        reason: String,
    },
    /// `bad-front-matter`: front matter does not parse.
    #[cfg(feature = "ingest")]
    FrontMatter {
        /// The path.
        path: String,
        /// The line of the file, from 1.
        line: usize,
        /// What is wrong.
        reason: String,
    },
    /// `bad-briefing-toml`: a `briefing.toml` does not parse.
    #[cfg(feature = "ingest")]
    BriefingToml {
        /// The path.
        path: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        reason: String,
    },
    /// `bad-jsonl`: a line of a JSONL file is no article.
    #[cfg(feature = "ingest")]
    JsonLine {
        /// The path.
        path: String,
        /// The line, from 1.
        line: usize,
        /// What is wrong.
        reason: String,
    },
    /// A file that holds a pack is damaged; the code is that of what is wrong with the pack.
    #[cfg(feature = "ingest")]
    BadPack {
        /// The path.
        path: String,
        /// What is wrong.
        error: Box<Self>,
    },
    /// `bad-file`: a file that is not what its ending tells.
    #[cfg(feature = "ingest")]
    BadFile {
        /// The path.
        path: String,
        /// The line, from 1, where there are lines.
        line: Option<usize>,
        /// What is wrong, and what to do.
        reason: String,
    },
    /// `bad-date`: a date that is no date.
    #[cfg(feature = "ingest")]
    BadDate {
        /// The path.
        path: String,
        /// The line, from 1.
        line: usize,
        /// What stands there.
        found: String,
    },
    /// `duplicate-id`: two documents have one identifier.
    #[cfg(feature = "ingest")]
    DuplicateId {
        /// The identifier.
        id: String,
        /// Where the first stands.
        first: String,
        /// Where the second stands.
        second: String,
    },
    /// `unknown-document`: a `briefing.toml` names a document that is not in its folder.
    #[cfg(feature = "ingest")]
    UnmatchedDocument {
        /// The path of the `briefing.toml`.
        path: String,
        /// The line, from 1.
        line: usize,
        /// The identifier.
        id: String,
        /// Identifiers that are spelt almost so.
        near: Vec<String>,
    },
    /// `bad-edit`: what an edit says of a document makes no sense.
    #[cfg(feature = "ingest")]
    BadEdit {
        /// The document's identifier.
        document: String,
        /// The member of the edit.
        member: &'static str,
        /// What it says.
        found: String,
        /// What it should say.
        expected: &'static str,
    },
    /// `unknown-document`: an edit names a document that is not among the files.
    #[cfg(feature = "ingest")]
    UnknownEdit {
        /// The identifier.
        id: String,
        /// Identifiers that are spelt almost so.
        near: Vec<String>,
    },
    /// `not-found`: no document of that name in the briefing.
    UnknownDocument {
        /// The identifier asked for.
        id: String,
    },
}

impl Error {
    pub(crate) fn damaged(
        section: &'static str,
        offset: usize,
        expected: &'static str,
        found: usize,
    ) -> Self {
        Self::PackDamaged { section, offset, expected, found }
    }

    /// The stable, machine-readable code of the error; JavaScript sees it as `error.code`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotAPack { .. } => "not-a-pack",
            Self::PackCutShort { .. } => "pack-cut-short",
            Self::PackVersion { .. } => "pack-version",
            Self::PackAnalyser { .. } => "pack-analyser",
            Self::PackChecksum { .. } => "pack-checksum",
            Self::PackDamaged { .. } => "pack-damaged",
            #[cfg(feature = "build")]
            Self::TooLarge { .. } => "too-large",
            #[cfg(feature = "bundle")]
            Self::BadPart { .. } => "bad-part",
            #[cfg(feature = "ingest")]
            Self::NoSuchPath { .. } => "no-such-path",
            #[cfg(feature = "ingest")]
            Self::Unreadable { .. } => "unreadable-file",
            #[cfg(feature = "ingest")]
            Self::UnknownFormat { .. } => "unknown-format",
            #[cfg(feature = "ingest")]
            Self::NoArticles { .. } => "no-articles",
            #[cfg(feature = "ingest")]
            Self::NotUtf8 { .. } => "not-utf8",
            #[cfg(feature = "ingest")]
            Self::Gzip { .. } => "bad-gzip",
            #[cfg(feature = "ingest")]
            Self::FrontMatter { .. } => "bad-front-matter",
            #[cfg(feature = "ingest")]
            Self::BriefingToml { .. } => "bad-briefing-toml",
            #[cfg(feature = "ingest")]
            Self::JsonLine { .. } => "bad-jsonl",
            #[cfg(feature = "ingest")]
            Self::BadPack { error, .. } => error.code(),
            #[cfg(feature = "ingest")]
            Self::BadFile { .. } => "bad-file",
            #[cfg(feature = "ingest")]
            Self::BadDate { .. } => "bad-date",
            #[cfg(feature = "ingest")]
            Self::DuplicateId { .. } => "duplicate-id",
            #[cfg(feature = "ingest")]
            Self::UnmatchedDocument { .. } | Self::UnknownEdit { .. } => "unknown-document",
            #[cfg(feature = "ingest")]
            Self::BadEdit { .. } => "bad-edit",
            Self::UnknownDocument { .. } => "not-found",
        }
    }
}

#[cfg(feature = "ingest")]
impl Error {
    /// The path of the file that the error is about, where it is about one.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        match self {
            Self::NoSuchPath { path }
            | Self::Unreadable { path, .. }
            | Self::UnknownFormat { path }
            | Self::NotUtf8 { path, .. }
            | Self::Gzip { path, .. }
            | Self::FrontMatter { path, .. }
            | Self::BriefingToml { path, .. }
            | Self::JsonLine { path, .. }
            | Self::BadPack { path, .. }
            | Self::BadFile { path, .. }
            | Self::BadDate { path, .. }
            | Self::UnmatchedDocument { path, .. } => Some(path),
            _ => None,
        }
    }

    /// The line of that file, from 1, where the error is about one.
    #[must_use]
    pub fn line(&self) -> Option<usize> {
        match self {
            Self::NotUtf8 { line, .. }
            | Self::FrontMatter { line, .. }
            | Self::BriefingToml { line, .. }
            | Self::JsonLine { line, .. }
            | Self::BadFile { line: Some(line), .. }
            | Self::BadDate { line, .. }
            | Self::UnmatchedDocument { line, .. } => Some(*line),
            _ => None,
        }
    }
}

// What can be wrong with a pack is told without the machinery of `write!`, which in the engine weighs 2 kB.
impl Error {
    /// What is wrong with a pack, or with what was asked of it; empty for all that has no pack yet.
    pub(crate) fn pack_message(&self) -> String {
        let number = |number: &u16| decimal(usize::from(*number));
        match self {
            Self::NotAPack { found } => fill(
                "not a briefing pack: expected its mark at byte 0, found {}; give a .brief file made by `briefing build`",
                &[found],
            ),
            Self::PackCutShort { expected, found } => fill(
                "the pack is cut short: expected {} bytes, found {}; copy or download it again",
                &[&decimal(*expected), &decimal(*found)],
            ),
            Self::PackVersion { expected, found } => fill(
                "pack format version {} at byte 8, but this engine reads version {}; \
                 build the pack again, or use the engine that came with it",
                &[&number(found), &number(expected)],
            ),
            Self::PackAnalyser { expected, found } => fill(
                "pack made by text analyser {} (byte 10), but this engine has analyser {}; build the pack again",
                &[&number(found), &number(expected)],
            ),
            Self::PackChecksum { section, offset } => fill(
                "the pack is damaged: the {} block at byte {} does not match its checksum; copy or download it again",
                &[section, &decimal(*offset)],
            ),
            Self::PackDamaged { section, offset, expected, found } => fill(
                "the pack is damaged: {}, byte {}: expected {}, found {}; build the pack again",
                &[section, &decimal(*offset), expected, &decimal(*found)],
            ),
            Self::UnknownDocument { id } => {
                fill("no document is named “{}” in this briefing; `info` lists the documents it has", &[id])
            }
            #[cfg(feature = "build")]
            _ => String::new(),
        }
    }
}

/// A message with its places `{}` filled in turn.
#[inline(never)]
fn fill(message: &str, with: &[&str]) -> String {
    let mut filled = String::new();
    let mut with = with.iter();
    for part in message.as_bytes().split(|&byte| byte == b'{') {
        let place = part.first() == Some(&b'}');
        if place && let Some(text) = with.next() {
            filled.push_str(text);
        }
        filled.push_str(
            std::str::from_utf8(part.get(usize::from(place)..).unwrap_or_default()).unwrap_or_default(),
        );
    }
    filled
}

/// A number in decimal digits.
#[inline(never)]
fn decimal(number: usize) -> String {
    let mut digits = String::new();
    let mut rest = number;
    loop {
        digits.insert(0, char::from(b'0' + (rest % 10) as u8));
        rest /= 10;
        if rest == 0 {
            return digits;
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAPack { .. }
            | Self::PackCutShort { .. }
            | Self::PackVersion { .. }
            | Self::PackAnalyser { .. }
            | Self::PackChecksum { .. }
            | Self::PackDamaged { .. }
            | Self::UnknownDocument { .. } => f.write_str(&self.pack_message()),
            #[cfg(feature = "build")]
            Self::TooLarge { bytes } => {
                write!(
                    f,
                    "a pack holds less than 4 GiB, but this one would have {bytes} bytes; split the articles over several packs"
                )
            }
            #[cfg(feature = "bundle")]
            Self::BadPart { reason } => f.write_str(reason),
            #[cfg(feature = "ingest")]
            Self::NoSuchPath { path } => write!(f, "{path}: no such file or folder; check the spelling"),
            #[cfg(feature = "ingest")]
            Self::Unreadable { path, reason } => {
                write!(f, "{path}: cannot be read ({reason}); check its permissions, or leave it out")
            }
            #[cfg(feature = "ingest")]
            Self::UnknownFormat { path } => write!(
                f,
                "{path}: its ending tells of no kind of article; expected {} (each may be followed by .gz), or a finished briefing ({})",
                crate::ingest::KINDS,
                crate::ingest::BRIEFINGS
            ),
            #[cfg(feature = "ingest")]
            Self::NoArticles { paths } => write!(
                f,
                "no articles in {}; expected {} files with text in them (hidden files and README are none), or a finished briefing ({}) that is named itself",
                paths.join(", "),
                crate::ingest::KINDS,
                crate::ingest::BRIEFINGS
            ),
            #[cfg(feature = "ingest")]
            Self::NotUtf8 { path, byte, line, found } => {
                // A byte order mark of UTF-16, or one of its zeros.
                let utf16 = matches!((byte, found), (0, 0xfe | 0xff) | (_, 0));
                let encoding = if utf16 { "UTF-16" } else { "WINDOWS-1252" };
                write!(
                    f,
                    "{path}:{line}: not UTF-8: byte {byte} is 0x{found:02x}; save the file as UTF-8, for example with `iconv -f {encoding} -t UTF-8`"
                )
            }
            #[cfg(feature = "ingest")]
            Self::Gzip { path, reason } => {
                write!(f, "{path}: cannot be unpacked as gzip ({reason}); copy or compress it again")
            }
            #[cfg(feature = "ingest")]
            Self::FrontMatter { path, line, reason } => write!(
                f,
                "{path}:{line}: front matter does not parse: {reason}; expected lines like `title: \"…\"` between two lines `---`, or `title = \"…\"` between two lines `+++`"
            ),
            #[cfg(feature = "ingest")]
            Self::BriefingToml { path, line, reason } => write!(
                f,
                "{path}:{line}: does not parse: {reason}; expected `title = \"…\"` and tables `[documents.ID]`"
            ),
            #[cfg(feature = "ingest")]
            Self::JsonLine { path, line, reason } => write!(
                f,
                "{path}:{line}: no article: {reason}; expected one object a line, like \
                 {{\"id\": \"…\", \"title\": \"…\", \"text\": \"…\"}}"
            ),
            #[cfg(feature = "ingest")]
            Self::BadPack { path, error } => write!(f, "{path}: {error}"),
            #[cfg(feature = "ingest")]
            Self::BadFile { path, line: Some(line), reason } => write!(f, "{path}:{line}: {reason}"),
            #[cfg(feature = "ingest")]
            Self::BadFile { path, line: None, reason } => write!(f, "{path}: {reason}"),
            #[cfg(feature = "ingest")]
            Self::BadDate { path, line, found } => write!(
                f,
                "{path}:{line}: {found:?} is no date; expected YYYY, YYYY-MM, YYYY-MM-DD or a full timestamp"
            ),
            #[cfg(feature = "ingest")]
            Self::DuplicateId { id, first, second } => write!(
                f,
                "two documents have the identifier {id:?}: {first} and {second}; rename one of them, or leave one out"
            ),
            #[cfg(feature = "ingest")]
            Self::UnmatchedDocument { path, line, id, near } => {
                write!(f, "{path}:{line}: no document of this folder has the identifier {id:?}")?;
                write_near(f, near)
            }
            #[cfg(feature = "ingest")]
            Self::UnknownEdit { id, near } => {
                write!(f, "an edit names the document {id:?}, and no document has this identifier")?;
                write_near(f, near)
            }
            #[cfg(feature = "ingest")]
            Self::BadEdit { document, member, found, expected } => {
                write!(f, "the edit of {document:?} gives {member} {found:?}; expected {expected}")
            }
        }
    }
}

/// What an identifier may have been meant for.
#[cfg(feature = "ingest")]
fn write_near(f: &mut fmt::Formatter<'_>, near: &[String]) -> fmt::Result {
    match near {
        [] => f.write_str("; an identifier is the JSONL `id`, or the file name without its ending"),
        near => write!(f, "; did you mean {}?", near.join(", ")),
    }
}

impl std::error::Error for Error {}
