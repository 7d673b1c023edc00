import type { Edits, Table } from './dist/studio.js';

export { BriefingError } from './index.js';
export type { Edit, Edits, Refusal, Row, Table } from './dist/studio.js';

/** A file of articles: text, Markdown, JSON lines, HTML, tables, feeds, mail, documents, archives, or a briefing made before. */
export interface InputFile {
  /** Its path, for its kind, the identifier of its article, and messages. */
  path: string;
  /** What it holds. A `Blob` (such as a browser's `File`) is read when its turn comes. */
  bytes: Uint8Array | ArrayBuffer | Blob;
  /** `false` for one that merely lies in a folder: if it is a finished briefing, it is passed over. `true` unless told. */
  named?: boolean;
}

/** How far the work is. */
export interface Progress {
  stage: 'read' | 'build';
  /** The path of the file that is read, or the name of the step of the build. */
  step: string;
  /** How many files or steps came before. */
  done: number;
  /** How many there are. */
  of: number;
}

export interface BuildOptions extends Edits {
  onProgress?: (progress: Progress) => void;
  /** Stops between two files, and before the build. */
  signal?: AbortSignal;
}

/**
 * Makes a briefing of files. The same files and edits give the same bytes as the command `briefing build`.
 * A file that cannot be read is told in `table.refused`, and the briefing is made of the others.
 *
 * @throws {BriefingError} no file holds an article, or all are excluded (`no-articles`); an argument or a member of one is wrong
 *   (`bad-options`); an edit (`bad-edit`, `unknown-document`) or a `briefing.toml` is; the memory does not suffice (`broke-off`).
 */
export function build(files: Iterable<InputFile> | AsyncIterable<InputFile>, options?: BuildOptions): Promise<{ pack: Uint8Array; table: Table }>;

/** One page that holds widget, engine and pack, to be opened anywhere. */
export function html(pack: Uint8Array | ArrayBuffer): Promise<Uint8Array>;

/** The engine with the pack inside. */
export function wasm(pack: Uint8Array | ArrayBuffer): Promise<Uint8Array>;

/** The files of a folder for any web host. */
export function site(pack: Uint8Array | ArrayBuffer): Promise<{ path: string; bytes: Uint8Array }[]>;

/**
 * Files that stay read between builds, for those who let people edit in between. Its work holds up the thread that asks, and
 * is done in the order of the calls.
 */
export class Workshop {
  /** Reads a file, in the place of any that had its path. One that cannot be read is told in the table. */
  add(file: InputFile): Promise<void>;
  /** Forgets a file; whether there was one of that path. */
  remove(path: string): Promise<boolean>;
  /** What was read, with the edits. */
  table(edits?: Edits): Promise<Table>;
  /** The pack of what was read, with the edits. */
  build(edits?: Edits, onProgress?: (progress: Progress) => void): Promise<Uint8Array>;
  /** The `briefing.toml` that says what the edits say. */
  toml(edits?: Edits): Promise<string>;
}
