//! Counts of units: "two weeks ago", "ten years after the war", "the last three months", "for two days".

use super::calendar::{Period, business_days, shifted};
use super::civil::Day;
use super::lex::{Key, Sense};
use super::mention::{Unit, Value};
use super::parser::{Parser, Reading, Shape};

/// How far a clause is read to learn its tense.
const CLAUSE: usize = 30;
/// How many clauses of one kind are passed over on the way to the main clause.
const MOST_CLAUSES: usize = 3;

/// How many of a unit.
#[derive(Clone, Copy)]
enum Count {
    Exact(i32),
    /// A few, several.
    Vague,
}

/// A count with its unit: "ten years", "four business days", "two years and three months".
#[derive(Clone)]
struct Amount {
    count: Count,
    unit: Unit,
    /// Smaller counts beside it.
    rest: Vec<(i32, Unit)>,
    business: bool,
    end: usize,
}

impl Amount {
    /// The day so many units from another; `sign` is the direction.
    fn from(&self, day: Day, sign: i32) -> Option<Day> {
        let Count::Exact(count) = self.count else { return None };
        let count = count.checked_mul(sign)?;
        if self.business {
            return business_days(day, count);
        }
        self.rest
            .iter()
            .try_fold(shifted(day, count, self.unit)?, |day, &(count, unit)| shifted(day, count * sign, unit))
    }

    /// The smallest unit, which is as exact as a day counted by it.
    fn exact(&self) -> Unit {
        self.rest.last().map_or(self.unit, |&(_, unit)| unit)
    }
}

impl Parser<'_> {
    /// What begins with a count: "two weeks ago", "ten years after 2004", "in three days", "two days".
    pub fn counted(&self, at: usize) -> Option<Reading> {
        if self.any(at, &[Key::In, Key::Within]) {
            return self.ahead(at);
        }
        // Without its article it is no count any more.
        (!matches!(self.sense(at), Sense::Unit(_))).then_some(())?;
        let amount = self.amount(at)?;
        let whole = self.with_rest(amount.clone());
        let counts = self.counts(whole.end);
        let amount = if counts { whole } else { amount };
        let next = self.skip_possessive(amount.end);
        let duration = || match amount.count {
            // "Three times a week", "barrels a day": a measure, no time.
            Count::Exact(1) if self.key(at, Key::A) && !self.measures_time(at) => None,
            // "A quarter" is mostly a fourth.
            _ if matches!(amount.unit, Unit::Quarter | Unit::Half | Unit::Season) => None,
            Count::Exact(count) if count > 0 => {
                // A duration of several units is given by its longest.
                let value = Value::Duration { count: count.unsigned_abs(), unit: amount.unit };
                Some(Reading::relative(Shape::Off(value), amount.end))
            }
            _ => None,
        };
        // "Five upcoming years", "the 3 past weeks".
        let inner = (at..amount.end).find_map(|at| match self.sense(at) {
            Sense::Key(Key::Past | Key::Last | Key::Previous) => Some(-1),
            Sense::Key(Key::Coming | Key::Next | Key::Following) => Some(1),
            _ => None,
        });
        if let (Some(steps), Count::Exact(count)) = (inner, amount.count) {
            return Some(self.stretch(count, &amount, steps, amount.end));
        }
        if matches!(amount.count, Count::Vague) {
            return match self.sense(next) {
                Sense::Key(Key::Ago | Key::Earlier) => self.vague(-1, next + 1),
                Sense::Key(Key::Later) => self.vague(1, next + 1),
                _ => None,
            };
        }
        match self.sense(next) {
            Sense::Key(Key::Ago) => {
                // "A week ago today".
                let end = self.skip(next + 1, Key::Today);
                Some(self.counted_from(&amount, self.now(amount.unit), -1, end))
            }
            Sense::Key(Key::Earlier) => {
                Some(self.counted_from(&amount, self.base(at, amount.unit, -1), -1, next + 1))
            }
            Sense::Key(Key::Later) => {
                Some(self.counted_from(&amount, self.base(at, amount.unit, 1), 1, next + 1))
            }
            Sense::Key(Key::From) if self.key(next + 1, Key::Now) => {
                Some(self.counted_from(&amount, self.now(amount.unit), 1, next + 2))
            }
            Sense::Key(Key::Starting) => self.starting(&amount, next + 1).or_else(duration),
            Sense::Key(Key::Since) => self.since(&amount, next).or_else(duration),
            Sense::Key(Key::After | Key::Before | Key::From) => {
                self.counted_around(&amount, next).or_else(duration)
            }
            Sense::Mark(',') if self.key(next + 1, Key::From) => {
                self.starting(&amount, next + 2).or_else(duration)
            }
            _ => duration(),
        }
    }

    /// Whether a word stands there that counts what is before it from some day.
    fn counts(&self, at: usize) -> bool {
        self.any(at, &[Key::Ago, Key::Earlier, Key::Later, Key::After, Key::Before, Key::From])
    }

    /// "Three months" in "the last three months".
    pub fn deictic_amount(&self, steps: i32, at: usize) -> Option<Reading> {
        // "For the last three months, and two days ago" are two.
        let amount = self.amount(at)?;
        let whole = self.with_rest(amount.clone());
        let amount = if self.counts(whole.end) { amount } else { whole };
        match amount.count {
            _ if steps == 0 => None,
            Count::Vague => self.vague(steps, amount.end),
            Count::Exact(count) => Some(self.stretch(count, &amount, steps, amount.end)),
        }
    }

    pub fn vague(&self, steps: i32, end: usize) -> Option<Reading> {
        let value = match steps {
            -1 => Value::VaguePast,
            1 => Value::VagueFuture,
            _ => return None,
        };
        Some(Reading::relative(Shape::Off(value), end))
    }

    /// One unit up to the day of publication: "the past year".
    pub fn past_unit(&self, unit: Unit, end: usize) -> Reading {
        let amount = Amount { count: Count::Exact(1), unit, rest: Vec::new(), business: false, end };
        self.stretch(1, &amount, -1, end)
    }

    /// So many units up to, or from, the day of publication.
    fn stretch(&self, count: i32, amount: &Amount, steps: i32, end: usize) -> Reading {
        let unit = amount.unit;
        let period = self.now(Unit::Day).and_then(|now| {
            if unit == Unit::Quarter {
                let here = Period::around(now, unit)?;
                let first = here.step(if steps < 0 { -count } else { 1 })?;
                return Some(Period { end: first.step(count - 1)?.end, ..first });
            }
            let (start, end) = match steps {
                -1 => (amount.from(now, -1)?, now),
                _ if amount.business => (business_days(now, 1)?, amount.from(now, 1)?.tomorrow()?),
                _ => (now.tomorrow()?, amount.from(now.tomorrow()?, 1)?),
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
        if self.any(next, &[Key::Coming, Key::Past, Key::Last, Key::Next, Key::Previous, Key::Following])
            || self.mark(next, '-') && self.glued(next)
        {
            next += 1;
        }
        // "Two and a half years".
        let mut halves = self.and_a_half(next);
        next = halves.unwrap_or(next);
        let business = self.key(next, Key::Business);
        next += usize::from(business);
        let Sense::Unit(Some(unit)) = self.sense(next) else { return None };
        // "A year and a half".
        next += 1;
        halves = halves.or_else(|| self.and_a_half(next));
        let simple = Amount { count, unit, rest: Vec::new(), business, end: next };
        let (Count::Exact(whole), Some(end)) = (count, halves) else { return Some(simple) };
        let (unit, each) = match unit {
            Unit::Century => (Unit::Year, 100),
            Unit::Decade => (Unit::Year, 10),
            Unit::Year => (Unit::Month, 12),
            _ => return None,
        };
        let count = Count::Exact(whole.checked_mul(each)?.checked_add(each / 2)?);
        Some(Amount { count, unit, end: end.max(next), ..simple })
    }

    /// The same with the smaller counts behind it: "3 months, 2 weeks and 2 days".
    fn with_rest(&self, mut amount: Amount) -> Amount {
        while let Count::Exact(_) = amount.count
            && matches!(self.sense(amount.end), Sense::Key(Key::And) | Sense::Mark(','))
            && let Some(next) = self.amount(self.skip(amount.end + 1, Key::And))
            && next.unit < amount.exact()
            && let Count::Exact(count) = next.count
        {
            amount.rest.push((count, next.unit));
            amount.end = next.end;
        }
        amount
    }

    /// Whether "a week" at a place tells how long, by the word before it.
    fn measures_time(&self, at: usize) -> bool {
        let led = [Key::For, Key::In, Key::Within, Key::During, Key::Approximate, Key::After];
        self.preceded(at, &led) || at > 0 && self.is_word(at - 1, "than")
    }

    fn and_a_half(&self, at: usize) -> Option<usize> {
        let half = self.key(at, Key::And)
            && self.key(at + 1, Key::A)
            && self.sense(at + 2) == Sense::Unit(Some(Unit::Half));
        half.then_some(at + 3)
    }

    fn counted_from(&self, amount: &Amount, from: Option<Day>, sign: i32, end: usize) -> Reading {
        let day = from.and_then(|from| amount.from(from, sign));
        let unit = if amount.exact() == Unit::Fortnight { Unit::Week } else { amount.exact() };
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
            return Some(self.stretch(count, &amount, 1, amount.end));
        }
        if self.key(at + 1, Key::The) {
            return None;
        }
        let time = self.skip_possessive(amount.end);
        if self.key(time, Key::Time) {
            return Some(self.counted_from(&amount, self.now(amount.unit), 1, time + 1));
        }
        let back = self.clause_before(at).any(|at| match self.sense(at) {
            Sense::Key(Key::Perfect | Key::Time) | Sense::Ordinal(_) => true,
            // "The worst in ten years".
            Sense::Other if self.word(at).ends_with("st") => {
                self.word(at).ends_with("est") || self.is_word(at, "worst")
            }
            _ => self.is_past(at),
        });
        if back && !self.clause_before(at).any(|at| self.key(at, Key::Future)) {
            return None;
        }
        let from_now = self.key(amount.end, Key::From) && self.any(amount.end + 1, &[Key::Now, Key::Today]);
        let end = amount.end + if from_now { 2 } else { 0 };
        Some(self.counted_from(&amount, self.now(amount.unit), 1, end))
    }

    /// "Two weeks starting May 20".
    fn starting(&self, amount: &Amount, at: usize) -> Option<Reading> {
        let from_at = at + usize::from(self.any(at, &[Key::On, Key::From]));
        let from = self.deeper(|| self.single(from_at))?;
        let start = self.period_of(&from)?.start;
        let period = Period { start, end: amount.from(start, 1)?, unit: amount.unit };
        Some(Reading { shape: Shape::Counted(period), ..from })
    }

    /// "The ten years since the war began": the war began ten years before the publication.
    fn since(&self, amount: &Amount, at: usize) -> Option<Reading> {
        let dated = self.deeper(|| self.single(self.skip(at + 1, Key::The)));
        dated.is_none().then(|| self.counted_from(amount, self.now(amount.unit), -1, at + 1))
    }

    /// "Three days after May 5", "ten years after the war".
    fn counted_around(&self, amount: &Amount, at: usize) -> Option<Reading> {
        let sign = if self.key(at, Key::Before) { -1 } else { 1 };
        // "Three days prior to".
        let event = if sign < 0 { self.skip(at + 1, Key::To) } else { at + 1 };
        if let Some(from) = self.deeper(|| self.single(event))
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
        if sign > 0 && amount.unit >= Unit::Month && self.tells_of_now(at) {
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
        for _ in 0..MOST_CLAUSES {
            let Some(amount) = self.amount(comma + 2).filter(|amount| {
                self.key(comma + 1, Key::And) && self.any(amount.end, &[Key::After, Key::Since])
            }) else {
                break;
            };
            let Some(next) = clause(amount.end).filter(|&end| self.mark(end, ',')) else { return false };
            comma = next;
        }
        let end = clause(comma + 1).unwrap_or(comma + 1 + CLAUSE);
        end > comma + 1 && !(comma + 1..end).any(|at| self.is_past(at))
    }
}
