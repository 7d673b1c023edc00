/**
 * What was added, and what the engine read of it: files as handles (`Files`), of which those that came to nothing are told.
 *
 * @typedef {import('./intake.js').Found} Found
 */
import { Files } from './files.js';
import { MOST, MOST_OF_ONE, limited } from './limits.js';
import { size } from './words.js';

export class Reading {
  files = new Files();
  /** What was read last. */
  last = { title: undefined, documents: [], notices: [], refused: [] };
  /** A line about what was added last. */
  note = '';
  /** What never came to be read: folders that would not open, files that are too large. @type {import('./workroom.js').Refusal[]} */
  #unread = [];
  /** Paths added since the last reading, which a cancelled one leaves out again. @type {string[]} */
  #fresh = [];
  #queued = false;

  /** @param {import('./studio.js').Studio} host */
  constructor(host) {
    this.host = host;
  }

  get refused() {
    return [...this.#unread, ...this.last.refused];
  }

  /** @param {Found[]} found @param {string[]} [unread] what could not be opened */
  add(found, unread = []) {
    const { locale } = this.host;
    const { t } = locale;
    const { fine, huge, bytes, says } = limited(this.files.bytes, found);
    const written = (n) => size(n, locale);
    this.#unread = [
      ...unread.map((file) => ({ key: 'unreadable', file })),
      ...huge.map(({ path, file }) => ({ key: 'tooLargeFile', values: { size: written(file.size), most: written(MOST_OF_ONE) }, file: path })),
    ];
    const { added, same } = this.files.add(fine);
    this.#fresh.push(...added);
    this.#tell([
      says && t(says, { size: written(bytes), most: written(MOST) }), says && t('limitRemedy'),
      !found.length && !this.#unread.length && t('nothingFound'), same > 0 && t('sameFiles', { n: same }),
    ].filter(Boolean).join(' '));
    if (added.length) this.again();
  }

  /** @param {string} path */
  remove(path) {
    this.host.edits.remove([{ path, file: this.files.get(path) }]);
    this.files.remove(path);
    this.host.say(this.host.locale.t('fileRemoved', { file: path }));
    this.again();
    this.host.lead('.files summary', '.add button');
  }

  clear() {
    this.host.edits.remove(this.files.all);
    this.files.clear();
    this.#unread = [];
    this.note = '';
    this.host.say(this.host.locale.t('allRemoved'));
    this.again();
    this.host.lead('.add button');
  }

  /** Files that were removed come back. @param {Found[]} files */
  restore(files) {
    this.files.restore(files);
    this.again();
  }

  /** Reads what is new; asked for twice, it is done once. */
  again() {
    this.host.requestUpdate();
    if (this.#queued) return;
    this.#queued = true;
    const fresh = [];
    this.host.work.run(async (on) => {
      this.#queued = false;
      fresh.push(...this.#fresh.splice(0));
      await this.renew(on);
      if (fresh.length) this.host.say(this.host.locale.t('readDone', { n: this.last.documents.length }));
    }, fresh);
  }

  /** Takes in what the files say, where they say anything new. */
  async renew(on) {
    this.last = (await this.host.workroom.read(on)) ?? this.last;
    this.host.table.take(this.last.documents);
  }

  /** A reading that waits will not be begun: the next one asks anew. */
  unqueue() {
    this.#queued = false;
  }

  /** Something was cancelled: what was added since the last reading is left out again. @param {string[]} fresh what was being read */
  stopped(fresh) {
    const batch = [...fresh, ...this.#fresh.splice(0)];
    for (const path of batch) this.files.remove(path);
    this.#tell(this.host.locale.t(batch.length ? 'readCancelled' : 'cancelled'));
    this.host.lead('.told');
  }

  #tell(note) {
    this.note = note;
    this.host.say(note);
  }
}
