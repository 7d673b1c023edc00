/** What could not be read, and what one should know: each with its file, its place, and what can be done. */
import { html, nothing } from 'lit';

/** The engine's own words are English. */
const inEnglish = (words) => html`<span lang="en" dir="ltr">${words}</span>`;

/**
 * @param {{refused: import('./workroom.js').Refusal[], notices: string[]}} table
 * @param {(path: string) => void} remove takes a file out, by its path
 * @param {(path: string) => boolean} kept whether there is such a file; what an archive holds is none
 * @param {import('../../pkg/element/locale.js').Locale} locale
 */
export function problems({ refused, notices }, remove, kept, { t }) {
  return html`
    ${refused.length ? html`<div class="problems"><h3>${t('problems', { n: refused.length })}</h3>
      <p class="note">${t('problemsNote')}</p>
      <ul>${refused.map(({ message, key, values, file, line }) => html`<li>
        <p>${file ? html`<strong><bdi>${file}</bdi></strong>${line ? html`, ${t('line', { n: line })}` : nothing}<br>` : nothing}
          ${key ? t(key, values) : inEnglish(message)}</p>
        ${file && kept(file) ? html`<button type="button" class="quiet" aria-label=${t('removeFile', { file })} @click=${() => remove(file)}>${t('remove')}</button>` : nothing}
      </li>`)}</ul></div>` : nothing}
    ${notices.length ? html`<details class="notices"><summary>${t('notices', { n: notices.length })}</summary>
      <ul>${notices.map((notice) => html`<li class="note">${inEnglish(notice)}</li>`)}</ul></details>` : nothing}`;
}
