//! Front matter at the head of a text file: YAML between two lines `---`, TOML between two lines `+++`.

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::manifest;
use super::metadata::{Flaw, KEYS, Metadata, Value};
use crate::Error;

const YAML: &str = "---";
const TOML: &str = "+++";

/// Reads the front matter of a file, if it has any, and says at which byte the article begins.
///
/// Front matter is there when the first line is `---` and the second looks like `key: …`, is a comment, or closes
/// it; any other `---` is a rule on the page. So it is with `+++` and `key = …`.
///
/// # Errors
/// [`Error::FrontMatter`] or [`Error::BadDate`], with the line in the file.
pub(super) fn read(path: &str, text: &str) -> Result<(Metadata, usize), Error> {
    let Some((fence, inner, body)) = split(path, text)? else { return Ok((Metadata::default(), 0)) };
    let metadata = if fence == TOML { of_toml(path, inner)? } else { of_yaml(path, inner)? };
    Ok((metadata, body))
}

fn of_toml(path: &str, toml: &str) -> Result<Metadata, Error> {
    // The TOML begins on the file's second line.
    let line = |at: usize| 2 + toml.get(..at).unwrap_or_default().matches('\n').count();
    let root = toml::de::DeTable::parse(toml)
        .map_err(|error| flawed(path, line(error.span().unwrap_or_default().start), error.message()))?;
    manifest::metadata(root.get_ref(), |_| {}).map_err(|(span, flaw)| told(path, line(span.start), flaw))
}

fn of_yaml(path: &str, yaml: &str) -> Result<Metadata, Error> {
    let options = serde_saphyr::options! { with_snippet: false };
    let entries: Option<Entries> = serde_saphyr::from_str_with_options(yaml, options).map_err(|error| {
        let line = error.location().map_or(0, |location| location.line());
        let reason = error.to_string();
        let reason = reason.lines().next().unwrap_or_default();
        let reason = reason.split(" at line ").next().unwrap_or(reason);
        // What follows advises those who call the library.
        let reason = reason.split(", set ").next().unwrap_or(reason);
        // The YAML begins on the file's second line.
        flawed(path, usize::try_from(line).unwrap_or(0) + 1, reason)
    })?;
    let mut metadata = Metadata::default();
    for (key, value) in entries.map(|entries| entries.0).unwrap_or_default() {
        let line = line_of_key(yaml, &key);
        metadata.set(&key, value).map_err(|flaw| told(path, line, flaw))?;
    }
    Ok(metadata)
}

fn told(path: &str, line: usize, flaw: Flaw) -> Error {
    match flaw {
        Flaw::Date(found) => Error::BadDate { path: path.to_owned(), line, found },
        Flaw::Kind { key, expected } => flawed(path, line, &format!("{key} should be {expected}")),
    }
}

fn flawed(path: &str, line: usize, reason: &str) -> Error {
    Error::FrontMatter { path: path.to_owned(), line, reason: reason.to_owned() }
}

/// Which front matter it is, what it holds, and the byte after the line that closes it.
fn split<'t>(path: &str, text: &'t str) -> Result<Option<(&'static str, &'t str, usize)>, Error> {
    let mut lines = lines(text);
    let first = lines.next().unwrap_or_default();
    let Some(fence) = [YAML, TOML].into_iter().find(|&fence| fence == first.trim_end()) else {
        return Ok(None);
    };
    let is_end = |line: &str| line.trim_end() == fence || fence == YAML && line.trim_end() == "...";
    let looks_like_front_matter = |line: &str| {
        let key = line.split_once(if fence == YAML { ':' } else { '=' }).map(|(key, _)| key);
        line.starts_with('#')
            || is_end(line)
            || key
                .map(|key| key.trim_end_matches(' '))
                .is_some_and(|key| !key.is_empty() && !key.contains(char::is_whitespace))
    };
    let start = first.len();
    let mut end = start;
    for (index, line) in lines.enumerate() {
        if index == 0 && !looks_like_front_matter(line) {
            return Ok(None);
        }
        if is_end(line) {
            return Ok(text.get(start..end).map(|inner| (fence, inner, end + line.len())));
        }
        end += line.len();
    }
    if end == start {
        return Ok(None);
    }
    let reason = format!("it is opened by \"{fence}\" and never closed by another \"{fence}\"");
    Err(flawed(path, 1, &reason))
}

/// The lines of a text with their ends: LF, CR LF or, as YAML has it, CR alone.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = rest.find(['\n', '\r']).map_or(rest.len(), |at| {
            at + if rest.get(at..).is_some_and(|rest| rest.starts_with("\r\n")) { 2 } else { 1 }
        });
        let (line, after) = rest.split_at_checked(end)?;
        rest = after;
        (!line.is_empty()).then_some(line)
    })
}

/// The file's line on which a key of the front matter stands.
fn line_of_key(yaml: &str, key: &str) -> usize {
    let is_key = |line: &str| {
        line.trim_start_matches(['"', '\''])
            .strip_prefix(key)
            .is_some_and(|rest| rest.trim_start_matches(['"', '\'', ' ']).starts_with(':'))
    };
    2 + lines(yaml).position(is_key).unwrap_or(0)
}

/// The entries of a mapping whose keys are known. Scalars are taken as they are written: `2024`, `no` and
/// `2024-01-26` are text.
struct Entries(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Mapping;
        impl<'de> Visitor<'de> for Mapping {
            type Value = Entries;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("lines of the form \"key: value\"")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries, A::Error> {
                let mut entries = Vec::new();
                while let Some(key) = map.next_key::<String>()? {
                    if key == "tags" {
                        entries.push((key, map.next_value::<Tags>()?.0));
                    } else if KEYS.contains(&key.as_str()) {
                        let text = map.next_value::<Option<String>>()?.unwrap_or_default();
                        entries.push((key, Value::Text(text)));
                    } else {
                        map.next_value::<IgnoredAny>()?;
                    }
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(Mapping)
    }
}

/// A list of tags, or one string with commas.
struct Tags(Value);

impl<'de> Deserialize<'de> for Tags {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct List;
        impl<'de> Visitor<'de> for List {
            type Value = Tags;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a list of tags")
            }
            fn visit_unit<E>(self) -> Result<Tags, E> {
                Ok(Tags(Value::List(Vec::new())))
            }
            fn visit_str<E>(self, text: &str) -> Result<Tags, E> {
                Ok(Tags(Value::Text(text.to_owned())))
            }
            fn visit_u64<E>(self, number: u64) -> Result<Tags, E> {
                Ok(Tags(Value::Text(number.to_string())))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tags, A::Error> {
                let mut tags = Vec::new();
                while let Some(tag) = seq.next_element::<String>()? {
                    tags.push(tag);
                }
                Ok(Tags(Value::List(tags)))
            }
        }
        deserializer.deserialize_any(List)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_read_and_unknown_ones_are_passed_over() {
        let text = "---\ntitle: \"Rain: a report\"\nsource: 24\ndate: 2024-01-26\nlang: no\ntags: [rain, 2024]\n\
                    restated_from: {file: x}\nnote: >\n  two\n  lines\n---\nText";
        let (metadata, body) = read("a.md", text).unwrap();
        assert_eq!(metadata.title.as_deref(), Some("Rain: a report"));
        assert_eq!(metadata.source.as_deref(), Some("24"));
        assert_eq!(metadata.date.as_deref(), Some("2024-01-26"));
        assert_eq!(metadata.lang.as_deref(), Some("no"));
        assert_eq!(metadata.tags, Some(vec!["rain".to_owned(), "2024".to_owned()]));
        assert_eq!(metadata.note.as_deref(), Some("two lines"));
        assert_eq!(&text[body..], "Text");
    }

    #[test]
    fn a_rule_at_the_head_is_no_front_matter() {
        for text in [
            "---\nRain fell all day.\n---\n",
            "---\n",
            "---",
            "--- \n\nRain",
            "---\n\nRain: a report of the day\n\n---\n",
            "---\rRain fell.\r---\r",
            "Rain\n---\na: b\n---\n",
        ] {
            assert_eq!(read("a.md", text).unwrap(), (Metadata::default(), 0), "{text:?}");
        }
    }

    #[test]
    fn lines_may_end_in_any_way_and_spaces_may_stand_before_a_colon() {
        for text in [
            "---\ntitle: Rain\ntags: 2024\n---\nText",
            "---\r\ntitle: Rain\r\ntags: 2024\r\n---\r\nText",
            "---\rtitle: Rain\rtags: 2024\r---\rText",
            "---\ntitle : Rain\ntags: 2024\n...\nText",
        ] {
            let (metadata, body) = read("a.md", text).unwrap();
            assert_eq!(metadata.title.as_deref(), Some("Rain"), "{text:?}");
            assert_eq!(metadata.tags, Some(vec!["2024".to_owned()]), "{text:?}");
            assert_eq!(&text[body..], "Text", "{text:?}");
        }
    }

    #[test]
    fn empty_values_and_empty_front_matter_say_nothing() {
        for text in ["---\n---\n", "---\ntitle:\ntags:\nsource: \"\"\n---\n", "---\n# nothing\n---\n"] {
            let (metadata, body) = read("a.md", text).unwrap();
            assert_eq!(Metadata { tags: None, ..metadata }, Metadata::default(), "{text:?}");
            assert_eq!(body, text.len());
        }
    }
}
