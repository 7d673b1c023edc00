//! What is wrong with a file, as programs are told.

use serde::Serialize;

use crate::Error;

/// An error as data. Serialized, what is not there is left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem<'e> {
    /// Its stable code.
    pub code: &'static str,
    /// File, place, what was expected and what to do.
    pub message: String,
    /// The file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<&'e str>,
    /// The line, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
}

impl<'e> Problem<'e> {
    /// What an error says.
    #[must_use]
    pub fn of(error: &'e Error) -> Self {
        Self { code: error.code(), message: error.to_string(), file: error.file(), line: error.line() }
    }
}
