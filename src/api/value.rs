//! A card as a tree of plain values.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Document, Info, Range, SearchResponse, Source, Span};

/// A value of a card: what is behind the shapes of [`api`](super), as JSON has it.
///
/// ```
/// use briefing::api::Value;
///
/// let card = Value::Object(vec![("kind", Value::Text("who")), ("entries", Value::List(Vec::new()))]);
/// assert_eq!((card.text("kind"), card.items("entries")), (Some("who"), &[][..]));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// `null`.
    None,
    /// A whole number.
    Number(u32),
    /// A number that is not whole.
    Score(f64),
    /// A name, an identifier.
    Text(&'a str),
    /// A citation.
    Span(Span<'a>),
    /// Values in order.
    List(Vec<Value<'a>>),
    /// Named values.
    Object(Vec<(&'a str, Value<'a>)>),
}

impl<'a> Value<'a> {
    /// A list of what `value` makes of each item.
    pub(super) fn list<T>(items: &[T], value: fn(&T) -> Self) -> Self {
        Self::List(items.iter().map(value).collect())
    }

    pub(super) fn of_texts(texts: &[&'a str]) -> Self {
        Self::list(texts, |text| Self::Text(text))
    }

    pub(super) fn of_ranges(ranges: &[Range]) -> Self {
        Self::list(ranges, |&(start, end)| Self::List(vec![Self::Number(start), Self::Number(end)]))
    }

    /// The member of an object; nothing where this is none, or has no such member.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.iter().find(|(other, _)| *other == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The member of an object that is a text; nothing where it is none.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&'a str> {
        match self.member(name) {
            Some(Self::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The member of an object that is a number; nothing where it is none.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<u32> {
        match self.member(name) {
            Some(Self::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// The member of an object that is a citation; nothing where it is none.
    #[must_use]
    pub fn span(&self, name: &str) -> Option<&Span<'a>> {
        match self.member(name) {
            Some(Self::Span(span)) => Some(span),
            _ => None,
        }
    }

    /// The items of the member of an object that is a list; none where it is none.
    #[must_use]
    pub fn items(&self, name: &str) -> &[Self] {
        match self.member(name) {
            Some(Self::List(items)) => items,
            _ => &[],
        }
    }

    /// The texts of the member of an object that is a list of texts.
    pub fn texts(&self, name: &str) -> impl Iterator<Item = &'a str> {
        self.items(name)
            .iter()
            .filter_map(|item| if let Self::Text(text) = item { Some(*text) } else { None })
    }

    /// The citations of the member of an object that is a list of citations.
    pub fn spans(&self, name: &str) -> impl Iterator<Item = &Span<'a>> {
        self.items(name).iter().filter_map(|item| if let Self::Span(span) = item { Some(span) } else { None })
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::None => serializer.serialize_unit(),
            Self::Number(number) => serializer.serialize_u32(*number),
            Self::Score(score) => serializer.serialize_f64(*score),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Span(span) => Self::Object(span.members()).serialize(serializer),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(members) => {
                let mut out = serializer.serialize_map(Some(members.len()))?;
                for (name, value) in members {
                    out.serialize_entry(name, value)?;
                }
                out.end()
            }
        }
    }
}

/// What serializes as the value that it makes.
macro_rules! as_value {
    ($($shape:ident)+) => {$(
        impl Serialize for $shape<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.value().serialize(serializer)
            }
        }
    )+};
}
as_value! { Document Info SearchResponse Source }
