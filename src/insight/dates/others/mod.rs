//! Dates of German, French, Spanish and Arabic texts: words with the meanings that `lex` gives English ones, from a table
//! of each language, and one small grammar for all (`written`, `relative`). Where these languages differ in the order
//! of words, either order is read. What a language leaves open stays open: fewer dates, none of them wrong.

mod relative;
#[cfg(test)]
mod tests;
mod words;
mod written;

pub(super) use words::tokens;

use super::lex::{Key, Sense};
use super::mention::Unit;
use super::parser::{Parser, Reading, Shape};
use super::pattern::{Pattern, Tense};
use crate::insight::grammar::Grammar;

impl Parser<'_> {
    /// The longest expression at a place, ranges tried first.
    pub fn other_range(&self, at: usize) -> Option<Reading> {
        if self.any(at, &[Key::From, Key::Of, Key::Between])
            && let Some(first) = self.end_point(self.skip(at + 1, Key::The))
        {
            let both = self.joined(&first, self.key(at, Key::Between));
            // "From 3 to 5 May" is one expression already.
            if both.is_some() || is_run(&first) {
                return both.or(Some(first));
            }
        }
        let first = self.other(at)?;
        let whole = matches!(first.shape, Shape::Known(_) | Shape::Pattern(_));
        let joins =
            self.any(first.end, &[Key::To, Key::Until]) || matches!(self.sense(first.end), Sense::Mark('-'));
        if whole && joins {
            return self.joined(&first, false).or(Some(first));
        }
        Some(first)
    }

    /// The longest single date at a place.
    pub fn other(&self, at: usize) -> Option<Reading> {
        let found = match self.grammar() {
            Grammar::Other => [written::iso(self, at), None],
            _ => [written::find(self, at), relative::find(self, at)],
        };
        found.into_iter().flatten().max_by_key(|reading| reading.end)
    }

    /// Whether the clause of a place looks ahead or back, as far as its words surely tell.
    pub fn other_tense(&self, at: usize) -> Tense {
        if self.preceded(at, &[Key::Until]) {
            return Tense::Ahead;
        }
        if self.preceded(at, &[Key::Since]) {
            return Tense::Back;
        }
        let before = (0..at).rev().take_while(|&at| !self.ends_clause(at));
        let behind = (at..self.tokens.len()).take_while(|&at| !self.ends_clause(at));
        let (mut ahead, mut back) = (false, false);
        for at in before.chain(behind) {
            ahead |= self.key(at, Key::Future);
            back |= self.key(at, Key::Was);
        }
        match (ahead, back) {
            (true, false) => Tense::Ahead,
            (false, true) => Tense::Back,
            _ => Tense::Unknown,
        }
    }

    /// Whether a clause ends at a mark or a word that opens another.
    fn ends_clause(&self, at: usize) -> bool {
        match self.sense(at) {
            // The stop behind a German day is none.
            Sense::Mark('.') => !matches!(self.sense(at.wrapping_sub(1)), Sense::Number(_, 1..=2)),
            Sense::Mark(mark) => !matches!(mark, '\'' | '-' | '/'),
            Sense::Key(Key::That) => true,
            _ => false,
        }
    }

    /// Whether which occurrence a pattern means would be a guess: "am Montag" without a verb that tells the tense.
    pub fn is_open(&self, pattern: &Pattern, at: usize) -> bool {
        self.grammar() != Grammar::English
            && matches!(pattern, Pattern::Weekday(_))
            && self.other_tense(at) == Tense::Unknown
    }
}

/// Whether a reading is of several days.
fn is_run(reading: &Reading) -> bool {
    match &reading.shape {
        Shape::Pattern(pattern) => matches!(pattern, Pattern::Days(..)),
        Shape::Known(period) => {
            period.unit == Unit::Day && period.start.tomorrow().is_some_and(|next| next < period.end)
        }
        _ => false,
    }
}
