//! Dates that depend on another day: "yesterday", "last year", "this week", "early in the week".

use super::calendar::{Period, shifted};
use super::lex::{Key, Sense};
use super::mention::{Basis, Part, Unit, Value};
use super::parser::{Parser, Reading, Shape};
use super::pattern::Pattern;

impl Parser<'_> {
    /// The longest relative date at a place.
    pub fn relative(&self, at: usize) -> Option<Reading> {
        let mut found = match self.sense(at) {
            Sense::Key(Key::Today | Key::Tonight) => self.near_day(0, at + 1),
            Sense::Key(Key::Yesterday) => self.near_day(-1, at + 1),
            Sense::Key(Key::Tomorrow) => self.near_day(1, at + 1),
            Sense::Key(Key::Now) => Some(Reading::relative(Shape::Off(Value::VaguePresent), at + 1)),
            Sense::Key(Key::Recent) if matches!(self.sense(at + 1), Sense::Unit(_)) => {
                Some(Reading::relative(Shape::Off(Value::VaguePast), at + 2))
            }
            Sense::Key(Key::Recently) => Some(Reading::relative(Shape::Off(Value::VaguePast), at + 1)),
            Sense::Key(Key::Soon) => Some(Reading::relative(Shape::Off(Value::VagueFuture), at + 1)),
            Sense::Key(Key::Recurring) => Some(Reading::relative(Shape::Off(Value::Recurring), at + 1)),
            Sense::Key(Key::YearEnd) => self.end_of(at, Unit::Year),
            Sense::Key(Key::MonthEnd) => self.end_of(at, Unit::Month),
            Sense::Key(Key::Any) => self.recurring(at),
            Sense::Key(Key::Rest) => self.rest(at),
            Sense::Unit(Some(Unit::Day)) => self.deeper(|| self.unit_beside(at, Unit::Day, at + 1)),
            Sense::Unit(Some(Unit::Weekend)) => self.deeper(|| self.weekend_of(at)),
            Sense::Unit(Some(unit)) => self.to_date(at, unit).or_else(|| self.week_number(at, unit)),
            Sense::Key(
                Key::Early | Key::Late | Key::Middle | Key::Start | Key::End | Key::Earlier | Key::Later,
            ) => self.deeper(|| self.part(at)),
            Sense::Key(Key::The) => self.deeper(|| self.after_the(at)),
            _ => None,
        };
        let mut take = |other: Option<Reading>| {
            if let Some(other) = other
                && found.as_ref().is_none_or(|found| other.end > found.end)
            {
                found = Some(other);
            }
        };
        take(self.deictic(at));
        take(self.counted(at));
        found
    }

    /// What the article belongs to: "the day after tomorrow", "the past decade", "the end of May".
    fn after_the(&self, at: usize) -> Option<Reading> {
        if let Sense::Unit(Some(unit)) = self.sense(at + 1) {
            let unit_end = at + 2;
            if let Some(found) = self.unit_beside(at, unit, unit_end) {
                return Some(found);
            }
            if matches!(unit, Unit::Week) && self.any(unit_end, &[Key::Of, Key::Starting, Key::Start]) {
                return self.week_of(unit_end);
            }
            return self.the_unit(at);
        }
        self.relative(at + 1)
    }

    /// "In the year", which is the one that is told of: a stretch of time, no date.
    fn the_unit(&self, at: usize) -> Option<Reading> {
        let Sense::Unit(Some(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year))) =
            self.sense(at + 1)
        else {
            return None;
        };
        let led = self.preceded(at, &[Key::In, Key::For, Key::Of, Key::During, Key::Within]);
        let closed = !self.word(at + 1).ends_with('s')
            && matches!(self.sense(at + 2), Sense::Mark(mark) if mark != '\'' && mark != '-');
        let period = (led && closed).then(|| Period::around(self.now(unit)?, unit)).flatten()?;
        Some(Reading::relative(Shape::Stretch(period, 1), at + 2))
    }

    /// "The day after tomorrow", "the week after next", "the year before 2015", "the day before".
    fn unit_beside(&self, at: usize, unit: Unit, next: usize) -> Option<Reading> {
        self.any(next, &[Key::Before, Key::After]).then_some(())?;
        let sign = if self.key(next, Key::Before) { -1 } else { 1 };
        if let Some(from) = self.deeper(|| self.single(next + 1))
            && let Some(period) = self.period_of(&from)
            && period.unit <= unit
            && from.part.is_none()
        {
            let step = shifted(period.start, sign, unit).and_then(|day| Period::around(day, unit));
            return Some(Reading { basis: from.basis, ..Reading::resolved(step, from.end) });
        }
        // "The week after next", "the week before last".
        if self.key(next + 1, if sign > 0 { Key::Next } else { Key::Last }) {
            return Some(self.unit_away(unit, 2 * sign, next + 2));
        }
        let alone = unit == Unit::Day
            && self.key(at, Key::The)
            && !matches!(self.sense(next + 1), Sense::Number(..) | Sense::Month(_));
        alone.then(|| Reading::resolved(self.anchored(at, Unit::Day, sign), next + 1))
    }

    /// "The weekend of Thanksgiving".
    fn weekend_of(&self, at: usize) -> Option<Reading> {
        let outer = self.key(at + 1, Key::Of).then(|| self.single(at + 2))??;
        let day = self.period_of(&outer)?;
        // A Monday's week end is the one before it.
        let weekend = Period::around(day.start.after(-3)?, Unit::Weekend)?;
        let long = Period { start: weekend.start.min(day.start), end: weekend.end.max(day.end), ..weekend };
        Some(Reading { shape: Shape::Known(long), ..outer })
    }

    /// "The week of May 5", "the week starting on Monday".
    fn week_of(&self, at: usize) -> Option<Reading> {
        let from_at = self.skip(at + 1, Key::On);
        let mut from = self.deeper(|| self.single(from_at).or_else(|| self.day_alone(from_at)))?;
        let day = self.period_of(&from).filter(|period| period.unit == Unit::Day)?;
        if matches!(from.shape, Shape::Pattern(_)) {
            from.basis = Basis::Relative;
        }
        from.shape = Shape::Known(Period::around(day.start, Unit::Week)?);
        Some(from)
    }

    fn near_day(&self, days: i64, end: usize) -> Option<Reading> {
        let end = end + usize::from(self.key(end, Key::Morning));
        Some(Reading::resolved(
            self.now(Unit::Day).and_then(|now| now.after(days)).and_then(Period::day),
            end,
        ))
    }

    fn unit_away(&self, unit: Unit, steps: i32, end: usize) -> Reading {
        let here = self.now(unit).and_then(|now| Period::around(now, unit));
        Reading::resolved(here.and_then(|here| if steps == 0 { Some(here) } else { here.step(steps) }), end)
    }

    /// A unit so many steps from the date named last, else from the publication.
    fn anchored(&self, at: usize, unit: Unit, steps: i32) -> Option<Period> {
        let here = Period::around(self.base(at, unit, steps)?, unit)?;
        if steps == 0 { Some(here) } else { here.step(steps) }
    }

    /// "Last year", "this week", "next Friday", "the past decade", "the last three months", "the coming days".
    fn deictic(&self, at: usize) -> Option<Reading> {
        let Sense::Key(mut modifier) = self.sense(at) else { return None };
        let mut next = at + 1;
        if modifier == Key::This && self.any(next, &[Key::Past, Key::Coming, Key::Last]) {
            let Sense::Key(second) = self.sense(next) else { return None };
            modifier = second;
            next += 1;
        }
        let steps = match modifier {
            Key::This | Key::Current | Key::That | Key::Same => 0,
            Key::Last | Key::Past | Key::Previous => -1,
            Key::Next | Key::Coming | Key::Following => 1,
            _ => return None,
        };
        if let Sense::Key(Key::Morning) = self.sense(next)
            && matches!(modifier, Key::This | Key::Last | Key::Next)
        {
            return self.near_day(steps.into(), next + 1);
        }
        match self.sense(next) {
            Sense::Key(Key::Business) if matches!(self.sense(next + 1), Sense::Unit(Some(Unit::Week))) => {
                let week = self.now(Unit::Week).and_then(|now| Period::around(now, Unit::Week)?.step(steps));
                let five = week.and_then(|week| Some(Period { end: week.start.after(5)?, ..week }));
                Some(Reading::relative(five.map_or(Shape::Unresolved, Shape::Counted), next + 2))
            }
            Sense::Unit(Some(unit)) => {
                // "In the coming days".
                if self.word(next).ends_with('s') {
                    return self.vague(steps, next + 1);
                }
                Some(self.deictic_unit(at, modifier, steps, unit, next + 1))
            }
            Sense::Weekday(_)
                if let Some(date) = self.deeper(|| self.explicit(next))
                    && matches!(date.shape, Shape::Pattern(Pattern::MonthDay(..))) =>
            {
                // "This Friday, June 15".
                Some(date)
            }
            Sense::Weekday(weekday) => {
                let now = self.now(Unit::Day);
                let found = now.and_then(|now| match modifier {
                    Key::Past => Pattern::Weekday(weekday).around(now).0,
                    Key::Coming => Pattern::Weekday(weekday).around(now.after(1)?).1,
                    _ => Period::around(now, Unit::Week)?.step(steps)?.nth_weekday(0, weekday),
                });
                let end = next + 1 + usize::from(self.key(next + 1, Key::Morning));
                Some(Reading::resolved(found, end))
            }
            _ if self.is_word(next, "calendar")
                && matches!(self.sense(next + 1), Sense::Unit(Some(Unit::Year))) =>
            {
                Some(self.deictic_unit(at, modifier, steps, Unit::Year, next + 2))
            }
            _ if matches!(modifier, Key::That | Key::Same) => None,
            _ => self.deictic_pattern(steps, next).or_else(|| self.deictic_amount(steps, next)),
        }
    }

    fn deictic_unit(&self, at: usize, modifier: Key, steps: i32, unit: Unit, end: usize) -> Reading {
        match modifier {
            Key::That | Key::Same | Key::Following | Key::Previous => {
                Reading::resolved(self.anchored(at, unit, steps), end)
            }
            // On Monday, the coming weekend is this week's.
            Key::Coming if unit == Unit::Weekend => self.unit_away(unit, 0, end),
            Key::Next if unit == Unit::Day => Reading::resolved(self.anchored(at, unit, steps), end),
            // "The past year" ends today; "last year" ended with December.
            Key::Past if unit >= Unit::Month => self.past_unit(unit, end),
            Key::Last if unit == Unit::Decade => self.past_unit(unit, end),
            _ => self.unit_away(unit, steps, end),
        }
    }

    /// "Last July", "next Easter", "this summer", "next 5/12".
    fn deictic_pattern(&self, steps: i32, at: usize) -> Option<Reading> {
        let found = self.deeper(|| self.explicit(at))?;
        let Shape::Pattern(pattern) = &found.shape else { return None };
        let unit = pattern.unit();
        let now = self.now(unit);
        let period = now.and_then(|now| {
            let (past, next) = pattern.around(now);
            match steps {
                0 => pattern.in_year(now.year()).or(next),
                1 => next,
                _ => past
                    .filter(|past| !past.holds(now))
                    .or_else(|| pattern.in_year(now.year().checked_sub(1)?)),
            }
        });
        Some(Reading { end: found.end, ..Reading::resolved(period, found.end) })
    }

    /// "Early 2024", "mid-July", "the end of the year", "earlier this week".
    fn part(&self, at: usize) -> Option<Reading> {
        let Sense::Key(key) = self.sense(at) else { return None };
        let part = match key {
            Key::Start => Part::Start,
            Key::End => Part::End,
            Key::Early | Key::Earlier => Part::Early,
            Key::Middle => Part::Mid,
            _ => Part::Late,
        };
        let next = match (key, self.sense(at + 1)) {
            (Key::Start | Key::End | Key::Middle, Sense::Key(Key::Of)) => at + 2,
            (Key::Start | Key::End, _) => return None,
            (Key::Middle | Key::Early | Key::Late, Sense::Mark('-')) => at + 2,
            (Key::Earlier | Key::Later | Key::Early | Key::Late, Sense::Key(Key::In)) => at + 2,
            _ => at + 1,
        };
        let mut found = self.outer(next)?;
        if matches!(key, Key::Earlier | Key::Later)
            && !matches!(found.shape, Shape::Known(_) | Shape::Unresolved)
        {
            return None;
        }
        let ended = |unit| unit > Unit::Day;
        let long = match &found.shape {
            Shape::Known(period) => ended(period.unit),
            Shape::Pattern(pattern) => ended(pattern.unit()),
            Shape::Unresolved => true,
            _ => false,
        };
        long.then_some(())?;
        found.part = found.part.or(Some(part));
        Some(found)
    }

    /// A longer period that something is a part of: "2015", "last month", "the year".
    pub fn outer(&self, at: usize) -> Option<Reading> {
        let the = self.skip(at, Key::The);
        if let Sense::Unit(Some(unit)) = self.sense(the)
            && (the > at || self.key(at.wrapping_sub(1), Key::Of))
            && !matches!(self.sense(the + 1), Sense::Number(..))
        {
            return Some(self.unit_away(unit, 0, the + 1));
        }
        if let Some((year, end)) = self.year_number(the)
            && !matches!(self.sense(end), Sense::Mark('-'))
        {
            let decade = self.explicit(the).filter(|found| found.end > end);
            return decade.or(Some(Reading::explicit(Shape::Known(Period::year(year)?), end)));
        }
        if let Sense::Month(month) = self.sense(the) {
            // Led by "early" or "of", a month is a month.
            let found = self.single(the);
            return found.or_else(|| Some(Reading::relative(Shape::Pattern(Pattern::Month(month)), the + 1)));
        }
        self.single(the)
    }

    fn end_of(&self, at: usize, unit: Unit) -> Option<Reading> {
        Some(Reading { part: Some(Part::Late), ..self.unit_away(unit, 0, at + 1) })
    }

    /// "Every Monday", "each year", "any weekend".
    fn recurring(&self, at: usize) -> Option<Reading> {
        let next = self.number(at + 1).map_or(at + 1, |(_, next)| next);
        let end = match self.sense(next) {
            Sense::Unit(Some(_))
            | Sense::Weekday(_)
            | Sense::Month(_)
            | Sense::Season(_)
            | Sense::Key(Key::Morning) => next + 1,
            _ => return None,
        };
        Some(Reading::relative(Shape::Off(Value::Recurring), end))
    }

    /// "The rest of the week".
    fn rest(&self, at: usize) -> Option<Reading> {
        let of = self.skip(at + 1, Key::Of);
        (of > at + 1).then_some(())?;
        let the = self.any(of, &[Key::The, Key::This, Key::Current])
            || self.is_word(of, "my")
            || self.is_word(of, "our");
        let Sense::Unit(Some(unit)) = self.sense(of + usize::from(the)) else { return None };
        let period = self
            .now(Unit::Day)
            .and_then(|now| Some(Period { start: now, unit: Unit::Day, ..Period::around(now, unit)? }));
        Some(Reading::resolved(period, of + 1 + usize::from(the)))
    }

    /// "Week 27".
    fn week_number(&self, at: usize, unit: Unit) -> Option<Reading> {
        (unit == Unit::Week).then_some(())?;
        let (number, end) = self.digits(at + 1).map(|(number, _)| (number, at + 2))?;
        let week = i8::try_from(number).ok().filter(|week| (1..=53).contains(week))?;
        Some(Reading::relative(Shape::Pattern(Pattern::Part(Unit::Week, week)), end))
    }

    /// "Year to date", "month to date".
    fn to_date(&self, at: usize, unit: Unit) -> Option<Reading> {
        (self.key(at + 1, Key::To) && self.word(at + 2).eq_ignore_ascii_case("date")).then_some(())?;
        let period =
            self.now(Unit::Day).and_then(|now| Some(Period { end: now, ..Period::around(now, unit)? }));
        let period = period.filter(|period| period.start < period.end);
        Some(Reading::relative(period.map_or(Shape::Unresolved, Shape::Counted), at + 3))
    }
}
