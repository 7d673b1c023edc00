//! Dates as they are written, by their first word: which rules may read them. What lacks its year comes back as a
//! pattern.

use super::lex::{Key, Sense};
use super::mention::Unit;
use super::parser::{Parser, Reading, Shape};
use super::pattern::{Pattern, holiday};

/// Words after which a month, a year or a short weekday stands as a date and not as a name, a verb or a count.
pub(super) const LEADS: &[Key] = &[
    Key::In,
    Key::Since,
    Key::Until,
    Key::By,
    Key::From,
    Key::Of,
    Key::Last,
    Key::Next,
    Key::This,
    Key::Early,
    Key::Middle,
    Key::Late,
    Key::Through,
    Key::Between,
    Key::During,
    Key::Before,
    Key::After,
    Key::Past,
    Key::Previous,
    Key::Coming,
    Key::Starting,
    Key::Start,
    Key::End,
    Key::On,
    Key::Earlier,
    Key::Later,
];

impl Parser<'_> {
    /// The longest date written at a place.
    pub fn explicit(&self, at: usize) -> Option<Reading> {
        match self.sense(at) {
            Sense::Number(..) => [self.numeric(at), self.day_month(at), self.number_first(at)]
                .into_iter()
                .flatten()
                .max_by_key(|reading| reading.end),
            Sense::Ordinal(_) if self.preceded(at, &[Key::On]) && self.day_alone(at).is_some() => {
                self.day_alone(at)
            }
            Sense::Ordinal(_) | Sense::Cardinal(_) => {
                [self.day_month(at), self.nth(at), self.spelled_year(at)]
                    .into_iter()
                    .flatten()
                    .max_by_key(|r| r.end)
            }
            Sense::Month(month) => self.holiday(at).or_else(|| self.month_first(at, month)),
            Sense::Weekday(weekday) => self.weekday_first(at, weekday),
            Sense::Season(season) => self.season(at, season),
            Sense::Decade(decade) => self.nineties(at, decade),
            Sense::Key(Key::The) => self.deeper(|| self.explicit_after_the(at)),
            Sense::Key(Key::Last) => self.nth(at),
            Sense::Mark('\'') => self.short_year(at),
            Sense::Holiday => self.holiday(at),
            Sense::Other => self.quarter_letter(at),
            _ => None,
        }
    }

    fn explicit_after_the(&self, at: usize) -> Option<Reading> {
        match self.sense(at + 1) {
            // "The 2008 agreement", "the Monday meeting": the article is not the date's.
            Sense::Month(_) | Sense::Weekday(_) => None,
            Sense::Number(_, 4) => self
                .explicit(at + 1)
                .filter(|found| matches!(found.shape, Shape::Known(period) if period.unit >= Unit::Decade)),
            Sense::Number(..) => self.day_month(at + 1),
            Sense::Ordinal(_) => self.explicit(at + 1).or_else(|| self.day_alone(at + 1)),
            Sense::Cardinal(_) | Sense::Decade(_) | Sense::Key(Key::Last) | Sense::Mark('\'') => {
                self.explicit(at + 1)
            }
            _ => None,
        }
    }

    fn season(&self, at: usize, season: i8) -> Option<Reading> {
        let place = match self.sense(at + 1) {
            Sense::Key(Key::Of | Key::In) => at + 2,
            _ => self.skip_mark(at + 1, ','),
        };
        let pattern = Pattern::Part(Unit::Season, season);
        if let Some((year, end)) = self.year_number(place) {
            return Some(Reading::explicit(Shape::Known(pattern.in_year(year)?), end));
        }
        let that = self.key(at + 1, Key::Of) && self.any(at + 2, &[Key::Last, Key::Next, Key::This]);
        if that {
            return Some(Reading::relative(Shape::Pattern(pattern), at + 1));
        }
        let verb = matches!(self.word(at).to_ascii_lowercase().as_str(), "fall" | "spring");
        // "After the fall", "the spring of hope".
        let seldom = verb
            && (self.key(at + 1, Key::Of)
                || at > 1 && self.any(at - 2, &[Key::After, Key::Before, Key::From]));
        let article = at > 1 && self.preceded(at, &[Key::The]) && self.preceded(at - 1, LEADS) && !seldom;
        let led = self.preceded(
            at,
            &[Key::In, Key::This, Key::Last, Key::Next, Key::Since, Key::By, Key::Until, Key::During],
        );
        (article || led && !(verb && self.preceded(at, &[Key::By]))).then_some(())?;
        Some(Reading::relative(Shape::Pattern(pattern), at + 1))
    }

    /// A day with a name, its year behind it.
    fn holiday(&self, at: usize) -> Option<Reading> {
        let mut ends = Vec::new();
        let mut next = at;
        while ends.len() < 4 && !matches!(self.sense(next), Sense::Mark(_)) {
            ends.push(next);
            next = self.skip_possessive(next + 1);
        }
        let (pattern, count) = holiday(|place| Some(self.word(*ends.get(place)?).to_lowercase()))?;
        let mut end = ends.get(count - 1)? + 1;
        let pattern = match (pattern, self.sense(end)) {
            (Pattern::Holiday(number), Sense::Unit(Some(Unit::Weekend))) => {
                end += 1;
                Pattern::HolidayWeekend(number)
            }
            (pattern, _) => pattern,
        };
        let place = match self.sense(end) {
            Sense::Mark(',') | Sense::Key(Key::Of | Key::In) => end + 1,
            _ => end,
        };
        match self.year_number(place) {
            Some((year, end)) => Some(Reading::explicit(Shape::Known(pattern.in_year(year)?), end)),
            None => Some(Reading::relative(Shape::Pattern(pattern), end)),
        }
    }
}
