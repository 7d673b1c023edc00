/** What a briefing can be taken along as. */
import { html } from 'lit';
import { fileName } from './names.js';

/** Kinds, with the endings of their files. */
const KINDS = { html: '.html', site: '.zip', pack: '.brief', wasm: '.wasm', toml: '.toml' };
const LABELS = { html: 'asHtml', site: 'asSite', pack: 'asPack', wasm: 'asWasm', toml: 'asToml' };
const NOTES = { html: 'asHtmlNote', site: 'asSiteNote', pack: 'asPackNote', wasm: 'asWasmNote', toml: 'asTomlNote' };

/** The name of a file of that kind; that of the edits is fixed, for the command looks for it. @param {keyof KINDS} kind @param {string} title */
export const nameOf = (kind, title) => (kind === 'toml' ? 'briefing' : fileName(title, 'briefing')) + KINDS[kind];

/** @param {(kind: keyof KINDS) => void} save @param {import('../../pkg/element/locale.js').Locale} locale */
export function downloads(save, { t }) {
  return html`<ul class="downloads">${Object.keys(KINDS).map((kind, i) => html`<li>
    <button type="button" class=${i ? 'quiet' : ''} aria-describedby=${`note-${kind}`} @click=${() => save(kind)}>${t(LABELS[kind])} <code dir="ltr">${KINDS[kind]}</code></button>
    <p class="note" id=${`note-${kind}`}>${t(NOTES[kind])}</p>
  </li>`)}</ul>`;
}

/** Hands bytes to the browser's downloads. @param {Uint8Array} bytes @param {string} name */
export function handOut(bytes, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes]));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // a slow disk may still be reading
}
