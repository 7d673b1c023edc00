/** What could not be read, and what one should know: each with its file, its place, and what can be done. */
import { html, nothing } from 'lit';
import { inEnglish } from './english.js';
import { meaning } from './meanings.js';

/**
 * A refusal with its place apart from what is wrong.
 * @param {import('./workroom.js').Refusal} refusal @param {string[]} paths of the files that are here
 * @returns {{file?: string, line?: number, key?: string, values?: object, words: string, added?: string}} `key`, `values`: a message; `words`: the
 *   engine's own, without the place that they begin with; `added`: the file that is here, which may be the archive that holds `file`
 */
export function parted({ code, message = '', key = meaning(code), values, file, line }, paths) {
  const place = `${file}:${line ? `${line}:` : ''} `;
  const words = message.startsWith(place) ? message.slice(place.length) : message;
  return { file, line, key, values, words, added: paths.find((path) => file === path || file?.startsWith(`${path}/`)) };
}

/**
 * @param {{refused: import('./workroom.js').Refusal[], notices: string[]}} table
 * @param {string[]} paths of the files that are here
 * @param {(path: string) => void} remove takes a file out
 * @param {import('../../pkg/element/locale.js').Locale} locale
 */
export function problems({ refused, notices }, paths, remove, { t }) {
  return html`
    ${refused.length ? html`<div class="problems"><h3>${t('problems', { n: refused.length })}</h3>
      <p class="note">${t('problemsNote')}</p>
      <ul>${refused.map((refusal) => one(parted(refusal, paths)))}</ul></div>` : nothing}
    ${notices.length ? html`<details class="notices"><summary>${t('notices', { n: notices.length })}</summary>
      <ul>${notices.map((notice) => html`<li class="note">${inEnglish(notice)}</li>`)}</ul></details>` : nothing}`;

  function one({ file, line, key, values, words, added }) {
    const name = html`<strong><bdi>${file}</bdi></strong>`;
    return html`<li>
      <div>
        ${file ? html`<p>${line ? t('place', { file: name, n: line }) : name}</p>` : nothing}
        ${key ? html`<p>${t(key, values)}</p>` : nothing}
        ${words ? html`<p class="note">${inEnglish(words)}</p>` : nothing}
      </div>
      ${added ? html`<button type="button" class="quiet" aria-label=${t('removeFile', { file: added })} @click=${() => remove(added)}>${t('remove')}</button>` : nothing}
    </li>`;
  }
}
