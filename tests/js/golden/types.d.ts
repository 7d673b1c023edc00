/* tslint:disable */
/* eslint-disable */
/**
 * A passage of a hit, with the words that matched.
 */
export interface Excerpt {
    /**
     * The passage: whole sentences of the document.
     */
    span: Span;
    /**
     * Matched words, as ranges into the source text (the same offsets as the span's), in order, apart.
     */
    marks: Range[];
}

/**
 * A verbatim piece of one document.
 *
 * `start` and `end` are UTF-16 code units into the document's *source text*: the file for `.txt`, the member
 * `text` for `.jsonl`, and for Markdown the text it renders to, without front matter.
 */
export interface Span {
    /**
     * Identifier of the document: its `id` (JSONL) or its file name without the ending.
     */
    document: string;
    /**
     * First code unit.
     */
    start: number;
    /**
     * One past the last code unit.
     */
    end: number;
    /**
     * The source's own text, byte for byte.
     */
    text: string;
}

/**
 * A whole document, for the reader.
 */
export interface Document extends Source {
    /**
     * Its text, page furniture left out.
     */
    blocks: Block[];
}

/**
 * A word of the query, and what it was taken for.
 */
export interface Replacement {
    /**
     * As typed.
     */
    from: string;
    /**
     * What was looked for too, or instead where nothing has the typed.
     */
    to: string;
}

/**
 * Card: one article in two to four sentences.
 */
export interface Article extends Source {
    kind: "article";
    /**
     * Sentences that sum it up, in their order in the text.
     */
    summary: Span[];
}

/**
 * Card: what the briefing says, in its most telling sentences.
 */
export interface Overview {
    kind: "overview";
    /**
     * Title of the briefing.
     */
    title: string;
    /**
     * Number of documents.
     */
    documents: number;
    /**
     * Number of independent texts.
     */
    origins: number;
    /**
     * Most widely reported first.
     */
    keyPoints: KeyPoint[];
}

/**
 * Half-open range of UTF-16 code units, `[start, end)`.
 */
export type Range = [number, number];

/**
 * How long the overview may be.
 */
export interface OverviewOptions {
    /**
     * Most words of all key points together, up to 500; 250 unless told.
     */
    words?: number | undefined;
}

/**
 * How many of the documents found share something.
 */
export interface FacetCount {
    /**
     * What they share.
     */
    value: string;
    /**
     * How many they are.
     */
    documents: number;
}

/**
 * How to search.
 */
export interface SearchOptions {
    /**
     * Most hits to return; 10 unless told.
     */
    limit?: number;
    /**
     * Hits to pass over first; 0 unless told.
     */
    offset?: number;
    /**
     * Whether the last word also stands for the words that begin with it, as while typing; true unless told.
     */
    prefix?: boolean;
    /**
     * What stands first; relevance unless told.
     */
    order?: Order;
}

/**
 * In which order hits stand.
 */
export type Order = "relevance" | "newest" | "oldest";

/**
 * One block of a document: a paragraph, a heading, an item of a list.
 */
export interface Block {
    /**
     * What the block is.
     */
    kind: BlockKind;
    /**
     * First code unit in the source text.
     */
    start: number;
    /**
     * One past the last code unit.
     */
    end: number;
    /**
     * The block's text.
     */
    text: string;
    /**
     * Sentences, as ranges into the source text.
     */
    sentences: Range[];
}

/**
 * One document found.
 */
export interface Hit {
    /**
     * Identifier of the document.
     */
    document: string;
    /**
     * Relevance, above 0; only the order within one response means anything.
     */
    score: number;
    /**
     * Title of the document.
     */
    title: string;
    /**
     * The outlet.
     */
    source?: string;
    /**
     * Day of publication.
     */
    date?: string;
    /**
     * The passage that answers the query best.
     */
    excerpt: Excerpt;
}

/**
 * One key point of the overview.
 */
export interface KeyPoint {
    /**
     * The sentence.
     */
    span: Span;
    /**
     * Sentences of other documents that say the same.
     */
    support: Span[];
    /**
     * Outlets that say it, this one included.
     */
    outlets: number;
    /**
     * Independent texts that say it, this one included.
     */
    origins: number;
}

/**
 * The documents found, counted: for each kind at most 12 values, those of most documents first.
 */
export interface Facets {
    /**
     * By outlet.
     */
    sources: FacetCount[];
    /**
     * By year of publication.
     */
    years: FacetCount[];
    /**
     * By tag.
     */
    tags: FacetCount[];
}

/**
 * What a briefing is made of.
 */
export interface Info {
    /**
     * Title of the briefing.
     */
    title: string;
    /**
     * Every document, by date, then by identifier; undated ones last.
     */
    documents: Source[];
    /**
     * Number of independent texts.
     */
    origins: number;
    /**
     * Number of different outlets named.
     */
    outlets: number;
}

/**
 * What a search found.
 */
export interface SearchResponse {
    /**
     * The query as it was asked.
     */
    query: string;
    /**
     * Documents that match, the ones beyond `limit` included.
     */
    total: number;
    /**
     * The page of hits asked for, best first; ties stand in the order of [`Info::documents`].
     */
    hits: Hit[];
    /**
     * The two or three sentences of all the best documents that have most of the query, no two alike; none where no
     * sentence has half of it.
     */
    answer: Span[];
    /**
     * Misspelt words and the terms that were looked for instead, in folded spelling.
     */
    corrections: Replacement[];
    /**
     * Names in the query and other names of the same that were looked for too.
     */
    aliases: Replacement[];
    /**
     * Words of the query that nothing stands for, among its first 512 different ones; the rest is not read.
     */
    ignored: string[];
    /**
     * Parts that look like the query language but are not of it, and were taken as words.
     */
    unread: string[];
    /**
     * Where nothing was found: terms of the corpus near to the words of the query.
     */
    nearest: string[];
    /**
     * Every document found, counted by outlet, year and tag.
     */
    facets: Facets;
}

/**
 * What kind of text a block of a document is.
 */
export type BlockKind = "paragraph" | "heading" | "item" | "lead" | "caption" | "credit";

/**
 * What one document says about itself: enough for a source card.
 */
export interface Source {
    /**
     * Identifier of the document.
     */
    document: string;
    /**
     * Its title.
     */
    title: string;
    /**
     * Where the title was found.
     */
    titleFrom: TitleFrom;
    /**
     * The outlet.
     */
    source?: string;
    /**
     * Day of publication: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
     */
    date?: string;
    /**
     * Where the original stands.
     */
    url?: string;
    /**
     * BCP 47 language tag.
     */
    lang?: string;
    /**
     * Tags given by the editor.
     */
    tags: string[];
    /**
     * The editor's note about this document.
     */
    note?: string;
    /**
     * Words of text.
     */
    words: number;
    /**
     * Reading time at 238 words a minute (Brysbaert 2019), rounded up.
     */
    minutes: number;
    /**
     * Number of the independent text, from 0, that this document is (a copy of).
     */
    origin: number;
    /**
     * The document that this one is a near-copy of.
     */
    nearCopyOf?: string;
}

/**
 * Where the title of a document was found.
 */
export type TitleFrom = "metadata" | "heading" | "text";