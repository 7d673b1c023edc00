/**
 * `<briefing-studio>`: articles in, a briefing out, all of it in this browser.
 *
 * The files are kept as handles (`Files`), read and built in a worker (`Workroom`), and changed by hand as a list of edits
 * (`Edits`). What is done with the worker is done one after another (`#run`).
 *
 * @typedef {import('./intake.js').Found} Found
 * @typedef {import('./workroom.js').Progress} Progress
 */
import { LitElement, html, nothing } from 'lit';
import { downloads, handOut, nameOf } from './downloads.js';
import { adding } from './adding.js';
import { Edits } from './edits.js';
import { field } from './field.js';
import { fileList } from './file-list.js';
import { Files } from './files.js';
import { dropped } from './intake.js';
import { MOST, MOST_OF_ONE, limited } from './limits.js';
import { Paste } from './paste.js';
import { Preview } from './preview.js';
import { problems } from './problems.js';
import { progress, spoken } from './progress.js';
import { styles } from './styles.js';
import { Table } from './table.js';
import { trouble } from './trouble.js';
import { Stopped, Workroom } from './workroom.js';
import { LANGUAGES, preferred, size, speak } from './words.js';

/** Milliseconds between two states of the progress that are shown: small files are read faster than a page is laid out. */
const SHOWN_EVERY = 100;

export class Studio extends LitElement {
  static styles = styles;

  /** @type {import('../../pkg/element/locale.js').Locale | undefined} */
  locale = undefined;
  edits = new Edits();
  #files = new Files();
  #workroom = new Workroom(this.#files);
  #table = new Table(this);
  #paste = new Paste(this);
  #preview = new Preview();
  /** What was read last. */
  #read = { title: undefined, documents: [], notices: [], refused: [] };
  /** What never came to be read: folders that would not open, files that are too large. @type {import('./workroom.js').Refusal[]} */
  #unread = [];
  /** Paths added since the last reading, which a cancelled one leaves out again. @type {string[]} */
  #fresh = [];
  /** @type {Progress | undefined} */
  #job;
  /** When it was last shown. */
  #shown = 0;
  #turn = Promise.resolve();
  #queued = false;
  /** Grows when work is cancelled: what was to come after it is not begun. */
  #cancelled = 0;
  /** What a download has taken along. */
  #saved = this.edits.now;
  /** @type {Error | undefined} */
  #trouble;
  /** A line about what was added last. */
  #note = '';
  /** The last briefing that was built. @type {{bytes: Uint8Array, title: string, articles: number, of: unknown[]} | undefined} */
  #pack;
  #over = false;
  #said = '';

  connectedCallback() {
    super.connectedCallback();
    this.#speak(preferred());
    addEventListener('dragover', this.#dragged);
    addEventListener('dragleave', this.#left);
    addEventListener('drop', this.#dropped);
    addEventListener('beforeunload', this.#leaving);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('dragover', this.#dragged);
    removeEventListener('dragleave', this.#left);
    removeEventListener('drop', this.#dropped);
    removeEventListener('beforeunload', this.#leaving);
    this.#workroom.stop();
  }

  async #speak(lang) {
    this.locale = await speak(lang).catch(() => this.locale ?? speak('en')); // English is always there
    this.requestUpdate();
  }

  /** @param {string} words for a screen reader */
  say(words) {
    this.#said = words;
    this.requestUpdate();
  }

  /** Edits that no download holds are lost with the page: the browser asks. */
  #leaving = (event) => {
    if (this.edits.now !== this.#saved) event.preventDefault();
  };

  // ---------------------------------------------------------------- dropping

  #dragged = (event) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault(); // the browser would open the file in the place of the page
    if (this.#over) return;
    this.#over = true;
    this.requestUpdate();
  };

  #left = (event) => {
    if (event.relatedTarget) return;
    this.#over = false;
    this.requestUpdate();
  };

  #dropped = async (event) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    this.#over = false;
    const { found, unread } = await dropped(event.dataTransfer);
    this.add(found, unread);
  };

  /** @param {Found[]} found @param {string[]} [unread] what could not be opened */
  add(found, unread = []) {
    const { t } = this.locale;
    const { fine, huge, bytes, says } = limited(this.#files.bytes, found);
    const written = (n) => size(n, this.locale);
    this.#unread = [
      ...unread.map((file) => ({ key: 'unreadable', file })),
      ...huge.map(({ path, file }) => ({ key: 'tooLargeFile', values: { size: written(file.size), most: written(MOST_OF_ONE) }, file: path })),
    ];
    const { added, same } = this.#files.add(fine);
    this.#fresh.push(...added);
    const notes = [
      says && t(says, { size: written(bytes), most: written(MOST) }), says && t('limitRemedy'),
      !found.length && !this.#unread.length && t('nothingFound'), same > 0 && t('sameFiles', { n: same }),
    ];
    this.#note = notes.filter(Boolean).join(' ');
    this.say(this.#note);
    if (added.length) this.#reread();
  }

  /** @param {string} path */
  #remove(path) {
    this.#files.remove(path);
    this.say(this.locale.t('fileRemoved', { file: path }));
    this.#reread();
    this.#lead('.files summary', '.add button');
  }

  #clear() {
    this.#files.clear();
    this.#unread = [];
    this.#note = '';
    this.say(this.locale.t('allRemoved'));
    this.#reread();
    this.#lead('.add button');
  }

  // ---------------------------------------------------------------- working

  /**
   * Does something with the worker, after what is being done.
   * @param {(on: (progress: Progress) => void) => Promise<void>} work
   * @param {string[]} [fresh] files that are left out again when it is cancelled
   */
  #run(work, fresh = []) {
    const cancelled = this.#cancelled;
    this.#turn = this.#turn.then(async () => {
      if (cancelled !== this.#cancelled) return;
      this.#trouble = undefined;
      try {
        await work((now) => this.#progress(now));
      } catch (error) {
        this.#failed(error, fresh);
      }
      this.#job = undefined;
      this.requestUpdate();
      await this.updateComplete;
    });
    return this.#turn;
  }

  #cancel() {
    this.#cancelled += 1;
    this.#queued = false;
    this.#workroom.stop();
  }

  /** Takes the focus where something is told or goes on, when what had it is gone. @param {string[]} places the first that is there */
  async #lead(...places) {
    this.requestUpdate();
    await this.updateComplete;
    places.map((place) => this.renderRoot.querySelector(place)).find(Boolean)?.focus();
  }

  #progress(now) {
    const words = spoken(this.#job, now, this.locale);
    this.#job = now;
    const time = performance.now();
    if (!words && time - this.#shown < SHOWN_EVERY) return;
    this.#shown = time;
    if (words) this.#said = words;
    this.requestUpdate();
  }

  #failed(error, fresh) {
    const { t } = this.locale;
    if (!(error instanceof Stopped)) {
      this.#trouble = error;
      this.#lead('.trouble');
      return;
    }
    const batch = [...fresh, ...this.#fresh.splice(0)];
    for (const path of batch) this.#files.remove(path);
    this.#note = t(batch.length ? 'readCancelled' : 'cancelled');
    this.say(this.#note);
    this.#lead('.told');
  }

  /** Reads what is new; asked for twice, it is done once. */
  #reread() {
    this.requestUpdate();
    if (this.#queued) return;
    this.#queued = true;
    const fresh = [];
    this.#run(async (on) => {
      this.#queued = false;
      fresh.push(...this.#fresh.splice(0));
      await this.#renew(on);
      if (fresh.length) this.say(this.locale.t('readDone', { n: this.#read.documents.length }));
    }, fresh);
  }

  /** Takes in what the files say, where they say anything new. */
  async #renew(on) {
    this.#read = (await this.#workroom.read(on)) ?? this.#read;
    this.#table.take(this.#read.documents);
  }

  /** @param {(edits: Edits) => void} change */
  edit(change) {
    change(this.edits);
    this.#trouble = undefined;
    this.#table.take(this.#read.documents);
    this.requestUpdate();
  }

  /** The edits of the articles that are there. */
  get #changes() {
    return this.edits.about(this.#read.documents);
  }

  get #built() {
    return this.#table.rows.filter(({ excluded }) => !excluded).length;
  }

  async #build() {
    const { t } = this.locale;
    if (this.#job) return;
    this.#note = '';
    if (this.#table.flawed) {
      this.say(t('fixFirst', { n: this.#table.flawed }));
      await this.#table.toFlaw();
      return;
    }
    await this.#run(async (on) => {
      on({ stage: 'start', step: '', done: 0, of: 0 });
      const of = [this.edits.now, this.#files.version];
      await this.#renew(on); // after a cancelled build the files are read again, and one may be gone
      const bytes = await this.#workroom.build(this.#changes, on);
      this.#pack = { bytes, title: this.#title, articles: this.#built, of };
      await this.#preview.show(bytes);
      this.say(this.#tellsPack());
      this.#lead('#result');
    });
  }

  /** @param {'html' | 'site' | 'pack' | 'wasm' | 'toml'} kind */
  #save(kind) {
    const { bytes, title } = this.#pack;
    const name = nameOf(kind, title);
    this.#run(async (on) => {
      on({ stage: 'make', step: '', done: 0, of: 0 });
      const made = await this.#made(kind, bytes, name.replace(/\.zip$/, ''), on);
      handOut(made, name);
      this.#saved = this.edits.now;
      this.say(this.locale.t('saved', { file: name, size: size(made.length, this.locale) }));
    });
  }

  async #made(kind, bytes, name, on) {
    if (kind === 'pack') return bytes;
    return kind === 'toml' ? this.#workroom.toml(this.#changes, on) : this.#workroom.make(kind, bytes.slice(), name);
  }

  // ---------------------------------------------------------------- showing

  get #title() {
    return this.edits.now.title ?? this.#read.title ?? '';
  }

  #tellsPack() {
    return this.locale.t('built', { n: this.#pack.articles, size: size(this.#pack.bytes.length, this.locale) });
  }

  render() {
    const { locale } = this;
    if (!locale) return html`<slot></slot>`;
    return html`<div class="briefing studio" lang=${locale.tag} dir=${locale.dir}>
      ${this.#head()}
      <main class="shell">
        ${adding(this.#over, { add: (found) => this.add(found), paste: () => this.#paste.open() }, locale)}
        ${this.#job ? progress(this.#job, () => this.#cancel(), locale) : nothing}
        ${this.#trouble ? trouble(this.#trouble, () => this.#reread(), locale) : nothing}
        ${this.#note ? html`<p class="told" tabindex="-1">${this.#note}</p>` : nothing}
        ${this.#files.size ? fileList(this.#files, (path) => this.#remove(path), () => this.#clear(), locale) : nothing}
        ${problems({ refused: [...this.#unread, ...this.#read.refused], notices: this.#read.notices }, this.#files.all.map(({ path }) => path), (path) => this.#remove(path), locale)}
        ${this.#table.rows.length ? html`${this.#articles()}${this.#make()}` : nothing}
        ${this.#pack ? this.#result() : nothing}
      </main>
      ${this.#paste.render(locale)}
      <p class="sr" role="status" aria-live="polite">${this.#said}</p>
    </div>`;
  }

  #head() {
    const { t } = this.locale;
    return html`<header class="shell head">
      <div class="top"><h1>${t('pageTitle')}</h1>
        <p class="language"><label for="language">${t('language')}</label>
          <select id="language" @change=${({ target }) => this.#speak(target.value)}>${Object.entries(LANGUAGES).map(([lang, name]) => html`
            <option value=${lang} lang=${lang} ?selected=${lang === this.locale.tag}>${name}</option>`)}</select></p></div>
      <p>${t('lead')} <a href="index.html">${t('seeDemo')}</a></p>
      <p class="note">${t('promise')}</p>
    </header>`;
  }

  #articles() {
    const { t } = this.locale;
    const { last } = this.edits;
    const undo = () => {
      this.edit((edits) => edits.undo());
      this.say(t('undone'));
      if (!this.edits.last) this.#lead('#articles'); // the button is gone
    };
    return html`<section class="section" aria-labelledby="articles">
      <div class="bar"><h2 id="articles" tabindex="-1">${t('articles', { n: this.#table.rows.length })}</h2>
        ${last ? html`<button type="button" class="quiet" @click=${undo}>${t(`undo${last}`)}</button>` : nothing}</div>
      <p class="note">${t('editHint')}</p>
      ${this.#table.render()}
    </section>`;
  }

  #make() {
    const { t } = this.locale;
    const stale = this.#pack?.of.some((of, i) => of !== [this.edits.now, this.#files.version][i]);
    return html`<section class="section make" aria-labelledby="make">
      <h2 id="make">${t('briefing')}</h2>
      <div class="named">${field({ id: 'name', name: 'name', label: t('briefingTitle'), value: this.#title, changed: (to) => this.edit((edits) => edits.name(to)) })}</div>
      ${this.#built ? html`<p class="row"><button type="button" aria-disabled=${this.#job ? 'true' : nothing} @click=${this.#build}>${t(this.#pack ? 'buildAgain' : 'build')}</button>
        ${stale ? html`<span class="note">${t('stale')}</span>` : nothing}</p>` : html`<p>${t('noneToBuild')}</p>`}
    </section>`;
  }

  #result() {
    const { t } = this.locale;
    return html`<section class="section" aria-labelledby="result">
      <h2 id="result" tabindex="-1">${this.#tellsPack()}</h2>
      <h3>${t('download')}</h3>
      ${downloads((kind) => this.#save(kind), this.locale)}
      <h3>${t('preview')}</h3>
      <div class="preview">${this.#preview.element}</div>
    </section>`;
  }
}
