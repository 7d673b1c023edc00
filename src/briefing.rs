//! The handle that everything outside asks: a pack, opened, with what ranking needs.

use crate::Error;
use crate::api::{Article, Document, Info, Overview, OverviewOptions, SearchOptions, SearchResponse};
use crate::cards;
use crate::index::Builder;
use crate::pack::Pack;
use crate::search::{Aliases, Searcher};
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
    /// Opens a briefing pack; afterwards nothing can fail but asking for a document that is not there.
    ///
    /// Costs one walk over the bytes, in which the index is made: some 10 ms a megabyte of text.
    ///
    /// # Errors
    /// The bytes are no pack, cut short, of another version, or damaged: the error says where.
    pub fn open(data: D) -> Result<Self, Error> {
        let (pack, index, groups) =
            Pack::open_with(data, Builder::default(), |builder, fold, record, text| {
                builder.add(fold, record, text);
            })?;
        let aliases = Aliases::new(pack.fold(), groups);
        let stems = pack.stems();
        let index = index
            .finish(&mut |_| stems.to_vec())
            .ok_or_else(|| Error::damaged("stems", 0, "a stem for each term of the text", stems.len()))?;
        Ok(Self { searcher: Searcher::new(index, aliases), pack })
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

    /// The overview card.
    #[must_use]
    pub fn overview(&self, options: &OverviewOptions) -> Overview<'_> {
        cards::overview(&self.pack, options)
    }

    /// The card of one article.
    ///
    /// # Errors
    /// No document has that identifier.
    pub fn article(&self, id: &str) -> Result<Article<'_>, Error> {
        Ok(cards::article(&self.pack, &self.named(id)?))
    }

    /// One whole article.
    ///
    /// # Errors
    /// No document has that identifier.
    pub fn document(&self, id: &str) -> Result<Document<'_>, Error> {
        Ok(cards::document(&self.pack, &self.named(id)?))
    }

    fn named(&self, id: &str) -> Result<DocumentView<'_, D>, Error> {
        DocumentView::named(&self.pack, id).ok_or_else(|| Error::UnknownDocument { id: id.to_owned() })
    }
}
