//! What a briefing is made of: its title, its documents and their counts.

use super::article::about;
use crate::api::Info;
use crate::pack::Pack;
use crate::view::DocumentView;

/// Every document with what it says about itself.
pub(crate) fn info<D: AsRef<[u8]>>(pack: &Pack<D>) -> Info<'_> {
    let mut outlets = Vec::new();
    let mut documents = Vec::new();
    for view in (0..pack.len()).filter_map(|document| DocumentView::new(pack, document)) {
        if let Some(outlet) = view.record.source.filter(|outlet| !outlets.contains(outlet)) {
            outlets.push(outlet);
        }
        documents.push(about(pack, &view));
    }
    Info {
        title: pack.title(),
        documents,
        origins: pack.origins(),
        outlets: u32::try_from(outlets.len()).unwrap_or(u32::MAX),
    }
}
