//! JSONL: one article a line, an object with `text`, and `id`, `title` and the other keys where they are known.

use serde_json::Value as Json;

use super::metadata::{Flaw, KEYS, Metadata, Value};
use crate::Error;

/// One article of a JSONL file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its line in the file, from 1.
    pub(super) line: usize,
    /// Its identifier; `None` where the line gives none.
    pub(super) id: Option<String>,
    /// What the line says about it.
    pub(super) metadata: Metadata,
    /// Its source text.
    pub(super) text: String,
}

/// Reads the articles of a file; blank lines are passed over. A line that is none gives [`Error::JsonLine`] or
/// [`Error::BadDate`].
pub(super) fn read(path: &str, text: &str) -> Vec<Result<Entry, Error>> {
    text.split('\n')
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(index, line)| entry(path, index + 1, line))
        .collect()
}

fn entry(path: &str, line: usize, json: &str) -> Result<Entry, Error> {
    let flawed = |reason: String| Error::JsonLine { path: path.to_owned(), line, reason };
    let value = serde_json::from_str(json).map_err(|error| {
        let reason = error.to_string();
        // The line that serde_json counts is always the first: the one that was given to it.
        flawed(match reason.split_once(" at line 1 column ") {
            Some((reason, column)) => format!("{reason} at column {column}"),
            None => reason,
        })
    })?;
    let Json::Object(mut object) = value else { return Err(flawed("it is no object".to_owned())) };
    let text = match object.remove("text") {
        Some(Json::String(text)) => text,
        Some(_) => return Err(flawed("\"text\" should be a string".to_owned())),
        None => return Err(flawed("it has no \"text\"".to_owned())),
    };
    let id = match object.remove("id") {
        None | Some(Json::Null) => None,
        Some(Json::String(id)) if id.trim().is_empty() => None,
        Some(Json::String(id)) => Some(id.trim().to_owned()),
        Some(Json::Number(id)) => Some(id.to_string()),
        Some(_) => return Err(flawed("\"id\" should be a string or a number".to_owned())),
    };
    let mut metadata = Metadata::default();
    for (key, value) in object {
        if value.is_null() || !KEYS.contains(&key.as_str()) {
            continue;
        }
        let value = match &value {
            Json::Array(list) => list.iter().map(scalar).collect::<Option<_>>().map(Value::List),
            value => scalar(value).map(Value::Text),
        };
        let set = value.ok_or_else(|| Flaw::of_kind(&key)).and_then(|value| metadata.set(&key, value));
        set.map_err(|flaw| match flaw {
            Flaw::Date(found) => Error::BadDate { path: path.to_owned(), line, found },
            Flaw::Kind { key, expected } => flawed(format!("{key:?} should be {expected}")),
        })?;
    }
    Ok(Entry { line, id, metadata, text })
}

fn scalar(value: &Json) -> Option<String> {
    match value {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        Json::Bool(value) => Some(value.to_string()),
        Json::Null | Json::Array(_) | Json::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_may_be_numbers_or_missing_and_other_members_are_passed_over() {
        let text = "{\"id\": 7, \"text\": \"Rain.\", \"date\": \"2024-01-26T10:00:00Z\", \"score\": {\"a\": 1}}\r\n\n\
                    {\"text\": \"Wind.\", \"title\": null, \"tags\": [\"a\", 2]}\n";
        let entries: Vec<Entry> = read("a.jsonl", text).into_iter().map(Result::unwrap).collect();
        assert_eq!(entries.len(), 2);
        assert_eq!(entries[0].id.as_deref(), Some("7"));
        assert_eq!(entries[0].metadata.date.as_deref(), Some("2024-01-26"));
        assert_eq!((entries[1].line, &entries[1].id, entries[1].text.as_str()), (3, &None, "Wind."));
        assert_eq!(entries[1].metadata.tags, Some(vec!["a".to_owned(), "2".to_owned()]));
    }
}
