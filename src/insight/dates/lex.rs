//! Text to tokens: runs of letters, runs of digits, single marks, each with the one meaning that dates know it by.
//!
//! Words stand in `words.txt`, so the rules that follow compare meanings and never strings.

use std::sync::LazyLock;

use super::Unit;
use super::pattern::holiday_openers;
use crate::data::data;
use crate::hash::HashMap;

/// What a token means to a date. Words without meaning here are `Other`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// Any other word.
    Other,
    /// Digits: their value and how many.
    Number(u32, u8),
    /// A number word below twenty, a ten, a hundred, a thousand.
    Cardinal(u32),
    /// An ordinal number, in digits or as a word.
    Ordinal(u32),
    /// 1 for January.
    Month(i8),
    /// 1 for Monday.
    Weekday(i8),
    /// 1 for spring.
    Season(i8),
    /// "Nineties": 90.
    Decade(u32),
    /// A measure of time; hours and shorter are `None`.
    Unit(Option<Unit>),
    /// The first word of a day with a name.
    Holiday,
    /// A day so many days from today: -1 for "gestern".
    Day(i8),
    /// Two of a unit in one word, as Arabic has it.
    Pair(Unit),
    /// A word of the grammar.
    Key(Key),
    /// Any character that is neither letter nor digit; all apostrophes are `'`, all dashes `-`.
    Mark(char),
}

macro_rules! keys {
    ($($name:ident $text:literal),* $(,)?) => {
        /// Words of the grammar, by the class they have in `words.txt`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        pub(super) enum Key { $($name),* }

        fn key(class: &str) -> Option<Key> {
            match class {
                $($text => Some(Key::$name),)*
                _ => None,
            }
        }

        #[cfg(test)]
        const CLASSES: &[&str] = &[$($text),*];
    };
}

keys! {
    A "a", After "after", Ago "ago", Approximate "approximate", And "and", Any "any", At "at", Before "before", Between "between",
    Be "be", Business "business", By "by", Clock "clock", Coming "coming", Counted "counted", Current "current", During "during",
    Early "early", Earlier "earlier", End "end", Few "few", Following "following", For "for", From "from",
    Future "future", Holiday "holiday", In "in", Last "last", Late "late", Later "later", Middle "middle", MonthEnd "monthend",
    Morning "morning", Named "named", Next "next", Now "now", Of "of", On "on", Or "or", Past "past", Perfect "perfect",
    Prefix "prefix", Previous "previous", Recent "recent", Recently "recently", Recurring "recurring", Rest "rest", S "s", Same "same",
    Since "since", Soon "soon", Start "start", Starting "starting", That "that", The "the", This "this",
    Through "through", Time "time", To "to", Today "today", Tomorrow "tomorrow", Tonight "tonight",
    Until "until", Was "was", Within "within", YearEnd "yearend", Yesterday "yesterday",
}

/// A token at its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub start: usize,
    pub end: usize,
    /// Whether no space parts it from the token before.
    pub glued: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
    pub sense: Sense,
}

static WORDS: LazyLock<HashMap<&'static str, Sense>> = LazyLock::new(|| {
    let lines = data!("words.txt").lines();
    let mut all = HashMap::default();
    for (class, words) in lines.filter_map(|line| line.split_once(':')) {
        if let Some(sense) = meaning(class) {
            all.extend(words.split_whitespace().map(|word| (word, sense)));
        }
    }
    for opener in holiday_openers() {
        all.entry(opener).or_insert(Sense::Holiday);
    }
    all
});

/// What the words of a class mean, which is named as in `words.txt`.
pub(super) fn meaning(class: &str) -> Option<Sense> {
    let Some((class, argument)) = class.split_once(' ') else {
        return key(class).map(Sense::Key);
    };
    if class == "day" {
        return argument.parse().ok().map(Sense::Day);
    }
    if matches!(class, "unit" | "pair") {
        let unit = match argument {
            "day" => Some(Unit::Day),
            "week" => Some(Unit::Week),
            "fortnight" => Some(Unit::Fortnight),
            "weekend" => Some(Unit::Weekend),
            "month" => Some(Unit::Month),
            "quarter" => Some(Unit::Quarter),
            "half" => Some(Unit::Half),
            "season" => Some(Unit::Season),
            "year" => Some(Unit::Year),
            "decade" => Some(Unit::Decade),
            "century" => Some(Unit::Century),
            _ => None,
        };
        return if class == "unit" { Some(Sense::Unit(unit)) } else { unit.map(Sense::Pair) };
    }
    let number: u32 = argument.parse().ok()?;
    let small = i8::try_from(number).unwrap_or_default();
    Some(match class {
        "month" => Sense::Month(small),
        "weekday" => Sense::Weekday(small),
        "season" => Sense::Season(small),
        "cardinal" => Sense::Cardinal(number),
        "ordinal" => Sense::Ordinal(number),
        "decade" => Sense::Decade(number),
        _ => return None,
    })
}

/// Longest word that has a meaning, in bytes.
const LONGEST: usize = 16;

/// Cuts a text. Cost: linear.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut all: Vec<Token> = Vec::new();
    let mut characters = text.char_indices().peekable();
    while let Some((start, first)) = characters.next() {
        if first.is_whitespace() {
            continue;
        }
        let mut end = start + first.len_utf8();
        let mut extend = |class: fn(char) -> bool| {
            while let Some((at, c)) = characters.next_if(|&(_, c)| class(c)) {
                end = at + c.len_utf8();
            }
        };
        let sense = if first.is_ascii_digit() {
            extend(|c| c.is_ascii_digit());
            number(text.get(start..end).unwrap_or_default())
        } else if first.is_alphabetic() {
            extend(char::is_alphabetic);
            word(text.get(start..end).unwrap_or_default())
        } else {
            Sense::Mark(mark(first))
        };
        let glued = all.last().is_some_and(|last| last.end == start);
        if glued
            && let Some(last) = all.last_mut()
            && let Sense::Number(value, 1..=2) = last.sense
            && text.get(start..end).is_some_and(is_ordinal_ending)
        {
            last.sense = Sense::Ordinal(value);
            last.end = end;
            continue;
        }
        all.push(Token { start, end, glued, capital: first.is_uppercase(), sense });
    }
    all
}

/// Apostrophes, dashes and quotation marks of all kinds as one.
pub(super) fn mark(c: char) -> char {
    match c {
        '’' | '‘' | '`' | 'ʼ' => '\'',
        '–' | '—' | '‐' | '‑' | '‒' => '-',
        '“' | '”' => '"',
        other => other,
    }
}

fn is_ordinal_ending(text: &str) -> bool {
    ["st", "nd", "rd", "th"].iter().any(|ending| text.eq_ignore_ascii_case(ending))
}

fn number(digits: &str) -> Sense {
    let count = u8::try_from(digits.len()).unwrap_or(u8::MAX);
    digits.parse().map_or(Sense::Other, |value| Sense::Number(value, count))
}

fn word(text: &str) -> Sense {
    if text.len() > LONGEST || !text.is_ascii() {
        return Sense::Other;
    }
    let mut lower = [0u8; LONGEST];
    let Some(lower) = lower.get_mut(..text.len()) else { return Sense::Other };
    lower.copy_from_slice(text.as_bytes());
    lower.make_ascii_lowercase();
    let lower = std::str::from_utf8(lower).unwrap_or_default();
    if let Some(&sense) = WORDS.get(lower) {
        return sense;
    }
    Sense::Other
}

#[cfg(test)]
mod tests {
    use super::*;

    fn senses(text: &str) -> Vec<Sense> {
        tokens(text).into_iter().map(|token| token.sense).collect()
    }

    #[test]
    fn every_class_of_the_list_has_a_meaning_and_every_meaning_a_class() {
        let lines = data!("words.txt").lines();
        let classes: Vec<&str> =
            lines.filter_map(|line| line.split_once(':')).map(|(class, _)| class).collect();
        for class in &classes {
            assert!(meaning(class).is_some(), "{class}");
        }
        for class in CLASSES {
            assert!(classes.contains(class), "{class}");
        }
    }

    #[test]
    fn no_word_stands_in_two_classes() {
        let lines = data!("words.txt").lines();
        let words: Vec<&str> = lines
            .filter_map(|line| line.split_once(':'))
            .flat_map(|(_, words)| words.split_whitespace())
            .collect();
        let openers = WORDS.values().filter(|sense| **sense == Sense::Holiday).count();
        assert_eq!(words.len() + openers, WORDS.len());
        assert!(words.iter().all(|word| word.len() <= LONGEST && *word == word.to_lowercase()));
    }

    #[test]
    fn digits_with_an_ending_are_one_ordinal() {
        assert_eq!(senses("04th Jan"), [Sense::Ordinal(4), Sense::Month(1)]);
        assert_eq!(senses("mar4"), [Sense::Month(3), Sense::Number(4, 1)]);
        assert_eq!(senses("1990s"), [Sense::Number(1990, 4), Sense::Key(Key::S)]);
    }

    #[test]
    fn numbers_too_large_for_any_date_are_no_numbers() {
        assert_eq!(senses("99999999999999999999"), [Sense::Other]);
    }

    #[test]
    fn apostrophes_and_dashes_of_all_kinds_are_one() {
        assert_eq!(
            senses("year’s 5–7"),
            [
                Sense::Unit(Some(Unit::Year)),
                Sense::Mark('\''),
                Sense::Key(Key::S),
                Sense::Number(5, 1),
                Sense::Mark('-'),
                Sense::Number(7, 1)
            ]
        );
    }
}
