/** A text that is pasted: a dialog with its four fields, and the Markdown file that is made of them. */
import { html } from 'lit';
import { FIELDS, flaw } from './edits.js';
import { field } from './field.js';
import { fileName } from './names.js';

/** Where such files stand among the others. */
const FOLDER = 'pasted';

/** The files that were made here. @type {WeakSet<File>} */
const made = new WeakSet();

/** Whether a file is a text that was pasted, and so stands nowhere else. @param {File} file */
export const isPasted = (file) => made.has(file);

/** The state of the dialog: what is wrong with which field. */
export class Paste {
  #flaws = {};

  /** @param {import('./studio.js').Studio} host */
  constructor(host) {
    this.host = host;
  }

  get #dialog() {
    return this.host.renderRoot.querySelector('dialog');
  }

  open() {
    this.#flaws = {};
    this.host.requestUpdate();
    this.#dialog.showModal();
  }

  async #submit(event) {
    event.preventDefault();
    const given = Object.fromEntries([...new FormData(event.target)].map(([name, value]) => [name, value.trim()]));
    this.#flaws = Object.fromEntries(FIELDS.map((name) => [name, flaw(name, given[name])]).filter(([, wrong]) => wrong));
    if (!given.text) this.#flaws.text = 'pasteEmpty';
    this.host.requestUpdate();
    const [first] = Object.keys(this.#flaws);
    if (first) {
      await this.host.updateComplete;
      this.#dialog.querySelector(`[name=${first}]`).focus();
      return;
    }
    this.#dialog.close();
    event.target.reset(); // until here what was typed stays, though the dialog be closed
    this.host.add([asFile(given)]);
  }

  render({ t }) {
    const labels = { title: t('pasteTitle'), source: t('pasteSource'), date: t('pasteDate'), url: t('pasteUrl'), text: t('pasteWords') };
    const shown = (name) => html`<p>${field({
      name, id: `paste-${name}`, label: labels[name], kind: name === 'text' ? 'long' : 'line', flaw: this.#flaws[name] && t(this.#flaws[name]),
    })}</p>`;
    return html`<dialog aria-labelledby="paste-heading">
      <form @submit=${this.#submit.bind(this)} novalidate>
        <h2 id="paste-heading">${t('pasteText')}</h2>
        <p class="note">${t('pasteHint')}</p>
        ${shown('text')}
        <div class="fields">${FIELDS.map(shown)}</div>
        <p class="row">
          <button>${t('pasteAdd')}</button>
          <button type="button" class="quiet" @click=${() => this.#dialog.close()}>${t('close')}</button>
        </p>
      </form>
    </dialog>`;
  }
}

/** A text with its front matter, as a file. JSON's strings are YAML's too. @param {Record<string, string>} given @returns {import('./intake.js').Found} */
export function asFile({ text, ...fields }) {
  const head = Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`).join('');
  const name = `${fileName(fields.title || text.slice(0, 80), 'text')}.md`;
  const file = new File([head && `---\n${head}---\n\n`, text, '\n'], name, { type: 'text/markdown' });
  made.add(file);
  return { path: `${FOLDER}/${name}`, file };
}
