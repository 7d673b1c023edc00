/**
 * Search and cited summary cards over a folder of news articles.
 *
 *     import { Briefing } from 'briefing-widget';
 *     const briefing = await Briefing.load();
 *     const { hits } = await briefing.search('minister');
 */
import type {
  Article,
  Differences,
  Document,
  Glossary,
  Info,
  Overview,
  OverviewOptions,
  Quotes,
  SearchOptions,
  SearchResponse,
  Timeline,
  Who,
} from './dist/types.js';

export type {
  Answer,
  Article,
  ArticleParts,
  Basis,
  Block,
  BlockKind,
  Difference,
  DifferenceKind,
  Differences,
  Document,
  Entity,
  EntityType,
  Event,
  Excerpt,
  FacetCount,
  Facets,
  Glossary,
  GlossaryEntry,
  Hit,
  Info,
  KeyPoint,
  Order,
  Overview,
  OverviewOptions,
  Quote,
  Quotes,
  Range,
  Replacement,
  SearchOptions,
  SearchResponse,
  Severity,
  Source,
  Span,
  Speech,
  Timeline,
  TitleFrom,
  Who,
} from './dist/types.js';

/** How far a pack has come. */
export interface Progress {
  /** Bytes read so far. */
  loaded: number;
  /** Bytes in all, where the server tells. */
  total?: number | undefined;
}

/** Where WebAssembly comes from: an address, bytes, or a compiled module. */
export type WasmSource = string | URL | ArrayBuffer | ArrayBufferView<ArrayBuffer> | WebAssembly.Module;

export interface EngineOptions {
  /** The engine to use instead of the package's own: a file made by `briefing build --wasm`, say. */
  wasm?: WasmSource | undefined;
}

export interface LoadOptions extends EngineOptions {
  /** Address of a pack (`NAME.brief`; in Node also a path); without it, the pack inside the WebAssembly is opened. */
  src?: string | URL | undefined;
  /** Called as the pack of `src` arrives. */
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** An opened briefing. Offsets in all results are UTF-16 code units, ready for `String.prototype.slice`. */
export class Briefing {
  private constructor();
  /** Loads the engine and opens a briefing. */
  static load(options?: LoadOptions): Promise<Briefing>;
  /** Opens a pack from its bytes. */
  static fromBytes(bytes: ArrayBuffer | ArrayBufferView, options?: EngineOptions): Promise<Briefing>;
  /** What the briefing is made of. */
  info(): Promise<Info>;
  /** Finds the documents that match a query; any string is a query, and none is an error. */
  search(query: string, options?: SearchOptions): Promise<SearchResponse>;
  /** The card of the whole briefing. */
  overview(options?: OverviewOptions): Promise<Overview>;
  /** The card of one document; throws `not-found`. */
  article(id: string): Promise<Article>;
  /** Who and what the articles name. */
  who(): Promise<Who>;
  /** What happened when. */
  timeline(): Promise<Timeline>;
  /** In whose words. */
  quotes(): Promise<Quotes>;
  /** Where the sources part. */
  differences(): Promise<Differences>;
  /** Acronyms. */
  glossary(): Promise<Glossary>;
  /** A whole document, for reading; throws `not-found`. */
  document(id: string): Promise<Document>;
  /** Gives the memory back; afterwards every method throws `freed`. */
  free(): Promise<void>;
}

/**
 * Stable codes of errors:
 * - `engine`: the WebAssembly could not be loaded or started; `cause` says why;
 * - `fetch`: a pack could not be had from its address;
 * - `no-pack`: the WebAssembly holds no briefing;
 * - `not-a-pack`, `pack-cut-short`, `pack-version`, `pack-analyser`, `pack-checksum`, `pack-damaged`: what is wrong
 *   with a pack;
 * - `not-found`: no document has that identifier;
 * - `bad-options`: an argument or a member of an options object is wrong; the message names it;
 * - `freed`: the briefing has been freed;
 * - `studio`: what builds briefings could not be loaded;
 * - `no-articles`: there is nothing to build a briefing of;
 * - `bad-edit`, `unknown-document`, `duplicate-id`, `bad-briefing-toml`: what is wrong with what is said of the articles;
 * - `no-such-path`, `unreadable-file`: a folder that was named is not there, or cannot be opened;
 * - `broke-off`: a build did not come to its end, most likely for want of memory;
 * - `bad-part`: a part of the package is not what it was, such as its engine;
 * - `bad-file`, `bad-date`, `bad-front-matter`, `bad-gzip`, `bad-jsonl`, `not-utf8`, `unknown-format`, `too-large`: what is wrong with a file. In
 *   `table.refused` of a build; thrown where it is the only file.
 */
export type BriefingErrorCode =
  | 'engine'
  | 'fetch'
  | 'no-pack'
  | 'not-a-pack'
  | 'pack-cut-short'
  | 'pack-version'
  | 'pack-analyser'
  | 'pack-checksum'
  | 'pack-damaged'
  | 'not-found'
  | 'bad-options'
  | 'freed'
  | 'studio'
  | 'no-articles'
  | 'bad-edit'
  | 'unknown-document'
  | 'duplicate-id'
  | 'bad-briefing-toml'
  | 'no-such-path'
  | 'unreadable-file'
  | 'broke-off'
  | 'bad-file'
  | 'bad-date'
  | 'bad-front-matter'
  | 'bad-gzip'
  | 'bad-jsonl'
  | 'not-utf8'
  | 'unknown-format'
  | 'too-large'
  | 'bad-part';

/** What every method throws. */
export class BriefingError extends Error {
  constructor(code: BriefingErrorCode, message: string, options?: ErrorOptions);
  readonly name: 'BriefingError';
  readonly code: BriefingErrorCode;
}
