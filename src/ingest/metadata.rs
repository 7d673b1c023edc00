//! What an editor says about an article: the same keys in front matter, `briefing.toml` and JSONL.

use std::collections::HashSet;

use super::date;

/// Keys that are read; any other is passed over.
pub(super) const KEYS: &[&str] = &["title", "source", "date", "url", "lang", "tags", "note"];

/// What is said about one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Metadata {
    pub(super) title: Option<String>,
    pub(super) source: Option<String>,
    pub(super) date: Option<String>,
    pub(super) url: Option<String>,
    pub(super) lang: Option<String>,
    pub(super) tags: Option<Vec<String>>,
    pub(super) note: Option<String>,
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
        Self::Kind { key, expected: if key == "tags" { "a list of strings" } else { "a string" } }
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
            self.tags = Some(tags.iter().map(|tag| tag.trim().to_owned()).filter(once).collect());
            return Ok(());
        }
        let Value::Text(text) = value else { return Err(Flaw::of_kind(key)) };
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
}
