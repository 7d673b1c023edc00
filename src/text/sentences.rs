//! Sentences: where each begins and ends in a block of prose.
//!
//! Rules in the manner of Grefenstette and Tapanainen (1994): a terminator ends a sentence unless what stands
//! before it (an abbreviation, an initial, the number of a list item) or after it (a small letter, a comma, the
//! verb of a speaker) says that the sentence goes on. The words that the rules turn on are three lists beside
//! this file. Closing quotes and brackets belong to the sentence they close; what stands in brackets is never
//! parted; a quotation of several sentences is.

use std::ops::Range;
use std::sync::LazyLock;

use crate::data::data;
use crate::hash::{HashMap, HashSet};

use items::inline_items;
use wide::part_clauses;
pub(crate) use wide::{is_wide_terminator, is_without_marks};

mod items;
#[cfg(test)]
mod tests;
mod wide;

/// What may follow an abbreviation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Abbreviation {
    /// A name: the sentence goes on.
    Title,
    /// A number, else the sentence ends.
    Number,
    /// Like `Number`, when written with a capital.
    Date,
    /// Anything: the sentence ends only before a word that opens sentences.
    Part,
    /// Like `Part`, when written with a capital.
    State,
}

static ABBREVIATIONS: LazyLock<HashMap<&str, Abbreviation>> = LazyLock::new(|| {
    let mut all = HashMap::new();
    for (class, words) in data!("abbreviations.txt").lines().filter_map(|line| line.split_once(':')) {
        let class = match class {
            "title" => Abbreviation::Title,
            "number" => Abbreviation::Number,
            "date" => Abbreviation::Date,
            "state" => Abbreviation::State,
            _ => Abbreviation::Part,
        };
        all.extend(words.split_whitespace().map(|word| (word, class)));
    }
    all
});

/// Longest bracket, in bytes, that is taken as part of a sentence; a longer one is more likely never closed.
const LONGEST_BRACKET: usize = 600;

fn listed(list: &'static str) -> HashSet<&'static str> {
    list.split_whitespace().collect()
}

/// Whether a word opens sentences and begins no name.
fn opens_sentences(word: &str) -> bool {
    static OPENERS: LazyLock<HashSet<&str>> = LazyLock::new(|| listed(data!("sentence_openers.txt")));
    let word = word.split(['\'', '’']).next().unwrap_or(word);
    OPENERS.contains(word.to_ascii_lowercase().as_str())
}

/// Whether a word, in small letters, is a verb that names a speaker: said, asked …
pub(crate) fn is_speech_verb(word: &str) -> bool {
    static VERBS: LazyLock<HashSet<&str>> = LazyLock::new(|| listed(data!("speech_verbs.txt")));
    VERBS.contains(word)
}

/// Byte ranges of the sentences of `text`: in order, apart, trimmed, none empty; together they cover all that
/// is not white space. A single line break is white space; a blank line ends a sentence.
#[must_use]
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = skip_space(text, 0);
    let items = inline_items(text, start);
    let mut items = items.iter().copied().peekable();
    let mut at = start;
    while let Some(rest) = text.get(at..) {
        let Some((offset, c)) = rest.char_indices().find(|&(_, c)| may_end(c)) else {
            break;
        };
        let here = at + offset;
        if let Some(&item) = items.peek()
            && item <= here
        {
            items.next();
            push(text, start..item, &mut found);
            (start, at) = (item, at.max(item));
            continue;
        }
        let (end, next) = judge(text, start, here, c);
        at = next;
        if end {
            push(text, start..next, &mut found);
            start = skip_space(text, next);
            at = start;
        }
    }
    for item in items {
        push(text, start..item, &mut found);
        start = item;
    }
    push(text, start..text.len(), &mut found);
    part_clauses(text, found)
}

fn push(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let piece = text.get(range.clone()).unwrap_or_default();
    let start = range.start + (piece.len() - piece.trim_start().len());
    let end = start + piece.trim().len();
    if start < end {
        found.push(start..end);
    }
}

fn skip_space(text: &str, at: usize) -> usize {
    text.get(at..).map_or(at, |rest| text.len() - rest.trim_start().len())
}

fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…') || is_wide_terminator(c)
}

fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '‣' | '◦' | '▪' | '⁃' | '●')
}

fn may_end(c: char) -> bool {
    is_terminator(c) || matches!(c, '\n' | '(' | '[' | '（') || is_bullet(c)
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '”' | '“' | '’' | '‘' | '\'' | '»' | '«' | '„')
}

fn first(text: &str) -> char {
    text.chars().next().unwrap_or('\0')
}

/// Judges the character at `here`: whether a sentence ends there, and where to read on (the end, if one ends).
fn judge(text: &str, start: usize, here: usize, c: char) -> (bool, usize) {
    let after = here + c.len_utf8();
    match c {
        '\n' => (text.get(after..).is_some_and(is_blank_line), after),
        '(' | '[' | '（' => match closing(text, here) {
            // The bracket itself may close on a terminator: "(It was late.) He left."
            Some(close) if ends_in_terminator(text, close) => follow(text, start, close, close),
            Some(close) => (false, close + text.get(close..).map_or(1, |rest| first(rest).len_utf8())),
            None => (false, after),
        },
        c if is_bullet(c) => {
            let spaced = text.get(start..here).is_some_and(|before| before.ends_with(char::is_whitespace));
            if spaced && here > start { (true, here) } else { (false, after) }
        }
        _ => {
            let (last, end) = terminators(text, here);
            follow(text, start, last, end)
        }
    }
}

fn is_blank_line(rest: &str) -> bool {
    let line = rest.trim_start_matches([' ', '\t', '\r']);
    line.starts_with('\n')
}

fn ends_in_terminator(text: &str, close: usize) -> bool {
    text.get(..close).is_some_and(|inside| inside.trim_end_matches(is_quote).ends_with(is_terminator))
}

/// Where the bracket that opens at `open` closes.
fn closing(text: &str, open: usize) -> Option<usize> {
    let mut depth = 0usize;
    for (offset, c) in text.get(open..)?.char_indices().take_while(|&(offset, _)| offset < LONGEST_BRACKET) {
        match c {
            '(' | '[' | '（' => depth += 1,
            ')' | ']' | '）' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(open + offset);
        }
    }
    None
}

/// The run of terminators that begins at `here`: where its last one stands, and where it ends. The spaced
/// ellipsis ". . ." is one run; a stop before one (". . . .", attached to a word) stands alone.
fn terminators(text: &str, here: usize) -> (usize, usize) {
    let mut last = here;
    let mut end = here;
    let mut spaced = 0;
    let rest = text.get(here..).unwrap_or_default();
    let mut chars = rest.char_indices().peekable();
    let mut before_space = (here, here);
    while let Some((offset, c)) = chars.next() {
        if is_terminator(c) {
            last = here + offset;
            end = last + c.len_utf8();
        } else if c == ' ' && chars.peek().is_some_and(|&(_, c)| c == '.') {
            if spaced == 0 {
                before_space = (last, end);
            }
            spaced += 1;
        } else {
            break;
        }
    }
    let attached = text.get(..here).is_some_and(|before| before.ends_with(|c: char| !c.is_whitespace()));
    let closed = text.get(end..).is_none_or(|rest| rest.is_empty() || rest.starts_with(is_quote));
    if spaced > 2 && attached && !closed { before_space } else { (last, end) }
}

/// Judges a terminator at `last` by what follows it, then by what stands before it.
fn follow(text: &str, start: usize, last: usize, mut end: usize) -> (bool, usize) {
    let Some(terminator) = text.get(last..).map(first) else {
        return (false, text.len());
    };
    end = end.max(last + terminator.len_utf8());
    let run_end = end;
    if is_wide_terminator(terminator) {
        end = wide::closed(text, start, end);
        let rest = text.get(end..).unwrap_or_default();
        return (!(wide::is_decimal(text, last) || end > run_end && wide::goes_on(rest)), end);
    }
    while let Some(c) = text.get(end..).map(first) {
        let footnote =
            c == '[' && closing(text, end).is_some_and(|close| is_number(text.get(end + 1..close)));
        if footnote {
            end = closing(text, end).map_or(end, |close| close + 1);
        } else if is_quote(c) || matches!(c, ')' | ']') {
            end += c.len_utf8();
        } else if let Some(close) = spaced_close(text, end) {
            end = close;
        } else {
            break;
        }
    }
    let rest = text.get(end..).unwrap_or_default();
    if rest.trim_start().is_empty() {
        return (true, end);
    }
    let lead = text.get(start..run_end).unwrap_or_default();
    if !lead.contains(char::is_alphanumeric) {
        return (false, end);
    }
    let closed_quote = text.get(run_end..end).is_some_and(|closers| closers.contains(is_quote));
    let goes_on = if rest.starts_with(char::is_whitespace) {
        let next = rest.trim_start();
        let aside =
            next.starts_with('(') && closing(next, 0).is_some_and(|close| is_carried_on(next, close + 1));
        let next = opening_off(next);
        let stops = lead.chars().rev().take_while(|&c| c == '.' || c == ' ').filter(|&c| c == '.').count();
        let ellipsis = terminator == '…' || (terminator == '.' && stops > 1);
        !may_begin(next)
            || aside
            || (closed_quote && terminator != '.' && speaks(next))
            || (ellipsis && stops != 4 && word(next) == "I")
            || (terminator == '.' && !ellipsis && abbreviates(text, start, last, next))
    } else {
        end != run_end || !is_missing_space(text, start, last, run_end)
    };
    if goes_on { (false, end.max(run_end)) } else { (true, end) }
}

/// The end of a French closing mark, before which a space stands: « Oui. ». A German one that opens has no « open before it.
fn spaced_close(text: &str, at: usize) -> Option<usize> {
    let (before, rest) = text.split_at_checked(at)?;
    let close = rest.strip_prefix(char::is_whitespace)?.strip_prefix('»')?;
    let opened = before.rfind('«').filter(|&open| before.rfind('»').is_none_or(|closed| closed < open))?;
    let opens = before.get(..opened)?.chars().next_back().is_none_or(|c| c.is_whitespace() || c == '(');
    opens.then_some(text.len() - close.len())
}

fn is_number(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether a stop or comma stands right at `at`, as after the bracket that cites a source: "…" (Smith 55).
fn is_carried_on(text: &str, at: usize) -> bool {
    text.get(at..).is_some_and(|rest| rest.starts_with(['.', ',', ';', ':']))
}

/// What follows, without opening quotes, brackets and a mark such as "(ii)" or "b)".
fn opening_off(next: &str) -> &str {
    let marked = next.strip_prefix('(').unwrap_or(next);
    let mark = marked.bytes().take(5).take_while(u8::is_ascii_alphanumeric).count();
    if let (1..=4, Some(rest)) = (mark, marked.get(mark..).and_then(|rest| rest.strip_prefix(')'))) {
        return rest.trim_start();
    }
    next.trim_start_matches(|c: char| is_quote(c) || matches!(c, '(' | '[' | '¿' | '¡' | '_' | '*'))
}

/// The word that a text begins with.
fn word(text: &str) -> &str {
    let end =
        text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’' | '-'))).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// Whether a sentence may begin with this: not with a small letter (but for names such as iPhone and
/// al-Shabab), nor with punctuation that carries a sentence on.
fn may_begin(next: &str) -> bool {
    let mut chars = next.chars();
    let Some(c) = chars.next() else { return true };
    if c.is_lowercase() {
        return word(next).chars().skip(1).take(3).any(char::is_uppercase);
    }
    !matches!(c, ',' | ';' | ':' | '-' | '–' | '—' | '&' | '/' | ')' | ']' | '+' | '=' | '%')
}

/// Whether a speaker follows a quotation: one to four capitalised words, then a verb of speech.
fn speaks(next: &str) -> bool {
    let mut words = next.split_whitespace();
    let Some(name) = words.next() else {
        return false;
    };
    if opens_sentences(name) || !name.starts_with(char::is_uppercase) {
        return false;
    }
    for following in words.take(4) {
        if is_speech_verb(following.trim_end_matches([',', '.', ':'])) {
            return true;
        }
        if !following.starts_with(char::is_uppercase) {
            return false;
        }
    }
    false
}

/// Whether a terminator without white space after it ends a sentence, as in "…of ISIS.The group…": a small
/// letter or a digit before it, a capitalised word after it, and nothing of an address about it.
fn is_missing_space(text: &str, start: usize, last: usize, end: usize) -> bool {
    let next = text.get(end..).unwrap_or_default();
    let mut chars = next.chars();
    let capitalised = chars.next().is_some_and(char::is_uppercase)
        && chars.next().is_some_and(|c| c.is_lowercase() || c.is_whitespace());
    if !capitalised {
        return false;
    }
    let before = word_before(text, start, last);
    let chunk = next.split(char::is_whitespace).next().unwrap_or_default();
    let address = |part: &str| part.contains(['@', '/', '_', '\\', '=']) || part.starts_with("www");
    // ISIS.The ends, K.R.Smith and AT.The do not: capitals alone need a word that opens sentences.
    let prose = before.contains(char::is_lowercase) || before.ends_with(|c: char| c.is_ascii_digit());
    let domain = ["com", "org", "net", "gov", "edu"].iter().any(|name| word(next).eq_ignore_ascii_case(name));
    (prose || opens_sentences(word(next)))
        && !domain
        && before.chars().count() > 1
        && before.ends_with(char::is_alphanumeric)
        && !address(before)
        && !address(chunk)
        && !abbreviates(text, start, last, next)
}

/// The run of characters before `end`, back to white space, an opening bracket, a quote or a dash.
fn word_before(text: &str, start: usize, end: usize) -> &str {
    let before = text.get(start..end).unwrap_or_default();
    let opens =
        |c: char| c.is_whitespace() || is_bullet(c) || matches!(c, '(' | '[' | '"' | '“' | '‘' | '—' | '–');
    before.rfind(opens).map_or(before, |at| before.get(at..).unwrap_or_default().trim_start_matches(opens))
}

/// Whether the full stop at `last` belongs to the word before it and `next` carries the sentence on.
fn abbreviates(text: &str, start: usize, last: usize, next: &str) -> bool {
    let before = word_before(text, start, last);
    let mut letters = before.chars();
    let Some(initial) = letters.next() else {
        return false;
    };
    let single = letters.next().is_none();
    let lead = text.get(start..last).unwrap_or_default();
    let at_start = lead.trim_start_matches(|c: char| is_bullet(c) || c.is_whitespace()).len() == before.len();
    if at_start && (single && initial.is_alphanumeric() || before.len() <= 3 && is_number(Some(before))) {
        // The number of a list item: "1. The first", "A. His name".
        return true;
    }
    let digit = next.starts_with(|c: char| c.is_ascii_digit());
    let next_word = word(next);
    // "J. A. Smith": a letter with a stop is an initial, not the article.
    let next_initial =
        next_word.chars().count() == 1 && next.get(next_word.len()..).is_some_and(|r| r.starts_with('.'));
    let opener = opens_sentences(next_word) && !next_initial;
    if single && initial.is_alphabetic() {
        return if initial.is_uppercase() { !opener } else { digit || !opener };
    }
    let lower = before.to_lowercase();
    match ABBREVIATIONS.get(lower.as_str()) {
        Some(Abbreviation::Title) => return true,
        Some(Abbreviation::Number) => return digit,
        Some(Abbreviation::Date) => return digit && initial.is_uppercase(),
        Some(Abbreviation::Part) => return !opener,
        Some(Abbreviation::State) => return initial.is_uppercase() && !opener,
        None => {}
    }
    if matches!(lower.as_str(), "a.m" | "p.m") {
        // "At 5 a.m. Mr. Smith went": with so few words, what stands before is no sentence yet.
        return digit || is_zone_or_day(next_word) || lead.split_whitespace().count() < 4;
    }
    // U.S., D.C., Ph.D.: parts of up to two letters between stops.
    let acronym = before.contains('.')
        && before.rsplit(['-', '/']).next().is_some_and(|tail| tail.contains('.'))
        && before.split('.').all(|part| part.rsplit(['-', '/']).next().is_some_and(is_short_letters));
    acronym && !opener
}

fn is_short_letters(part: &str) -> bool {
    (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic)
}

/// Whether a word after "5 a.m." still tells the time.
fn is_zone_or_day(word: &str) -> bool {
    let zones =
        ["ET", "EST", "EDT", "CT", "CST", "PT", "PST", "PDT", "MT", "GMT", "UTC", "BST", "CET", "IST"];
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let names = ["Eastern", "Central", "Pacific", "Mountain", "Greenwich", "Moscow"];
    zones.contains(&word)
        || names.contains(&word)
        || days.iter().any(|day| word.starts_with(day) && (word.len() == 3 || word.ends_with("day")))
}
