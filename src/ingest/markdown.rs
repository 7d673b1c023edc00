//! Markdown to units: the text that it renders to, block by block, without markup.
//!
//! The source text is what a reader would see: blocks stand one blank line apart, a soft line break is a space, a
//! hard one (`<br>`, too) a line feed, the cells of a table row are parted by tabs. Pictures, HTML and footnote marks render to
//! nothing, nor do the tags of Hugo and Liquid, footnotes to paragraphs where they stand. Plain text inside a block is kept to the byte.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::form::is_blank;
use super::unit::{Mark, Text, Unit};

/// Cuts a Markdown text, without front matter, into units.
pub(super) fn cut(markdown: &str) -> Text {
    let mut blocks = Blocks::default();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS;
    for event in Parser::new_ext(&without_tags(markdown), options) {
        match event {
            Event::Start(tag) => blocks.open(&tag),
            Event::End(tag) => blocks.close(tag),
            Event::Text(text) | Event::Code(text) if blocks.hidden == 0 => blocks.line.push_str(&text),
            Event::SoftBreak if blocks.hidden == 0 => blocks.line.push(' '),
            Event::HardBreak if blocks.hidden == 0 => blocks.line.push('\n'),
            Event::InlineHtml(tag) if tag.starts_with("<br") => blocks.line.push('\n'),
            Event::Rule => blocks.end_block(),
            _ => {}
        }
    }
    blocks.end_block();
    blocks.text
}

/// The tags of the programs that make pages of Markdown: Hugo's shortcodes, Liquid's tags.
const TAGS: [(&str, &str); 3] = [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}")];

/// A text without such tags; what stands between an opening and a closing one stays.
fn without_tags(markdown: &str) -> String {
    let mut out = String::with_capacity(markdown.len());
    for line in markdown.split_inclusive('\n') {
        let mut rest = line;
        while let Some(at) = rest.find('{') {
            let (before, tag) = rest.split_at(at);
            let close = TAGS.iter().find(|(open, _)| tag.starts_with(open)).map(|(_, close)| close);
            out.push_str(before);
            rest = match close.map(|close| tag.split_once(close)) {
                Some(Some((_, behind))) => behind,
                // None of the line closes.
                Some(None) => {
                    out.push_str(tag);
                    ""
                }
                None => {
                    out.push('{');
                    tag.get(1..).unwrap_or_default()
                }
            };
        }
        out.push_str(rest);
    }
    out
}

#[derive(Default)]
struct Blocks {
    text: Text,
    /// The block that is being read.
    line: String,
    heading: Option<u8>,
    /// List items that are open.
    items: usize,
    cells: Option<usize>,
    /// Pictures and HTML that are open: their text is not rendered.
    hidden: usize,
}

impl Blocks {
    fn open(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Image { .. } | Tag::HtmlBlock | Tag::MetadataBlock(_) => self.hidden += 1,
            Tag::TableCell => {
                if !self.line.is_empty() {
                    self.line.push('\t');
                }
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } => {}
            _ => {
                self.end_block();
                match tag {
                    Tag::Heading { level, .. } => self.heading = Some(number(*level)),
                    Tag::Item => self.items += 1,
                    Tag::TableHead | Tag::TableRow => self.cells = Some(0),
                    _ => {}
                }
            }
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Image | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => {
                self.hidden = self.hidden.saturating_sub(1)
            }
            TagEnd::TableCell => {
                let filled = self.line.rsplit('\t').next().is_some_and(|cell| !cell.trim().is_empty());
                self.cells = self.cells.map(|cells| cells + usize::from(filled));
            }
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => {}
            _ => {
                self.end_block();
                match tag {
                    TagEnd::Heading(_) => self.heading = None,
                    TagEnd::Item => self.items = self.items.saturating_sub(1),
                    TagEnd::TableHead | TagEnd::TableRow => self.cells = None,
                    _ => {}
                }
            }
        }
    }

    fn end_block(&mut self) {
        let line = std::mem::take(&mut self.line);
        let block = line.trim_matches(is_blank);
        if block.is_empty() {
            return;
        }
        if !self.text.source.is_empty() {
            self.text.source.push_str("\n\n");
        }
        let start = self.text.source.len();
        self.text.source.push_str(block);
        let mark = match (self.heading, self.cells) {
            (Some(level), _) => Mark::Heading(level),
            (None, Some(cells)) => Mark::Row(cells),
            (None, None) if self.items > 0 => Mark::Item,
            (None, None) => Mark::None,
        };
        self.text.units.push(Unit { range: start..self.text.source.len(), mark, apart: true });
    }
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_gone_and_blocks_stand_one_blank_line_apart() {
        let text = cut(
            "# Rain\n\nIt *rained* on\n[Monday](x) &amp; **all** day.\n![a cloud](c.png)\n\n- one\n- two\n\n  more\n\n<b>x</b> y<br>z\n\
                        \n<div>\nhidden\n</div>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
        );
        assert_eq!(
            text.source,
            "Rain\n\nIt rained on Monday & all day.\n\none\n\ntwo\n\nmore\n\nx y\nz\n\na\tb\n\n1\t2"
        );
        let marks: Vec<Mark> = text.units.iter().map(|unit| unit.mark).collect();
        assert_eq!(
            marks,
            [
                Mark::Heading(1),
                Mark::None,
                Mark::Item,
                Mark::Item,
                Mark::Item,
                Mark::None,
                Mark::Row(2),
                Mark::Row(2)
            ]
        );
        assert_eq!(text.at(1), "It rained on Monday & all day.");
    }

    #[test]
    fn nested_lists_are_items_of_their_own() {
        let text = cut("- one\n  - two\n- three\n");
        let units: Vec<&str> = text.units.iter().map(|unit| text.of(unit)).collect();
        assert_eq!(units, ["one", "two", "three"]);
    }
}
