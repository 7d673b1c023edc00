/* tslint:disable */
/* eslint-disable */

/**
 * Card: one article in two to four sentences.
 */
export interface Article extends Source, ArticleParts {
    kind: "article";
}


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
 * A sentence that answers a query: a [`Span`] with more members.
 */
export interface Answer extends Span {
    /**
     * Matched words, as in [`Excerpt::marks`].
     */
    marks: Range[];
    /**
     * Differences in which the sentence takes part: [`super::Difference::id`].
     */
    warnings: string[];
}

/**
 * A verbatim piece of one document.
 *
 * `start` and `end` are UTF-16 code units into the document's *source text*: the file for `.txt`, the member
 * `text` for `.jsonl`, the cell for `.csv`, and for Markdown, HTML, feeds, mail and `.docx` the text they render to:
 * without front matter or what surrounds the article on its page, blocks one blank line apart.
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
 * An acronym with one long form, or with none.
 */
export interface GlossaryEntry {
    /**
     * The spelling that most documents use.
     */
    short: string;
    /**
     * All other spellings.
     */
    variants: string[];
    /**
     * The long form, as a document spells it; `null` where none defines it: nothing is guessed.
     */
    long: string | undefined;
    /**
     * Every definition: from its short form to its long form, or the other way round.
     */
    definedAt: Span[];
    /**
     * Documents that use the acronym.
     */
    documents: string[];
    /**
     * Those of them that do not define it.
     */
    undefinedIn: string[];
}

/**
 * Card: acronyms, in alphabetical order.
 */
export interface Glossary {
    kind: "glossary";
    /**
     * One for each acronym and long form.
     */
    entries: GlossaryEntry[];
    /**
     * How many acronyms the documents have; the card has the 500 weightiest.
     */
    total: number;
}

/**
 * Card: in whose words.
 */
export interface Quotes {
    kind: "quotes";
    /**
     * What is said, in the order of the documents.
     */
    quotes: Quote[];
    /**
     * How many quotes the documents have; the card has the 500 weightiest.
     */
    total: number;
}

/**
 * Card: what happened when, in the order of time.
 */
export interface Timeline {
    kind: "timeline";
    /**
     * The dated events.
     */
    events: Event[];
    /**
     * How many events the documents have; the card has the 500 weightiest.
     */
    total: number;
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
 * Card: where the sources part, the gravest first.
 */
export interface Differences {
    kind: "differences";
    /**
     * The differences.
     */
    differences: Difference[];
    /**
     * How many differences the documents have; the card has the 500 weightiest.
     */
    total: number;
}

/**
 * Card: who and what the articles name, those that most documents name first.
 */
export interface Who {
    kind: "who";
    /**
     * People, bodies, places, agreements, events.
     */
    entries: Entity[];
    /**
     * How many entities the documents have; the card has the 500 weightiest.
     */
    total: number;
}

/**
 * Half-open range of UTF-16 code units, `[start, end)`.
 */
export type Range = [number, number];

/**
 * How a date is known.
 */
export type Basis = "explicit" | "relative";

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
 * How much hangs on a difference, the least first.
 */
export type Severity = "low" | "medium" | "high";

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
 * In what two accounts part.
 */
export type DifferenceKind = "polarity" | "attribution" | "role" | "actor" | "object" | "number" | "list" | "commitment" | "scope" | "omission" | "events";

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
    /**
     * Differences in which a sentence of the passage takes part: [`super::Difference::id`].
     */
    warnings: string[];
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
     * Outlets that say it, this one included. A document that names no outlet is counted as one of its own.
     */
    outlets: number;
    /**
     * Independent texts that say it, this one included.
     */
    origins: number;
    /**
     * Differences in which one of its sentences takes part: [`Difference::id`].
     */
    warnings: string[];
}

/**
 * One person, body, place, agreement or event.
 */
export interface Entity {
    /**
     * Identifier.
     */
    id: string;
    /**
     * Its fullest name where it is a person, else its most common one that is no acronym if it has one.
     */
    name: string;
    /**
     * What it is.
     */
    type: EntityType;
    /**
     * Every other way in which it is named, the most common first.
     */
    aliases: string[];
    /**
     * The first place of every role that a title or an apposition gives a person.
     */
    roles: Span[];
    /**
     * Where it is named, in the order of the documents: the first 50 places.
     */
    mentions: Span[];
    /**
     * Documents that name it.
     */
    documents: string[];
    /**
     * Others that stand in one sentence with it, the most frequent first: [`Entity::id`].
     */
    with: string[];
}

/**
 * Something that somebody says.
 */
export interface Quote {
    /**
     * Whether the words themselves are given.
     */
    speech: Speech;
    /**
     * What is said, without quotation marks.
     */
    span: Span;
    /**
     * Who says it; `null` where the text does not surely tell.
     */
    speaker: string | undefined;
    /**
     * The speaker in the who card: [`Entity::id`].
     */
    entity: string | undefined;
    /**
     * What the text says that he is.
     */
    role: Span | undefined;
    /**
     * The words that tell that somebody speaks.
     */
    cue: Span | undefined;
    /**
     * Differences in which its sentence takes part: [`Difference::id`].
     */
    warnings: string[];
}

/**
 * Something that the documents date.
 */
export interface Event {
    /**
     * Identifier.
     */
    id: string;
    /**
     * `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or two of them as `start/end`.
     */
    date: string;
    /**
     * Whether any document writes the date out.
     */
    basis: Basis;
    /**
     * Its name in the sentence, where it has one.
     */
    label?: Span;
    /**
     * The sentence that tells it best.
     */
    span: Span;
    /**
     * The words of that sentence that date it.
     */
    mark: Range;
    /**
     * Other sentences that tell it.
     */
    support: Span[];
    /**
     * Documents that tell it.
     */
    documents: string[];
    /**
     * Differences in which one of its sentences takes part: [`Difference::id`].
     */
    warnings: string[];
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
    /**
     * By person, body, place, agreement or event, as [`super::Entity::name`].
     */
    entities: FacetCount[];
}

/**
 * Two sentences of two documents that part.
 */
export interface Difference {
    /**
     * Identifier.
     */
    id: string;
    /**
     * In what they part.
     */
    type: DifferenceKind;
    /**
     * How much hangs on it.
     */
    severity: Severity;
    /**
     * One account; for an omission what the original has.
     */
    a: Span;
    /**
     * The other; for an omission the copy's sentence that stands where the left-out one would follow, or `null`.
     */
    b: Span | undefined;
    /**
     * The parting words of `a`, in order, apart.
     */
    marksA: Range[];
    /**
     * The parting words of `b`.
     */
    marksB: Range[];
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
     * Every document: by date, then by identifier, undated ones last, behind those that an editor gave a place.
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
     * The page of hits asked for, best first; ties stand in the order of the documents of `info`.
     */
    hits: Hit[];
    /**
     * The two or three sentences of all the best documents that have most of the query, no two alike; none where no
     * sentence has half of it.
     */
    answer: Answer[];
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
     * Every document found, counted by outlet, year, tag and name.
     */
    facets: Facets;
}

/**
 * What an entity is.
 */
export type EntityType = "person" | "organisation" | "place" | "agreement" | "event";

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
     * BCP 47 language tag: as given, else of the language that the text was found to be in.
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
 * What the card of an article (`"kind": "article"`) has besides what the article says about itself
 * ([`Source`](super::Source)), in the same object.
 */
export interface ArticleParts {
    /**
     * Sentences that sum it up, in their order in the text.
     */
    summary: Span[];
    /**
     * What no other independent text says, in the order of the text; empty where no other is about the same.
     */
    onlyHere: Span[];
    /**
     * Who and what it names, those named most often first: [`Entity::id`].
     */
    entities: string[];
    /**
     * What it tells of the timeline, in the order of time: [`Event::id`].
     */
    events: string[];
    /**
     * Differences in which a sentence shown here takes part: [`Difference::id`].
     */
    warnings: string[];
}

/**
 * Where the title of a document was found.
 */
export type TitleFrom = "metadata" | "heading" | "text";

/**
 * Whether the words themselves are given.
 */
export type Speech = "direct" | "reported";