//! What words tell a reader of attributions: classes of words, read from the lists beside this file.

use std::borrow::Cow;
use std::sync::LazyLock;

use crate::data::data;
use crate::hash::{HashMap, HashSet};

/// Classes of a word, as bits.
pub(super) mod class {
    /// Finite verb that may stand with any quotation: said.
    pub const SPEECH: u32 = 1;
    /// Its participle: saying.
    pub const SPEAKING: u32 = 1 << 1;
    /// Finite verb that tells a speaker only before a quoted part: called.
    pub const VERDICT: u32 = 1 << 2;
    /// Its participle: calling.
    pub const JUDGING: u32 = 1 << 3;
    /// Noun for what is said: claim.
    pub const UTTERANCE: u32 = 1 << 4;
    pub const AUXILIARY: u32 = 1 << 5;
    pub const ADVERB: u32 = 1 << 6;
    pub const PREPOSITION: u32 = 1 << 7;
    /// Parts two clauses: while, that.
    pub const SUBORDINATOR: u32 = 1 << 8;
    /// Who, which, that.
    pub const RELATIVE: u32 = 1 << 9;
    pub const CONJUNCTION: u32 = 1 << 10;
    pub const DETERMINER: u32 = 1 << 11;
    /// He, she, they …
    pub const SUBJECT: u32 = 1 << 12;
    pub const OBJECT: u32 = 1 << 13;
    /// Monday, today.
    pub const TIME: u32 = 1 << 14;
    /// Some other verb, or a word in -ed.
    pub const VERB: u32 = 1 << 15;
    /// Stands before a name: President.
    pub const TITLE: u32 = 1 << 16;
    /// Somebody: official.
    pub const PERSON: u32 = 1 << 17;
    /// Mr., Mrs., Dr.
    pub const ADDRESS: u32 = 1 << 18;
    /// Tells a man; a woman.
    pub const HE: u32 = 1 << 19;
    pub const SHE: u32 = 1 << 20;
    /// A given name.
    pub const GIVEN: u32 = 1 << 21;
    /// A word in -ing.
    pub const GERUND: u32 = 1 << 22;
    /// Part of the name of a body or a place: Party, House.
    pub const BODY: u32 = 1 << 23;
    /// Some body that speaks: ministry.
    pub const COLLECTIVE: u32 = 1 << 24;
    /// Any verb of attribution.
    pub const CUE: u32 = SPEECH | SPEAKING | VERDICT | JUDGING;
}

static CLASSES: LazyLock<HashMap<&str, u32>> = LazyLock::new(|| {
    let mut all: HashMap<&str, u32> = HashMap::default();
    let lists = [data!("cue_words.txt"), data!("phrase_words.txt"), data!("person_words.txt")];
    for (name, words) in lists.into_iter().flat_map(entries) {
        let bits = match name {
            "speech" => class::SPEECH,
            "speaking" => class::SPEAKING,
            "verdict" => class::VERDICT,
            "judging" => class::JUDGING,
            "noun" => class::UTTERANCE,
            "auxiliary" => class::AUXILIARY,
            "adverb" => class::ADVERB,
            "preposition" => class::PREPOSITION,
            "subordinator" => class::SUBORDINATOR,
            "relative" => class::RELATIVE,
            "conjunction" => class::CONJUNCTION,
            "determiner" => class::DETERMINER,
            "subject" => class::SUBJECT,
            "object" => class::OBJECT,
            "time" => class::TIME,
            "title" => class::TITLE,
            "person" => class::PERSON,
            "collective" => class::COLLECTIVE,
            "address" => class::ADDRESS,
            "he" => class::ADDRESS | class::HE,
            "she" => class::ADDRESS | class::SHE,
            "body" => class::BODY,
            _ => class::VERB,
        };
        for word in words.split_whitespace() {
            *all.entry(word).or_default() |= bits;
        }
    }
    all
});

static GIVEN: LazyLock<HashMap<&str, u32>> = LazyLock::new(|| {
    let mut all: HashMap<&str, u32> = HashMap::default();
    for (gender, names) in entries(data!("given_names.txt")) {
        let bits = class::GIVEN | if gender == "he" { class::HE } else { class::SHE };
        for name in names.split_whitespace() {
            *all.entry(name).or_default() |= bits;
        }
    }
    all
});

/// Words in -ly that are no adverbs.
static NO_ADVERBS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    [
        "family", "ally", "assembly", "reply", "supply", "elderly", "daily", "weekly", "monthly", "early",
        "likely", "apply", "rally", "july", "italy", "friendly",
    ]
    .into_iter()
    .collect()
});

fn entries(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    list.lines().filter_map(|line| line.split_once(':'))
}

/// The classes of a word. `first` says that it opens its sentence, where a capital tells nothing.
pub(super) fn classes(word: &str, capital: bool, first: bool) -> u32 {
    let lower: Cow<str> = if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        word.into()
    } else {
        word.to_lowercase().replace('’', "'").into()
    };
    let mut lower = lower.trim_end_matches('.');
    while let Some(bare) = lower.strip_suffix("'s") {
        lower = bare;
    }
    let mut bits = CLASSES.get(lower).copied().unwrap_or_default();
    if capital {
        const VERBS: u32 = class::SPEECH | class::VERDICT | class::VERB | class::AUXILIARY;
        bits &= !(VERBS | class::UTTERANCE);
        if !first {
            // Names are made of any words: the Post, Will, An, For.
            bits &= !(class::SPEAKING | class::JUDGING | class::ADVERB | class::OBJECT);
            if lower.len() < 5 && word.chars().all(char::is_uppercase) {
                bits &= !(class::SUBJECT | class::PREPOSITION | class::DETERMINER);
            }
        }
        bits |= GIVEN.get(lower).copied().unwrap_or_default();
    } else {
        bits &= !class::BODY;
    }
    let letters = lower.len();
    if bits == 0 || capital && first && bits & class::GIVEN == 0 {
        if !capital && letters > 3 && lower.ends_with("ly") && !NO_ADVERBS.contains(lower) {
            bits |= class::ADVERB;
        }
        if !capital && letters > 4 && lower.ends_with("ed") {
            bits |= class::VERB;
        }
        if letters > 5 && lower.ends_with("ing") {
            bits |= class::GERUND;
        }
    }
    bits
}
