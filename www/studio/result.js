/** The briefing: its title, the build, and what was built, to look at and to take along. */
import { html, nothing } from 'lit';
import { downloads, handOut, nameOf } from './downloads.js';
import { field } from './field.js';
import { isPasted } from './paste.js';
import { Preview } from './preview.js';
import { size } from './words.js';

export class Result {
  /** The last briefing that was built, what it was built of, and what of that is nowhere else. @type {{bytes: Uint8Array, title: string, articles: number, of: unknown[], work: object[]} | undefined} */
  #pack;
  #preview = new Preview();
  /** What downloads have taken along: states of the edits, and pasted texts. @type {Set<object>} */
  #saved;

  /** @param {import('./studio.js').Studio} host */
  constructor(host) {
    this.host = host;
    this.#saved = new Set([host.edits.now]);
  }

  /** Whether there are edits or pasted texts that no download holds. */
  get isUnsaved() {
    return this.#work.some((one) => !this.#saved.has(one));
  }

  /** What is lost with the page: the edits, and the pasted texts. @returns {object[]} */
  get #work() {
    return [this.host.edits.now, ...this.host.reading.files.all.map(({ file }) => file).filter(isPasted)];
  }

  get #title() {
    return this.host.edits.now.title ?? this.host.reading.last.title ?? '';
  }

  /** What a build depends on: another of either makes the briefing an old one. */
  get #state() {
    return [this.host.edits.now, this.host.reading.files.version];
  }

  /** The edits of the articles that are there. */
  get #edits() {
    return this.host.edits.about(this.host.reading.last.documents);
  }

  get #articles() {
    return this.host.table.rows.filter(({ excluded }) => !excluded).length;
  }

  // ---------------------------------------------------------------- building

  async #build() {
    const { host } = this;
    const { reading, table, work, workroom, locale: { t } } = host;
    if (work.job) return;
    reading.note = '';
    if (table.flawed) {
      host.say(t('fixFirst', { n: table.flawed }));
      await table.toFlaw();
      return;
    }
    await work.run(async (on) => {
      on({ stage: 'start', step: '', done: 0, of: 0 });
      const of = this.#state;
      const mine = this.#work;
      await reading.renew(on); // after a cancelled build the files are read again, and one may be gone
      const bytes = await workroom.build(this.#edits, on);
      this.#pack = { bytes, title: this.#title, articles: this.#articles, of, work: mine };
      await this.#preview.show(bytes);
      host.say(this.#told());
      host.lead('#result');
    });
  }

  /** @param {'html' | 'site' | 'pack' | 'wasm' | 'toml'} kind */
  #save(kind) {
    const { edits, locale, work } = this.host;
    const name = nameOf(kind, this.#pack.title);
    work.run(async (on) => {
      on({ stage: 'make', step: '', done: 0, of: 0 });
      const taken = kind === 'toml' ? [edits.now] : this.#pack.work;
      const made = await this.#made(kind, name.replace(/\.zip$/, ''), on);
      handOut(made, name);
      for (const one of taken) this.#saved.add(one);
      this.host.say(locale.t('saved', { file: name, size: size(made.length, locale) }));
    });
  }

  async #made(kind, name, on) {
    const { workroom } = this.host;
    const { bytes } = this.#pack;
    if (kind === 'pack') return bytes;
    return kind === 'toml' ? workroom.toml(this.#edits, on) : workroom.make(kind, bytes.slice(), name);
  }

  // ---------------------------------------------------------------- showing

  #told() {
    const { locale } = this.host;
    return locale.t('built', { n: this.#pack.articles, size: size(this.#pack.bytes.length, locale) });
  }

  render() {
    const { t } = this.host.locale;
    const stale = this.#pack?.of.some((of, i) => of !== this.#state[i]);
    const named = (to) => this.host.edit((edits) => edits.name(to));
    return html`<section class="section make" aria-labelledby="make">
      <h2 id="make">${t('briefing')}</h2>
      <div class="named">${field({ id: 'name', name: 'name', label: t('briefingTitle'), value: this.#title, changed: named })}</div>
      ${this.#articles ? html`<p class="row"><button type="button" aria-disabled=${this.host.work.job ? 'true' : nothing} @click=${() => this.#build()}>${t(this.#pack ? 'buildAgain' : 'build')}</button>
        ${stale ? html`<span class="note">${t('stale')}</span>` : nothing}</p>` : html`<p>${t('noneToBuild')}</p>`}
    </section>`;
  }

  renderPack() {
    if (!this.#pack) return nothing;
    const { locale } = this.host;
    const { t } = locale;
    return html`<section class="section" aria-labelledby="result">
      <h2 id="result" tabindex="-1">${this.#told()}</h2>
      <h3>${t('download')}</h3>
      ${downloads((kind) => this.#save(kind), locale)}
      <h3>${t('preview')}</h3>
      <div class="preview">${this.#preview.element}</div>
    </section>`;
  }
}
