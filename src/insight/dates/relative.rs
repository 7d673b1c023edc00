//! Dates that depend on another day: "yesterday", "last year", "two weeks ago", "ten years after the war".

use jiff::civil::Date as Day;

use super::calendar::{Period, after, business_days, shifted};
use super::lex::{Key, Sense};
use super::mention::{Basis, Part, Unit, Value};
use super::parser::{Parser, Reading, Shape};
use super::pattern::Pattern;

/// How far a clause is read to learn its tense.
const CLAUSE: usize = 30;

/// How many of a unit.
#[derive(Clone, Copy)]
enum Count {
    Exact(i32),
    /// A few, several.
    Vague,
}

/// A count with its unit: "ten years", "four business days".
struct Amount {
    count: Count,
    unit: Unit,
    business: bool,
    end: usize,
}

impl Amount {
    /// The day so many units from another; `sign` is the direction.
    fn from(&self, day: Day, sign: i32) -> Option<Day> {
        let Count::Exact(count) = self.count else { return None };
        let count = count.checked_mul(sign)?;
        if self.business { business_days(day, count) } else { shifted(day, count, self.unit) }
    }
}

impl Parser<'_> {
    /// The longest relative date at a place.
    pub fn relative(&self, at: usize) -> Option<Reading> {
        let mut found = match self.sense(at) {
            Sense::Key(Key::Today | Key::Tonight) => self.near_day(at, 0, at + 1),
            Sense::Key(Key::Yesterday) => self.near_day(at, -1, at + 1),
            Sense::Key(Key::Tomorrow) => self.near_day(at, 1, at + 1),
            Sense::Key(Key::Now) => Some(Reading::relative(Shape::Off(Value::VaguePresent), at + 1)),
            Sense::Key(Key::Recently) => Some(Reading::relative(Shape::Off(Value::VaguePast), at + 1)),
            Sense::Key(Key::Soon) => Some(Reading::relative(Shape::Off(Value::VagueFuture), at + 1)),
            Sense::Key(Key::Recurring) => Some(Reading::relative(Shape::Off(Value::Recurring), at + 1)),
            Sense::Key(Key::YearEnd) => self.end_of(at, Unit::Year),
            Sense::Key(Key::MonthEnd) => self.end_of(at, Unit::Month),
            Sense::Key(Key::Any) => self.recurring(at),
            Sense::Key(Key::Rest) => self.rest(at),
            Sense::Unit(Some(Unit::Week)) => self.week_number(at),
            Sense::Unit(Some(Unit::Year)) => self.to_date(at),
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
            let sign = if self.key(unit_end, Key::Before) { -1 } else { 1 };
            if self.any(unit_end, &[Key::Before, Key::After]) {
                if let Some(from) = self.deeper(|| self.single(unit_end + 1))
                    && let Some(period) = self.period_of(&from)
                    && period.unit <= unit
                    && from.part.is_none()
                {
                    let step = shifted(period.start, sign, unit).and_then(|day| Period::around(day, unit));
                    return Some(Reading { basis: from.basis, ..Reading::resolved(step, from.end) });
                }
                if unit == Unit::Week && self.key(unit_end, Key::After) && self.key(unit_end + 1, Key::Next) {
                    return Some(self.unit_away(Unit::Week, 2, unit_end + 2));
                }
                if unit == Unit::Day
                    && !matches!(self.sense(unit_end + 1), Sense::Number(..) | Sense::Month(_))
                {
                    return Some(Reading::resolved(self.anchored(Unit::Day, sign), unit_end + 1));
                }
            }
            if matches!(unit, Unit::Week) && self.any(unit_end, &[Key::Of, Key::Starting, Key::Start]) {
                return self.week_of(unit_end);
            }
            return None;
        }
        self.relative(at + 1)
    }

    /// "The week of May 5", "the week starting on Monday".
    fn week_of(&self, at: usize) -> Option<Reading> {
        let mut from = self.deeper(|| self.single(self.skip(at + 1, Key::On)))?;
        let day = self.period_of(&from).filter(|period| period.unit == Unit::Day)?;
        if matches!(from.shape, Shape::Pattern(_)) {
            from.basis = Basis::Relative;
        }
        from.shape = Shape::Known(Period::around(day.start, Unit::Week)?);
        Some(from)
    }

    fn near_day(&self, at: usize, days: i64, end: usize) -> Option<Reading> {
        let end = end + usize::from(self.key(end, Key::Morning));
        // "Today's generation" is no day.
        let _ = at;
        Some(Reading::resolved(
            self.now(Unit::Day).and_then(|now| after(now, days)).and_then(Period::day),
            end,
        ))
    }

    fn unit_away(&self, unit: Unit, steps: i32, end: usize) -> Reading {
        let here = self.now(unit).and_then(|now| Period::around(now, unit));
        Reading::resolved(here.and_then(|here| if steps == 0 { Some(here) } else { here.step(steps) }), end)
    }

    /// A unit so many steps from the date named last, else from the publication.
    fn anchored(&self, unit: Unit, steps: i32) -> Option<Period> {
        let base = match self.anchor.filter(|anchor| anchor.unit <= unit) {
            Some(anchor) => anchor.start,
            None => self.now(unit)?,
        };
        let here = Period::around(base, unit)?;
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
            return self.near_day(at, steps.into(), next + 1);
        }
        match self.sense(next) {
            Sense::Key(Key::Business) if matches!(self.sense(next + 1), Sense::Unit(Some(Unit::Week))) => {
                let week = self.now(Unit::Week).and_then(|now| Period::around(now, Unit::Week)?.step(steps));
                let five = week.and_then(|week| Some(Period { end: after(week.start, 5)?, ..week }));
                Some(Reading::relative(five.map_or(Shape::Unresolved, Shape::Counted), next + 2))
            }
            Sense::Unit(Some(unit)) => {
                // "In the coming days".
                if self.word(next).ends_with('s') {
                    return self.vague(steps, next + 1);
                }
                Some(self.deictic_unit(modifier, steps, unit, next + 1))
            }
            Sense::Weekday(weekday) => {
                let now = self.now(Unit::Day);
                let found = now.and_then(|now| match modifier {
                    Key::Past => Pattern::Weekday(weekday).around(now).0,
                    Key::Coming => Pattern::Weekday(weekday).around(after(now, 1)?).1,
                    _ => Period::around(now, Unit::Week)?.step(steps)?.nth_weekday(0, weekday),
                });
                let end = next + 1 + usize::from(self.key(next + 1, Key::Morning));
                Some(Reading::resolved(found, end))
            }
            _ if matches!(modifier, Key::That | Key::Same) => None,
            _ => self.deictic_pattern(steps, next).or_else(|| self.deictic_amount(steps, next)),
        }
    }

    fn deictic_unit(&self, modifier: Key, steps: i32, unit: Unit, end: usize) -> Reading {
        match modifier {
            Key::That | Key::Same | Key::Following | Key::Previous => {
                Reading::resolved(self.anchored(unit, steps), end)
            }
            // "The past year" ends today; "last year" ended with December.
            Key::Past if unit >= Unit::Month => self.stretch(1, unit, false, -1, end),
            Key::Last if unit >= Unit::Decade => self.stretch(1, unit, false, -1, end),
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

    /// "Three months" in "the last three months".
    fn deictic_amount(&self, steps: i32, at: usize) -> Option<Reading> {
        let amount = self.amount(at)?;
        match amount.count {
            _ if steps == 0 => None,
            Count::Vague => self.vague(steps, amount.end),
            Count::Exact(count) => Some(self.stretch(count, amount.unit, amount.business, steps, amount.end)),
        }
    }

    fn vague(&self, steps: i32, end: usize) -> Option<Reading> {
        let value = match steps {
            -1 => Value::VaguePast,
            1 => Value::VagueFuture,
            _ => return None,
        };
        Some(Reading::relative(Shape::Off(value), end))
    }

    /// So many units up to, or from, the day of publication.
    fn stretch(&self, count: i32, unit: Unit, business: bool, steps: i32, end: usize) -> Reading {
        let amount = Amount { count: Count::Exact(count), unit, business, end };
        let period = self.now(Unit::Day).and_then(|now| {
            if unit == Unit::Quarter {
                let here = Period::around(now, unit)?;
                let first = here.step(if steps < 0 { -count } else { 1 })?;
                return Some(Period { end: first.step(count - 1)?.end, ..first });
            }
            let (start, end) = match steps {
                -1 => (amount.from(now, -1)?, now),
                _ => (now.tomorrow().ok()?, amount.from(now.tomorrow().ok()?, 1)?),
            };
            Some(Period { start, end, unit })
        });
        match period.filter(|period| period.start < period.end) {
            Some(period) => Reading::relative(Shape::Stretch(period, count.unsigned_abs()), end),
            None => Reading::relative(Shape::Off(Value::Duration { count: count.unsigned_abs(), unit }), end),
        }
    }

    /// A number and a unit.
    fn amount(&self, at: usize) -> Option<Amount> {
        let at = self.skip(at, Key::A);
        let (count, mut next) = if let Some((count, next)) = self.number(at) {
            let next = if self.key(next, Key::Of) && self.word(at).eq_ignore_ascii_case("couple") {
                next + 1
            } else {
                next
            };
            (Count::Exact(i32::try_from(count).ok()?), next)
        } else if self.key(at, Key::Few) {
            (Count::Vague, at + 1)
        } else if self.preceded(at, &[Key::A]) {
            (Count::Exact(1), at)
        } else {
            return None;
        };
        // "Five upcoming years", "13 last weeks".
        while self.any(next, &[Key::Coming, Key::Past, Key::Last, Key::Next])
            || self.mark(next, '-') && self.glued(next)
        {
            next += 1;
        }
        let business = self.key(next, Key::Business);
        next += usize::from(business);
        match self.sense(next) {
            Sense::Unit(Some(unit)) => Some(Amount { count, unit, business, end: next + 1 }),
            _ => None,
        }
    }

    /// What begins with a count: "two weeks ago", "ten years after 2004", "in three days", "two days".
    fn counted(&self, at: usize) -> Option<Reading> {
        if self.any(at, &[Key::In, Key::Within]) {
            return self.ahead(at);
        }
        let amount = self.amount(at)?;
        let next = self.skip_possessive(amount.end);
        let duration = || match amount.count {
            Count::Exact(count) if count > 0 => {
                let value = Value::Duration { count: count.unsigned_abs(), unit: amount.unit };
                Some(Reading::relative(Shape::Off(value), amount.end))
            }
            _ => None,
        };
        // "Five upcoming years", "the 3 past weeks".
        let inner = (at..amount.end).find_map(|at| match self.sense(at) {
            Sense::Key(Key::Past | Key::Last) => Some(-1),
            Sense::Key(Key::Coming | Key::Next) => Some(1),
            _ => None,
        });
        if let (Some(steps), Count::Exact(count)) = (inner, amount.count) {
            return Some(self.stretch(count, amount.unit, amount.business, steps, amount.end));
        }
        if matches!(amount.count, Count::Vague) {
            return match self.sense(next) {
                Sense::Key(Key::Ago | Key::Earlier) => self.vague(-1, next + 1),
                Sense::Key(Key::Later) => self.vague(1, next + 1),
                _ => None,
            };
        }
        match self.sense(next) {
            Sense::Key(Key::Ago) => Some(self.counted_from(&amount, self.now(amount.unit), -1, next + 1)),
            Sense::Key(Key::Earlier) => {
                Some(self.counted_from(&amount, self.base(amount.unit), -1, next + 1))
            }
            Sense::Key(Key::Later) => Some(self.counted_from(&amount, self.base(amount.unit), 1, next + 1)),
            Sense::Key(Key::From) if self.key(next + 1, Key::Now) => {
                Some(self.counted_from(&amount, self.now(amount.unit), 1, next + 2))
            }
            Sense::Key(Key::Starting) => self.starting(&amount, next + 1).or_else(duration),
            Sense::Key(Key::Since) => self.since(at, &amount, next).or_else(duration),
            Sense::Key(Key::After | Key::Before | Key::From) => {
                self.counted_around(&amount, next).or_else(duration)
            }
            Sense::Mark(',') if self.key(next + 1, Key::From) => {
                self.starting(&amount, next + 2).or_else(duration)
            }
            _ => duration(),
        }
    }

    /// The date named last, else the day of publication.
    fn base(&self, unit: Unit) -> Option<Day> {
        self.anchor.map(|anchor| anchor.start).or_else(|| self.now(unit))
    }

    fn counted_from(&self, amount: &Amount, from: Option<Day>, sign: i32, end: usize) -> Reading {
        let day = from.and_then(|from| amount.from(from, sign));
        let unit = if amount.unit == Unit::Fortnight { Unit::Week } else { amount.unit };
        let period = day.and_then(|day| match unit {
            Unit::Decade | Unit::Century => Period::around(day, Unit::Year),
            unit => Period::around(day, unit),
        });
        Reading { exact: day, ..Reading::resolved(period, end) }
    }

    /// "In two weeks", which is a day to come, or a length of time where the clause looks back.
    fn ahead(&self, at: usize) -> Option<Reading> {
        let amount = self.amount(self.skip(at + 1, Key::The))?;
        let Count::Exact(count) = amount.count else { return None };
        if self.key(at, Key::Within) {
            return Some(self.stretch(count, amount.unit, amount.business, 1, amount.end));
        }
        if self.key(at + 1, Key::The) {
            return None;
        }
        let time = self.skip_possessive(amount.end);
        if self.key(time, Key::Time) {
            return Some(self.counted_from(&amount, self.now(amount.unit), 1, time + 1));
        }
        let clause = || (at.saturating_sub(CLAUSE)..at).rev().take_while(|&at| !self.ends_sentence(at));
        let back = clause().any(|at| match self.sense(at) {
            Sense::Key(Key::Was | Key::Perfect | Key::Time) | Sense::Ordinal(_) => true,
            _ => self.is_past(at),
        });
        if back && !clause().any(|at| self.key(at, Key::Future)) {
            return None;
        }
        Some(self.counted_from(&amount, self.now(amount.unit), 1, amount.end))
    }

    /// "Two weeks starting May 20".
    fn starting(&self, amount: &Amount, at: usize) -> Option<Reading> {
        let from = self.deeper(|| self.single(self.skip(at, Key::On)))?;
        let start = self.period_of(&from)?.start;
        let period = Period { start, end: amount.from(start, 1)?, unit: amount.unit };
        Some(Reading { shape: Shape::Counted(period), ..from })
    }

    /// "The ten years since the war began": the war began ten years before the publication.
    fn since(&self, _at: usize, amount: &Amount, at: usize) -> Option<Reading> {
        let dated = self.deeper(|| self.single(self.skip(at + 1, Key::The)));
        dated.is_none().then(|| self.counted_from(amount, self.now(amount.unit), -1, at + 1))
    }

    /// "Three days after May 5", "ten years after the war".
    fn counted_around(&self, amount: &Amount, at: usize) -> Option<Reading> {
        let sign = if self.key(at, Key::Before) { -1 } else { 1 };
        if let Some(from) = self.deeper(|| self.single(at + 1))
            && let Some(period) = self.period_of(&from)
        {
            let counted = self.counted_from(amount, Some(period.start), sign, from.end);
            return Some(Reading { basis: from.basis, ..counted });
        }
        if self.key(at, Key::From) {
            return None;
        }
        // The event itself has no date here. After it, so many units: that is now, if now is told of, and
        // the event was that long ago.
        let named = (at.saturating_sub(CLAUSE)..at).rev().take_while(|&at| !self.ends_sentence(at));
        if sign > 0 && amount.unit >= Unit::Month && named.count() < CLAUSE && self.tells_of_now(at) {
            return Some(self.counted_from(amount, self.now(amount.unit), -1, at + 1));
        }
        None
    }

    /// Whether the main clause behind a subordinate one ("ten years after …, we see") is in the present tense: it has
    /// no past form.
    fn tells_of_now(&self, at: usize) -> bool {
        let clause = |from: usize| {
            (from..from + CLAUSE)
                .find(|&at| matches!(self.sense(at), Sense::Mark(',' | '"' | '\n')) || self.ends_sentence(at))
        };
        let Some(mut comma) = clause(at).filter(|&end| self.mark(end, ',')) else { return false };
        // "…, and seven years after …, we see" has the main clause behind the second comma.
        while self.key(comma + 1, Key::And)
            && let Some(amount) = self.amount(comma + 2)
            && self.any(amount.end, &[Key::After, Key::Since])
        {
            let Some(next) = clause(amount.end).filter(|&end| self.mark(end, ',')) else { return false };
            comma = next;
        }
        let end = clause(comma + 1).unwrap_or(comma + 1 + CLAUSE);
        end > comma + 1
            && !(comma + 1..end).any(|at| matches!(self.sense(at), Sense::Key(Key::Was)) || self.is_past(at))
    }

    fn is_past(&self, at: usize) -> bool {
        let word = self.word(at);
        word.len() > 4 && word.ends_with("ed")
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
        if the > at
            && let Sense::Unit(Some(unit)) = self.sense(the)
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
            let found = self.explicit(the);
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
        let the = self.any(of, &[Key::The, Key::This, Key::Current]);
        let Sense::Unit(Some(unit)) = self.sense(of + usize::from(the)) else { return None };
        let period = self
            .now(Unit::Day)
            .and_then(|now| Some(Period { start: now, unit: Unit::Day, ..Period::around(now, unit)? }));
        Some(Reading::resolved(period, of + 1 + usize::from(the)))
    }

    /// "Week 27".
    fn week_number(&self, at: usize) -> Option<Reading> {
        let (number, end) = self.digits(at + 1).map(|(number, _)| (number, at + 2))?;
        let week = i8::try_from(number).ok().filter(|week| (1..=53).contains(week))?;
        Some(Reading::relative(Shape::Pattern(Pattern::Part(Unit::Week, week)), end))
    }

    /// "Year to date".
    fn to_date(&self, at: usize) -> Option<Reading> {
        (self.key(at + 1, Key::To) && self.word(at + 2).eq_ignore_ascii_case("date")).then_some(())?;
        let period =
            self.now(Unit::Day).and_then(|now| Some(Period { end: now, ..Period::year(now.year())? }));
        let period = period.filter(|period| period.start < period.end);
        Some(Reading::relative(period.map_or(Shape::Unresolved, Shape::Counted), at + 3))
    }
}
