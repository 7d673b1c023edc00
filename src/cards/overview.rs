//! The overview card: the key points of all documents, with who says the same.

use super::tree;
use crate::Error;
use crate::api::{CardKind, OverviewOptions, Value};
use crate::pack::Pack;

/// Words of an overview that is told no length.
pub(crate) const WORDS: u32 = 250;

/// The best overview of at most so many words.
pub(crate) fn overview<'p, D: AsRef<[u8]>>(
    pack: &'p Pack<D>,
    options: &OverviewOptions,
) -> Result<Value<'p>, Error> {
    let words = options.words.unwrap_or(WORDS);
    let brief = pack.cards().briefs.iter().rev().find(|brief| brief.words <= words);
    let first = CardKind::ALL.len() + pack.len() as usize;
    let points = brief.into_iter().flat_map(|brief| &brief.points);
    let points = points.map(|&number| tree::value(pack, first + number as usize));
    Ok(Value::Object(vec![
        ("kind", Value::Text("overview")),
        ("title", Value::Text(pack.title())),
        ("documents", Value::Number(pack.len())),
        ("origins", Value::Number(pack.origins())),
        ("keyPoints", Value::List(points.collect::<Result<_, _>>()?)),
    ]))
}
