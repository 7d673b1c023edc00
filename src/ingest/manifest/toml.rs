//! `briefing.toml` as text: read and written.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use serde::Serialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Manifest;
use crate::Error;
use crate::ingest::metadata::{Flaw, KEYS, Metadata, Value};
use crate::ingest::names;

/// Keys of the whole file.
const ROOT: &[&str] = &["title", "documents"];

/// Reads a `briefing.toml`; notices tell of keys that look misspelt, any other unknown one is passed over.
///
/// # Errors
/// [`Error::BriefingToml`] or [`Error::BadDate`], with the line.
pub(in crate::ingest) fn read(path: &str, text: &str, notices: &mut Vec<String>) -> Result<Manifest, Error> {
    let feeds: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let line_of = |span: Range<usize>| 1 + feeds.partition_point(|&feed| feed < span.start);
    let flawed = |span, reason: &str| Error::BriefingToml {
        path: path.to_owned(),
        line: line_of(span),
        reason: reason.to_owned(),
    };
    let mut unknown = |key: &Spanned<Cow<'_, str>>, known: &[&str]| {
        if let Some(near) = names::near(key.get_ref(), known.iter().copied()).first() {
            let line = line_of(key.span());
            notices.push(format!("{path}:{line}: no key {:?} is read; did you mean {near}?", key.get_ref()));
        }
    };
    let root = DeTable::parse(text).map_err(|e| flawed(e.span().unwrap_or_default(), e.message()))?;
    let mut manifest = Manifest { path: path.to_owned(), ..Manifest::default() };
    for (key, value) in root.get_ref() {
        match (key.get_ref().as_ref(), value.get_ref()) {
            ("title", DeValue::String(title)) => {
                manifest.title = Some(title.trim().to_owned()).filter(|t| !t.is_empty())
            }
            ("title", _) => return Err(flawed(value.span(), "title should be a string")),
            ("documents", DeValue::Table(documents)) => {
                for (id, entry) in documents {
                    let DeValue::Table(entry) = entry.get_ref() else {
                        return Err(flawed(id.span(), "a document should be a table, [documents.ID]"));
                    };
                    let metadata =
                        metadata(entry, |key| unknown(key, KEYS)).map_err(|(span, flaw)| match flaw {
                            Flaw::Date(found) => {
                                Error::BadDate { path: path.to_owned(), line: line_of(span), found }
                            }
                            Flaw::Kind { key, expected } => {
                                flawed(span, &format!("{key} should be {expected}"))
                            }
                        })?;
                    manifest.documents.push((id.get_ref().to_string(), line_of(id.span()), metadata));
                }
            }
            ("documents", _) => {
                return Err(flawed(value.span(), "documents should be tables, [documents.ID]"));
            }
            _ => unknown(key, ROOT),
        }
    }
    Ok(manifest)
}

/// The text of a `briefing.toml`; articles of which nothing is said are left out.
pub(in crate::ingest) fn write(
    title: Option<String>,
    said: impl Iterator<Item = (String, Metadata)>,
) -> String {
    #[derive(Serialize)]
    struct Root {
        #[serde(skip_serializing_if = "Option::is_none")]
        title: Option<String>,
        #[serde(skip_serializing_if = "BTreeMap::is_empty")]
        documents: BTreeMap<String, Metadata>,
    }
    let documents = said.filter(|(_, said)| *said != Metadata::default()).collect();
    // Tables of strings, numbers and lists of strings: nothing in them can fail.
    toml::to_string(&Root { title, documents }).unwrap_or_default()
}

/// What a table says about an article.
///
/// # Errors
/// Which value is wrong, and what is wrong with it.
pub(in crate::ingest) fn metadata(
    table: &DeTable<'_>,
    mut unknown: impl FnMut(&Spanned<Cow<'_, str>>),
) -> Result<Metadata, (Range<usize>, Flaw)> {
    let mut metadata = Metadata::default();
    for (key, value) in table {
        if !KEYS.contains(&key.get_ref().as_ref()) {
            unknown(key);
            continue;
        }
        plain(value)
            .ok_or_else(|| Flaw::of_kind(key.get_ref()))
            .and_then(|plain| metadata.set(key.get_ref(), plain))
            .map_err(|flaw| (value.span(), flaw))?;
    }
    Ok(metadata)
}

/// A value as text, or a list of such.
fn plain(value: &Spanned<DeValue<'_>>) -> Option<Value> {
    let scalar = |value: &DeValue<'_>| match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.as_str().to_owned()),
        DeValue::Float(number) => Some(number.as_str().to_owned()),
        DeValue::Boolean(value) => Some(value.to_string()),
        DeValue::Datetime(date) => Some(date.to_string()),
        DeValue::Array(_) | DeValue::Table(_) => None,
    };
    match value.get_ref() {
        DeValue::Array(list) => {
            list.iter().map(|item| scalar(item.get_ref())).collect::<Option<_>>().map(Value::List)
        }
        value => scalar(value).map(Value::Text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_documents_and_native_dates_are_read() {
        let toml = "title = \"Floods\"\n[documents.\"a.b\"]\ndate = 2024-01-26T10:00:00Z\ntags = [\"rain\", 7]\nrestated_from = {x = 1}\n";
        let manifest = read("briefing.toml", toml, &mut Vec::new()).unwrap();
        assert_eq!(manifest.title.as_deref(), Some("Floods"));
        let (id, line, metadata) = &manifest.documents[0];
        assert_eq!((id.as_str(), *line), ("a.b", 2));
        assert_eq!(metadata.date.as_deref(), Some("2024-01-26"));
        assert_eq!(metadata.tags, Some(vec!["rain".to_owned(), "7".to_owned()]));
    }

    #[test]
    fn keys_that_look_misspelt_are_told_and_others_passed_over() {
        let mut notices = Vec::new();
        let toml = "titel = \"Floods\"\nhouse = 1\n[documents.a]\nexlude = true\nrestated_from = \"b\"\n";
        assert_eq!(read("briefing.toml", toml, &mut notices).unwrap().title, None);
        assert_eq!(
            notices,
            [
                "briefing.toml:4: no key \"exlude\" is read; did you mean exclude?",
                "briefing.toml:1: no key \"titel\" is read; did you mean title?"
            ]
        );
    }

    #[test]
    fn a_partial_date_may_be_a_number_or_a_string() {
        let toml = "[documents.a]\ndate = 2023\n[documents.b]\ndate = \"2023-08\"\n";
        let manifest = read("b.toml", toml, &mut Vec::new()).unwrap();
        let dates: Vec<_> = manifest.documents.iter().map(|(_, _, m)| m.date.as_deref()).collect();
        assert_eq!(dates, [Some("2023"), Some("2023-08")]);
    }
}
