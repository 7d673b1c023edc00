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
        Self::PackDamaged {
            section,
            offset,
            expected,
            found,
        }
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
            Self::UnknownDocument { .. } => "not-found",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAPack { found } => write!(
                f,
                "not a briefing pack: expected its mark at byte 0, found {found}; give a .brief file made by `briefing build`"
            ),
            Self::PackCutShort { expected, found } => write!(
                f,
                "the pack is cut short: expected {expected} bytes, found {found}; copy or download it again"
            ),
            Self::PackVersion { expected, found } => write!(
                f,
                "pack format version {found} at byte 8, but this engine reads version {expected}; \
                 build the pack again, or use the engine that came with it"
            ),
            Self::PackAnalyser { expected, found } => write!(
                f,
                "pack made by text analyser {found} (byte 10), but this engine has analyser {expected}; build the pack again"
            ),
            Self::PackChecksum { section, offset } => write!(
                f,
                "the pack is damaged: the {section} block at byte {offset} does not match its checksum; copy or download it again"
            ),
            Self::PackDamaged {
                section,
                offset,
                expected,
                found,
            } => write!(
                f,
                "the pack is damaged: {section}, byte {offset}: expected {expected}, found {found}; build the pack again"
            ),
            #[cfg(feature = "build")]
            Self::TooLarge { bytes } => {
                write!(
                    f,
                    "a pack holds less than 4 GiB, but this one would have {bytes} bytes; split the articles over several packs"
                )
            }
            Self::UnknownDocument { id } => {
                write!(
                    f,
                    "no document is named {id:?} in this briefing; `info` lists the documents it has"
                )
            }
        }
    }
}

impl std::error::Error for Error {}
