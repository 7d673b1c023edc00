//! Another speaker, another office, or no speaker at all.

use std::ops::Range;

use super::side::{Side, Sides, Word, class};
use super::{Difference, DifferenceKind, Passage, Severity};
use crate::document::{Corpus, SentenceRef};
use crate::insight::quotes::{BlockSpan, Quote, Speech, names_a_kind};
use crate::order::Arrange as _;

/// Aligned content words that a retold quotation must keep.
const RETOLD: usize = 4;
/// Likeness from which a sentence of a copy surely retells one of the original.
const RETELLS: f64 = 0.33;
/// Aligned words that two independent accounts of one quotation must share.
const SAME_WORDS: usize = 9;

/// Who says what.
pub(super) struct Voices<'c> {
    pub corpus: &'c Corpus,
    /// What is said in each document.
    pub quotes: &'c [Vec<Quote<BlockSpan>>],
}

/// A speaker, parted into what can be compared.
struct Speaker {
    /// Last name, in small letters, of a person with a name.
    name: Option<String>,
    /// Whether the name itself stands by the cue.
    sure: bool,
    /// All words that he is called by, in small letters.
    names: Vec<String>,
    /// The noun of a noun phrase, in small letters.
    noun: String,
    plural: bool,
    /// Words of the office, in small letters.
    office: Vec<String>,
}

impl<'c> Voices<'c> {
    fn cut(&self, document: u32, span: &BlockSpan) -> &'c str {
        let block = self
            .corpus
            .documents
            .get(document as usize)
            .and_then(|article| article.blocks.get(span.block as usize));
        block.and_then(|block| block.text.get(span.range.clone())).unwrap_or_default()
    }

    /// What is said in a sentence: quotations that begin in it or have their cue in it.
    pub fn of(&self, at: SentenceRef) -> Vec<&'c Quote<BlockSpan>> {
        let article = self.corpus.documents.get(at.document as usize);
        let block = article.and_then(|article| article.blocks.get(at.block as usize));
        let Some(sentence) = block.and_then(|block| block.sentences.get(at.sentence as usize)) else {
            return Vec::new();
        };
        let quotes = self.quotes.get(at.document as usize).into_iter().flatten();
        let inside = |span: &BlockSpan| span.block == at.block && sentence.contains(&span.range.start);
        quotes.filter(|quote| inside(&quote.span) || quote.cue.as_ref().is_some_and(inside)).collect()
    }

    fn speaker(&self, document: u32, quote: &Quote<BlockSpan>) -> Option<Speaker> {
        let text = self.cut(document, quote.speaker.as_ref()?);
        // Whom "he" or "the secretary" stands for is sure enough for his office, not to part two names.
        let sure = quote.mention.as_ref().is_some_and(|mention| self.cut(document, mention).contains(text));
        let mention = quote.mention.as_ref().map_or("", |mention| self.cut(document, mention)).to_lowercase();
        let words: Vec<&str> = text
            .split_whitespace()
            .map(|word| word.trim_matches(|c: char| matches!(c, '(' | ')' | ',')))
            .collect();
        let small = |word: &&str| {
            word.starts_with(char::is_lowercase)
                && !matches!(*word, "al" | "de" | "van" | "von" | "bin" | "el")
        };
        let title = words
            .first()
            .is_some_and(|word| matches!(word.to_ascii_lowercase().as_str(), "the" | "a" | "an"));
        let common = words.iter().any(|word| names_a_kind(&word.to_lowercase()));
        let short = words.iter().all(|word| word.chars().count() < 3);
        // "The Illinois Democrat" is no name.
        let title = title || sure && ["the ", "a ", "an "].iter().any(|article| mention.starts_with(article));
        let named = !title && !common && !short && !words.iter().any(small);
        let suffix = |word: &&&str| !matches!(**word, "II" | "III" | "IV" | "Jr." | "Jr" | "Sr.");
        let name = words.iter().rev().find(suffix).filter(|_| named).map(|word| word.to_lowercase());
        let preposition =
            |word: &&&str| !matches!(**word, "of" | "from" | "with" | "in" | "for" | "at" | "on" | "to");
        let noun =
            words.iter().take_while(preposition).last().map_or(String::new(), |word| word.to_lowercase());
        let office = match (&quote.role, named) {
            (Some(role), _) => self.cut(document, role),
            (None, false) => text,
            (None, true) => "",
        };
        let office = office.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
        let names =
            words.iter().map(|word| word.to_lowercase()).filter(|word| word.chars().count() > 2).collect();
        Some(Speaker {
            sure,
            names,
            plural: noun.ends_with('s') && !noun.ends_with("ss"),
            name,
            noun,
            office,
        })
    }

    /// Finds where two sentences part in who speaks.
    pub fn compare(&self, sides: &Sides) -> Vec<(f64, Difference)> {
        let mut found: Vec<(f64, Difference)> = offices(sides).into_iter().collect();
        let marked = |side: &Side| side.words.iter().any(|word| matches!(word.before, Some('"' | '“' | '”')));
        if sides.copy {
            found.extend(self.retold(sides));
        } else if marked(&sides.a) && marked(&sides.b) && sides.matched.len() >= SAME_WORDS {
            found.extend(self.same_words(sides));
        }
        found
    }

    /// A sentence of a copy against the one of the original that it retells.
    fn retold(&self, sides: &Sides) -> Option<(f64, Difference)> {
        if sides.common() < RETOLD {
            return None;
        }
        let (ours, theirs) = (self.of(sides.a.at), self.of(sides.b.at));
        match (ours.first(), theirs.first()) {
            (Some(a), Some(b)) => {
                let (one, other) =
                    (self.speaker(sides.a.at.document, a)?, self.speaker(sides.b.at.document, b)?);
                let (kind, severity) = part(&one, &other)?;
                if kind == DifferenceKind::Attribution && sides.likeness < RETELLS {
                    return None;
                }
                kept(sides, &b.span.range)?;
                Some((
                    sides.likeness,
                    Difference { kind, severity, a: passage(&sides.a, a), b: Some(passage(&sides.b, b)) },
                ))
            }
            (None, Some(b)) if sides.likeness >= RETELLS => {
                b.speaker.as_ref()?;
                let kept = kept(sides, &b.span.range)?;
                let severity = if b.speech == Speech::Direct { Severity::Medium } else { Severity::Low };
                let a = sides.a.passage(&[kept]);
                Some((
                    sides.likeness,
                    Difference {
                        kind: DifferenceKind::Attribution,
                        severity,
                        a,
                        b: Some(passage(&sides.b, b)),
                    },
                ))
            }
            _ => None,
        }
    }

    /// One quotation in two independent texts.
    fn same_words(&self, sides: &Sides) -> Option<(f64, Difference)> {
        let (ours, theirs) = (self.of(sides.a.at), self.of(sides.b.at));
        for a in ours.iter().filter(|quote| quote.speech == Speech::Direct) {
            for b in theirs.iter().filter(|quote| quote.speech == Speech::Direct) {
                let inside = sides.matched.iter().filter(|(x, y)| {
                    let within = |side: &Side, at: usize, range: &Range<usize>| {
                        side.word(at).is_some_and(|word| range.contains(&word.range.start))
                    };
                    within(&sides.a, *x, &a.span.range) && within(&sides.b, *y, &b.span.range)
                });
                let length = |span: &BlockSpan, document| self.cut(document, span).split_whitespace().count();
                let shorter = length(&a.span, sides.a.at.document).min(length(&b.span, sides.b.at.document));
                let count = inside.count();
                if count < SAME_WORDS || count * 10 < shorter * 8 {
                    continue;
                }
                let (Some(one), Some(other)) =
                    (self.speaker(sides.a.at.document, a), self.speaker(sides.b.at.document, b))
                else {
                    continue;
                };
                if part(&one, &other) == Some((DifferenceKind::Attribution, Severity::High)) {
                    let difference = Difference {
                        kind: DifferenceKind::Attribution,
                        severity: Severity::High,
                        a: passage(&sides.a, a),
                        b: Some(passage(&sides.b, b)),
                    };
                    return Some((sides.likeness, difference));
                }
            }
        }
        None
    }
}

/// The sentence with its speaker and cue marked.
fn passage(side: &Side, quote: &Quote<BlockSpan>) -> Passage {
    let mut marks: Vec<Range<usize>> = Vec::new();
    let sentence = side.bytes(0..side.words.len()).unwrap_or_default();
    for span in [&quote.mention, &quote.cue].into_iter().flatten() {
        if span.block == side.at.block
            && sentence.contains(&span.range.start)
            && span.range.end <= sentence.end
        {
            marks.push(span.range.clone());
        }
    }
    if marks.is_empty() {
        marks.push(quote.span.range.start.max(sentence.start)..quote.span.range.end.min(sentence.end));
    }
    marks.arrange_by_key(|mark| mark.start);
    Passage { at: side.at, marks }
}

/// The words of the copy that retell what is said in the original, where they are most of both.
fn kept(sides: &Sides, said: &Range<usize>) -> Option<Range<usize>> {
    let content = |side: &Side, at: usize| side.word(at).is_some_and(Word::is_content);
    let inside = |at: usize| sides.b.word(at).is_some_and(|word| said.contains(&word.range.start));
    let kept: Vec<usize> = sides.matched.iter().filter(|(_, b)| inside(*b)).map(|&(a, _)| a).collect();
    let first = *kept.first()?;
    let last = *kept.last()?;
    let count = kept.iter().filter(|&&a| content(&sides.a, a)).count();
    let ours = (first..=last).filter(|&at| content(&sides.a, at)).count();
    let theirs = (0..sides.b.words.len()).filter(|&at| inside(at) && content(&sides.b, at)).count();
    (count >= RETOLD && count * 2 >= ours && count * 2 >= theirs).then_some(first..last + 1)
}

/// In what two speakers part, if they surely do.
fn part(a: &Speaker, b: &Speaker) -> Option<(DifferenceKind, Severity)> {
    match (&a.name, &b.name) {
        (Some(_), Some(_)) => {
            let same = a.names.iter().any(|word| b.names.contains(word));
            (!same && a.sure && b.sure).then_some((DifferenceKind::Attribution, Severity::High))
        }
        (None, None) => {
            let alike = a.noun.trim_end_matches('s') == b.noun.trim_end_matches('s');
            (alike && a.plural != b.plural).then_some((DifferenceKind::Attribution, Severity::Medium))
        }
        (None, Some(_)) => another_office(a, b).then_some((DifferenceKind::Role, Severity::High)),
        (Some(_), None) => another_office(b, a).then_some((DifferenceKind::Role, Severity::High)),
    }
}

/// Whether an office by itself ("the minister of health") is not the one that a person holds ("Minister of Trade").
fn another_office(office: &Speaker, person: &Speaker) -> bool {
    let rest = |speaker: &Speaker| -> Vec<String> {
        let fields = speaker.office.iter().filter(|word| super::side::classes(word) & class::FIELD != 0);
        fields.cloned().collect()
    };
    let (one, other) = (rest(office), rest(person));
    person.office.contains(&office.noun)
        && !one.is_empty()
        && !other.is_empty()
        && !one.iter().any(|word| other.contains(word))
}

/// One name with two offices: "Minister of Health X", "Minister of Trade X".
fn offices(sides: &Sides) -> Option<(f64, Difference)> {
    for &(a, b) in &sides.matched {
        let name = |side: &Side, at: usize| {
            side.word(at).is_some_and(|word| word.is_name() && !word.is(class::FIELD | class::OFFICE))
                && !side.word(at + 1).is_some_and(|next| next.is_name() && next.before.is_none())
        };
        if !name(&sides.a, a) || !name(&sides.b, b) {
            continue;
        }
        if let (Some(one), Some(other)) = (office(&sides.a, a), office(&sides.b, b)) {
            let (Some(x), Some(y)) = (sides.a.word(one.1), sides.b.word(other.1)) else { continue };
            let same =
                sides.a.word(one.0).map(|word| word.stem) == sides.b.word(other.0).map(|word| word.stem);
            if same && x.stem != y.stem && !x.lower.chars().take(4).eq(y.lower.chars().take(4)) {
                let marks = |(title, field): (usize, usize)| title.min(field)..title.max(field) + 1;
                return Some(sides.difference(
                    DifferenceKind::Role,
                    Severity::High,
                    &[marks(one)],
                    &[marks(other)],
                ));
            }
        }
    }
    None
}

/// The office before the name that ends at `at`: where its noun and its field stand.
fn office(side: &Side, at: usize) -> Option<(usize, usize)> {
    for place in (at.saturating_sub(6)..at).rev() {
        let word = side.word(place)?;
        if word.before.is_some() && place + 1 == at {
            return None;
        }
        if word.is(class::OFFICE) && word.capital {
            let of = side.word(place + 1).is_some_and(|next| next.lower == "of");
            if of && side.is(place + 2, class::FIELD) && place + 2 < at {
                return Some((place, place + 2));
            }
            let before = place.checked_sub(1)?;
            return side.is(before, class::FIELD).then_some((place, before));
        }
        if !word.capital && !matches!(word.lower.as_str(), "of" | "al") && !word.is(class::FIELD)
            || word.before.is_some()
        {
            return None;
        }
    }
    None
}
