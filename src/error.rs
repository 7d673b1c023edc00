//! The one public error type: what was expected, what was found, where, and a stable code.

use std::fmt;

/// Anything that can go wrong with somebody's data. Codes are stable; messages may change.
#[non_exhaustive]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// `not-found`: no document of that name in the briefing.
    UnknownDocument {
        /// The identifier asked for.
        id: String,
    },
}

impl Error {
    /// The stable, machine-readable code of the error; JavaScript sees it as `error.code`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownDocument { .. } => "not-found",
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownDocument { id } => {
                write!(f, "no document is named {id:?} in this briefing; `info` lists the documents it has")
            }
        }
    }
}

impl std::error::Error for Error {}
