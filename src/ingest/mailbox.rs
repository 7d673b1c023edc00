//! MBOX: where each message begins and ends.
//!
//! Messages are parted by lines "From SENDER DATE". A line of a letter that begins with "From " and goes on otherwise is text;
//! one that begins with ">From " had its first sign put there by who wrote the mailbox (mboxrd).

/// The messages of a mailbox, as they were sent.
pub(super) fn messages(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut messages: Vec<Vec<u8>> = Vec::new();
    let mut after_blank = true;
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        let first = messages.is_empty() && line.starts_with(b"From ");
        if first || parts(line, after_blank) {
            messages.push(Vec::new());
        } else if let Some(message) = messages.last_mut() {
            let quotes = line.iter().take_while(|&&byte| byte == b'>').count();
            let quoted = line.get(quotes..).is_some_and(|rest| rest.starts_with(b"From "));
            message.extend(line.iter().skip(usize::from(quoted && quotes > 0)));
        }
        after_blank = line.trim_ascii().is_empty();
    }
    messages
}

/// Whether a line parts messages: "From ", who sent the next, and when. Some programs leave out both.
fn parts(line: &[u8], after_blank: bool) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else { return false };
    let rest = String::from_utf8_lossy(rest);
    let mut words = rest.split_whitespace();
    if words.next().is_none() {
        return after_blank;
    }
    let (mut clock, mut year) = (false, false);
    words.all(|word| {
        clock |= word.contains(':') && word.starts_with(|c: char| c.is_ascii_digit());
        year |= word.len() >= 4 && word.bytes().take(4).all(|byte| byte.is_ascii_digit());
        is_of_date(word)
    }) && clock
        && year
}

/// Whether a word is part of a date as mail has it: a number, a weekday or month in English, a zone.
fn is_of_date(word: &str) -> bool {
    const NAMES: &str = "mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec";
    let word = word.trim_matches([',', '(', ')']);
    let name = || NAMES.split(' ').any(|name| name.eq_ignore_ascii_case(word));
    let zone = || (1..=5).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
    word.trim_start_matches(['+', '-']).starts_with(|c: char| c.is_ascii_digit()) || name() || zone()
}
