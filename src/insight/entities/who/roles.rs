//! Roles: the title before a name, the apposition behind it, and the role that stands for a person named before.

use std::ops::Range;

use super::super::lexicon::{country, is};
use super::super::words::{Gap, Shape, Word};
use crate::text::is_speech_verb;

/// Words of a role at most.
const LONGEST: usize = 12;
/// Roles that people are called by alone: the secretary, the minister.
const CALLED: [&str; 34] = [
    "president",
    "secretary",
    "minister",
    "premier",
    "chancellor",
    "governor",
    "mayor",
    "senator",
    "ambassador",
    "commissioner",
    "chairman",
    "chairwoman",
    "director",
    "general",
    "admiral",
    "colonel",
    "captain",
    "judge",
    "justice",
    "king",
    "queen",
    "prince",
    "princess",
    "pope",
    "bishop",
    "archbishop",
    "professor",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "coach",
    "sheriff",
    "envoy",
    "congressman",
];

/// Words that address and say no role.
const ADDRESSES: [&str; 14] =
    ["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "mx", "mx.", "dr", "dr.", "sir", "prof", "prof."];

/// What stands in front of a name.
pub(super) struct Title {
    /// Where it begins in the text.
    pub start: usize,
    /// The role in it, bytes of the text; none in "Mr".
    pub role: Option<Range<usize>>,
    /// Mr, Ms … in small letters without stop.
    pub address: Option<&'static str>,
}

/// The title in front of the name that begins at word `name`.
pub(super) fn title(words: &[Word], name: usize) -> Option<Title> {
    let mut at = name;
    let mut address = None;
    if let Some(before) = spaced(words, at) {
        let small = words.get(before)?.text.to_lowercase();
        address = ADDRESSES.iter().copied().find(|address| *address == small);
        at = if address.is_some() { before } else { at };
    }
    let address = address.map(|address| address.trim_end_matches('.'));
    let end = at;
    let role =
        if matches!(address, Some("mr" | "mrs" | "ms" | "miss" | "mx")) { None } else { role(words, end) };
    let start = role.or((end < name).then_some(end))?;
    let range = |from: usize| Some(words.get(from)?.start..words.get(end.checked_sub(1)?)?.end);
    Some(Title { start: words.get(start)?.start, role: role.and_then(range), address })
}

/// The word before word `at`, where only a space stands between.
fn spaced(words: &[Word], at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    words.get(at).filter(|next| next.gap == Gap::Space && !next.first).map(|_| before)
}

/// Where the role that ends before word `end` begins: (U.S.) Secretary of Defense.
fn role(words: &[Word], end: usize) -> Option<usize> {
    let mut at = end;
    let mut start = None;
    let mut titled = false;
    while end - at < LONGEST {
        let Some(before) = spaced(words, at) else { break };
        let Some(word) = words.get(before) else { break };
        let role = word.is(is::TITLE) && word.shape != Shape::Initial;
        let office = word.is(is::DOMAIN | is::BODY_HEAD)
            || matches!(word.text, "Affairs" | "State" | "Prime" | "affairs" | "state" | "prime");
        let owner = word.is(is::PEOPLE | is::COUNTRY)
            || word.text.split(['-', '–']).all(|part| country(&part.to_lowercase()).is_some());
        let link = matches!(word.text, "of" | "for" | "and" | "the" | "&");
        let apart = link && at == end;
        if apart || !(role || office || owner || link) || (word.possessive && !owner) {
            break;
        }
        at = before;
        titled |= role;
        // A role begins with a title, an office or a country, not with a link.
        if (role || owner || office) && titled {
            start = Some(before);
        }
        if owner && titled {
            break;
        }
    }
    start
}

/// What tells which of several a meeting, a treaty or a body is, in front of its name: July 2021, inaugural, last
/// year's. Where it begins in the text.
pub(super) fn edition(words: &[Word], name: usize) -> Option<usize> {
    let mut at = name;
    while let Some(word) = at.checked_sub(1).and_then(|before| words.get(before)) {
        let spaced = words.get(at).is_some_and(|next| next.gap == Gap::Space && !next.first);
        let year =
            word.text.len() == 4 && word.text.parse::<u32>().is_ok_and(|year| (1500..2100).contains(&year));
        let month = word.is(is::CALENDAR) && at < name;
        let which = super::editions::is_ordinal(&word.text.to_lowercase())
            || matches!(word.text, "recent" | "latest")
            || (word.text == "year" && word.possessive);
        let last = matches!(word.text.to_lowercase().as_str(), "last" | "this" | "next") && at < name;
        if !spaced || !(year || month || which || last) {
            break;
        }
        at -= 1;
    }
    (at < name).then(|| words.get(at).map(|word| word.start)).flatten()
}

/// The role in the apposition behind the name that ends before word `end`: Ada Berg, the foreign minister of Norway,
pub(super) fn apposition(text: &str, words: &[Word], end: usize) -> Option<Range<usize>> {
    let first = words.get(end).filter(|word| word.gap == Gap::Comma && !word.first)?;
    let mut last = None;
    let mut titled = false;
    for (offset, word) in words.get(end..)?.iter().take(LONGEST).enumerate() {
        if offset > 0 && (word.gap != Gap::Space || word.first) {
            break;
        }
        let role = word.is(is::TITLE) && word.shape != Shape::Initial;
        let part = word.is(is::DOMAIN | is::PEOPLE | is::SOMEWHERE | is::BODY_HEAD)
            || matches!(word.text, "of" | "the" | "a" | "an" | "for" | "and" | "former" | "at");
        let name = titled && word.is_name();
        if !(role || part || name || (offset == 0 && word.possessive)) {
            return None;
        }
        titled |= role;
        last = Some(word.end);
    }
    let end = last.filter(|_| titled)?;
    // Closed by a comma or the end of the sentence; else the next of a list follows: Ada Berg, Minister Lie and
    let closed =
        text.get(end..)?.trim_start_matches(['\'', '’', 's']).starts_with([',', '.', ';', ')', '—', '–']);
    let start = if matches!(first.text, "the" | "a" | "an") {
        words.get(words.iter().position(|word| word.start == first.start)? + 1)?.start
    } else {
        first.start
    };
    (closed && start < end).then_some(start..end)
}

/// Whether a word goes on with what somebody did, not with what he is: "said", "was", "agreed", not "of" or "general".
fn is_predicate(word: &Word) -> bool {
    const DID: [&str; 14] = [
        "met", "left", "came", "went", "made", "took", "gave", "saw", "held", "began", "spoke", "flew",
        "won", "lost",
    ];
    let joins =
        matches!(word.text, "of" | "for" | "and" | "or" | "in" | "at" | "to" | "on" | "with" | "from");
    let verb = is_speech_verb(word.text) || word.text.ends_with("ed") || DID.contains(&word.text);
    word.shape == Shape::Lower && !joins && (verb || word.is(is::STOP))
}

/// Places where a role stands for a person: "The secretary said", not "the secretary of state".
pub(super) fn references(words: &[Word]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for pair in words.windows(2).enumerate() {
        let (at, [article, role]) = (pair.0, pair.1) else { continue };
        let called =
            matches!(article.text, "The" | "the") && role.gap == Gap::Space && CALLED.contains(&role.text);
        let alone = || words.get(at + 2).is_none_or(|word| word.gap != Gap::Space || is_predicate(word));
        if called && !role.possessive && alone() {
            found.push(article.start..role.end);
        }
    }
    found
}
