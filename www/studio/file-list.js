/** The files that were added, each of which can be removed. */
import { html, nothing } from 'lit';
import { size } from './words.js';

/** Files listed by name; what is beyond is counted. */
const LISTED = 500;

/** @param {import('./files.js').Files} files @param {(path: string) => void} remove @param {() => void} clear @param {import('../../pkg/element/locale.js').Locale} locale */
export function fileList(files, remove, clear, locale) {
  const { t } = locale;
  const { all } = files;
  return html`<details class="files">
    <summary>${t('filesAdded', { n: files.size, size: size(files.bytes, locale) })}</summary>
    <ul>${all.slice(0, LISTED).map(({ path, file }) => html`<li>
      <bdi>${path}</bdi> <span class="note">${size(file.size, locale)}</span>
      <button type="button" class="link" aria-label=${t('removeFile', { file: path })} @click=${() => remove(path)}>${t('remove')}</button>
    </li>`)}</ul>
    ${all.length > LISTED ? html`<p class="note">${t('moreFiles', { n: all.length - LISTED })}</p>` : nothing}
    <p><button type="button" class="quiet" @click=${clear}>${t('removeAll')}</button></p>
  </details>`;
}
