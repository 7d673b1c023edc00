/** What could not be read, and what one should know: each with its file, its place, and what can be done. */
import { html, nothing } from 'lit';

/** The engine's own words are English. */
const inEnglish = (words) => html`<span lang="en" dir="ltr">${words}</span>`;

/**
 * A refusal with its file apart from what is wrong. The engine's message begins with the path of the file, or of what an
 * archive holds, and may go on with a line.
 * @param {import('./workroom.js').Refusal} refusal @param {string[]} paths of the files that are here
 */
export function parted({ message = '', key, values, file }, paths) {
  const from = file ?? paths.find((path) => message.startsWith(`${path}:`) || message.startsWith(`${path}/`));
  const [, line, words] = message.startsWith(`${from}:`) ? /^:(?:(\d+):)?\s*([^]*)$/.exec(message.slice(from.length)) : [, , message];
  return { file: from, line: line && Number(line), words, key, values };
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

  function one({ file, line, words, key, values }) {
    return html`<li>
      <p>${file ? html`<strong><bdi>${file}</bdi></strong>${line ? html`, ${t('line', { n: line })}` : nothing}<br>` : nothing}
        ${key ? t(key, values) : inEnglish(words)}</p>
      ${paths.includes(file) ? html`<button type="button" class="quiet" aria-label=${t('removeFile', { file })} @click=${() => remove(file)}>${t('remove')}</button>` : nothing}
    </li>`;
  }
}
