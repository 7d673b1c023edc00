//! The cue of a quotation, and by it the speaker, within one sentence.
//!
//! Behind the quotation: "…," said X · "…," X said · according to X. Before it: X said: "…" · X called it "…" ·
//! X's claim that "…". The side is tried first on which the quotation leans: a comma within its closing mark looks
//! ahead (the patterns of Pouliquen, Steinberger and Best 2007, over word classes instead of a list of phrases).

use std::ops::Range;

use super::lexicon::class;
use super::page::{Kind, Token};
use super::phrase::{Subject, behind, can_speak, forward, kind, named, subject};

/// Furthest verb behind a quotation, in tokens: "…," X, the Y of the Z, said.
const REACH: usize = 34;

/// Longest name with what he is before a colon, in tokens.
const LABEL: usize = 12;

/// Who speaks, by tokens of the sentence, and the cue, by bytes.
#[derive(Clone, Debug)]
pub(super) struct Attribution {
    pub subject: Subject,
    pub cue: Range<usize>,
    /// Whether a verb of speech governs, which takes whole utterances.
    pub speech: bool,
}

/// A sentence with the text that it stands in.
#[derive(Clone, Copy)]
pub(super) struct Words<'t> {
    pub text: &'t str,
    pub tokens: &'t [Token],
}

impl Words<'_> {
    pub fn is(&self, index: usize, bits: u32) -> bool {
        self.tokens.get(index).is_some_and(|token| token.is(bits))
    }

    /// Whether this word stands at `index`, whatever its case.
    pub fn reads(&self, index: usize, word: &str) -> bool {
        self.tokens
            .get(index)
            .and_then(|token| self.text.get(token.start..token.end))
            .is_some_and(|written| written.eq_ignore_ascii_case(word))
    }

    fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        let start = self.tokens.get(tokens.start).map_or(0, |token| token.start);
        let end =
            tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(start, |token| token.end);
        start..end.max(start)
    }
}

/// Who says the quotation at token `quote`. `leans` says that the quotation ends in a comma or opens the sentence;
/// `earlier` is who said what stands before it in the sentence.
pub(super) fn attribution(
    words: Words,
    quote: usize,
    leans: bool,
    earlier: Option<&Attribution>,
) -> Option<Attribution> {
    if leans {
        after(words, quote, true).or_else(|| before(words, quote, earlier))
    } else {
        before(words, quote, earlier).or_else(|| after(words, quote, false))
    }
}

fn after(words: Words, quote: usize, leans: bool) -> Option<Attribution> {
    let tokens = words.tokens;
    let mut start = quote + 1;
    while matches!(kind(tokens, start), Some(Kind::Comma | Kind::Dash)) {
        start += 1;
    }
    let end = (start..tokens.len())
        .find(|&at| matches!(kind(tokens, at), Some(Kind::Quote(_) | Kind::Stop)))
        .unwrap_or(tokens.len());
    let found = |subject, cue, speech| Some(Attribution { subject, cue: words.bytes(cue), speech });
    if words.reads(start, "according") && words.reads(start + 1, "to") {
        return found(behind(tokens, start + 2, end)?, start..start + 2, true);
    }
    if ["in", "the", "words", "of"].iter().zip(start..).all(|(word, at)| words.reads(at, word)) {
        return found(behind(tokens, start + 4, end)?, start..start + 4, true);
    }
    if (words.reads(start, "as") || words.reads(start, "is") || words.reads(start, "was"))
        && words.is(start + 1, class::CUE)
    {
        start += 1;
    }
    let verb = (start..end).find(|&at| !words.is(at, class::ADVERB))?;
    if words.is(verb, class::SPEECH) || leans && words.is(verb, class::VERDICT) {
        let speaker = behind(tokens, verb + 1, end)?;
        // A banner reads what somebody else has written on it.
        if gives_away(words, verb + 1, end)
            || words.reads(verb, "read") && !can_speak(tokens, &speaker.phrase)
        {
            return None;
        }
        return found(speaker, verb..verb + 1, true);
    }
    let (speaker, stop) = forward(tokens, start, end)?;
    if speaker.phrase.start > start + 2 {
        return None;
    }
    let verbs = if leans { class::SPEECH | class::VERDICT } else { class::SPEECH };
    let main = (stop..end).find(|&at| !words.is(at, class::ADVERB | class::AUXILIARY))?;
    let aside = kind(tokens, main) == Some(Kind::Comma) || words.is(main, class::RELATIVE);
    let verb = if words.is(main, verbs) {
        main
    } else if aside {
        let closes = |at: &usize| {
            let mut back = at - 1;
            while back > main && words.is(back, class::ADVERB | class::AUXILIARY) {
                back -= 1;
            }
            words.is(*at, verbs)
                && (kind(tokens, back) == Some(Kind::Comma) || words.is(main, class::RELATIVE) && back > main)
        };
        (main + 1..end.min(main + REACH)).find(closes)?
    } else {
        return None;
    };
    if gives_away(words, verb + 1, end) {
        return None;
    }
    if is_passive(words, verb) {
        return found(agent(words, verb, end)?, verb..verb + 1, true);
    }
    found(speaker, verb..verb + 1, true)
}

/// Whether the words are given to another or to nobody, as a participle of speech tells: denied saying, accused Y of
/// saying, quoted Y as saying.
fn gives_away(words: Words, start: usize, end: usize) -> bool {
    (start..end).any(|at| {
        let behind = at == start
            || words.reads(at - 1, "of")
            || words.reads(at - 1, "as")
            || words.reads(at - 1, "having");
        behind
            && (words.is(at, class::SPEAKING) || words.reads(at - 1, "having") && words.is(at, class::SPEECH))
    })
}

fn before(words: Words, quote: usize, earlier: Option<&Attribution>) -> Option<Attribution> {
    let tokens = words.tokens;
    // Whether some other verb stands between: the claim itself does something.
    let mut finite = false;
    for verb in (0..quote).rev() {
        let Some(token) = tokens.get(verb) else { continue };
        if kind(tokens, verb) == Some(Kind::Stop) {
            break;
        }
        if verb > 0 && words.reads(verb, "to") && words.reads(verb - 1, "according") {
            let end = (verb + 1..quote).find(|&at| kind(tokens, at) != Some(Kind::Word)).unwrap_or(quote);
            let subject = behind(tokens, verb + 1, end)?;
            return Some(Attribution { subject, cue: words.bytes(verb - 1..verb + 1), speech: true });
        }
        if verb > 1 && words.reads(verb, "of") && words.reads(verb - 1, "words") {
            let subject = behind(tokens, verb + 1, quote)?;
            return Some(Attribution { subject, cue: words.bytes(verb - 1..verb + 1), speech: true });
        }
        if token.is(class::UTTERANCE) && !token.is(class::CUE) {
            if !finite && let Some(subject) = possessor(tokens, verb) {
                return Some(Attribution { subject, cue: words.bytes(verb..verb + 1), speech: false });
            }
            continue;
        }
        finite |= token.is(class::VERB);
        if !token.is(class::CUE) {
            continue;
        }
        let speech = token.is(class::SPEECH | class::SPEAKING);
        if is_passive(words, verb) {
            if let Some(subject) = agent(words, verb, quote) {
                return Some(Attribution { subject, cue: words.bytes(verb..verb + 1), speech });
            }
            continue;
        }
        let found = match subject(tokens, verb, 0) {
            // A separate statement, explicit late-night tweets: nouns after all.
            Some(subject) if token.is(class::UTTERANCE) && !can_speak(tokens, &subject.phrase) => {
                finite = true;
                continue;
            }
            // She denied that he said it: so neither may have.
            Some(subject) if is_denied(words, subject.phrase.start) => return None,
            Some(subject) => subject,
            None if verb == 0 && token.is(class::SPEECH) => behind(tokens, 1, quote)?,
            None => match earlier {
                Some(earlier) => earlier.subject.clone(),
                None => continue,
            },
        };
        return Some(Attribution { subject: found, cue: words.bytes(verb..verb + 1), speech });
    }
    label(words, quote)
}

/// Whether the clause that begins at a place is what somebody denies: denied that X had said.
fn is_denied(words: Words, clause: usize) -> bool {
    let end = clause - usize::from(clause > 0 && words.reads(clause - 1, "that"));
    end > 0 && ["deny", "denies", "denied", "denying"].iter().any(|verb| words.reads(end - 1, verb))
}

/// The name before a colon, as rows of opinions have it: "Ann Hill, The Gazette: …".
fn label(words: Words, quote: usize) -> Option<Attribution> {
    let colon = quote.checked_sub(1).filter(|&colon| kind(words.tokens, colon) == Some(Kind::Colon))?;
    let (subject, stop) = forward(words.tokens, 0, colon)?;
    let verbs = class::CUE | class::VERB | class::AUXILIARY;
    let acts = (0..colon).any(|at| words.is(at, verbs));
    let alone = subject.phrase.start == 0 && (stop == colon || kind(words.tokens, stop) == Some(Kind::Comma));
    named(words.tokens, &subject.phrase).filter(|_| alone && !acts && colon <= LABEL)?;
    Some(Attribution { subject, cue: words.bytes(colon..colon + 1), speech: true })
}

/// Whether a verb stands in the passive: was told, being described, when asked.
pub(super) fn is_passive(words: Words, verb: usize) -> bool {
    let past = |word: &str| {
        word.ends_with("ed")
            || matches!(word, "told" | "said" | "written" | "seen" | "quoted" | "known" | "held")
    };
    let written =
        words.tokens.get(verb).and_then(|token| words.text.get(token.start..token.end)).unwrap_or_default();
    if !past(written) {
        return false;
    }
    let mut at = verb;
    while at > 0 && words.is(at - 1, class::ADVERB) {
        at -= 1;
    }
    if words.is(verb, class::VERDICT)
        && words.is(verb + 1, class::PREPOSITION)
        && at > 0
        && words.tokens.get(at - 1).is_some_and(|token| {
            token.kind == Kind::Word
                && !token.capital
                && token.class
                    & (class::PERSON
                        | class::COLLECTIVE
                        | class::SUBJECT
                        | class::AUXILIARY
                        | class::CONJUNCTION
                        | class::RELATIVE)
                    == 0
        })
    {
        // The ties outlined in the pact.
        return true;
    }
    let be = ["is", "are", "was", "were", "be", "been", "being", "when", "if", "once", "as", "although"];
    at > 0 && be.iter().any(|word| words.reads(at - 1, word))
}

/// The agent of a passive: described by X as.
fn agent(words: Words, verb: usize, end: usize) -> Option<Subject> {
    let by = (verb + 1..end.min(verb + 8)).find(|&at| words.reads(at, "by"))?;
    behind(words.tokens, by + 1, end)
}

/// Who owns the words: X's claim, his claim.
fn possessor(tokens: &[Token], noun: usize) -> Option<Subject> {
    let floor = noun.saturating_sub(4);
    let owner = (floor..noun).rev().find(|&at| tokens.get(at).is_some_and(|token| token.genitive))?;
    let mut start = owner;
    while start > 0
        && tokens.get(start - 1).is_some_and(|token| {
            token.kind == Kind::Word
                && (token.capital && token.class & (class::PREPOSITION | class::TIME) == 0
                    || token.is(class::DETERMINER))
        })
    {
        start -= 1;
    }
    let time = tokens.get(owner).is_some_and(|token| token.is(class::TIME));
    (!time).then_some(Subject { phrase: start..owner + 1, apposition: None })
}
