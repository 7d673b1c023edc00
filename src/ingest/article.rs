//! One article: its units judged, its title found, its blocks named by their kind.

use std::borrow::Cow;

use serde::Serialize;

use super::edges;
use super::form::{
    ends_sentence, has_list_ending, has_word, is_running, is_statement, opens_as_title, size, words,
};
use super::furniture::{Rule, Verdict};
use super::label::{Label, label};
use super::metadata::Metadata;
use super::title::{self, LONGEST_QUESTION};
use super::unit::{Mark, Text};
use crate::document::{Block, BlockKind, Document, TitleFrom};
use crate::hash::HashSet;
use crate::language;
use crate::text::{sentences, utf16_len};

/// An article between reading and judging.
#[derive(Debug)]
pub(super) struct Draft {
    /// Its identifier, unless another article has the same.
    pub(super) id: String,
    /// Where it stands: a path, for JSONL with a line.
    pub(super) place: String,
    /// The path of its file.
    pub(super) path: String,
    /// What is said about it.
    pub(super) metadata: Metadata,
    /// Its text.
    pub(super) text: Text,
    /// Blocks that the page itself tells to be no part of it; they are no part of the text.
    pub(super) left_out: Vec<String>,
    /// What it was read from.
    pub(super) origin: Origin,
}

/// What an article was read from.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// A file, which is its source text or was rendered to it.
    File,
    /// A pack, which has no source text but the units; where each unit begins in it, in UTF-16 code units.
    #[cfg(feature = "formats")]
    Pack(Vec<u32>),
}

impl Draft {
    /// Whether it is said to be in another language than English, or surely is.
    #[cfg(all(feature = "studio", not(feature = "languages")))]
    pub(super) fn is_foreign(&self) -> bool {
        let given = self.metadata.lang.as_deref().map(crate::document::primary_subtag);
        let units = self.text.units.iter().map(|unit| self.text.of(unit));
        let language = given.unwrap_or_else(|| language::detect(units).map(str::to_owned));
        language.is_some_and(|language| language != "en")
    }

    /// The source text; nothing where it is not known.
    pub(super) fn source(&self) -> &str {
        if self.origin == Origin::File { &self.text.source } else { "" }
    }

    /// Whether another draft says the same of the same article.
    pub(super) fn says_what(&self, other: &Self) -> bool {
        (&self.id, &self.metadata, &self.text, &self.origin)
            == (&other.id, &other.metadata, &other.text, &other.origin)
    }

    /// Where each unit begins in the source text, in UTF-16 code units.
    pub(super) fn starts(&self) -> Cow<'_, [u32]> {
        #[cfg(feature = "formats")]
        if let Origin::Pack(starts) = &self.origin {
            return Cow::Borrowed(starts);
        }
        let (mut bytes, mut utf16) = (0, 0);
        let starts = self.text.units.iter().map(|unit| {
            utf16 += utf16_len(self.text.source.get(bytes..unit.range.start).unwrap_or_default());
            bytes = unit.range.start;
            utf16
        });
        Cow::Owned(starts.collect())
    }
}

/// An article, judged.
#[derive(Debug)]
pub(super) struct Article {
    pub(super) document: Document,
    /// Which units were dropped, and why.
    pub(super) verdict: Verdict,
    /// All lines that were dropped.
    pub(super) dropped: Vec<DroppedLine>,
    /// Whether its language was given, and the text would have told the same.
    pub(super) given_as_found: bool,
}

/// A line that was dropped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DroppedLine {
    /// Its verbatim text.
    pub text: String,
    /// Why it was dropped.
    pub rule: Rule,
}

/// A line that is longer is no heading.
const LONGEST_HEADING: usize = 12;

/// Words that no heading ends in: the line is part of a broken sentence.
const GOES_ON: &[&str] = &["a", "an", "and", "at", "by", "for", "in", "of", "or", "the", "to", "with"];

/// Makes the document, with this identifier and metadata, and tells which lines it dropped. `None`: there is neither text
/// nor title.
pub(super) fn document(
    draft: &Draft,
    id: String,
    metadata: Metadata,
    mut verdict: Verdict,
    common: &HashSet<&str>,
) -> Option<Article> {
    let text = &draft.text;
    let line = match &metadata.title {
        Some(given) => title::same_as(given, text, &verdict),
        None => title::line(text, &verdict),
    };
    edges::judge(text, &mut verdict, line, common);
    let blocks = blocks(text, &draft.starts(), &verdict);
    let first = || blocks.iter().find(|block| block.kind == BlockKind::Paragraph).or(blocks.first());
    let (title, title_from) = match (metadata.title, line) {
        (Some(given), _) => (given, TitleFrom::Metadata),
        (None, Some(line)) => (title::cleaned(text.at(line)), TitleFrom::Heading),
        (None, None) => (title::from_sentence(&first()?.text), TitleFrom::Text),
    };
    let outside = draft.left_out.iter().map(|text| (text.as_str(), Rule::Outside));
    let dropped = text.units.iter().zip(&verdict.dropped);
    let dropped = outside.chain(dropped.filter_map(|(unit, rule)| Some((text.of(unit), (*rule)?))));
    let dropped = dropped.map(|(text, rule)| DroppedLine { text: text.to_owned(), rule }).collect();
    let texts = blocks.iter().map(|block| block.text.as_str());
    let found = language::detect(texts.chain([title.as_str()])).map(str::to_owned);
    let given_as_found = metadata.lang.is_some() && metadata.lang == found;
    let lang = metadata.lang.or(found);
    let mut document = Document {
        id,
        title,
        title_from,
        source: metadata.source,
        date: metadata.date,
        url: metadata.url,
        lang,
        tags: metadata.tags.unwrap_or_default(),
        note: metadata.note,
        blocks,
    };
    let spoken = document.language().unwrap_or_default();
    for block in &mut document.blocks {
        block.sentences = language::whole(&spoken, &block.text, std::mem::take(&mut block.sentences));
    }
    Some(Article { document, verdict, dropped, given_as_found })
}

/// The units that are kept, as blocks.
fn blocks(text: &Text, starts: &[u32], verdict: &Verdict) -> Vec<Block> {
    let blocks = kept(text, verdict).into_iter().map(|Kept { index, label, next }| {
        let line = text.at(index);
        Block {
            kind: kind(text, index, label, next),
            text: line.to_owned(),
            start: starts.get(index).copied().unwrap_or_default(),
            sentences: sentences(line),
        }
    });
    blocks.collect()
}

/// A unit that is kept.
struct Kept {
    index: usize,
    label: Option<Label>,
    /// The next one that is of the matter.
    next: Option<usize>,
}

fn kept(text: &Text, verdict: &Verdict) -> Vec<Kept> {
    let mut kept = Vec::new();
    let mut next = None;
    for index in (0..text.units.len()).rev().filter(|&i| verdict.keeps(i)) {
        let label = label(text, verdict, verdict.body.start, index);
        kept.push(Kept { index, label, next });
        if label.is_none() {
            next = Some(index);
        }
    }
    kept.reverse();
    kept
}

fn kind(text: &Text, index: usize, label: Option<Label>, next: Option<usize>) -> BlockKind {
    let line = text.at(index);
    let mark = text.units.get(index).map_or(Mark::None, |unit| unit.mark);
    match label {
        Some(Label::Caption) => return BlockKind::Caption,
        Some(Label::Credit) => return BlockKind::Credit,
        None => {}
    }
    match mark {
        #[cfg(feature = "formats")]
        Mark::Caption => BlockKind::Caption,
        Mark::Item => BlockKind::Item,
        Mark::Row(cells) if cells > 1 => BlockKind::Item,
        // A rule under a paragraph makes Markdown take it for a heading.
        Mark::Heading(_) if !is_statement(line) => BlockKind::Heading,
        _ if has_list_ending(line) && sentences(line).len() == 1 => BlockKind::Lead,
        _ if next.is_some_and(|next| is_heading(text, index, next)) => BlockKind::Heading,
        _ => BlockKind::Paragraph,
    }
}

/// A short line that stands over text and does not end as a sentence.
fn is_heading(text: &Text, index: usize, next: usize) -> bool {
    let line = text.at(index);
    let size = size(line);
    if size > LONGEST_HEADING || !opens_as_title(line) || !has_word(line) {
        return false;
    }
    let apart = |i: usize| text.units.get(i).is_some_and(|unit| unit.apart);
    let titled = if ends_sentence(line) {
        line.ends_with('?')
            && size <= LONGEST_QUESTION
            && apart(index)
            && apart(next)
            && !line.contains(['"', '“'])
    } else {
        let broken = words(line).last().is_some_and(|last| GOES_ON.contains(&last));
        !broken && !line.ends_with([';', ',']) && sentences(line).len() == 1
    };
    let under = text.at(next);
    let mark = text.units.get(next).map_or(Mark::None, |unit| unit.mark);
    let over = is_running(under)
        || has_list_ending(under)
        || matches!(mark, Mark::Item | Mark::Heading(_) | Mark::Row(2..));
    titled && over
}
