/** The head of the page: what it is for, what it promises, and its language. */
import { html } from 'lit';
import { LANGUAGES } from './words.js';

/** @param {(lang: string) => void} speak @param {import('../../pkg/element/locale.js').Locale} locale */
export function head(speak, { t, tag }) {
  return html`<header class="shell head">
    <div class="top"><h1>${t('pageTitle')}</h1>
      <p class="language"><label for="language">${t('language')}</label>
        <select id="language" @change=${({ target }) => speak(target.value)}>${Object.entries(LANGUAGES).map(([lang, name]) => html`
          <option value=${lang} lang=${lang} ?selected=${lang === tag}>${name}</option>`)}</select></p></div>
    <p>${t('lead')} <a href="index.html">${t('seeDemo')}</a></p>
    <p class="note">${t('promise')}</p>
  </header>`;
}
