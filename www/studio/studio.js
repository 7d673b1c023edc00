/**
 * `<briefing-studio>`: articles in, a briefing out, all of it in this browser.
 *
 * It holds its parts together, which ask it for one another: what was added is read (`Reading`) in a worker (`Workroom`), one
 * thing after another (`Work`), shown in a table (`Table`), changed by hand (`Edits`), built and handed out (`Result`).
 */
import { LitElement, html, nothing } from 'lit';
import { adding } from './adding.js';
import { articles, undoing } from './articles.js';
import { Dropping } from './dropping.js';
import { Edits } from './edits.js';
import { fileList } from './file-list.js';
import { head } from './head.js';
import { Paste } from './paste.js';
import { problems } from './problems.js';
import { progress } from './progress.js';
import { Reading } from './reading.js';
import { Result } from './result.js';
import { styles } from './styles.js';
import { Table } from './table.js';
import { trouble } from './trouble.js';
import { Work } from './work.js';
import { Workroom } from './workroom.js';
import { preferred, speak } from './words.js';

export class Studio extends LitElement {
  static styles = styles;

  /** @type {import('../../pkg/element/locale.js').Locale | undefined} */
  locale = undefined;
  edits = new Edits();
  reading = new Reading(this);
  workroom = new Workroom(this.reading.files);
  work = new Work(this, (fresh) => this.reading.stopped(fresh));
  table = new Table(this);
  #result = new Result(this);
  #paste = new Paste(this);
  #dropping = new Dropping(this, (found, unread) => this.add(found, unread));
  #said = '';

  connectedCallback() {
    super.connectedCallback();
    this.#speak(preferred());
    addEventListener('beforeunload', this.#leaving);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.#leaving);
    this.workroom.stop();
  }

  async #speak(lang) {
    this.locale = await speak(lang).catch(() => this.locale ?? speak('en')); // English is always there
    this.requestUpdate();
  }

  /** Edits and pasted texts that no download holds are lost with the page: the browser asks. */
  #leaving = (event) => {
    if (this.#result.isUnsaved) event.preventDefault();
  };

  /** @param {string} words for a screen reader */
  say(words) {
    this.#said = words;
    this.requestUpdate();
  }

  /** Takes the focus where something is told or goes on, but not from a field. @param {string[]} places the first that is there */
  async lead(...places) {
    this.requestUpdate();
    await this.updateComplete;
    if (this.renderRoot.activeElement?.matches('input[type=text], textarea')) return;
    places.map((place) => this.renderRoot.querySelector(place)).find(Boolean)?.focus();
  }

  /** @param {import('./intake.js').Found[]} found @param {string[]} [unread] what could not be opened */
  add(found, unread) {
    this.reading.add(found, unread);
  }

  /** @param {(edits: Edits) => void} change */
  edit(change) {
    change(this.edits);
    this.work.trouble = undefined;
    this.table.take(this.reading.last.documents);
    this.requestUpdate();
  }

  #cancel() {
    this.reading.unqueue();
    this.work.cancel();
  }

  render() {
    const { locale, reading, work: { job, trouble: wrong } } = this;
    if (!locale) return html`<slot></slot>`;
    const { files, last, note, refused } = reading;
    const remove = (path) => reading.remove(path);
    return html`<div class="briefing studio" lang=${locale.tag} dir=${locale.dir}>
      ${head((lang) => this.#speak(lang), locale)}
      <main class="shell">
        ${adding(this.#dropping.over, { add: (found) => this.add(found), paste: () => this.#paste.open() }, locale)}
        ${job ? progress(job, () => this.#cancel(), locale) : nothing}
        ${wrong ? trouble(wrong, () => reading.again(), locale) : nothing}
        ${note ? html`<p class="told" tabindex="-1">${note}</p>` : nothing}
        ${files.size ? fileList(files, remove, () => reading.clear(), locale) : nothing}
        ${problems({ refused, notices: last.notices }, files.all.map(({ path }) => path), remove, locale)}
        ${this.table.rows.length ? html`${articles(this)}${this.#result.render()}` : undoing(this)}
        ${this.#result.renderPack()}
      </main>
      ${this.#paste.render(locale)}
      <p class="sr" role="status" aria-live="polite">${this.#said}</p>
    </div>`;
  }
}
