//! A briefing as input: its pack read back into the drafts that it was built from.
//!
//! A pack stands alone (`.brief`), in the engine (`.wasm`) or in the engine in a page.

use super::article::{Draft, Origin};
use super::date;
use super::file::{self, Format};
use super::manifest::Manifest;
use super::metadata::Metadata;
use super::remains::back::{BlockText, Restored, Unpacked};
use crate::Error;
use crate::api::TitleFrom;
use crate::build::UNTITLED;
use crate::language;
use crate::pack::documents::Record;
use crate::pack::{Pack, module, set_analyser};

/// How a finished briefing is handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Finished {
    /// Alone.
    Pack,
    /// In the engine.
    Module,
    /// In a page.
    Page,
}

impl Finished {
    /// What a file of a format is, if it is a finished briefing.
    pub(super) fn of(format: Format, bytes: &[u8]) -> Option<Self> {
        if format == Format::Html && super::html::is_briefing(bytes) {
            return Some(Self::Page);
        }
        match format {
            Format::Pack => Some(Self::Pack),
            Format::Module => Some(Self::Module),
            _ => None,
        }
    }
}

/// The articles of a briefing, and its title as a `briefing.toml` beside it would tell it; `None` for a page that shows a
/// briefing which lies elsewhere.
///
/// # Errors
/// [`Error::BadPack`], [`Error::BadFile`], [`Error::Gzip`]: what it holds is damaged, or it holds no briefing.
pub(super) fn read(
    path: &str,
    finished: Finished,
    bytes: Vec<u8>,
) -> Result<Option<(Vec<Draft>, Manifest)>, Error> {
    let pack = match finished {
        Finished::Pack => bytes,
        Finished::Module => in_module(path, &bytes)?,
        Finished::Page => match in_page(path, &bytes)? {
            Some(pack) => pack,
            None => return Ok(None),
        },
    };
    drafts(path, pack)
        .map(Some)
        .map_err(|error| Error::BadPack { path: path.to_owned(), error: Box::new(error) })
}

fn flawed(path: &str, reason: &str) -> Error {
    Error::BadFile { path: path.to_owned(), line: None, reason: reason.to_owned() }
}

fn in_module(path: &str, bytes: &[u8]) -> Result<Vec<u8>, Error> {
    let reason =
        "it is no WebAssembly module with a briefing inside; give one that `briefing build --wasm` wrote";
    module::pack(bytes).map(<[u8]>::to_vec).ok_or_else(|| flawed(path, reason))
}

/// What stands before the module in a page that holds everything, see `src/bundle/page.rs`.
const BEFORE: &[u8] = b" id=\"briefing-wasm\">";

fn in_page(path: &str, page: &[u8]) -> Result<Option<Vec<u8>>, Error> {
    use base64::Engine as _;
    let Some(at) = page.windows(BEFORE.len()).position(|window| window == BEFORE) else { return Ok(None) };
    let text = page.get(at + BEFORE.len()..).unwrap_or_default();
    let end = text.iter().position(|&byte| byte == b'<').unwrap_or(text.len());
    let packed = base64::engine::general_purpose::STANDARD
        .decode(text.get(..end).unwrap_or_default().trim_ascii())
        .map_err(|_| flawed(path, "the briefing in the page is damaged; copy or build the page again"))?;
    in_module(path, &file::bytes(path, packed, true)?).map(Some)
}

fn drafts(path: &str, mut bytes: Vec<u8>) -> Result<(Vec<Draft>, Manifest), Error> {
    // Texts are what they are, whatever analyser made the rest.
    set_analyser(&mut bytes);
    let mut records = Vec::new();
    let pack = Pack::open(&bytes)?;
    let damaged = |expected, at| Error::damaged("documents", 0, expected, at);
    let unpacked = Unpacked::of(pack.remains()).ok_or_else(|| damaged("what remains of the sources", 0))?;
    let mut remains = unpacked.reader().ok_or_else(|| damaged("what remains of the sources", 0))?;
    for number in 0..pack.len() {
        let draft = pack.record(number).and_then(|record| {
            let blocks = blocks(&pack, &record)?;
            let restored = remains.next(record.title, &blocks)?;
            let metadata = metadata(&record, &blocks, &restored)?;
            Some(Draft {
                id: record.id.to_owned(),
                place: format!("{path}, {}", record.id),
                path: path.to_owned(),
                metadata,
                text: restored.text,
                left_out: Vec::new(),
                origin: Origin::Pack(restored.starts),
            })
        });
        records.push(draft.ok_or_else(|| damaged("what remains of a source", number as usize))?);
    }
    if !remains.is_done() {
        return Err(damaged("the end of what remains", records.len()));
    }
    let title = Some(pack.title().to_owned()).filter(|title| title != UNTITLED && !title.is_empty());
    Ok((records, Manifest { path: path.to_owned(), title, documents: Vec::new() }))
}

fn blocks<'p>(pack: &'p Pack<&Vec<u8>>, record: &Record<'_>) -> Option<Vec<BlockText<'p>>> {
    let mut end = 0u32;
    let mut blocks = Vec::with_capacity(record.blocks.len());
    for block in &record.blocks {
        let text = pack.text(block.text.clone());
        let start = end.checked_add(block.gap)?;
        end = start.checked_add(crate::text::utf16_len(text))?;
        blocks.push(BlockText { kind: block.kind, text, start });
    }
    Some(blocks)
}

/// What was said about a document of a pack. `None`: its date is none.
fn metadata(record: &Record<'_>, blocks: &[BlockText<'_>], restored: &Restored) -> Option<Metadata> {
    let found = language::detect(blocks.iter().map(|block| block.text).chain([record.title]));
    let lang = record.lang.filter(|&lang| restored.given_as_found || found != Some(lang));
    let owned = |text: Option<&str>| text.map(str::to_owned);
    let title = (record.title_from == TitleFrom::Metadata).then_some(record.title);
    if record.date.is_some_and(|date| date::day(date).as_deref() != Some(date)) {
        return None;
    }
    Some(Metadata {
        title: owned(title.filter(|title| !title.is_empty())),
        source: owned(record.source),
        date: owned(record.date),
        url: owned(record.url),
        lang: owned(lang),
        tags: Some(record.tags.iter().map(|&tag| tag.to_owned()).collect())
            .filter(|tags: &Vec<String>| !tags.is_empty()),
        note: owned(record.note),
        order: restored.order,
        exclude: None,
    })
}

#[cfg(test)]
mod tests;
