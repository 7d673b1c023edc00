//! Speech without marks: X said that …; …, X said; …, said X; according to X.

use std::ops::Range;

use super::attribution::{Attribution, Words, is_passive};
use super::lexicon::class;
use super::page::Kind;
use super::phrase::{Subject, behind, can_speak, kind, subject};

/// Fewest tokens that tell something.
const FEWEST: usize = 4;

/// Who is said to say something in a sentence, and what, by bytes. The first verb of speech counts whose subject can
/// speak.
pub(super) fn reported(words: Words, sentence: &Range<usize>) -> Option<(Attribution, Range<usize>)> {
    (0..words.tokens.len())
        .filter(|&verb| words.is(verb, class::SPEECH))
        .find_map(|verb| at(words, sentence, verb))
        .or_else(|| according(words, sentence))
}

/// According to X, …; …, according to X.
fn according(words: Words, sentence: &Range<usize>) -> Option<(Attribution, Range<usize>)> {
    let tokens = words.tokens;
    let start = (0..tokens.len()).find(|&at| words.reads(at, "according") && words.reads(at + 1, "to"))?;
    let subject = behind(tokens, start + 2, tokens.len())?;
    let end = subject.apposition.as_ref().map_or(subject.phrase.end, |apposition| apposition.end);
    let cue = tokens.get(start)?.start..tokens.get(start + 1)?.end;
    let is_word = |at: &usize| kind(tokens, *at) == Some(Kind::Word);
    let content = if tokens.len() > end + FEWEST {
        tokens.get((end..tokens.len()).find(is_word)?)?.start..tokens.last()?.end
    } else {
        sentence.start..tokens.get((0..start).rev().find(is_word)?)?.end
    };
    let speaks = can_speak(tokens, &subject.phrase) && !content.is_empty();
    speaks.then_some((Attribution { subject, cue, speech: true }, content))
}

fn at(words: Words, sentence: &Range<usize>, verb: usize) -> Option<(Attribution, Range<usize>)> {
    let tokens = words.tokens;
    if is_passive(words, verb)
        || ["continue", "continues", "continued"].iter().any(|word| words.reads(verb, word))
    {
        return None;
    }
    let cue = tokens.get(verb).map(|token| token.start..token.end)?;
    let found = |subject: Subject, content: Range<usize>| {
        can_speak(tokens, &subject.phrase)
            .then(|| (Attribution { subject, cue: cue.clone(), speech: true }, content))
    };
    let comma = |at: usize| kind(tokens, at) == Some(Kind::Comma);
    if verb > FEWEST
        && comma(verb - 1)
        && tokens.get(verb + 1).is_some_and(|next| {
            next.capital || next.is(class::DETERMINER | class::PERSON | class::COLLECTIVE)
        })
        && let Some(speaker) = behind(tokens, verb + 1, tokens.len())
        && speaker.phrase.end + usize::from(speaker.apposition.is_some()) >= tokens.len().min(verb + 3)
    {
        return found(speaker, sentence.start..tokens.get(verb - 1)?.start);
    }
    let speaker = subject(tokens, verb, 0)?;
    let start = speaker.phrase.start;
    let rest = tokens.len() - verb - 1;
    if start > FEWEST
        && comma(start - 1)
        && (rest < FEWEST || words.is(verb + 1, class::PREPOSITION | class::TIME))
    {
        return found(speaker, sentence.start..tokens.get(start - 1)?.start);
    }
    if rest < FEWEST {
        return None;
    }
    // "The plan, she said, will fail": what is said goes on behind the comma.
    let content = (verb + 1..tokens.len()).find(|&at| kind(tokens, at) == Some(Kind::Word))?;
    found(speaker, tokens.get(content)?.start..tokens.last()?.end)
}
