//! Texts to tokens in other languages than English: by the words of each language, phrases as one token.

use std::sync::LazyLock;

use crate::data::data;
use crate::hash::HashMap;
use crate::insight::dates::lex::{Key, Sense, Token, mark, meaning};
use crate::insight::grammar::Grammar;
use crate::order::Arrange as _;

/// The words of a language: by the first of a phrase, its others and what it means, the longest first.
pub(super) struct Table(HashMap<String, Vec<(Vec<String>, Sense)>>);

impl Table {
    fn of(list: &str) -> Self {
        let mut all: HashMap<String, Vec<(Vec<String>, Sense)>> = HashMap::new();
        let lines = list.lines();
        for (class, phrases) in lines.filter_map(|line| line.split_once(": ")) {
            let Some(sense) = meaning(class) else { continue };
            for phrase in phrases.split(' ') {
                let mut words = phrase.split('_').map(normal);
                let Some(first) = words.next() else { continue };
                all.entry(first).or_default().push((words.collect(), sense));
            }
        }
        all.values_mut().for_each(|phrases| phrases.arrange_by_key(|(rest, _)| usize::MAX - rest.len()));
        Self(all)
    }
}

static GERMAN: LazyLock<Table> = LazyLock::new(|| Table::of(data!("de.txt")));
static FRENCH: LazyLock<Table> = LazyLock::new(|| Table::of(data!("fr.txt")));
static SPANISH: LazyLock<Table> = LazyLock::new(|| Table::of(data!("es.txt")));
static ARABIC: LazyLock<Table> = LazyLock::new(|| Table::of(data!("ar.txt")));

fn table(grammar: Grammar) -> Option<&'static Table> {
    match grammar {
        Grammar::German => Some(&GERMAN),
        Grammar::French => Some(&FRENCH),
        Grammar::Spanish => Some(&SPANISH),
        Grammar::Arabic => Some(&ARABIC),
        Grammar::English | Grammar::Other => None,
    }
}

/// Letters that Arabic writes together with the next word: and, in, for, so.
const PREFIXES: [char; 4] = ['و', 'ب', 'ل', 'ف'];

/// Fewest bytes of an Arabic word that a letter may be written together with.
const FEWEST_BYTES: usize = 6;

/// A word in small letters and without what may be left out: Arabic vowels, the hamza of an alif. Apostrophes and dashes
/// of all kinds are one.
fn normal(word: &str) -> String {
    let kept = word.chars().filter(|&c| !is_vowel(c));
    let plain = kept.map(|c| match c {
        'أ' | 'إ' | 'آ' => 'ا',
        'ى' => 'ي',
        c => mark(c),
    });
    plain.flat_map(char::to_lowercase).collect()
}

/// Arabic vowel signs and the line that stretches a word.
fn is_vowel(c: char) -> bool {
    matches!(c, '\u{64b}'..='\u{652}' | '\u{670}' | '\u{640}')
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() || is_vowel(c)
}

/// The value of a digit, European or Arabic.
fn digit(c: char) -> Option<u32> {
    let value = u32::from(c);
    match c {
        '٠'..='٩' => Some(value - u32::from('٠')),
        '۰'..='۹' => Some(value - u32::from('۰')),
        _ => c.to_digit(10),
    }
}

/// Cuts a text. Cost: linear.
pub(in crate::insight::dates) fn tokens(grammar: Grammar, text: &str) -> Vec<Token> {
    let mut pieces = Vec::new();
    let mut characters = text.char_indices().peekable();
    while let Some((start, first)) = characters.next() {
        if first.is_whitespace() {
            continue;
        }
        let class: Option<fn(char) -> bool> = if digit(first).is_some() {
            Some(|c| digit(c).is_some())
        } else if is_letter(first) {
            Some(is_letter)
        } else {
            None
        };
        let mut end = start + first.len_utf8();
        while let Some(class) = class
            && let Some((at, c)) = characters.next_if(|&(_, c)| class(c))
        {
            end = at + c.len_utf8();
        }
        pieces.push((start, end));
    }
    let words = table(grammar).map(|table| &table.0);
    let arabic = grammar == Grammar::Arabic;
    let mut all: Vec<Token> = Vec::with_capacity(pieces.len());
    let mut normals: Vec<String> = Vec::with_capacity(pieces.len());
    let mut cut = Vec::with_capacity(pieces.len());
    for (start, end) in pieces {
        let written = text.get(start..end).unwrap_or_default();
        let word = normal(written);
        let known = |word: &str| words.is_some_and(|words| words.contains_key(word));
        let prefix = word.chars().next().filter(|first| arabic && PREFIXES.contains(first));
        if let Some(first) = prefix
            && !known(&word)
            && let Some(rest) =
                word.get(first.len_utf8()..).filter(|rest| rest.len() >= FEWEST_BYTES && known(rest))
        {
            let middle = start + first.len_utf8();
            cut.extend([(start, middle), (middle, end)]);
            normals.extend([first.to_string(), rest.to_owned()]);
        } else {
            cut.push((start, end));
            normals.push(word);
        }
    }
    let mut at = 0;
    while let Some(&(start, end)) = cut.get(at) {
        let phrases = normals.get(at).and_then(|word| words?.get(word));
        let phrase = phrases
            .into_iter()
            .flatten()
            .find(|(rest, _)| normals.get(at + 1..).is_some_and(|next| next.starts_with(rest)));
        let count = 1 + phrase.map_or(0, |(rest, _)| rest.len());
        let end = cut.get(at + count - 1).map_or(end, |last| last.1);
        let written = text.get(start..end).unwrap_or_default();
        let glued = all.last().is_some_and(|last: &Token| last.end == start);
        let sense = match phrase {
            Some((_, sense)) => *sense,
            None => plain(grammar, written),
        };
        at += count;
        let ordinal = glued && matches!(written, "er" | "re" | "º" | "ª" | "°");
        // "1.º", as Spanish has it.
        if ordinal
            && let [.., Token { sense: Sense::Number(..), .. }, stop] = all.as_slice()
            && stop.glued
            && stop.sense == Sense::Mark('.')
        {
            all.pop();
        }
        if ordinal
            && let Some(last) = all.last_mut()
            && let Sense::Number(value, 1..=2) = last.sense
        {
            last.sense = Sense::Ordinal(value);
            last.end = end;
            continue;
        }
        all.push(Token { start, end, glued, capital: written.starts_with(char::is_uppercase), sense });
    }
    all
}

/// What digits, a mark or a word without meaning are.
fn plain(grammar: Grammar, written: &str) -> Sense {
    let Some(first) = written.chars().next() else { return Sense::Other };
    if is_letter(first) {
        return ending(grammar, written).map_or(Sense::Other, Sense::Key);
    }
    if digit(first).is_none() {
        return Sense::Mark(mark(first));
    }
    let length = u8::try_from(written.chars().count()).unwrap_or(u8::MAX);
    let value = written.chars().try_fold(0u32, |value, c| value.checked_mul(10)?.checked_add(digit(c)?));
    value.map_or(Sense::Other, |value| Sense::Number(value, length))
}

/// Whether a word that is no word of dates is a form that only verbs of a tense have: Spanish "será", "decidió".
fn ending(grammar: Grammar, word: &str) -> Option<Key> {
    let long = word.starts_with(char::is_lowercase) && word.chars().count() > 3;
    let ends = |endings: &[&str]| long && endings.iter().any(|ending| word.ends_with(ending));
    match grammar {
        Grammar::Spanish if ends(&["rá", "rán"]) => Some(Key::Future),
        Grammar::Spanish if ends(&["ó", "aron", "ieron"]) => Some(Key::Was),
        Grammar::French if ends(&["dra", "era", "ira", "ront"]) => Some(Key::Future),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTS: [&str; 4] = [data!("de.txt"), data!("fr.txt"), data!("es.txt"), data!("ar.txt")];

    #[test]
    fn every_class_has_a_meaning_and_no_word_stands_in_two() {
        for list in LISTS {
            let mut words = std::collections::BTreeMap::new();
            for line in list.lines() {
                let (class, of) = line.split_once(": ").unwrap();
                assert!(meaning(class).is_some(), "{class}");
                for word in of.split(' ') {
                    if let Some(other) = words.insert(normal(word), class) {
                        assert!(other == class, "{word}: {other}, {class}");
                    }
                }
            }
        }
    }

    #[test]
    fn phrases_digits_and_letters_written_together_are_parted() {
        let senses =
            |grammar, text| tokens(grammar, text).into_iter().map(|token| token.sense).collect::<Vec<_>>();
        assert_eq!(senses(Grammar::French, "aujourd’hui"), [Sense::Day(0)]);
        assert_eq!(senses(Grammar::French, "1er mars"), [Sense::Ordinal(1), Sense::Month(3)]);
        assert_eq!(senses(Grammar::Arabic, "٣ كانون الثاني"), [Sense::Number(3, 1), Sense::Month(1)]);
        assert_eq!(senses(Grammar::Arabic, "وأمس"), [Sense::Other, Sense::Day(-1)]);
    }
}
