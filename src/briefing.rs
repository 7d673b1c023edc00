//! The handle that everything outside asks: a pack, opened, with what ranking needs.

use crate::Error;
use crate::api::{CardKind, Document, Info, OverviewOptions, SearchOptions, SearchResponse, Value};
use crate::cards;
use crate::index::Builder;
use crate::pack::Pack;
use crate::pack::cards::{ENTITIES, WARNINGS};
use crate::search::{Aliases, Searcher, Warning};
use crate::view::DocumentView;

/// A briefing: search and cards over one pack.
///
/// ```no_run
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let briefing = briefing::Briefing::open(std::fs::read("talks.brief")?)?;
/// let found = briefing.search("peshmerga", &Default::default());
/// println!("{} of {} documents", found.total, briefing.info().documents.len());
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct Briefing<D> {
    pack: Pack<D>,
    searcher: Searcher,
}

impl<D: AsRef<[u8]>> Briefing<D> {
    /// Opens a briefing pack; afterwards nothing can fail but asking for a document that is not there, and a card that this
    /// product did not write.
    ///
    /// Costs one walk over the bytes, in which the index is made: some 10 ms a megabyte of text.
    ///
    /// # Errors
    /// The bytes are no pack, cut short, of another version, or damaged: the error says where.
    pub fn open(data: D) -> Result<Self, Error> {
        let (pack, index, groups) =
            Pack::open_with(data, Builder::expecting, |builder, fold, record, text| {
                builder.add(fold, record, text);
            })?;
        let mut index = index.all_read();
        index.set_entities(cards::value(&pack, ENTITIES)?.items());
        let stems = pack.stems();
        let index = index
            .close()
            .stemmed(stems)
            .ok_or_else(|| Error::damaged("stems", 0, "a stem for each term of the text", stems.len()))?;
        let aliases = Aliases::new(pack.fold(), groups);
        let warnings = cards::value(&pack, WARNINGS)?.items().iter().map(Warning::new).collect();
        Ok(Self { searcher: Searcher::new(index, aliases, warnings), pack })
    }

    /// The pack underneath.
    #[must_use]
    pub fn pack(&self) -> &Pack<D> {
        &self.pack
    }

    /// What the briefing is made of.
    #[must_use]
    pub fn info(&self) -> Info<'_> {
        cards::info(&self.pack)
    }

    /// Searches; any string is a query.
    #[must_use]
    pub fn search<'a>(&'a self, query: &'a str, options: &SearchOptions) -> SearchResponse<'a> {
        self.searcher.search(&self.pack, query, options)
    }

    /// The overview card: [`crate::api::Overview`].
    ///
    /// # Errors
    /// The pack was not written by this product: its cards cite what is not there.
    pub fn overview(&self, options: &OverviewOptions) -> Result<Value<'_>, Error> {
        cards::overview(&self.pack, options)
    }

    /// The card of one article: [`crate::api::Source`] and [`crate::api::ArticleParts`] in one object.
    ///
    /// # Errors
    /// No document has that identifier; or as for [`Self::overview`].
    pub fn article(&self, id: &str) -> Result<Value<'_>, Error> {
        let (at, view) = self.named(id)?;
        cards::article(&self.pack, at, &view)
    }

    /// Any other card of the whole briefing, in the shape that its kind names.
    ///
    /// # Errors
    /// As for [`Self::overview`].
    pub fn card(&self, kind: CardKind) -> Result<Value<'_>, Error> {
        cards::card(&self.pack, kind)
    }

    /// One whole article.
    ///
    /// # Errors
    /// No document has that identifier.
    pub fn document(&self, id: &str) -> Result<Document<'_>, Error> {
        Ok(cards::document(&self.pack, &self.named(id)?.1))
    }

    fn named(&self, id: &str) -> Result<(u32, DocumentView<'_, D>), Error> {
        DocumentView::named(&self.pack, id).ok_or_else(|| Error::UnknownDocument { id: id.to_owned() })
    }
}
