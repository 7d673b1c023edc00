//! What documents are sorted, filtered and counted by: day, outlet, tags, entities.

use super::interner::Interner;
use super::lexicon::{group, list};
use crate::api::Value;
use crate::pack::documents::Record;
use crate::text::key::key;

/// Values of documents, each with none, one or some.
#[derive(Debug, Default)]
pub(crate) struct Facet {
    values: Interner,
    /// Where the values of each document end in `of`.
    ends: Vec<u32>,
    of: Vec<u32>,
}

impl Facet {
    /// Adds the values of the next document, each of which it has once.
    fn add<'a>(&mut self, values: impl IntoIterator<Item = &'a str>) {
        if self.ends.is_empty() {
            self.ends.push(0);
        }
        for value in values {
            let value = self.values.intern(key(value), value);
            self.of.push(value);
        }
        self.ends.push(self.of.len() as u32);
    }

    /// The facet of so many documents from what each value has: `[{name, documents: [number]}]`.
    pub(crate) fn of_values(documents: u32, values: &[Value<'_>]) -> Self {
        let (mut documents_of, mut numbers) = (Vec::new(), Vec::new());
        for (number, value) in values.iter().enumerate() {
            for document in value.list("documents") {
                if let Value::Number(document) = document
                    && *document < documents
                {
                    documents_of.push(*document);
                    numbers.push(number as u32);
                }
            }
        }
        let (ends, pairs) = group(&documents_of, documents as usize);
        let mut names = Interner::default();
        let of = pairs.iter().map(|&pair| {
            let value = numbers.get(pair as usize).and_then(|&number| values.get(number as usize));
            let name = value.and_then(|value| value.text("name")).unwrap_or_default();
            names.intern(key(name), name)
        });
        Self { ends, of: of.collect(), values: names.closed() }
    }

    /// How many different values there are.
    pub(crate) fn len(&self) -> u32 {
        self.values.len()
    }

    /// A value by its number.
    pub(crate) fn value(&self, number: u32) -> &str {
        self.values.get(number)
    }

    /// Numbers of the values of a document.
    pub(crate) fn of(&self, document: u32) -> &[u32] {
        self.of.get(list(&self.ends, document)).unwrap_or_default()
    }
}

/// A day, month or year, or no date: digits `YYYYMMDD`, with 00 for what is not told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Date(u32);

impl Date {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; anything else is no date.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut digits = 0;
        for (at, byte) in text.bytes().enumerate() {
            match byte {
                b'-' if at == 4 || at == 7 => {}
                b'0'..=b'9' if at != 4 && at != 7 && at < 10 => digits = digits * 10 + u32::from(byte - b'0'),
                _ => return None,
            }
        }
        let date = match text.len() {
            4 => return Some(Self(digits * 10_000)),
            7 => digits * 100 + 1,
            10 => digits,
            _ => return None,
        };
        let (month, day) = (date / 100 % 100, date % 100);
        let holds = (1..=12).contains(&month) && (1..=31).contains(&day);
        holds.then_some(Self(if text.len() == 7 { date - 1 } else { date }))
    }

    /// The first and the last day that it may be, as digits.
    pub(crate) fn days(self) -> (u32, u32) {
        let open = if self.0.is_multiple_of(10_000) {
            9_999
        } else if self.0.is_multiple_of(100) {
            99
        } else {
            0
        };
        (self.0, self.0 + open)
    }
}

/// Day, outlet, year, tags and entities of every document.
#[derive(Debug, Default)]
pub(crate) struct Catalogue {
    dates: Vec<Option<Date>>,
    pub(crate) sources: Facet,
    pub(crate) years: Facet,
    pub(crate) tags: Facet,
    pub(crate) entities: Facet,
}

impl Catalogue {
    pub(super) fn add(&mut self, record: &Record<'_>) {
        self.dates.push(record.date.and_then(Date::read));
        self.sources.add(record.source);
        self.years.add(record.date.and_then(|date| date.get(..4)));
        self.tags.add(record.tags.iter().copied());
    }

    pub(crate) fn date(&self, document: u32) -> Option<Date> {
        self.dates.get(document as usize).copied().flatten()
    }
}
