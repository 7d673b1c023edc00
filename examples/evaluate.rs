//! Answers evaluation tasks, one JSON object a line in and one out, so that a scorer can drive the library:
//!
//! - `{"task":"sbd","text"}` → `{"sentences":[text]}`
//! - `{"task":"summ","documents":[{"id","title"?,"date"?,"text"}],"budget_words"}` → `{"sentences":[{"doc","text"}]}`:
//!   the summary of one document, the key points of several, the best of that length
//! - `{"task":"dates",…}`: see `evaluate/dates.rs`
//! - `{"task":"acronyms","text"}` → `{"pairs":[{"short","long"}]}`
//! - `{"task":"ner","text"}` → `{"entities":[{"start","end","kind"}]}`, in code points
//! - `{"task":"quotes","text"}` → `{"quotes":[{"quote","speaker"}]}`: the speaker as named by the cue
//! - `{"task":"pairs","a":{"title","text"},"b":{…}}` → `{"score"}`: the likeness

use std::error::Error;
use std::io::{BufRead, Write, stdin, stdout};
use std::ops::Range;

use briefing::document::{Block, BlockKind, Corpus, Document, SentenceRef, TitleFrom};
use briefing::insight::quotes::{Speech, quotes};
use briefing::insight::{self, Definition, Mention, acronyms, entities};
use briefing::text::sentences;
use serde_json::{Value, json};

#[path = "evaluate/dates.rs"]
mod dates;

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = stdout().lock();
    for line in stdin().lock().lines() {
        let question: Value = serde_json::from_str(&line?)?;
        let answer = match text(&question, "task") {
            "sbd" => split(text(&question, "text")),
            "summ" => summarise(&question),
            "acronyms" => define(text(&question, "text")),
            "ner" => name(text(&question, "text")),
            "dates" => dates::answer(&question),
            "quotes" => who_says(text(&question, "text")),
            "pairs" => compare(&question),
            task => return Err(format!("no task named {task:?}").into()),
        };
        writeln!(out, "{answer}")?;
        out.flush()?;
    }
    Ok(())
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

fn split(text: &str) -> Value {
    let found: Vec<&str> = sentences(text).into_iter().filter_map(|range| text.get(range)).collect();
    json!({ "sentences": found })
}

fn define(text: &str) -> Value {
    let pair = |found: Definition| json!({ "short": text.get(found.short), "long": text.get(found.long) });
    json!({ "pairs": acronyms(text).into_iter().map(pair).collect::<Vec<_>>() })
}

fn name(text: &str) -> Value {
    let code_points = |to: usize| text.get(..to).map(|before| before.chars().count());
    let mention = |found: Mention| {
        let kind = format!("{:?}", found.kind).to_lowercase();
        json!({ "start": code_points(found.range.start), "end": code_points(found.range.end), "kind": kind })
    };
    json!({ "entities": entities(text).into_iter().map(mention).collect::<Vec<_>>() })
}

fn who_says(text: &str) -> Value {
    let cut = |range: Range<usize>| text.get(range).unwrap_or_default();
    let direct = quotes(text).into_iter().filter(|quote| quote.speech == Speech::Direct);
    let found: Vec<Value> =
        direct.map(|quote| json!({ "quote": cut(quote.span), "speaker": quote.mention.map(cut) })).collect();
    json!({ "quotes": found })
}

fn summarise(question: &Value) -> Value {
    let documents: Vec<Document> =
        question["documents"].as_array().into_iter().flatten().map(document).collect();
    let corpus = Corpus { documents, ..Corpus::default() };
    let words = question["budget_words"].as_u64().unwrap_or(100) as usize;
    let found: Vec<SentenceRef> = match corpus.documents.as_slice() {
        [document] => insight::summary(document, words),
        _ => insight::key_points(&corpus, words).into_iter().map(|point| point.sentence).collect(),
    };
    let sentence = |at: SentenceRef| {
        let document = &corpus.documents[at.document as usize];
        let block = &document.blocks[at.block as usize];
        let range = block.sentences[at.sentence as usize].clone();
        json!({ "doc": document.id, "text": &block.text[range] })
    };
    json!({ "sentences": found.into_iter().map(sentence).collect::<Vec<Value>>() })
}

fn compare(question: &Value) -> Value {
    let [a, b] = ["a", "b"].map(|side| document(&question[side]));
    json!({ "score": insight::likeness(&a, &b) })
}

/// A document of plain text: every line is a paragraph.
fn document(value: &Value) -> Document {
    let mut start = 0;
    let mut blocks = Vec::new();
    for line in text(value, "text").split_inclusive('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let indent = line.len() - line.trim_start().len();
            blocks.push(Block {
                kind: BlockKind::Paragraph,
                text: trimmed.to_owned(),
                start: start + line[..indent].encode_utf16().count() as u32,
                sentences: sentences(trimmed),
            });
        }
        start += line.encode_utf16().count() as u32;
    }
    Document {
        id: text(value, "id").to_owned(),
        title: text(value, "title").to_owned(),
        title_from: TitleFrom::Metadata,
        source: None,
        date: value["date"].as_str().map(str::to_owned),
        url: None,
        lang: None,
        tags: Vec::new(),
        note: None,
        blocks,
    }
}
