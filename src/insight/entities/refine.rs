//! From chains of capitals to names: sentence beginnings, titles and nationalities are taken off, and what is left is
//! dropped where it is no name.

use std::ops::Range;

use super::Known;
use super::kind::known_as;
use super::lexicon::{LONGEST_PHRASE, is};
use super::words::{Gap, Shape, Word};

/// The names in a chain, as ranges of words: in order, apart.
pub(super) fn refine(words: &[Word], chain: Range<usize>, text: &Known) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let chain = without_opening(words, chain, text);
    let chain = without_role(words, chain);
    for piece in apart(words, chain) {
        let piece = trimmed(words, piece);
        if is_one(words, &piece, text) {
            found.push(piece);
        }
    }
    found
}

/// Where a name stands in the text, with an ordinal before it that belongs to it.
pub(super) fn span(words: &[Word], piece: &Range<usize>) -> Option<Range<usize>> {
    let (first, last) = (words.get(piece.start)?, words.get(piece.end.checked_sub(1)?)?);
    let ordinal = piece.start.checked_sub(1).and_then(|at| words.get(at));
    let counted = ordinal.filter(|word| {
        word.shape == Shape::Ordinal && first.gap == Gap::Space && last.is(is::BODY_HEAD | is::EVENT_HEAD)
    });
    Some(counted.unwrap_or(first).start..last.end)
}

/// Takes off the words that begin a sentence and no name.
fn without_opening(words: &[Word], mut chain: Range<usize>, text: &Known) -> Range<usize> {
    while let Some(word) = words.get(chain.start).filter(|_| !chain.is_empty()) {
        let more = chain.len() > 1;
        let opener = word.is(is::OPENER | is::STOP) && word.shape == Shape::Capital;
        // The Times keeps its article inside a sentence, not at the beginning of one.
        let begins = word.first && opener;
        let participle =
            word.first && more && word.known == 0 && word.text.ends_with("ed") && text.is_small(word.text);
        let rest = words.get(chain.start + 1..chain.end).map_or(0, known_as);
        let known = rest & (is::SOMEWHERE | is::PEOPLE | is::BODY) != 0;
        let acronym = words.get(chain.start + 1).is_some_and(|next| next.shape == Shape::Acronym);
        let article = !word.first && opener && (!more || known || acronym);
        if !(begins || participle || article) {
            break;
        }
        chain.start += 1;
        // "Of the Army" leaves links behind.
        while chain.start < chain.end && words.get(chain.start).is_some_and(|word| word.shape == Shape::Lower)
        {
            chain.start += 1;
        }
    }
    chain
}

/// Takes off what is left of a role: (Secretary of) Defense Lloyd Austin.
fn without_role(words: &[Word], mut chain: Range<usize>) -> Range<usize> {
    let of = chain.start.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| word.text == "of");
    let title =
        chain.start.checked_sub(2).and_then(|at| words.get(at)).is_some_and(|word| word.is(is::TITLE));
    if of && title {
        let office = |word: &Word| word.is(is::DOMAIN | is::PLAIN | is::BODY_HEAD) && !word.is(is::GIVEN);
        let mut at = chain.start;
        while words.get(at).is_some_and(office) && at < chain.end {
            at += 1;
        }
        let rest = words.get(at..chain.end).unwrap_or_default();
        if rest.iter().all(|word| word.shape != Shape::Lower || word.is(is::PARTICLE)) {
            chain.start = at;
        }
    }
    chain
}

/// Parts a chain at titles and behind nationalities: Iraqi | Prime Minister | Mohammed Shia.
fn apart(words: &[Word], chain: Range<usize>) -> Vec<Range<usize>> {
    let Some(all) = words.get(chain.clone()) else { return Vec::new() };
    let headed = all.last().is_some_and(|word| word.is(is::HEAD));
    let mut pieces = Vec::new();
    let mut rest = chain.clone();
    if !headed {
        // The last title that a name follows.
        let title = all.iter().rposition(|word| word.is(is::TITLE) && word.shape != Shape::Initial);
        if let Some(at) = title.map(|at| chain.start + at).filter(|&at| at + 1 < chain.end) {
            let follows =
                words.get(at + 1).is_some_and(|word| !word.is(is::HEAD | is::DOMAIN) || word.is(is::GIVEN));
            let name = words.get(at).is_some_and(|word| word.is(is::GIVEN) && at > chain.start);
            // Bank of England Governor | Andrew Bailey, but Order of Saint Anne.
            let behind = words.get(at + 1..chain.end).unwrap_or_default();
            let before = words.get(chain.start..at).unwrap_or_default();
            let sure = !before.iter().any(|word| is_link(word)) && !behind.iter().any(is_link)
                || behind.first().is_some_and(|word| word.is(is::GIVEN))
                    && before.last().is_some_and(|word| !is_link(word));
            if follows && !name && sure {
                let mut before = chain.start..at;
                while before.end > before.start && words.get(before.end - 1).is_some_and(is_role_word) {
                    before.end -= 1;
                }
                pieces.push(before);
                rest = at + 1..chain.end;
            }
        }
    }
    if let Some(at) = appended(words, &rest) {
        pieces.push(rest.start..at);
        rest = at..rest.end;
    }
    if let Some((first, second)) = nationality(words, &rest) {
        pieces.push(first);
        rest = second;
    }
    pieces.push(rest);
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

fn is_link(word: &Word) -> bool {
    (word.shape == Shape::Lower && !word.is(is::PARTICLE)) || word.shape == Shape::Ampersand
}

/// Words of a role before its last: Deputy Foreign (Minister).
fn is_role_word(word: &Word) -> bool {
    word.is(is::TITLE | is::DOMAIN | is::PLAIN) && !word.is(is::SOMEWHERE | is::PEOPLE)
}

/// Where a person stands behind a body without a word between: Office of Management and Budget | Jacob Lew.
fn appended(words: &[Word], chain: &Range<usize>) -> Option<usize> {
    let name = words.get(chain.clone())?;
    let linked = name.iter().any(is_link);
    let given = name.iter().rposition(|word| word.is(is::GIVEN) && !word.is(is::SOMEWHERE))?;
    let body = given > 2 && name.get(given - 1)?.is(is::DOMAIN | is::HEAD);
    let behind = name.len() - given;
    (linked && body && (2..=3).contains(&behind) && !name.last()?.is(is::HEAD)).then_some(chain.start + given)
}

/// Parts a people or place from a person or a role behind it: American | Ann Doe, Swedish | Count.
fn nationality(words: &[Word], chain: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let whole = words.get(chain.clone()).map_or(0, known_as);
    if whole & (is::PEOPLE | is::SOMEWHERE) != 0 {
        return None;
    }
    let longest = chain.len().saturating_sub(1).min(LONGEST_PHRASE);
    let cut = (1..=longest).rev().map(|length| chain.start + length).find(|&cut| {
        let Some(name) = words.get(chain.start..cut) else { return false };
        let bits = known_as(name);
        // NATO | Jens Doe, as Norwegian | Jens Doe.
        let acronym = matches!(name, [word] if word.shape == Shape::Acronym);
        acronym || bits & (is::PEOPLE | is::SOMEWHERE) != 0 && bits & is::GIVEN == 0
    })?;
    let rest = words.get(cut..chain.end)?;
    let (first, last) = (rest.first()?, rest.last()?);
    if last.is(is::HEAD) || !matches!(first.shape, Shape::Capital) {
        return None;
    }
    let person = first.is(is::GIVEN) && rest.len() > 1;
    let role = rest.iter().all(|word| word.is(is::TITLE));
    (person || role).then_some((chain.start..cut, cut..chain.end))
}

/// Takes off titles at both ends.
fn trimmed(words: &[Word], mut piece: Range<usize>) -> Range<usize> {
    let whole = words.get(piece.clone()).map_or(0, known_as);
    if whole & (is::SOMEWHERE | is::PEOPLE) != 0 {
        return piece;
    }
    let headed = words.get(piece.end.saturating_sub(1)).is_some_and(|word| word.is(is::HEAD));
    while !headed
        && piece.len() > 1
        && words.get(piece.start).is_some_and(|word| word.is(is::TITLE) && !word.is(is::GIVEN))
    {
        piece.start += 1;
    }
    piece
}

/// Whether what is left is a name.
fn is_one(words: &[Word], piece: &Range<usize>, text: &Known) -> bool {
    let Some(name) = words.get(piece.clone()).filter(|name| !name.is_empty()) else { return false };
    let bits = known_as(name);
    if bits & (is::SOMEWHERE | is::PEOPLE | is::BODY) != 0 {
        return true;
    }
    // Chief Executive, though an Executive is a body.
    if bits & is::TITLE != 0 && name.len() > 1 {
        return false;
    }
    // A run that shouts: THIS IS A RUSH TRANSCRIPT.
    let shouted = name.len() > 1 && name.iter().all(|word| word.shape == Shape::Acronym);
    if shouted && name.iter().any(|word| word.is(is::STOP | is::OPENER)) {
        return false;
    }
    if let [word] = name {
        return is_lone_name(word, text);
    }
    let common = |word: &Word| {
        word.is(is::PLAIN | is::OPENER | is::TITLE | is::STOP | is::CALENDAR | is::LETTERS)
            && !word.is(is::GIVEN | is::HEAD)
            || word.shape == Shape::Initial
    };
    let middle = name.len() > 2 && name.first().is_some_and(|word| !word.first);
    middle || !name.iter().all(common)
}

/// Whether a single word is a name.
fn is_lone_name(word: &Word, text: &Known) -> bool {
    let person = word.is(is::GIVEN);
    match word.shape {
        Shape::Initial => false,
        // IS and WHO may be bodies, NEW and KING are words that shout.
        Shape::Acronym => {
            !word.is(is::LETTERS)
                && (word.is(is::STOP | is::SOMEWHERE | is::BODY)
                    || !word.is(is::PLAIN | is::OPENER | is::TITLE))
        }
        Shape::Mixed => !word.is(is::LETTERS),
        _ if person || is_proper_alone(word.text) => true,
        _ if word.is(is::TITLE | is::PLAIN | is::OPENER | is::STOP | is::SUFFIX) => false,
        _ if word.is(is::HEAD | is::OF | is::DOMAIN) => false,
        _ if word.first => {
            let ending = ["ed", "ing", "ly"].iter().any(|ending| word.text.ends_with(ending));
            !ending && !text.is_small(word.text)
        }
        _ => true,
    }
}

/// Heads that are names of their own.
fn is_proper_alone(word: &str) -> bool {
    matches!(word, "Army" | "Navy" | "Peshmerga" | "Holocaust" | "Olympics" | "Intifada")
}
