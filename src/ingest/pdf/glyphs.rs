//! The glyphs of a page: what its content stream shows, each with its characters and its place.
//!
//! Only what moves or shows text is carried out (ISO 32000-1, 9.4), forms within forms included. A glyph's characters are
//! those of `/ActualText`, else of its font (`/ToUnicode`, its encoding's names).

use hayro_cmap::BfString;
use hayro_font::{Font, FontGlyph, GlyphId};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{Dict, Name, Number, Object, Stream, String as PdfString};
use hayro_syntax::page::{Page, Resources};

use super::fonts::Fonts;
use super::matrix::Matrix;
use super::state::State;

/// A glyph as it stands on the page, in points from its lower left corner.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glyph {
    /// Its characters; U+FFFD where the font does not tell them.
    pub(super) text: String,
    /// Where it begins, on the base line.
    pub(super) at: (f64, f64),
    /// The way to where the next begins.
    pub(super) advance: (f64, f64),
    /// Height of its type.
    pub(super) size: f64,
    pub(super) bold: bool,
    /// It is drawn in no colour, as the text behind the picture of a scanned page.
    pub(super) unseen: bool,
    /// The page itself calls it furniture (`/Artifact`).
    pub(super) artifact: bool,
}

/// What a page shows.
#[derive(Debug, Default)]
pub(super) struct Shown {
    pub(super) glyphs: Vec<Glyph>,
    /// Whether there are pictures.
    pub(super) pictures: bool,
    /// Whether there is more than is read.
    pub(super) cut: bool,
}

/// Forms that stand in one another deeper are not opened.
const DEEPEST: usize = 16;

/// So many instructions of a document are carried out (a map has some 100,000), and so many glyphs of a page kept. A full
/// page of a newspaper has some 20,000.
pub(super) const MOST_INSTRUCTIONS: usize = 20_000_000;
const MOST_GLYPHS: usize = 200_000;

/// Opening a form counts as so many instructions, and so many bytes of content as one: forms that open one another many
/// times, and pages that share a long content, end soon.
const FORM: usize = 500;
const BYTES: usize = 16;

/// Carries out the text of a page. `left`: how many instructions may still be carried out.
pub(super) fn of_page<'a>(page: &Page<'a>, fonts: &Fonts<'a>, left: &mut usize) -> Shown {
    let mut machine = Machine { fonts, shown: Shown::default(), left: *left, marked: Vec::new() };
    if let Some(content) = page.page_stream() {
        machine.spend(content.len() / BYTES);
        machine.run(content, page.resources(), State::default(), 0);
    }
    *left = machine.left;
    machine.shown
}

/// A part of the page that says what it is.
#[derive(Default)]
struct Marked {
    artifact: bool,
    /// The characters of all its glyphs together; given to the first.
    actual: Option<String>,
}

struct Machine<'f, 'a> {
    fonts: &'f Fonts<'a>,
    shown: Shown,
    left: usize,
    marked: Vec<Marked>,
}

impl<'a> Machine<'_, 'a> {
    fn spend(&mut self, instructions: usize) {
        self.left = self.left.saturating_sub(instructions);
    }

    fn run(&mut self, content: &[u8], resources: &Resources<'a>, state: State<'a>, depth: usize) {
        let mut state = state;
        let mut saved: Vec<State<'a>> = Vec::new();
        let mut instructions = TypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            if self.left == 0 || self.shown.glyphs.len() >= MOST_GLYPHS {
                self.shown.cut = true;
                return;
            }
            self.spend(1);
            match instruction {
                Op::SaveState(_) if saved.len() < 256 => saved.push(state.clone()),
                Op::RestoreState(_) => {
                    if let Some(before) = saved.pop() {
                        state = before;
                    }
                }
                Op::Transform(m) => {
                    state.page = matrix([m.0, m.1, m.2, m.3, m.4, m.5]).then(&state.page);
                }
                Op::SetGraphicsState(name) => {
                    let font = resources.get_ext_g_state(name.0).and_then(|dict| {
                        let mut pair = dict.get::<hayro_syntax::object::Array<'a>>("Font")?.flex_iter();
                        Some((pair.next::<Dict<'a>>()?, pair.next::<Number>()?))
                    });
                    if let Some((font, size)) = font {
                        state.font = self.fonts.get(&font);
                        state.size = size.as_f64();
                    }
                }
                Op::BeginText(_) => (state.text, state.line) = (Matrix::IDENTITY, Matrix::IDENTITY),
                Op::CharacterSpacing(n) => state.character_space = n.0.as_f64(),
                Op::WordSpacing(n) => state.word_space = n.0.as_f64(),
                Op::HorizontalScaling(n) => state.scale = n.0.as_f64() / 100.0,
                Op::TextLeading(n) => state.leading = n.0.as_f64(),
                Op::TextRise(n) => state.rise = n.0.as_f64(),
                // 3 shows nothing, 7 but clips.
                Op::TextRenderingMode(n) => state.unseen = matches!(n.0.as_i64(), 3 | 7),
                Op::TextFont(font) => {
                    state.font = resources.get_font(font.0).and_then(|dict| self.fonts.get(&dict));
                    state.size = font.1.as_f64();
                }
                Op::NextLine(by) => state.next_line(by.0.as_f64(), by.1.as_f64()),
                Op::NextLineAndSetLeading(by) => {
                    state.leading = -by.1.as_f64();
                    state.next_line(by.0.as_f64(), by.1.as_f64());
                }
                Op::SetTextMatrix(m) => {
                    state.line = matrix([m.0, m.1, m.2, m.3, m.4, m.5]);
                    state.text = state.line;
                }
                Op::NextLineUsingLeading(_) => state.next_line(0.0, -state.leading),
                Op::ShowText(text) => self.show(&mut state, text.0),
                Op::NextLineAndShowText(text) => {
                    state.next_line(0.0, -state.leading);
                    self.show(&mut state, text.0);
                }
                Op::ShowTextWithParameters(text) => {
                    (state.word_space, state.character_space) = (text.0.as_f64(), text.1.as_f64());
                    state.next_line(0.0, -state.leading);
                    self.show(&mut state, text.2);
                }
                Op::ShowTexts(parts) => {
                    for part in parts.0.iter::<Object<'_>>() {
                        match part {
                            Object::String(text) => self.show(&mut state, &text),
                            Object::Number(back) => state.move_back(back.as_f64()),
                            _ => {}
                        }
                    }
                }
                Op::BeginMarkedContent(tag) => {
                    self.marked.push(Marked { artifact: is_artifact(tag.0), actual: None });
                }
                Op::BeginMarkedContentWithProperties(tag) => {
                    let properties = match tag.1 {
                        Object::Dict(dict) => Some(dict.clone()),
                        Object::Name(name) => resources.properties.get::<Dict<'_>>(name),
                        _ => None,
                    };
                    let actual = properties.and_then(|dict| dict.get::<PdfString<'_>>("ActualText"));
                    self.marked.push(Marked {
                        artifact: is_artifact(tag.0),
                        actual: actual.map(|text| super::metadata::text(text.as_bytes())),
                    });
                }
                Op::EndMarkedContent(_) => drop(self.marked.pop()),
                Op::InlineImage(_) => self.shown.pictures = true,
                Op::XObject(name) => {
                    if let Some(object) = resources.get_x_object(name.0) {
                        self.object(&object, resources, &state, depth);
                    }
                }
                _ => {}
            }
        }
    }

    /// A picture, or a form: a page in the page.
    fn object(&mut self, object: &Stream<'a>, around: &Resources<'a>, state: &State<'a>, depth: usize) {
        let dict = object.dict();
        match dict.get::<Name<'_>>("Subtype").as_deref() {
            Some(b"Image") => self.shown.pictures = true,
            Some(b"Form") if depth < DEEPEST => {
                let Ok(content) = object.decoded_data() else { return };
                self.spend(FORM + content.len() / BYTES);
                let own = dict.get::<Dict<'a>>("Resources").map(Resources::new);
                let mut state = state.clone();
                if let Some(values) = dict.get::<[f64; 6]>("Matrix") {
                    state.page = Matrix(values).then(&state.page);
                }
                let open = self.marked.len();
                self.run(&content, own.as_ref().unwrap_or(around), state, depth + 1);
                self.marked.truncate(open);
            }
            _ => {}
        }
    }

    fn show(&mut self, state: &mut State<'a>, text: &PdfString<'_>) {
        let Some((font, bold)) = state.font.clone() else { return };
        let bytes = text.as_bytes();
        let across = font.is_horizontal();
        let mut at = 0;
        while at < bytes.len() && self.shown.glyphs.len() < MOST_GLYPHS {
            let (code, length) = font.read_code(bytes, at);
            at += length.max(1);
            let width = font.code_advance(code);
            let blank = if code == 32 && length == 1 { state.word_space } else { 0.0 };
            let space = state.character_space + blank;
            let (glyph, step) = if across {
                let width = width.x / 1000.0 * state.size;
                ((width * state.scale, 0.0), ((width + space) * state.scale, 0.0))
            } else {
                let width = width.y / 1000.0 * state.size;
                ((0.0, width), (0.0, width + space))
            };
            let full = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, state.rise]).then(&state.text).then(&state.page);
            let start = full.apply((0.0, 0.0));
            let up = full.apply((0.0, state.size));
            let end = full.apply(glyph);
            let size = (up.0 - start.0).hypot(up.1 - start.1);
            state.text = Matrix([1.0, 0.0, 0.0, 1.0, step.0, step.1]).then(&state.text);
            let text = self.characters(&font, code);
            let finite = [start.0, start.1, end.0, end.1, size].iter().all(|value| value.is_finite());
            if !finite || size <= 0.0 || text.is_empty() {
                continue;
            }
            self.shown.glyphs.push(Glyph {
                text,
                at: start,
                advance: (end.0 - start.0, end.1 - start.1),
                size,
                bold,
                unseen: state.unseen,
                artifact: self.marked.iter().any(|marked| marked.artifact),
            });
        }
    }

    fn characters(&mut self, font: &Font<'a>, code: u32) -> String {
        if let Some(actual) = self.marked.iter_mut().rev().find_map(|marked| marked.actual.as_mut()) {
            return std::mem::take(actual);
        }
        let found = match font.glyph(GlyphId::NOTDEF, code) {
            FontGlyph::Outline(glyph) => glyph.as_unicode(),
            FontGlyph::Type3(glyph) => glyph.as_unicode(),
        };
        match found {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(text)) => text,
            None => char::REPLACEMENT_CHARACTER.to_string(),
        }
    }
}

fn is_artifact(tag: &Name<'_>) -> bool {
    tag.as_ref() == b"Artifact"
}

fn matrix(values: [Number; 6]) -> Matrix {
    Matrix(values.map(|value| value.as_f64()))
}
