//! The state in which text is shown: ISO 32000-1, 9.3 (text) and 8.4 (the page's matrix).

use hayro_font::Font;

use super::matrix::Matrix;

/// As the operators set it; matrices are of the page, the text and the line.
#[derive(Clone)]
pub(super) struct State<'a> {
    pub(super) page: Matrix,
    pub(super) text: Matrix,
    pub(super) line: Matrix,
    pub(super) font: Option<(Font<'a>, bool)>,
    pub(super) size: f64,
    pub(super) character_space: f64,
    pub(super) word_space: f64,
    pub(super) scale: f64,
    pub(super) leading: f64,
    pub(super) rise: f64,
    pub(super) unseen: bool,
}

impl Default for State<'_> {
    fn default() -> Self {
        Self {
            page: Matrix::IDENTITY,
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            font: None,
            size: 1.0,
            character_space: 0.0,
            word_space: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
            unseen: false,
        }
    }
}

impl State<'_> {
    pub(super) fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(&self.line);
        self.text = self.line;
    }

    /// Moves back by thousandths of the type's size.
    pub(super) fn move_back(&mut self, by: f64) {
        let across = self.font.as_ref().is_none_or(|(font, _)| font.is_horizontal());
        let way = -by / 1000.0 * self.size;
        let (x, y) = if across { (way * self.scale, 0.0) } else { (0.0, way) };
        self.text = Matrix([1.0, 0.0, 0.0, 1.0, x, y]).then(&self.text);
    }
}
