//! The query language: what a reader types, taken apart.
//!
//! ```text
//! query  := part*                          parted by spaces
//! part   := ["-"] term                     "-": not
//!         | term ("OR" term)+              any of them, and at least one
//!         | field ":" value
//! term   := words | '"' words '"'          in quotes: just so, one after another
//! field  := source | tag | person | before | after | on
//! ```
//!
//! Any string is a query. What looks like a part of the language but cannot be one (a quote that is not closed, a day
//! that is none) is taken as words, and told as [`Query::unread`].

use crate::text::{Fold, is_stop_word, words};

/// Most different words of a query that are looked up; a longer one is a text, and its first words tell what it is
/// about.
const WORDS: usize = 512;

/// A query of more parts than this is a text, not a question in the query language: all of it is words.
pub(super) const TEXT: usize = 32;

/// One word of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word<'q> {
    /// As typed.
    pub typed: &'q str,
    /// Its term.
    pub term: String,
}

/// Words that stand for one thing: a single one, or several just so, one after another.
pub(super) type Phrase<'q> = Vec<Word<'q>>;

/// What a part of a query asks of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Demand {
    /// The more, the better.
    Should,
    /// Not without it.
    Must,
    /// Not with it.
    Not,
    /// Not without it, as the name of a person.
    Person,
}

/// One part of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Clause<'q> {
    pub demand: Demand,
    /// Any of them will do.
    pub phrases: Vec<Phrase<'q>>,
    /// How often the query has it; its score counts so often.
    pub repeats: u32,
}

impl<'q> Clause<'q> {
    /// Its word, where it is one that a document should have.
    pub(super) fn single(&self) -> Option<&Word<'q>> {
        match (&self.phrases[..], self.demand) {
            ([phrase], Demand::Should) if phrase.len() == 1 => phrase.first(),
            _ => None,
        }
    }

    fn last(&self) -> Option<&Word<'q>> {
        self.phrases.last()?.last()
    }
}

/// What a document itself must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Filter<'q> {
    /// Its outlet has these words.
    Source(Phrase<'q>),
    /// One of its tags has these words.
    Tag(Phrase<'q>),
    Before(&'q str),
    After(&'q str),
    On(&'q str),
}

/// How a term stands to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Join {
    Alone,
    /// The first of several of which any will do.
    First,
    /// Another of them.
    Another,
}

/// A query, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Query<'q> {
    pub clauses: Vec<Clause<'q>>,
    pub filters: Vec<Filter<'q>>,
    /// Parts that look like something else than words but could only be taken as words.
    pub unread: Vec<&'q str>,
    /// Whether the last word of the last clause may be the beginning of a longer one.
    pub open: bool,
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{AB}' | '\u{BB}')
}

fn terms<'q>(fold: &Fold, text: &'q str) -> Phrase<'q> {
    let mut all = Vec::new();
    words(fold, text, false, |range, term| {
        all.push(Word { typed: text.get(range).unwrap_or_default(), term: term.to_owned() });
    });
    all
}

/// The next part: a run without spaces, or up to the end of its quotes. Whether it is sound, and what comes behind.
fn split(query: &str) -> (&str, bool, &str) {
    let mut quoted = false;
    for (at, c) in query.char_indices() {
        if is_quote(c) {
            quoted = !quoted;
        } else if c.is_ascii_whitespace() && !quoted {
            return (query.get(..at).unwrap_or_default(), true, query.get(at..).unwrap_or_default());
        }
    }
    if !quoted {
        return (query, true, "");
    }
    // Not closed: the part ends where any other would.
    let end = query.find(|c: char| c.is_ascii_whitespace()).unwrap_or(query.len());
    (query.get(..end).unwrap_or_default(), false, query.get(end..).unwrap_or_default())
}

/// Whether a text is a year, a month or a day: `YYYY`, `YYYY-MM`, `YYYY-MM-DD`.
fn is_date(text: &str) -> bool {
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    let within = |part: Option<&str>, most: &str| {
        part.is_none_or(|part| part.len() == 2 && digits(part) && ("01"..=most).contains(&part))
    };
    let mut parts = text.splitn(3, '-');
    parts.next().is_some_and(|year| year.len() == 4 && digits(year))
        && within(parts.next(), "12")
        && within(parts.next(), "31")
}

/// Reads a query; with `prefix` its last word may be the beginning of a longer one.
pub(super) fn parse<'q>(fold: &Fold, query: &'q str, prefix: bool) -> Query<'q> {
    let mut parsed = Query::default();
    // Whether the part before may be one of several, and whether this part is another of them.
    let (mut term, mut either) = (false, false);
    let mut rest = query;
    if query.split_ascii_whitespace().nth(TEXT).is_some() {
        parsed.add_words(terms(fold, query), Join::Alone);
        rest = "";
    }
    loop {
        rest = rest.trim_ascii_start();
        if rest.is_empty() {
            break;
        }
        let (part, sound, after) = split(rest);
        let is_all = part.len() == query.trim_ascii().len();
        rest = after.trim_ascii_start();
        if part == "OR" && !is_all {
            either = term && !rest.is_empty();
            if !either {
                parsed.unread.push(part);
            }
            continue;
        }
        let (next, _, behind) = split(rest);
        let join = match (either, next == "OR" && !behind.trim_ascii().is_empty()) {
            (true, _) => Join::Another,
            (false, true) => Join::First,
            (false, false) => Join::Alone,
        };
        either = false;
        let read = sound.then(|| parsed.read(fold, part, join)).flatten();
        term = read.unwrap_or_else(|| {
            parsed.unread.push(part);
            parsed.add_words(terms(fold, part), join)
        });
    }
    let last = parsed.clauses.last().filter(|last| last.demand == Demand::Should);
    let end = |text: &str| text.as_ptr() as usize + text.len();
    parsed.open = prefix && last.and_then(Clause::last).is_some_and(|word| end(word.typed) == end(query));
    parsed.drop_stop_words();
    parsed
}

impl<'q> Query<'q> {
    /// Every word that is asked for.
    pub(super) fn words(&self) -> impl Iterator<Item = &Word<'q>> {
        self.clauses.iter().flat_map(|clause| clause.phrases.iter().flatten())
    }

    /// Reads one part: whether it is a term, that may be one of several; nothing where it looks like the language but
    /// is not of it.
    fn read(&mut self, fold: &Fold, part: &'q str, join: Join) -> Option<bool> {
        if let Some((field, value)) = part.split_once(':') {
            let bare = value.trim_matches(is_quote);
            let phrase = terms(fold, bare);
            let filter = match field {
                "source" => Filter::Source(phrase),
                "tag" => Filter::Tag(phrase),
                "person" if !phrase.is_empty() => {
                    self.add(Demand::Person, phrase);
                    return Some(false);
                }
                "before" if is_date(bare) => Filter::Before(bare),
                "after" if is_date(bare) => Filter::After(bare),
                "on" if is_date(bare) => Filter::On(bare),
                "person" | "before" | "after" | "on" => return None,
                _ => return Some(self.add_words(terms(fold, part), join)),
            };
            if let Filter::Source(words) | Filter::Tag(words) = &filter
                && words.is_empty()
            {
                return None;
            }
            self.filters.push(filter);
            return Some(false);
        }
        let denied = part.strip_prefix('-').filter(|rest| !rest.is_empty());
        let words = terms(fold, denied.unwrap_or(part));
        let quoted = denied.unwrap_or(part).starts_with(is_quote);
        if denied.is_none() && !quoted {
            return Some(self.add_words(words, join));
        }
        let term = denied.is_none() && !words.is_empty();
        if !words.is_empty() {
            match denied {
                Some(_) => self.add(Demand::Not, words),
                None => self.add_term(words, join),
            }
        }
        Some(term)
    }

    fn add(&mut self, demand: Demand, phrase: Phrase<'q>) {
        self.clauses.push(Clause { demand, phrases: vec![phrase], repeats: 1 });
    }

    /// Adds a phrase that must be there, or another that will do as well as the last.
    fn add_term(&mut self, phrase: Phrase<'q>, join: Join) {
        match self.clauses.last_mut() {
            Some(last) if join == Join::Another => last.phrases.push(phrase),
            _ => self.add(Demand::Must, phrase),
        }
    }

    /// Adds words without quotes; whether there are any.
    fn add_words(&mut self, words: Phrase<'q>, join: Join) -> bool {
        if words.is_empty() {
            return false;
        }
        if join != Join::Alone {
            self.add_term(words, join);
            return true;
        }
        for word in words {
            let same = |clause: &&mut Clause<'q>| {
                clause.demand == Demand::Should
                    && matches!(&clause.phrases[..], [phrase] if matches!(&phrase[..], [known] if known.term == word.term))
            };
            if let Some(known) = self.clauses.iter_mut().find(same) {
                known.repeats += 1;
            } else if self.clauses.len() < WORDS {
                self.add(Demand::Should, vec![word]);
            }
        }
        true
    }

    /// Leaves out words that say nothing of a subject where another part does, but for the word being typed.
    fn drop_stop_words(&mut self) {
        let last = self.clauses.len().saturating_sub(usize::from(self.open));
        let says_nothing = |clause: &Clause<'q>| {
            clause.demand == Demand::Should
                && clause.phrases.iter().flatten().all(|word| is_stop_word(&word.term))
        };
        if self.clauses.iter().all(says_nothing) {
            return;
        }
        let mut at = 0;
        self.clauses.retain(|clause| {
            at += 1;
            at > last || !says_nothing(clause)
        });
    }
}
