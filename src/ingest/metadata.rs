//! What an editor says about an article: the same keys in front matter, `briefing.toml`, JSONL and tables.

use serde::Serialize;

use super::date;
use super::form::unturned;
use crate::hash::HashSet;

/// Keys that are read; any other is passed over.
pub(super) const KEYS: &[&str] =
    &["title", "source", "date", "url", "lang", "tags", "note", "order", "exclude"];

/// What is said about one article. As it is serialized, a `briefing.toml` says it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Metadata {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) source: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) lang: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) tags: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) note: Option<String>,
    /// Its place among the articles that are given one; they stand before all others, the lowest first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) order: Option<i32>,
    /// Whether it is to be no part of the briefing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) exclude: Option<bool>,
}

/// A value as any of the three formats writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// A string, a number, a date.
    Text(String),
    /// A list of such.
    List(Vec<String>),
}

/// What is wrong with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Flaw {
    /// It should be a date.
    Date(String),
    /// It should be of another kind.
    Kind {
        /// The key.
        key: &'static str,
        /// What its value should be.
        expected: &'static str,
    },
}

impl Flaw {
    /// The value of a key that is one of [`KEYS`] is of another kind than it should be.
    pub(super) fn of_kind(key: &str) -> Self {
        let key = KEYS.iter().find(|&&known| known == key).copied().unwrap_or_default();
        let expected = match key {
            "tags" => "a list of strings",
            "order" => "a whole number",
            "exclude" => "true or false",
            _ => "a string",
        };
        Self::Kind { key, expected }
    }
}

impl Metadata {
    /// Takes one value; a key that is not one of [`KEYS`] is passed over, an empty value counts as none.
    pub(super) fn set(&mut self, key: &str, value: Value) -> Result<(), Flaw> {
        let Some(&key) = KEYS.iter().find(|&&known| known == key) else { return Ok(()) };
        if key == "tags" {
            let tags = match value {
                Value::List(tags) => tags,
                Value::Text(tags) => tags.split(',').map(str::to_owned).collect(),
            };
            let mut seen = HashSet::new();
            let once = |tag: &String| !tag.is_empty() && seen.insert(tag.to_lowercase());
            self.tags = Some(tags.iter().map(|tag| unturned(tag).trim().to_owned()).filter(once).collect());
            return Ok(());
        }
        let Value::Text(text) = value else { return Err(Flaw::of_kind(key)) };
        let text = unturned(&text);
        let text = text.trim();
        if text.is_empty() {
            return Ok(());
        }
        let slot = match key {
            "title" => &mut self.title,
            "source" => &mut self.source,
            "date" => {
                self.date = Some(date::day(text).ok_or_else(|| Flaw::Date(text.to_owned()))?);
                return Ok(());
            }
            "order" => {
                self.order = Some(text.parse().map_err(|_| Flaw::of_kind(key))?);
                return Ok(());
            }
            "exclude" => {
                self.exclude = Some(text.to_lowercase().parse().map_err(|_| Flaw::of_kind(key))?);
                return Ok(());
            }
            "url" => &mut self.url,
            "lang" => &mut self.lang,
            _ => &mut self.note,
        };
        *slot = Some(text.to_owned());
        Ok(())
    }

    /// This, with what it does not say taken from `other`.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            title: self.title.or(other.title),
            source: self.source.or(other.source),
            date: self.date.or(other.date),
            url: self.url.or(other.url),
            lang: self.lang.or(other.lang),
            tags: self.tags.or(other.tags),
            note: self.note.or(other.note),
            order: self.order.or(other.order),
            exclude: self.exclude.or(other.exclude),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_first_wins_and_gaps_are_filled() {
        let mut strong = Metadata::default();
        strong.set("title", Value::Text("Strong".to_owned())).unwrap();
        let mut weak = Metadata::default();
        weak.set("title", Value::Text("Weak".to_owned())).unwrap();
        weak.set("tags", Value::Text("rain, , wind, Rain".to_owned())).unwrap();
        weak.set("restated_from", Value::List(Vec::new())).unwrap();
        let both = strong.or(weak);
        assert_eq!(both.title.as_deref(), Some("Strong"));
        assert_eq!(both.tags, Some(vec!["rain".to_owned(), "wind".to_owned()]));
    }

    #[test]
    fn a_list_is_no_title() {
        let flaw = Metadata::default().set("title", Value::List(Vec::new())).unwrap_err();
        assert_eq!(flaw, Flaw::Kind { key: "title", expected: "a string" });
    }

    #[test]
    fn a_place_is_a_whole_number_and_an_exclusion_true_or_false() {
        let mut metadata = Metadata::default();
        metadata.set("order", Value::Text(" -3 ".to_owned())).unwrap();
        metadata.set("exclude", Value::Text("TRUE".to_owned())).unwrap();
        assert_eq!((metadata.order, metadata.exclude), (Some(-3), Some(true)));
        for (key, text, expected) in [
            ("order", "first", "a whole number"),
            ("order", "1.5", "a whole number"),
            ("exclude", "yes", "true or false"),
        ] {
            let flaw = metadata.set(key, Value::Text(text.to_owned())).unwrap_err();
            assert_eq!(flaw, Flaw::Kind { key, expected });
        }
    }
}
