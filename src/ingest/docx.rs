//! DOCX: the paragraphs of a text document, with what its properties say about it.
//!
//! Of the archive, `word/document.xml` is the text, followed by `word/footnotes.xml` and `word/endnotes.xml`, and
//! `docProps/core.xml` the metadata. Headings are told by the names of their styles, items by their numbering; the cells of a
//! table row are parted by tabs; what stands in a box stands before the paragraph that holds it. Text that a tracked change
//! deleted, or that is hidden, is no part of the text, nor are pictures, comments, headers and footers.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::date;
use super::metadata::{Metadata, Value};
use super::raised::{ends_in_digit, raised};
use super::rendered::Rendered;
use super::unit::{Mark, Text};
use crate::Error;

/// A document whose text unpacks to more is refused.
const MOST: u64 = 256 << 20;

/// The parts that hold notes.
const NOTES: [&str; 2] = ["word/footnotes.xml", "word/endnotes.xml"];

/// Reads a document, and counts the comments in it.
///
/// # Errors
/// [`Error::BadFile`].
pub(super) fn read(path: &str, bytes: &[u8]) -> Result<(Metadata, Text, usize), Error> {
    let flawed = |reason: String| Error::BadFile { path: path.to_owned(), line: None, reason };
    let mut archive = ZipArchive::new(Cursor::new(bytes))
        .map_err(|error| flawed(format!("it is no whole DOCX file ({error}); save it again")))?;
    let document = part(&mut archive, "word/document.xml").map_err(flawed)?.ok_or_else(|| {
        flawed("it is no DOCX file: it holds no word/document.xml; save it again as .docx".to_owned())
    })?;
    let mut text = Rendered::default();
    paragraphs(&document, &mut text).map_err(flawed)?;
    for name in NOTES {
        if let Some(notes) = part(&mut archive, name).map_err(flawed)? {
            paragraphs(&notes, &mut text).map_err(flawed)?;
        }
    }
    let properties = part(&mut archive, "docProps/core.xml").map_err(flawed)?;
    let comments = part(&mut archive, "word/comments.xml").map_err(flawed)?;
    let comments = comments.map_or(0, |xml| xml.matches("<w:comment ").count());
    Ok((properties.map(|xml| properties_of(&xml)).unwrap_or_default(), text.finish(), comments))
}

/// A part of the archive as text.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, String> {
    let Ok(file) = archive.by_name(name) else { return Ok(None) };
    let mut text = String::new();
    let read = file.take(MOST + 1).read_to_string(&mut text);
    read.map_err(|error| format!("{name} in it cannot be unpacked ({error}); save it again"))?;
    if text.len() as u64 > MOST {
        return Err(format!("{name} in it unpacks to more than {MOST} bytes, too many for one file"));
    }
    Ok(Some(text))
}

struct Paragraphs<'o> {
    out: &'o mut Rendered,
    line: String,
    /// The paragraphs around the boxes that are open: line, heading, item.
    around: Vec<(String, Option<u8>, bool)>,
    heading: Option<u8>,
    item: bool,
    row: Option<usize>,
    /// Inside the text of a run.
    text: bool,
    /// How many elements are open in one that is told elsewhere, and that one.
    told_elsewhere: usize,
    /// Whether the run stands above the line, or below it.
    raised: Option<bool>,
    /// Whether the run is shown to nobody.
    hidden: bool,
}

/// What Word writes twice: a drawing for older programs, and text at the place that it was moved away from.
const TOLD_ELSEWHERE: [&str; 2] = ["mc:Fallback", "w:moveFrom"];

fn paragraphs(xml: &str, out: &mut Rendered) -> Result<(), String> {
    let mut reader = Reader::from_str(xml.trim_start_matches('\u{feff}'));
    let mut all = Paragraphs {
        out,
        line: String::new(),
        around: Vec::new(),
        heading: None,
        item: false,
        row: None,
        text: false,
        told_elsewhere: 0,
        raised: None,
        hidden: false,
    };
    let mut open = 0usize;
    loop {
        let event = reader
            .read_event()
            .map_err(|error| format!("its text does not parse ({error}); save it again"))?;
        match event {
            Event::Start(start) => {
                open += 1;
                if all.told_elsewhere > 0 || TOLD_ELSEWHERE.contains(&start.name().as_ref()) {
                    all.told_elsewhere += 1;
                } else {
                    all.open(&start);
                }
            }
            Event::End(_) if all.told_elsewhere > 0 => {
                open = open.saturating_sub(1);
                all.told_elsewhere -= 1;
            }
            _ if all.told_elsewhere > 0 && event != Event::Eof => {}
            Event::Empty(start) => {
                all.open(&start);
                if start.name().as_ref() == "w:t" {
                    all.text = false;
                }
            }
            Event::End(end) => {
                open = open.saturating_sub(1);
                all.close(end.name().as_ref());
            }
            Event::Text(text) if all.text => all.push(&text),
            Event::CData(text) if all.text => all.push(&text),
            Event::GeneralRef(reference) if all.text => match reference.resolve_char_ref() {
                Ok(Some(c)) => all.line.push(c),
                _ => all.line.push_str(quick_xml::escape::resolve_xml_entity(&reference).unwrap_or_default()),
            },
            Event::Eof if open > 0 => return Err("its text is cut short; save it again".to_owned()),
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(())
}

impl Paragraphs<'_> {
    fn push(&mut self, text: &str) {
        match self.raised.filter(|_| ends_in_digit(&self.line)) {
            None => self.line.push_str(text),
            Some(above) => self.line.extend(text.chars().map(|c| raised(c, above))),
        }
    }

    fn open(&mut self, start: &BytesStart<'_>) {
        match start.name().as_ref() {
            "w:p" if self.row.is_none() => (self.heading, self.item) = (None, false),
            "w:p" if !self.line.is_empty() && !self.line.ends_with(['\t', ' ']) => self.line.push(' '),
            "w:pStyle" => {
                let style = attribute(start, "w:val").unwrap_or_default().to_lowercase();
                let level = style.strip_prefix("heading").and_then(|level| level.trim().parse().ok());
                self.heading = if style == "title" { Some(1) } else { level };
                self.item |= style.starts_with("list");
            }
            "w:numPr" => self.item = true,
            "w:txbxContent" => {
                self.around.push((std::mem::take(&mut self.line), self.heading, self.item));
            }
            "w:tr" => self.row = Some(0),
            "w:tc" if self.row.is_some_and(|_| !self.line.is_empty()) => self.line.push('\t'),
            "w:t" => self.text = !self.hidden,
            "w:r" => (self.raised, self.hidden) = (None, false),
            "w:vanish" => {
                self.hidden =
                    !attribute(start, "w:val").is_some_and(|value| value == "0" || value == "false");
            }
            "w:vertAlign" => {
                self.raised = match attribute(start, "w:val").as_deref() {
                    Some("superscript") => Some(true),
                    Some("subscript") => Some(false),
                    _ => None,
                }
            }
            "w:tab" if self.row.is_none() && !self.line.is_empty() => self.line.push('\t'),
            "w:br" | "w:cr" => self.line.push(if self.row.is_some() { ' ' } else { '\n' }),
            "w:noBreakHyphen" => self.line.push('\u{2011}'),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "w:t" => self.text = false,
            "w:txbxContent" => {
                // A box in a table is no cell of it.
                self.out.push(&self.line, Mark::None);
                (self.line, self.heading, self.item) = self.around.pop().unwrap_or_default();
            }
            "w:p" if self.row.is_none() => {
                let mark = match self.heading {
                    Some(level @ 1..=6) => Mark::Heading(level),
                    _ if self.item => Mark::Item,
                    _ => Mark::None,
                };
                self.out.push(&std::mem::take(&mut self.line), mark);
            }
            "w:tc" => {
                let filled = self.line.rsplit('\t').next().is_some_and(|cell| !cell.trim().is_empty());
                self.row = self.row.map(|cells| cells + usize::from(filled));
            }
            "w:tr" => {
                let cells = self.row.take().unwrap_or(0);
                self.out.push(&std::mem::take(&mut self.line), Mark::Row(cells));
            }
            _ => {}
        }
    }
}

/// Title, language, keywords and day of `docProps/core.xml`. Who wrote it is no outlet.
fn properties_of(xml: &str) -> Metadata {
    let mut metadata = Metadata::default();
    let mut reader = Reader::from_str(xml);
    let mut text = String::new();
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(_) => text.clear(),
            Event::Text(part) => text.push_str(&part),
            Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                Ok(Some(c)) => text.push(c),
                _ => text.push_str(quick_xml::escape::resolve_xml_entity(&reference).unwrap_or_default()),
            },
            Event::End(end) => {
                let key = match end.name().as_ref() {
                    "dc:title" => "title",
                    "dc:language" => "lang",
                    "cp:keywords" => "tags",
                    "dcterms:created" if date::day(&text).is_some() => "date",
                    _ => continue,
                };
                if !text.trim().is_empty() {
                    let _ = metadata.set(key, Value::Text(text.clone()));
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    metadata
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start.attributes().flatten().find(|attribute| attribute.key.as_ref() == name)?;
    Some(found.value.to_string())
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use zip::write::{SimpleFileOptions, ZipWriter};

    use super::*;

    fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    const DOCUMENT: &str = r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>
<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Rain &amp; wind</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">It rained </w:t></w:r><w:r><w:delText>snowed</w:delText><w:t>on&#160;Monday.</w:t><w:br/><w:t>All day.</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>one</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
</w:body></w:document>"#;

    #[test]
    fn paragraphs_keep_what_they_are() {
        let core = "<cp:coreProperties><dc:title>Rain</dc:title><cp:keywords>rain, wind</cp:keywords><dcterms:created>2031-01-26T08:00:00Z</dcterms:created></cp:coreProperties>";
        let bytes = packed(&[("word/document.xml", DOCUMENT), ("docProps/core.xml", core)]);
        let (metadata, text, _) = read("a.docx", &bytes).unwrap();
        let units: Vec<_> = text.units.iter().map(|unit| (text.of(unit), unit.mark)).collect();
        let expected = [
            ("Rain & wind", Mark::Heading(1)),
            ("It rained on\u{a0}Monday.\nAll day.", Mark::None),
            ("one", Mark::Item),
            ("a\tb", Mark::Row(2)),
        ];
        assert_eq!(units, expected);
        assert_eq!((metadata.title.as_deref(), metadata.date.as_deref()), (Some("Rain"), Some("2031-01-26")));
        assert_eq!(metadata.tags, Some(vec!["rain".to_owned(), "wind".to_owned()]));
    }

    #[test]
    fn what_word_writes_twice_is_read_once_and_no_number_grows() {
        let document = "<w:document><w:body><w:p><mc:AlternateContent><mc:Choice><w:r><w:t>A box. </w:t></w:r></mc:Choice><mc:Fallback><w:pict/><w:r><w:t>A box. </w:t></w:r></mc:Fallback></mc:AlternateContent>\
            <w:moveFrom><w:r><w:t>Moved.</w:t></w:r></w:moveFrom><w:r><w:t>It holds 10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>6</w:t></w:r><w:r><w:t> tons. </w:t></w:r>\
            <w:moveTo><w:r><w:t>Moved.</w:t></w:r></w:moveTo></w:p></w:body></w:document>";
        let (_, text, _) = read("a.docx", &packed(&[("word/document.xml", document)])).unwrap();
        assert_eq!(text.source, "A box. It holds 10⁶ tons. Moved.");
    }

    #[test]
    fn what_is_no_whole_document_is_refused() {
        let whole = packed(&[("word/document.xml", DOCUMENT)]);
        for (bytes, message) in [
            (b"Rain fell.".to_vec(), "a.docx: it is no whole DOCX file ("),
            (whole[..whole.len() - 9].to_vec(), "a.docx: it is no whole DOCX file ("),
            (packed(&[("x.xml", "")]), "a.docx: it is no DOCX file: it holds no word/document.xml"),
            (
                packed(&[("word/document.xml", &DOCUMENT[..DOCUMENT.find("<w:tbl>").unwrap()])]),
                "a.docx: its text is cut short",
            ),
        ] {
            let error = read("a.docx", &bytes).unwrap_err().to_string();
            assert!(error.starts_with(message), "{error}");
        }
    }
}
