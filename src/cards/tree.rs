//! From the bytes of a card to its values: the one place where they are checked.

use crate::Error;
use crate::api::Value;
use crate::pack::Pack;
use crate::pack::bytes::Cursor;
use crate::pack::cards::{LIST, NONE, NUMBER, OBJECT, Place, SHAPES, SPAN, TEXT, shapes};
use crate::view::DocumentView;

/// How deep values may stand in one another; the shapes of [`crate::api`] need five.
const DEEPEST: u32 = 16;

/// Reads value number `at` of a pack.
///
/// # Errors
/// The pack was not written by this product: the value is no value, or cites what is not there.
pub(crate) fn value<D: AsRef<[u8]>>(pack: &Pack<D>, at: u32) -> Result<Value<'_>, Error> {
    let bytes = pack.card(at);
    let mut tree = Tree { pack, shapes: shapes(pack.card(SHAPES)), cursor: Cursor::new(bytes), view: None };
    let value = tree.value(DEEPEST).filter(|_| tree.cursor.is_done());
    value.ok_or_else(|| Error::damaged("cards", at as usize, "a value that cites its documents", bytes.len()))
}

struct Tree<'p, D> {
    pack: &'p Pack<D>,
    shapes: Vec<Vec<&'p str>>,
    cursor: Cursor<'p>,
    /// The document that was cited last: most spans of a card stand together.
    view: Option<(u32, DocumentView<'p, D>)>,
}

impl<'p, D: AsRef<[u8]>> Tree<'p, D> {
    fn value(&mut self, depth: u32) -> Option<Value<'p>> {
        let depth = depth.checked_sub(1)?;
        Some(match self.cursor.varint() {
            NONE => Value::None,
            NUMBER => Value::Number(self.cursor.varint()),
            TEXT => Value::Text(self.cursor.str()),
            SPAN => self.span()?,
            LIST => {
                let count = self.cursor.count();
                Value::List((0..count).map(|_| self.value(depth)).collect::<Option<_>>()?)
            }
            object => {
                let shape = (object - OBJECT) as usize;
                let mut members = Vec::new();
                while let Some(&name) = self.shapes.get(shape)?.get(members.len()) {
                    members.push((name, self.value(depth)?));
                }
                Value::Object(members)
            }
        })
    }

    fn span(&mut self) -> Option<Value<'p>> {
        let Place { document, block, bytes } = Place::read(&mut self.cursor);
        if self.view.as_ref().is_none_or(|(number, _)| *number != document) {
            self.view = Some((document, DocumentView::new(self.pack, document)?));
        }
        let (_, view) = self.view.as_ref()?;
        let text = view.text(view.record.blocks.get(block as usize)?);
        text.get(bytes.clone())?;
        Some(Value::Span(view.span(block as usize, bytes)))
    }
}
