//! What a document says about itself: its information dictionary (ISO 32000-1, 14.3.3) and its XMP packet.
//!
//! Programs write their own names for titles ("Microsoft Word - draft7.doc"); such a title is passed over, and the largest
//! type of the first page is the title instead.

use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, Stream, String as PdfString};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::ingest::date;
use crate::ingest::metadata::{Metadata, Value};

/// Reads what a document says.
pub(super) fn read(pdf: &Pdf) -> Metadata {
    let info = pdf.metadata();
    let said = |bytes: &Option<Box<[u8]>>| bytes.as_deref().map(text).filter(|text| !text.trim().is_empty());
    let catalog = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    let packet =
        catalog.as_ref().and_then(|catalog| catalog.get::<Stream<'_>>("Metadata")?.decoded_data().ok());
    let xmp = packet.map(|packet| Xmp::of(&String::from_utf8_lossy(&packet))).unwrap_or_default();
    let lang = catalog.and_then(|catalog| Some(text(catalog.get::<PdfString<'_>>("Lang")?.as_bytes())));
    let created = info.creation_date.map(|day| format!("{:04}-{:02}-{:02}", day.year, day.month, day.day));
    let day = [xmp.created, created].into_iter().flatten().find_map(|day| date::day(&day));
    let title = [xmp.title, said(&info.title)].into_iter().flatten().find(|title| is_title(title));
    let mut metadata = Metadata::default();
    for (key, value) in
        [("title", title), ("date", day), ("lang", lang.or(xmp.language)), ("tags", said(&info.keywords))]
    {
        if let Some(value) = value {
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            // Only a date can be wrong, and the day is one.
            let _ = metadata.set(key, Value::Text(value.replace(';', ",")));
        }
    }
    metadata
}

/// Whether a title is one that a person wrote.
fn is_title(title: &str) -> bool {
    let title = title.trim();
    let lower = title.to_lowercase();
    let is_file = lower.rsplit_once('.').is_some_and(|(_, ending)| {
        [
            "doc", "docx", "indd", "pdf", "qxd", "qxp", "rtf", "odt", "tex", "dvi", "pub", "htm", "html",
            "txt", "xls", "xlsx", "ppt", "pptx",
        ]
        .contains(&ending)
    });
    let by_program = ["microsoft ", "powerpoint ", "untitled", "document", "about:blank"]
        .iter()
        .any(|known| lower.starts_with(known));
    title.chars().any(char::is_alphabetic)
        && !is_file
        && !by_program
        && title.split_whitespace().nth(1).is_some()
        || title.chars().filter(|&c| super::script::is_unspaced(c)).count() > 3
}

/// PDFDocEncoding's characters from 0x80 to 0xa0; the others are those of Latin-1.
const MARKS: &str = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\u{fffd}€";

/// A text string (7.9.2.2): UTF-16 or UTF-8 by its mark, else PDFDocEncoding.
pub(super) fn text(bytes: &[u8]) -> String {
    let unmarked = |mark: &[u8]| bytes.strip_prefix(mark);
    let text = if let Some(rest) = unmarked(b"\xfe\xff") {
        encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0.into_owned()
    } else if let Some(rest) = unmarked(b"\xff\xfe") {
        encoding_rs::UTF_16LE.decode_without_bom_handling(rest).0.into_owned()
    } else if let Some(rest) = unmarked(b"\xef\xbb\xbf") {
        String::from_utf8_lossy(rest).into_owned()
    } else {
        let of = |&byte: &u8| match byte {
            0x80..=0xa0 => MARKS.chars().nth(usize::from(byte - 0x80)).unwrap_or(char::REPLACEMENT_CHARACTER),
            byte => char::from(byte),
        };
        bytes.iter().map(of).collect()
    };
    text.trim_matches('\0').to_owned()
}

/// What of an XMP packet is read.
#[derive(Debug, Default)]
struct Xmp {
    title: Option<String>,
    created: Option<String>,
    language: Option<String>,
}

impl Xmp {
    fn of(xml: &str) -> Self {
        let mut xmp = Self::default();
        let mut reader = Reader::from_str(xml);
        let mut path: Vec<String> = Vec::new();
        let mut text = String::new();
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(start) => {
                    xmp.attributes(&start);
                    // "rdf:li" of "rdf:Alt" is a text of the property around them.
                    path.push(start.name().as_ref().to_owned());
                    text.clear();
                }
                Event::Empty(start) => xmp.attributes(&start),
                Event::Text(part) => text.push_str(&part),
                Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                    Ok(Some(c)) => text.push(c),
                    _ => text.push_str(quick_xml::escape::resolve_xml_entity(&reference).unwrap_or_default()),
                },
                Event::End(_) => {
                    if let Some(name) = path.iter().rev().find(|name| !name.starts_with("rdf:")) {
                        xmp.take(name, &text);
                    }
                    path.pop();
                    text.clear();
                }
                Event::Eof => break,
                _ => {}
            }
        }
        xmp
    }

    fn attributes(&mut self, start: &BytesStart<'_>) {
        for attribute in start.attributes().flatten() {
            self.take(attribute.key.as_ref(), &attribute.value);
        }
    }

    fn take(&mut self, name: &str, text: &str) {
        let slot = match name {
            "dc:title" => &mut self.title,
            "xmp:CreateDate" => &mut self.created,
            "dc:language" => &mut self.language,
            _ => return,
        };
        if slot.is_none() && !text.trim().is_empty() {
            *slot = Some(text.trim().to_owned());
        }
    }
}
