//! A card as a tree of plain values.

use serde::ser::{Serialize, Serializer};

use super::{Document, Info, Range, SearchResponse, Source, Span};

/// A value of a card: what is behind the shapes of [`api`](super), as JSON has it.
///
/// ```
/// use briefing::api::Value;
///
/// let card = Value::Object(vec![("kind", Value::Text("who")), ("entries", Value::List(Vec::new()))]);
/// assert_eq!((card.text("kind"), card.list("entries")), (Some("who"), &[][..]));
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

    /// The items of a list; none where this is none.
    #[must_use]
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// The items of the member of an object that is a list; none where it is none.
    #[must_use]
    pub fn list(&self, name: &str) -> &[Self] {
        self.member(name).map(Self::items).unwrap_or_default()
    }

    /// The texts of the member of an object that is a list of texts.
    pub fn texts(&self, name: &str) -> impl Iterator<Item = &'a str> {
        self.list(name).iter().filter_map(|item| if let Self::Text(text) = item { Some(*text) } else { None })
    }

    /// The citations of the member of an object that is a list of citations.
    pub fn spans(&self, name: &str) -> impl Iterator<Item = &Span<'a>> {
        self.list(name).iter().filter_map(|item| if let Self::Span(span) = item { Some(span) } else { None })
    }
}

/// An object in the making. Its methods are calls in the engine, not copies of themselves: every answer has dozens of
/// members.
#[derive(Default)]
pub(crate) struct Members<'a>(Vec<(&'a str, Value<'a>)>);

impl<'a> Members<'a> {
    #[inline(never)]
    pub(crate) fn put(&mut self, name: &'a str, value: Value<'a>) {
        self.0.push((name, value));
    }

    #[inline(never)]
    pub(crate) fn text(&mut self, name: &'a str, text: &'a str) {
        self.put(name, Value::Text(text));
    }

    /// A text that may be missing: then there is no member.
    #[inline(never)]
    pub(crate) fn text_if_any(&mut self, name: &'a str, text: Option<&'a str>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    #[inline(never)]
    pub(crate) fn number(&mut self, name: &'a str, number: u32) {
        self.put(name, Value::Number(number));
    }

    #[inline(never)]
    pub(crate) fn texts(&mut self, name: &'a str, texts: &[&'a str]) {
        self.put(name, Value::List(texts.iter().map(|text| Value::Text(text)).collect()));
    }

    #[inline(never)]
    pub(crate) fn ranges(&mut self, name: &'a str, ranges: &[Range]) {
        let pair = |&(start, end): &Range| Value::List(vec![Value::Number(start), Value::Number(end)]);
        self.put(name, Value::List(ranges.iter().map(pair).collect()));
    }

    /// A list of the objects that `tell` makes of each item.
    pub(crate) fn list<T>(&mut self, name: &'a str, items: &[T], tell: fn(&T, &mut Self)) {
        let object = |item| {
            let mut members = Self::default();
            tell(item, &mut members);
            members.done()
        };
        self.put(name, Value::List(items.iter().map(object).collect()));
    }

    /// The members of another object, after these.
    pub(crate) fn append(&mut self, value: Value<'a>) {
        if let Value::Object(members) = value {
            self.0.extend(members);
        }
    }

    pub(crate) fn done(self) -> Value<'a> {
        Value::Object(self.0)
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::None => serializer.serialize_unit(),
            Self::Number(number) => serializer.serialize_u32(*number),
            Self::Score(score) => serializer.serialize_f64(*score),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Span(span) => span.value().serialize(serializer),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(members) => {
                serializer.collect_map(members.iter().map(|(name, value)| (name, value)))
            }
        }
    }
}

/// What is told, and serializes, as an object of the members that it tells.
macro_rules! as_value {
    ($($shape:ident)+) => {$(
        impl<'a> $shape<'a> {
            /// The object that it is for those who read it as JSON.
            pub(crate) fn value(&self) -> Value<'a> {
                let mut members = Members::default();
                self.tell(&mut members);
                members.done()
            }
        }

        impl Serialize for $shape<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.value().serialize(serializer)
            }
        }
    )+};
}
as_value! { Document Info SearchResponse Source Span }
