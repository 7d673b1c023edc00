//! A page as pieces: its blocks of text in order, each with what is known of the elements around it.
//!
//! The tree is walked twice and never by recursion, so that no depth of nesting can exhaust the stack: once to weigh
//! every element, once to cut.

use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{Html, Node};

use super::marks::{self, Kind};
use crate::ingest::unit::Mark;

/// A block of text.
#[derive(Debug)]
pub(super) struct Piece {
    /// Its text, white space as browsers show it.
    pub(super) text: String,
    /// How it is marked up.
    pub(super) mark: Mark,
    /// Bytes of the text that stand in links.
    pub(super) linked: usize,
    /// An element around it says that it is furniture.
    pub(super) furniture: bool,
    /// The element that it stands in, an index into [`Pieces::elements`].
    pub(super) element: usize,
}

/// What is known of an element.
#[derive(Debug)]
pub(super) struct Around {
    /// The element around it; of the outermost, itself.
    pub(super) parent: usize,
    /// It says that it holds the article.
    pub(super) article: bool,
    /// It holds nothing else: `<article>`.
    pub(super) exact: bool,
    kind: Kind,
    /// Its kind is sure.
    strong: bool,
    /// Bytes of its text, and of that in links.
    text: usize,
    linked: usize,
    /// It holds a heading of the first level, or an element that holds the article.
    pub(super) core: bool,
    /// It holds a heading of the first level.
    pub(super) headed: bool,
    /// A table that arranges the page, and no data.
    layout: bool,
    /// Paragraphs of a cell.
    paragraphs: usize,
}

/// A page, cut.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    /// The blocks, in order.
    pub(super) list: Vec<Piece>,
    /// The elements, each after its parent.
    pub(super) elements: Vec<Around>,
}

impl Pieces {
    /// Whether an element is another or stands in it.
    pub(super) fn is_within(&self, element: usize, around: usize) -> bool {
        let mut at = element;
        while at != around {
            match self.elements.get(at) {
                // Every element stands after its parent.
                Some(element) if element.parent < at => at = element.parent,
                _ => return false,
            }
        }
        true
    }
}

/// A cell with more text is no data: the table arranges the page.
const LONGEST_CELL: usize = 300;

/// Largest share of a page's text that an element may hold which its class calls furniture.
const LARGEST_SUSPECT: f64 = 0.6;

/// Least share of links in what is called a teaser.
const LINKS_IN_TEASER: f64 = 0.1;

/// Cuts a page.
pub(super) fn cut(dom: &Html) -> Pieces {
    let elements = weigh(dom);
    let mut cutter = Cutter { elements: &elements, ..Cutter::default() };
    let mut opened = 0;
    for edge in dom.tree.root().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(element) => {
                    cutter.open(element, opened);
                    opened += 1;
                }
                Node::Text(text) => cutter.text(text),
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    cutter.close(element);
                }
            }
        }
    }
    cutter.flush();
    let list = cutter.list;
    Pieces { list, elements }
}

fn weigh(dom: &Html) -> Vec<Around> {
    let mut elements: Vec<Around> = Vec::new();
    let mut stack: Vec<usize> = Vec::new();
    let mut tables: Vec<usize> = Vec::new();
    let (mut links, mut hidden) = (0usize, 0usize);
    for edge in dom.tree.root().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(element) => {
                    let name = element.name();
                    let (kind, strong) = marks::kind(element);
                    let article = marks::is_article(element);
                    let parent = stack.last().copied().unwrap_or(0);
                    links += usize::from(name == "a");
                    hidden += usize::from(kind == Kind::Hidden);
                    if matches!(name, "table" | "h1" | "h2" | "h3" | "ul" | "ol" | "article" | "main")
                        && let Some(table) = tables.last().and_then(|&table| elements.get_mut(table))
                    {
                        table.layout = true;
                    }
                    if name == "p"
                        && let Some(cell) = elements.get_mut(parent)
                    {
                        cell.paragraphs += 1;
                    }
                    if name == "table" {
                        tables.push(elements.len());
                    }
                    stack.push(elements.len());
                    let core = name == "h1"
                        || name == "main"
                        || element.attr("itemprop").is_some_and(|p| p == "articleBody" || p == "headline");
                    elements.push(Around {
                        parent,
                        article,
                        exact: name == "article",
                        kind,
                        strong,
                        text: 0,
                        linked: 0,
                        core,
                        headed: name == "h1",
                        layout: false,
                        paragraphs: 0,
                    });
                }
                Node::Text(text) if hidden == 0 => {
                    let bytes: usize = text.split_ascii_whitespace().map(|word| word.len() + 1).sum();
                    if let Some(around) = stack.last().and_then(|&top| elements.get_mut(top)) {
                        around.text += bytes;
                        around.linked += if links > 0 { bytes } else { 0 };
                    }
                }
                _ => {}
            },
            Edge::Close(node) => {
                let Node::Element(element) = node.value() else { continue };
                let Some(index) = stack.pop() else { continue };
                let Some(around) = elements.get(index) else { continue };
                let (text, linked, core, kind) = (around.text, around.linked, around.core, around.kind);
                let (parent, paragraphs, headed) = (around.parent, around.paragraphs, around.headed);
                match element.name() {
                    "a" => links -= 1,
                    "table" => drop(tables.pop()),
                    "td" | "th" if text > LONGEST_CELL || paragraphs > 1 => {
                        if let Some(table) = tables.last().and_then(|&table| elements.get_mut(table)) {
                            table.layout = true;
                        }
                    }
                    _ => {}
                }
                hidden -= usize::from(kind == Kind::Hidden);
                if parent != index
                    && let Some(parent) = elements.get_mut(parent)
                {
                    parent.text += text;
                    parent.linked += linked;
                    parent.core |= core;
                    parent.headed |= headed;
                }
            }
        }
    }
    elements
}

impl Around {
    /// Whether it is furniture, on a page with so many bytes of text.
    fn is_furniture(&self, page: usize) -> bool {
        let small = self.text as f64 <= LARGEST_SUSPECT * page as f64;
        match self.kind {
            Kind::Furniture => true,
            Kind::Suspect => !self.core && (self.strong || small),
            Kind::Teaser => !self.core && small && self.linked as f64 > LINKS_IN_TEASER * self.text as f64,
            Kind::Hidden | Kind::Text => false,
        }
    }
}

#[derive(Default)]
struct Cutter<'e> {
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
    heading: Option<u8>,
    /// Cells of a row of data, of which some hold text.
    row: Option<usize>,
    tables: Vec<bool>,
}

impl Cutter<'_> {
    fn open(&mut self, element: &Element, index: usize) {
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

    fn close(&mut self, element: &Element) {
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

    fn text(&mut self, text: &str) {
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
