//! The overview card: the key points of all documents, with who says the same.

use super::tree;
use crate::Error;
use crate::api::{Members, OverviewOptions, Value};
use crate::pack::Pack;
use crate::pack::cards::{ARTICLES, BRIEFS};

/// Words of an overview that is told no length.
pub(crate) const WORDS: u32 = 250;

/// The best overview of at most so many words.
pub(crate) fn overview<'p, D: AsRef<[u8]>>(
    pack: &'p Pack<D>,
    options: &OverviewOptions,
) -> Result<Value<'p>, Error> {
    let words = options.words.unwrap_or(WORDS);
    let briefs = tree::value(pack, BRIEFS)?;
    let brief =
        briefs.items().iter().rev().find(|brief| brief.number("words").is_some_and(|length| length <= words));
    let first = ARTICLES.saturating_add(pack.len());
    let mut points = Vec::new();
    for point in brief.map(|brief| brief.list("points")).unwrap_or_default() {
        if let Value::Number(number) = point {
            points.push(tree::value(pack, first.saturating_add(*number))?);
        }
    }
    let mut members = Members::default();
    members.text("kind", "overview");
    members.text("title", pack.title());
    members.number("documents", pack.len());
    members.number("origins", pack.origins());
    members.put("keyPoints", Value::List(points));
    Ok(members.done())
}
