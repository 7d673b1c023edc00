//! Made-up news, the same each time: stories that several articles tell, with people, bodies, dates, sums, quotations
//! and, between them, sentences of words that are as unequally frequent as words are.

use std::fmt::Write as _;

/// Articles that tell one story.
const TOLD_BY: usize = 5;
/// Different words that the sentences between are made of.
const VOCABULARY: f64 = 30_000.0;

const GIVEN: [&str; 8] = ["Ada", "Paul", "Maria", "Thomas", "Nadia", "Peter", "Laura", "David"];
const HEADS: [&str; 6] = ["Ministry", "Council", "Agency", "Committee", "Commission", "Bank"];
const MATTERS: [&str; 8] = ["Trade", "Energy", "Health", "Fish", "Water", "Ports", "Science", "Defense"];
const ROLES: [&str; 4] = ["Minister", "Chairman", "Director", "Secretary"];
const VERBS: [&str; 6] = ["approved", "rejected", "signed", "delayed", "announced", "criticized"];
const MONTHS: [&str; 6] = ["January", "March", "May", "July", "September", "November"];

/// One JSON object a line.
pub fn articles(count: usize) -> Vec<u8> {
    let mut lines = String::new();
    for number in 0..count {
        let mut story = Random((number / TOLD_BY) as u64 * 2 + 1);
        let mut own = Random(number as u64 * 2);
        let (title, text) = article(&mut story, &mut own);
        let day = 1 + number / TOLD_BY % 28;
        let month = 1 + number / TOLD_BY / 28 % 12;
        let _ = writeln!(
            lines,
            r#"{{"id":"a{number}","title":"{title}","date":"2024-{month:02}-{day:02}","source":"Outlet {}","text":"{text}"}}"#,
            number % TOLD_BY
        );
    }
    lines.into_bytes()
}

/// Title and text: the facts of the story, one in four left out, and sentences of its own.
fn article(story: &mut Random, own: &mut Random) -> (String, String) {
    let place = story.word().capital();
    let (head, matter) = (story.of(&HEADS), story.of(&MATTERS));
    let body = format!("{place} {matter} {head}");
    let short: String = body.split(' ').filter_map(|word| word.chars().next()).collect();
    let (given, name) = (story.of(&GIVEN), story.word().capital());
    let (role, verb, month) = (story.of(&ROLES), story.of(&VERBS), story.of(&MONTHS));
    let (day, sum, share) = (1 + story.below(28), 10 + story.below(900), 1 + story.below(40));
    let subject = format!("{} {} {}", story.word(), story.word(), story.word());
    let title = format!("{body} {verb} {subject}");
    let facts = [
        format!("The {body} ({short}) {verb} the {subject} on {month} {day}, officials in {place} said."),
        format!("{role} {given} {name} said: “We will not wait for the {subject} any longer.”"),
        format!(
            "The {short} is to pay {sum} million dollars for it by {}, {share} percent more than last year.",
            2025
        ),
        format!("{name} denied that the {subject} had been delayed since {month}."),
    ];
    let mut text = String::new();
    for fact in facts {
        if own.below(4) > 0 {
            text.push_str(&fact);
            text.push(' ');
        }
        let words: Vec<String> = (0..8 + own.below(16)).map(|_| own.word()).collect();
        let _ = write!(text, "The {}. ", words.join(" "));
    }
    (title, text)
}

trait Capital {
    fn capital(&self) -> String;
}

impl Capital for String {
    fn capital(&self) -> String {
        let (first, rest) = self.split_at(1);
        first.to_uppercase() + rest
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    fn of(&mut self, all: &[&'static str]) -> &'static str {
        all[self.below(all.len())]
    }

    /// A word by its rank: the first of them are a few letters long and everywhere (Zipf).
    fn word(&mut self) -> String {
        let uniform = (self.next() >> 11) as f64 / (1u64 << 53) as f64;
        let mut rank = VOCABULARY.powf(uniform) as usize;
        let mut word = String::new();
        while rank > 0 {
            word.push(char::from(b"bdfgklmnprst"[rank % 12]));
            word.push(char::from(b"aeiou"[rank / 12 % 5]));
            rank /= 60;
        }
        word
    }
}
