//! Quotations of German, French, Spanish and Arabic texts: words in marks with a verb of speech beside them.
//!
//! "…", sagte X · X a déclaré : « … » · …, dijo X · "… إن X قال". Only what stands in marks is taken, and who speaks only
//! where it is sure (`speaker`). Words in marks without a verb are a quotation where they are whole sentences.

mod page;
mod persons;
mod speaker;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use super::marks::{Marked, marked};
use super::{Quote, Speech};
use crate::insight::grammar::Grammar;
use page::{Kind, Token, tokens};
use speaker::{Page, Speaker};
use words::class;

pub(in crate::insight) use persons::persons;

/// Fewest words of a quotation with a verb of speech, and without.
const FEWEST_SAID: usize = 3;
const FEWEST_ALONE: usize = 6;
/// How far before a quotation its verb may stand, in tokens.
const REACH: usize = 25;

/// The verb of a quotation, by tokens, and who speaks.
#[derive(Clone, Debug)]
struct Attribution {
    cue: Range<usize>,
    speaker: Option<Speaker>,
}

/// Finds what is said in a text with the paragraphs at `ranges`.
pub(super) fn find(grammar: Grammar, text: &str, ranges: &[Range<usize>]) -> Vec<Quote> {
    let paragraphs: Vec<(Vec<Marked>, Vec<Token>)> = ranges
        .iter()
        .map(|range| {
            let quotes = marked(text, range.clone());
            let tokens = tokens(grammar, text, range, &quotes);
            (quotes, tokens)
        })
        .collect();
    let read = |known: &[&str]| -> Vec<Quote> {
        let pages = paragraphs.iter().map(|(quotes, tokens)| (quotes, Page { grammar, text, tokens, known }));
        pages.flat_map(|(quotes, page)| paragraph(page, quotes)).collect()
    };
    // A surname alone is a speaker's whose full name the article has.
    let full = read(&[]);
    let names = full.iter().filter_map(|quote| text.get(quote.speaker.clone()?));
    let known: Vec<&str> = names.filter_map(|name| Some(name.rsplit_once(' ')?.1)).collect();
    if known.is_empty() { full } else { read(&known) }
}

fn paragraph(page: Page, quotes: &[Marked]) -> Vec<Quote> {
    let mut found: Vec<Quote> = Vec::new();
    // The token behind the last quotation's sentence, and who spoke.
    let mut last: Option<(usize, Option<Range<usize>>)> = None;
    for (at, token) in page.tokens.iter().enumerate() {
        let Kind::Quote(number) = token.kind else { continue };
        let Some(marked) = quotes.get(number).filter(|marked| !marked.unclosed) else { continue };
        let inner = page.text.get(marked.inner.clone()).unwrap_or_default();
        let said = attribution(&page, at, inner);
        let words = inner.split_whitespace().count();
        let whole = inner.ends_with(['.', '!', '?', '…', '؟']);
        let begins = at == 0 || matches!(page.kind(at - 1), Some(Kind::Stop | Kind::Quote(_)));
        let stands = match &said {
            Some(_) => words >= FEWEST_SAID || whole,
            None => begins && whole && words >= FEWEST_ALONE,
        };
        if !stands {
            continue;
        }
        let bytes = |tokens: &Range<usize>| {
            Some(page.tokens.get(tokens.start)?.start..page.tokens.get(tokens.end.checked_sub(1)?)?.end)
        };
        let speaker = said.as_ref().and_then(|said| said.speaker.as_ref());
        let mut name = speaker.and_then(|speaker| bytes(&speaker.name));
        let role = speaker.and_then(|speaker| bytes(speaker.role.as_ref()?));
        let cue = said.as_ref().and_then(|said| bytes(&said.cue));
        // What follows a quotation's sentence at once goes on with it.
        if said.is_none()
            && let Some((_, before)) = last.take_if(|(end, _)| begins && *end == at)
        {
            name = before;
        }
        let behind = said.as_ref().map_or(at, |said| said.cue.end);
        let end = (behind.max(at + 1)..page.tokens.len()).find(|&at| page.kind(at) == Some(Kind::Stop));
        last = end.map(|end| (end + 1, name.clone()));
        found.push(Quote {
            speech: Speech::Direct,
            span: marked.inner.clone(),
            mention: name.clone(),
            speaker: name,
            role,
            cue,
        });
    }
    found
}

/// The verb of speech that a quotation belongs to.
fn attribution(page: &Page, quote: usize, inner: &str) -> Option<Attribution> {
    before(page, quote).or_else(|| after(page, quote, inner))
}

/// "…", sagte X; « … », a déclaré X; …, según X.
fn after(page: &Page, quote: usize, inner: &str) -> Option<Attribution> {
    let comma = page.kind(quote + 1) == Some(Kind::Comma);
    (comma || !inner.ends_with('.')).then_some(())?;
    let start = quote + 1 + usize::from(comma || page.kind(quote + 1) == Some(Kind::Aside));
    if page.is(start, class::ACCORDING) {
        let speaker = page.behind(start + 1)?;
        return Some(Attribution { cue: start..start + 1, speaker: Some(speaker) });
    }
    let verb = (start..start + 4).find(|&at| page.is(at, class::SPEECH))?;
    let helpers = class::AUXILIARY | class::ADVERB | class::PRONOUN;
    (start..verb).all(|at| page.is(at, helpers)).then_some(())?;
    let pronoun = (start..verb).any(|at| page.is(at, class::PRONOUN));
    let mut behind = verb + 1;
    while page.is(behind, class::ADVERB) {
        behind += 1;
    }
    Some(Attribution { cue: start..verb + 1, speaker: if pronoun { None } else { page.behind(behind) } })
}

/// X sagte: "…"; X a déclaré que « … »; قال X إن "…".
fn before(page: &Page, quote: usize) -> Option<Attribution> {
    let last = quote.checked_sub(1)?;
    let floor = quote.saturating_sub(REACH);
    let colon = page.kind(last) == Some(Kind::Colon);
    let sentence = (floor..last)
        .rev()
        .find(|&at| matches!(page.kind(at), Some(Kind::Stop | Kind::Colon | Kind::Quote(_))));
    let from = sentence.map_or(floor, |mark| mark + 1);
    let opener = (from..quote).rev().find(|&at| page.is(at, class::THAT));
    let verb = (from..quote).rev().find(|&at| page.is(at, class::SPEECH))?;
    // A verb says the words behind a colon, behind "that", or in Arabic those right behind who speaks.
    let opens = colon || opener.is_some_and(|opener| opener > verb);
    let touches =
        page.grammar == Grammar::Arabic && (verb + 1..quote).all(|at| page.kind(at) == Some(Kind::Word));
    (opens || touches).then_some(())?;
    let mut start = verb;
    while start > from && page.is(start - 1, class::AUXILIARY | class::PRONOUN) {
        start -= 1;
    }
    let pronoun = (start..verb).any(|at| page.is(at, class::PRONOUN));
    let inverted = page.behind(verb + 1);
    let speaker = match (inverted, page.before(start)) {
        _ if pronoun => None,
        (Some(one), None) | (None, Some(one)) => Some(one),
        // Two names: who says it to whom?
        _ => None,
    };
    Some(Attribution { cue: start..verb + 1, speaker })
}
