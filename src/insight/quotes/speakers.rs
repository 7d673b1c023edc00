//! From cues to speakers, over a whole text.
//!
//! A quotation with a cue has its speaker. One that fills a sentence of its own continues the last one of its
//! paragraph, or one whose mark was left open, or what the sentence before it retells. Words in marks that are
//! neither said by anybody nor a sentence are a title, a nickname or a scare quote: no quotation.

use std::ops::Range;

use super::attribution::{Attribution, Words, attribution};
use super::lexicon::class;
use super::marks::{Marked, opens};
use super::page::{self, Kind, Paragraph, Sentence, Token};
use super::persons::Persons;
use super::phrase::{Subject, forward, kind, named};
use super::{Quote, Speech, reported};

/// Fewest words of a quotation that is part of a sentence of the writer's.
const FEWEST_WORDS: usize = 3;
/// Fewest words of a quotation that nobody is said to have said.
const FEWEST_UNSAID: usize = 6;

/// Who speaks, by bytes of the text.
#[derive(Clone, Debug, Default)]
pub(super) struct Voice {
    pub mention: Option<Range<usize>>,
    pub speaker: Option<Range<usize>>,
    pub role: Option<Range<usize>>,
    pub cue: Option<Range<usize>>,
}

/// The voice heard last.
struct Last {
    paragraph: usize,
    /// Byte of its sentence.
    at: usize,
    /// Whether it was quoted, and the mark left open.
    open: bool,
    voice: Voice,
}

/// Finds what is said in a text with the paragraphs at `ranges`.
pub(super) fn find(text: &str, ranges: &[Range<usize>]) -> Vec<Quote> {
    let paragraphs = page::paragraphs(text, ranges);
    let mut reader = Reader {
        text,
        persons: Persons::of(text, &paragraphs),
        last: None,
        bodies: Vec::new(),
        found: Vec::new(),
        open: Vec::new(),
    };
    for (number, paragraph) in paragraphs.iter().enumerate() {
        reader.paragraph(number, paragraph);
    }
    reader.found
}

struct Reader<'t> {
    text: &'t str,
    persons: Persons,
    last: Option<Last>,
    /// Speakers without a name, as first introduced: their noun, and the noun phrase; None where there are two.
    bodies: Vec<(String, Option<Range<usize>>)>,
    found: Vec<Quote>,
    /// Quotations without a speaker whose mark was left open, until one is found.
    open: Vec<usize>,
}

impl Reader<'_> {
    fn paragraph(&mut self, number: usize, paragraph: &Paragraph) {
        let continues = self.last.as_ref().is_some_and(|last| last.open && last.paragraph + 1 == number)
            && self.text.get(paragraph.range.clone()).is_some_and(opens);
        if !continues {
            self.open.clear();
        }
        for (place, sentence) in paragraph.sentences.iter().enumerate() {
            if sentence.tokens.iter().any(|token| matches!(token.kind, Kind::Quote(_))) {
                self.quoted(number, paragraph, place, continues);
            } else {
                self.unquoted(number, sentence);
            }
        }
    }

    /// A sentence with quotations.
    fn quoted(&mut self, number: usize, paragraph: &Paragraph, place: usize, continues: bool) {
        let Some(sentence) = paragraph.sentences.get(place) else { return };
        let words = Words { text: self.text, tokens: &sentence.tokens };
        let alone = !sentence.tokens.iter().any(|token| token.kind == Kind::Word);
        let mut earlier: Option<Attribution> = None;
        let mut voice: Option<Voice> = None;
        for (at, token) in sentence.tokens.iter().enumerate() {
            let Kind::Quote(quote) = token.kind else { continue };
            let Some(marked) = paragraph.quotes.get(quote) else { continue };
            let inner = self.text.get(marked.inner.clone()).unwrap_or_default();
            let leans = inner.ends_with(',')
                || at == 0
                || inner.ends_with(['.', '?', '!'])
                    && !matches!(
                        at.checked_sub(1).and_then(|at| kind(&sentence.tokens, at)),
                        Some(Kind::Comma | Kind::Colon)
                    );
            let found = if alone { None } else { attribution(words, at, leans, earlier.as_ref()) };
            let heard = match &found {
                Some(found) => Some(self.voice(number, &sentence.tokens, found)),
                None if alone || at == 0 && !is_scare(inner) => self
                    .following(paragraph, place)
                    .map(|(tokens, found)| self.voice(number, tokens, &found))
                    .or_else(|| self.continued(number, place, continues)),
                None => None,
            };
            if !is_quotation(inner, marked, found.as_ref(), alone, &sentence.tokens, at) {
                continue;
            }
            if marked.unclosed && heard.is_none() {
                self.open.push(self.found.len());
            } else if let Some(heard) = &heard {
                for at in std::mem::take(&mut self.open) {
                    if let Some(quote) = self.found.get_mut(at) {
                        (quote.mention, quote.speaker, quote.role) =
                            (heard.mention.clone(), heard.speaker.clone(), heard.role.clone());
                    }
                }
            }
            let said = heard.clone().unwrap_or_default();
            self.found.push(Quote {
                speech: Speech::Direct,
                span: marked.inner.clone(),
                mention: said.mention,
                speaker: said.speaker,
                role: said.role,
                cue: said.cue,
            });
            if let Some(heard) = heard {
                self.last = Some(Last {
                    paragraph: number,
                    at: sentence.range.start,
                    open: marked.unclosed,
                    voice: heard.clone(),
                });
                voice = Some(heard);
            } else {
                self.last = Some(Last {
                    paragraph: number,
                    at: sentence.range.start,
                    open: marked.unclosed,
                    voice: Voice::default(),
                });
            }
            if found.is_some() {
                earlier = found;
            }
        }
        if voice.is_none() && !alone {
            self.unquoted(number, sentence);
        }
    }

    /// A sentence that may retell speech.
    fn unquoted(&mut self, number: usize, sentence: &Sentence) {
        let words = Words { text: self.text, tokens: &sentence.tokens };
        if let Some((found, span)) = reported::reported(words, &sentence.range) {
            let voice = self.voice(number, &sentence.tokens, &found);
            self.last =
                Some(Last { paragraph: number, at: sentence.range.start, open: false, voice: voice.clone() });
            if !sentence.tokens.iter().any(|token| matches!(token.kind, Kind::Quote(_))) {
                self.found.push(Quote {
                    speech: Speech::Reported,
                    span,
                    mention: voice.mention,
                    speaker: voice.speaker,
                    role: voice.role,
                    cue: voice.cue,
                });
            }
        } else if let Some(subject) = person_subject(&sentence.tokens) {
            // A sentence about somebody: a quotation that follows in the paragraph is his.
            let found = Attribution { subject, cue: 0..0, speech: false };
            let voice = Voice { cue: None, ..self.voice(number, &sentence.tokens, &found) };
            self.last = Some(Last { paragraph: number, at: sentence.range.start, open: false, voice });
        }
    }

    /// The speaker of a quotation that stands alone: a short sentence behind it may name him.
    fn following<'p>(&self, paragraph: &'p Paragraph, place: usize) -> Option<(&'p [Token], Attribution)> {
        let next = paragraph.sentences.get(place + 1)?;
        let verb = next.tokens.iter().position(|token| token.is(class::SPEECH))?;
        let short = next.tokens.len() <= verb + 4
            && verb <= 4
            && next.tokens.iter().all(|token| token.kind == Kind::Word);
        let ends = next.tokens.get(verb + 1).is_none_or(|token| token.is(class::PREPOSITION));
        if !(short && ends) {
            return None;
        }
        let (subject, stop) = forward(&next.tokens, 0, verb)?;
        let cue = next.tokens.get(verb).map(|token| token.start..token.end)?;
        (stop == verb).then_some((next.tokens.as_slice(), Attribution { subject, cue, speech: true }))
    }

    /// The speaker of a quotation without a cue: he who spoke before.
    fn continued(&self, number: usize, place: usize, continues: bool) -> Option<Voice> {
        let last = self.last.as_ref()?;
        let near = last.paragraph == number
            || place == 0 && (continues || last.paragraph + 1 == number && !last.open);
        near.then(|| Voice { cue: None, ..last.voice.clone() }).filter(|voice| voice.mention.is_some())
    }

    /// The speaker by bytes, pronouns resolved.
    fn voice(&mut self, number: usize, tokens: &[Token], found: &Attribution) -> Voice {
        let bytes = |range: &Range<usize>| {
            Some(tokens.get(range.start)?.start..tokens.get(range.end.checked_sub(1)?)?.end)
        };
        let Subject { phrase, apposition } = &found.subject;
        let Some(mention) = bytes(phrase) else { return Voice::default() };
        let text = self.text;
        let last = tokens.get(phrase.end.wrapping_sub(1));
        let mention = match last {
            Some(token) if token.genitive && found.cue.start > 0 && !found.speech => {
                without_genitive(text, mention)
            }
            _ => mention,
        };
        let mut voice =
            Voice { mention: Some(mention.clone()), cue: Some(found.cue.clone()), ..Voice::default() };
        let written = text.get(mention.clone()).unwrap_or_default();
        let apposition = apposition.as_ref().and_then(bytes);
        if phrase.len() == 1
            && last.is_some_and(|token| {
                token.is(class::SUBJECT | class::OBJECT)
                    && !(token.capital
                        && written.len() < 3
                        && written != "He"
                        && written != "It"
                        && written != "We"
                        && written != "I")
            })
        {
            if written.eq_ignore_ascii_case("they") {
                voice.speaker = self.several(number);
                return voice;
            }
            let gender = match written.to_ascii_lowercase().as_str() {
                "he" | "him" | "himself" => class::HE,
                "she" | "her" | "herself" => class::SHE,
                _ => return voice,
            };
            let before = self.last.as_ref().filter(|last| last.paragraph + 1 >= number);
            let before = before.and_then(|last| Some((text.get(last.voice.speaker.clone()?)?, last.at)));
            voice.speaker = self.persons.pronoun(gender, mention.start, number, before);
            let known = voice.speaker.clone().and_then(|name| self.persons.by_name(text.get(name)?));
            voice.role = known.and_then(|person| person.role.clone());
            return voice;
        }
        if let Some(found) = named(tokens, phrase) {
            let name = bytes(&found.name).map(|name| without_genitive(text, name));
            voice.role = apposition.or_else(|| found.role.as_ref().and_then(bytes));
            if voice.role.is_none() {
                voice.role = name
                    .clone()
                    .and_then(|name| self.persons.by_name(text.get(name)?))
                    .and_then(|person| person.role.clone());
            }
            voice.speaker = name;
            return voice;
        }
        let speaker = self.body(tokens, phrase, mention.clone());
        let person = text
            .get(speaker.clone())
            .filter(|_| speaker != mention)
            .and_then(|name| self.persons.by_name(name));
        voice.role = apposition.or_else(|| person.and_then(|person| person.role.clone()));
        voice.speaker = Some(speaker);
        voice
    }

    /// Who "they" are: those who spoke in the sentence before, where they are several.
    fn several(&self, number: usize) -> Option<Range<usize>> {
        let last = self.last.as_ref().filter(|last| last.paragraph + 1 >= number)?;
        let speaker = last.voice.speaker.clone()?;
        let before_of = self
            .text
            .get(speaker.clone())?
            .split([' ', '\u{a0}'])
            .take_while(|word| !matches!(*word, "of" | "with" | "from" | "in" | "at" | "for"))
            .last()?;
        (before_of.ends_with('s') && before_of.starts_with(char::is_lowercase)).then_some(speaker)
    }

    /// What a noun phrase without a name stands for: "the official" is the one introduced before, "the secretary" the
    /// only secretary named; else it stands for itself.
    fn body(&mut self, tokens: &[Token], phrase: &Range<usize>, mention: Range<usize>) -> Range<usize> {
        let text = self.text;
        let words: Vec<&str> = tokens
            .get(phrase.clone())
            .into_iter()
            .flatten()
            .filter_map(|token| text.get(token.start..token.end))
            .collect();
        match words.as_slice() {
            [the, noun] if the.eq_ignore_ascii_case("the") => {
                if let Some((_, introduced)) =
                    self.bodies.iter().find(|(known, _)| known.eq_ignore_ascii_case(noun))
                {
                    return introduced.clone().unwrap_or(mention);
                }
                self.persons.by_role(text, noun).map_or(mention, |person| person.name.clone())
            }
            [article, .., noun]
                if article.eq_ignore_ascii_case("a") || article.eq_ignore_ascii_case("an") =>
            {
                match self.bodies.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(noun)) {
                    Some((_, introduced)) => *introduced = None,
                    None => self.bodies.push(((*noun).to_owned(), Some(mention.clone()))),
                }
                mention
            }
            _ => mention,
        }
    }
}

fn without_genitive(text: &str, range: Range<usize>) -> Range<usize> {
    let written = text.get(range.clone()).unwrap_or_default();
    let bare =
        ["'s", "’s", "'", "’"].iter().find_map(|ending| written.strip_suffix(ending)).unwrap_or(written);
    range.start..range.start + bare.len()
}

/// The subject of a sentence, where it is a person by name or pronoun.
fn person_subject(tokens: &[Token]) -> Option<Subject> {
    let (subject, _) = forward(tokens, 0, tokens.len())?;
    let pronoun = subject.phrase.len() == 1
        && tokens.get(subject.phrase.start).is_some_and(|token| token.is(class::SUBJECT));
    (pronoun || named(tokens, &subject.phrase).is_some()).then_some(subject)
}

fn count_words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Whether words in marks look like a title, a name or a word held at arm's length.
fn is_scare(inner: &str) -> bool {
    count_words(inner) < FEWEST_WORDS || is_title(inner)
}

/// Whether every longer word is written with a capital, as in titles of books.
fn is_title(inner: &str) -> bool {
    let long: Vec<&str> = inner.split_whitespace().filter(|word| word.chars().count() > 3).collect();
    let capitals = long.iter().all(|word| word.starts_with(|c: char| !c.is_lowercase()));
    capitals && (long.len() > 3 || !long.is_empty() && !inner.ends_with(['.', '!', '?']))
}

fn is_quotation(
    inner: &str,
    marked: &Marked,
    found: Option<&Attribution>,
    alone: bool,
    tokens: &[Token],
    at: usize,
) -> bool {
    let words = count_words(inner);
    let whole = inner.ends_with([',', '.', '!', '?', '…']) || marked.unclosed;
    let introduced = at
        .checked_sub(1)
        .is_some_and(|before| matches!(kind(tokens, before), Some(Kind::Comma | Kind::Colon)));
    match found {
        Some(found) if found.speech && (whole && (at == 0 || introduced)) => true,
        Some(_) => words >= FEWEST_WORDS && !is_title(inner),
        None if alone => words >= FEWEST_WORDS || whole,
        None => words >= FEWEST_UNSAID && !is_title(inner),
    }
}
