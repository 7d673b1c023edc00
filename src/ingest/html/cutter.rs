//! A page cut into pieces: where lines begin and end, as browsers show them.

use scraper::node::Element;

use super::marks::{self, Kind};
use super::pieces::Piece;
use super::weigh::Around;
use crate::ingest::raised::{ends_in_digit, raised};
use crate::ingest::unit::Mark;

/// Cuts, as the walk goes through the tree.
#[derive(Default)]
pub(super) struct Cutter<'e> {
    elements: &'e [Around],
    list: Vec<Piece>,
    /// The elements that are open, and whether each is furniture.
    open: Vec<(usize, bool)>,
    line: String,
    linked: usize,
    /// Text of furniture that stands inside a line.
    beside: String,
    /// White space was read and not yet written.
    space: bool,
    hidden: usize,
    furniture: usize,
    /// How many of them are blocks: the others stand inside a line.
    furniture_around: usize,
    links: usize,
    items: usize,
    captions: usize,
    preformatted: usize,
    /// For each `sup` and `sub` that is open right behind a digit, whether it is above the line.
    raised: Vec<Option<bool>>,
    heading: Option<u8>,
    /// Cells of a row of data, of which some hold text.
    row: Option<usize>,
    tables: Vec<bool>,
}

impl<'e> Cutter<'e> {
    pub(super) fn of(elements: &'e [Around]) -> Self {
        Self { elements, ..Self::default() }
    }

    /// The pieces.
    pub(super) fn finish(mut self) -> Vec<Piece> {
        self.flush();
        self.list
    }
}

impl Cutter<'_> {
    pub(super) fn open(&mut self, element: &Element, index: usize) {
        let name = element.name();
        let page = self.elements.first().map_or(0, |html| html.text);
        let around = self.elements.get(index);
        let furniture = around.is_some_and(|around| around.is_furniture(page));
        if !marks::is_inline(name) && around.is_some_and(|around| around.kind != Kind::Hidden) {
            self.break_before(name);
        }
        self.hidden += usize::from(around.is_some_and(|around| around.kind == Kind::Hidden));
        self.furniture += usize::from(furniture);
        self.furniture_around += usize::from(furniture && !marks::is_inline(name));
        self.open.push((index, furniture));
        match name {
            "a" => self.links += 1,
            "li" => self.items += 1,
            "figcaption" | "caption" => self.captions += 1,
            "pre" => self.preformatted += 1,
            "sup" | "sub" => {
                self.raised.push((ends_in_digit(&self.line) && !self.space).then_some(name == "sup"));
            }
            "table" => self.tables.push(around.is_some_and(|around| around.layout)),
            "tr" if self.tables.last() == Some(&false) => self.row = Some(0),
            "td" | "th" if self.row.is_some() && !self.line.is_empty() => {
                self.line.push('\t');
                self.space = false;
            }
            "br" if self.hidden == 0 => self.line_break(),
            _ => {}
        }
        if let Some(level) = heading(name) {
            self.heading = Some(level);
        }
    }

    pub(super) fn close(&mut self, element: &Element) {
        let name = element.name();
        let Some((index, furniture)) = self.open.last().copied() else { return };
        let is_hidden = self.elements.get(index).is_some_and(|around| around.kind == Kind::Hidden);
        if matches!(name, "td" | "th")
            && let Some(cells) = &mut self.row
        {
            let filled = self.line.rsplit('\t').next().is_some_and(|cell| !cell.trim().is_empty());
            *cells += usize::from(filled);
        } else if name == "tr" && self.row.is_some() {
            self.flush();
            self.row = None;
        } else if !marks::is_inline(name) && !is_hidden {
            self.break_before(name);
        }
        self.open.pop();
        self.hidden -= usize::from(is_hidden);
        self.furniture -= usize::from(furniture);
        self.furniture_around -= usize::from(furniture && !marks::is_inline(name));
        match name {
            "a" => self.links -= 1,
            "li" => self.items -= 1,
            "figcaption" | "caption" => self.captions -= 1,
            "pre" => self.preformatted -= 1,
            "sup" | "sub" => drop(self.raised.pop()),
            "table" => drop(self.tables.pop()),
            _ => {}
        }
        if heading(name).is_some() {
            self.heading = None;
        }
    }

    /// A block begins or ends: inside a row of data, that is a space.
    fn break_before(&mut self, name: &str) {
        if self.row.is_some() && name != "tr" && name != "table" {
            self.space = true;
        } else if name != "br" {
            self.flush();
        }
    }

    /// One `<br>` is a line feed, two end a block.
    fn line_break(&mut self) {
        if self.row.is_some() {
            self.space = true;
        } else if self.line.ends_with('\n') {
            self.flush();
        } else if !self.line.is_empty() {
            self.line.push('\n');
            self.space = false;
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        if self.hidden > 0 {
            return;
        }
        let inside = self.furniture > self.furniture_around;
        for c in text.chars() {
            let line = if inside { &mut self.beside } else { &mut self.line };
            if self.preformatted > 0 && c == '\n' && !inside {
                line.push(c);
                self.space = false;
            } else if c.is_ascii_whitespace() {
                self.space = true;
            } else {
                let before = line.len();
                if std::mem::take(&mut self.space) && !line.is_empty() && !line.ends_with(['\n', '\t']) {
                    line.push(' ');
                }
                let c = self.raised.last().copied().flatten().map_or(c, |above| raised(c, above));
                line.push(c);
                if self.links > 0 && !inside {
                    self.linked += line.len() - before;
                }
            }
        }
        if inside {
            self.space = true;
        }
    }

    fn flush(&mut self) {
        let mark = match (self.heading, self.row) {
            (Some(level), _) => Mark::Heading(level),
            _ if self.captions > 0 => Mark::Caption,
            (None, Some(cells)) => Mark::Row(cells),
            _ if self.items > 0 => Mark::Item,
            _ => Mark::None,
        };
        let element = self.open.last().map_or(0, |(index, _)| *index);
        self.space = false;
        let linked = std::mem::take(&mut self.linked);
        let furniture = self.furniture_around > 0;
        for (line, linked, furniture) in
            [(std::mem::take(&mut self.line), linked, furniture), (std::mem::take(&mut self.beside), 0, true)]
        {
            let text = line.trim();
            if !text.is_empty() {
                self.list.push(Piece { text: text.to_owned(), mark, linked, furniture, element });
            }
        }
    }
}

fn heading(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}
