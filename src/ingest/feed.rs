//! RSS, RDF and Atom: one article for each item of a feed.
//!
//! Read by `quick-xml` alone: an item's text is its whole content (`content:encoded`, Atom's `content`, the `body` of
//! older feeds), else its summary. Both are HTML, rendered as a page's article is. An entity that XML does not know but HTML
//! does (`&nbsp;`) is read as HTML has it.

use quick_xml::escape::resolve_html5_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::date;
use super::html;
use super::metadata::{Metadata, Value};
use super::unit::Text;
use crate::Error;

/// One item of a feed.
#[derive(Debug)]
pub(super) struct Item {
    /// Its place in the feed, from 1.
    pub(super) number: usize,
    /// The line on which it begins.
    pub(super) line: usize,
    /// What the feed says about it.
    pub(super) metadata: Metadata,
    /// Its text.
    pub(super) text: Text,
    /// Whether the text is but a summary.
    pub(super) summary: bool,
    /// What should be its day and is none.
    pub(super) undated: Option<String>,
}

/// Deeper elements are refused; feeds nest five or six.
const DEEPEST: usize = 256;

/// Reads the items of a feed.
///
/// # Errors
/// [`Error::BadFile`] with the line: it is no XML, no feed, or is cut short.
pub(super) fn read(path: &str, xml: &str) -> Result<Vec<Item>, Error> {
    let line_at = |at: u64| {
        let before = xml.as_bytes().get(..usize::try_from(at).unwrap_or(0)).unwrap_or(xml.as_bytes());
        1 + before.iter().filter(|&&byte| byte == b'\n').count()
    };
    let flawed =
        |at: u64, reason: String| Error::BadFile { path: path.to_owned(), line: Some(line_at(at)), reason };
    let mut reader = Reader::from_str(xml);
    let mut feed = Feed::default();
    let mut items = Vec::new();
    let (mut counted, mut lines) = (0, 1);
    loop {
        let at = reader.buffer_position();
        let event = reader.read_event().map_err(|error| {
            flawed(reader.error_position(), format!("the feed does not parse ({error}); export it again"))
        })?;
        match event {
            Event::Start(start) => {
                feed.open(&start);
                if feed.path.len() == 1 && !feed.is_feed() {
                    return Err(flawed(
                        at,
                        format!(
                            "it is no feed, but XML of the kind <{}>; expected RSS, RDF or Atom",
                            start.name().as_ref()
                        ),
                    ));
                }
                if feed.path.len() > DEEPEST {
                    return Err(flawed(
                        at,
                        format!(
                            "its elements stand in one another more than {DEEPEST} deep, as no feed's do"
                        ),
                    ));
                }
                if feed.is_item() {
                    let to = usize::try_from(at).unwrap_or(0);
                    lines += xml
                        .as_bytes()
                        .get(counted..to)
                        .unwrap_or_default()
                        .iter()
                        .filter(|&&b| b == b'\n')
                        .count();
                    counted = to;
                    feed.item =
                        Some(Raw { line: lines, lang: attribute(&start, "xml:lang"), ..Raw::default() });
                }
            }
            Event::Empty(start) => {
                feed.open(&start);
                feed.close();
            }
            Event::End(_) => {
                if feed.is_item()
                    && let Some(raw) = feed.item.take()
                {
                    items.push(raw);
                }
                feed.close();
            }
            Event::Text(text) => feed.text.push_str(&text),
            Event::CData(text) => feed.push(&text),
            Event::GeneralRef(reference) => match reference.resolve_char_ref() {
                Ok(Some(c)) => feed.push(c.encode_utf8(&mut [0; 4])),
                _ => match resolve_html5_entity(&reference) {
                    Some(text) => feed.push(text),
                    None => {
                        feed.text.push('&');
                        feed.text.push_str(&reference);
                        feed.text.push(';');
                    }
                },
            },
            Event::Eof => break,
            _ => {}
        }
    }
    if feed.root.is_empty() {
        return Err(flawed(0, "it is no feed: it holds no XML; expected RSS, RDF or Atom".to_owned()));
    }
    if !feed.path.is_empty() {
        let reason =
            format!("the feed is cut short: <{}> is never closed; fetch it again", feed.path.join("> <"));
        return Err(flawed(xml.len() as u64, reason));
    }
    // A picture or an entry of a menu is no article.
    let is_article =
        |raw: &Raw| !raw.kind.as_deref().is_some_and(|kind| matches!(kind, "attachment" | "nav_menu_item"));
    let numbered = items.into_iter().enumerate().filter(|(_, raw)| is_article(raw));
    Ok(numbered
        .map(|(index, raw)| raw.item(index + 1, feed.title.as_deref(), feed.lang.as_deref()))
        .collect())
}

/// An item as it is read.
#[derive(Debug, Default)]
struct Raw {
    line: usize,
    title: Option<String>,
    link: Option<String>,
    published: Option<String>,
    updated: Option<String>,
    lang: Option<String>,
    source: Option<String>,
    content: Option<String>,
    summary: Option<String>,
    tags: Vec<String>,
    /// What an export of WordPress calls it.
    kind: Option<String>,
}

#[derive(Debug, Default)]
struct Feed {
    /// The names of the elements that are open.
    path: Vec<String>,
    root: String,
    title: Option<String>,
    lang: Option<String>,
    item: Option<Raw>,
    /// Text of the innermost element that is read.
    text: String,
    /// How deep in XHTML we are, that is written out again as it is read.
    markup: usize,
}

impl Feed {
    fn is_feed(&self) -> bool {
        matches!(self.root.as_str(), "rss" | "feed" | "rdf:RDF" | "RDF")
    }

    fn is_item(&self) -> bool {
        let name = self.path.last().map(String::as_str);
        self.path.len() <= 3 && matches!(name, Some("item" | "entry"))
    }

    /// Text as it is meant; between elements that are kept as markup it stays text.
    fn push(&mut self, text: &str) {
        match self.markup {
            0 => self.text.push_str(text),
            _ => self.text.push_str(&as_text(text)),
        }
    }

    fn open(&mut self, start: &BytesStart<'_>) {
        let name = start.name().as_ref().to_owned();
        let name = name.strip_prefix("atom:").map_or(name.clone(), str::to_owned);
        if self.path.is_empty() {
            self.root.clone_from(&name);
            self.lang = attribute(start, "xml:lang");
        }
        if self.markup > 0 {
            self.markup += 1;
            // Only the kind of an element matters to the renderer.
            self.text.push_str(&format!("<{}>", local(&name)));
        } else {
            let xhtml = matches!(name.as_str(), "content" | "summary" | "title")
                && attribute(start, "type").is_some_and(|kind| kind == "xhtml");
            self.markup = usize::from(xhtml);
            self.text.clear();
            if let Some(item) = &mut self.item {
                match name.as_str() {
                    "link" => {
                        let relation = attribute(start, "rel");
                        if relation.is_none_or(|relation| relation == "alternate") && item.link.is_none() {
                            item.link = attribute(start, "href");
                        }
                    }
                    "category" => {
                        item.tags.extend(attribute(start, "label").or_else(|| attribute(start, "term")))
                    }
                    _ => {}
                }
            }
            // Atom's plain text is no HTML: what looks like a tag there is text.
            let atom = self.root == "feed" && matches!(name.as_str(), "content" | "summary" | "title");
            if atom && attribute(start, "type").is_none_or(|kind| kind == "text") {
                self.path.push(format!("{name}#text"));
                return;
            }
        }
        self.path.push(name);
    }

    fn close(&mut self) {
        let Some(name) = self.path.pop() else { return };
        if self.markup > 1 {
            self.markup -= 1;
            self.text.push_str(&format!("</{}>", local(&name)));
            return;
        }
        self.markup = 0;
        let mut text = std::mem::take(&mut self.text).trim().to_owned();
        let name = name.strip_suffix("#text").map_or(name.as_str(), |name| {
            text = as_text(&text);
            name
        });
        if text.is_empty() {
            return;
        }
        let top = self.path.len();
        let Some(item) = &mut self.item else {
            match name {
                "title" if top <= 2 && self.title.is_none() => self.title = Some(line(&text)),
                "language" | "dc:language" if top <= 2 => self.lang = Some(text),
                _ => {}
            }
            return;
        };
        let child = self.path.last().is_some_and(|parent| parent == "item" || parent == "entry");
        let slot = match name {
            "source" if child => &mut item.source,
            "title" if !child && self.path.last().is_some_and(|parent| parent == "source") => {
                &mut item.source
            }
            _ if !child => return,
            "title" => &mut item.title,
            "link" => &mut item.link,
            "pubDate" | "dc:date" | "published" | "issued" => &mut item.published,
            "updated" | "modified" => &mut item.updated,
            "dc:language" => &mut item.lang,
            "content:encoded" | "content" | "body" | "xhtml:body" => &mut item.content,
            "description" | "summary" => &mut item.summary,
            "wp:post_type" => &mut item.kind,
            "category" | "dc:subject" => {
                item.tags.push(line(&text));
                return;
            }
            _ => return,
        };
        if slot.is_none() {
            *slot = Some(text);
        }
    }
}

impl Raw {
    fn item(self, number: usize, feed: Option<&str>, lang: Option<&str>) -> Item {
        let mut metadata = Metadata::default();
        let days = [self.published, self.updated];
        let day = days.iter().flatten().find_map(|day| date::of_feed(day));
        let undated = days.into_iter().flatten().next().filter(|_| day.is_none());
        let link = self.link.filter(|link| link.starts_with("https://") || link.starts_with("http://"));
        let source = self.source.map(|source| line(&source)).or_else(|| feed.map(str::to_owned));
        for (key, value) in [
            ("title", self.title.map(|title| line(&title))),
            ("source", source),
            ("date", day),
            ("url", link),
            ("lang", self.lang.or_else(|| lang.map(str::to_owned))),
        ] {
            if let Some(value) = value {
                // Only a date can be wrong, and the day is one.
                let _ = metadata.set(key, Value::Text(value));
            }
        }
        if !self.tags.is_empty() {
            let _ = metadata.set("tags", Value::List(self.tags));
        }
        // WordPress keeps blank lines, and makes paragraphs of them when it shows a page.
        let content = match self.kind {
            Some(_) => self.content.map(|content| paragraphs(&content)),
            None => self.content,
        };
        let whole = content.as_deref().map(html::fragment).filter(|page| !page.text.units.is_empty());
        let summary = whole.is_none() && self.summary.is_some();
        let page = whole.or_else(|| self.summary.as_deref().map(html::fragment)).unwrap_or_default();
        Item { number, line: self.line, metadata, text: page.text, summary, undated }
    }
}

/// What stands in brackets for something else than text, in WordPress.
const SHORTCODES: [&str; 6] = ["caption", "gallery", "embed", "video", "audio", "playlist"];

/// Blank lines as ends of blocks, captions as such, and without the other shortcodes.
fn paragraphs(content: &str) -> String {
    let content = content.replace("\r\n", "\n").replace("\n\n", "<p>");
    let mut out = String::with_capacity(content.len());
    for (index, part) in content.split('[').enumerate() {
        let code = part.split([' ', ']']).next().unwrap_or_default();
        let name = code.trim_start_matches('/');
        match part.split_once(']').filter(|_| index > 0 && SHORTCODES.contains(&name)) {
            Some((_, behind)) => {
                out.push_str(match code {
                    "caption" => "<figcaption>",
                    "/caption" => "</figcaption>",
                    _ => "",
                });
                out.push_str(behind);
            }
            None => {
                out.push_str(if index > 0 { "[" } else { "" });
                out.push_str(part);
            }
        }
    }
    out
}

/// One line of text out of what may be HTML.
fn line(html: &str) -> String {
    let text = html::fragment(html).text.source;
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = start.attributes().flatten().find(|attribute| attribute.key.as_ref() == name)?;
    let value = found
        .normalized_value(XmlVersion::Implicit1_0)
        .map_or_else(|_| found.value.to_string(), |value| value.into_owned());
    Some(value.trim().to_owned()).filter(|value| !value.is_empty())
}

/// Text as HTML has it.
fn as_text(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests;
