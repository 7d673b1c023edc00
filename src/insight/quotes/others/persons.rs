//! Persons whom an article names: speakers, and whoever a first name or a title tells.

use std::ops::Range;

use super::page::tokens;
use super::speaker::Page;
use crate::insight::grammar::Grammar;

/// A name and what the person is, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::insight) struct Person {
    pub name: Range<usize>,
    pub role: Option<Range<usize>>,
}

/// The persons named in a paragraph of one of the four languages, in order and apart, outside and inside of quotations.
pub(in crate::insight) fn persons(grammar: Grammar, text: &str) -> Vec<Person> {
    if grammar == Grammar::Other {
        return Vec::new();
    }
    let tokens = tokens(grammar, text, &(0..text.len()), &[]);
    let page = Page { grammar, text, tokens: &tokens, known: &[] };
    let bytes = |range: &Range<usize>| {
        Some(tokens.get(range.start)?.start..tokens.get(range.end.checked_sub(1)?)?.end)
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some(speaker) = page.named(at) else {
            at += 1;
            continue;
        };
        at = speaker.name.end.max(at + 1);
        found.extend(
            bytes(&speaker.name).map(|name| Person { name, role: speaker.role.as_ref().and_then(bytes) }),
        );
    }
    found
}
