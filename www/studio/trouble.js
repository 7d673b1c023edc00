/** What went wrong with the work itself, and what can be done about it. */
import { html, nothing } from 'lit';
import { inEnglish } from './english.js';
import { meaning } from './meanings.js';
import { Died } from './workroom.js';

/** @param {Error & {code?: string}} error @param {() => void} again @param {import('../../pkg/element/locale.js').Locale} locale */
export function trouble(error, again, { t }) {
  const died = error instanceof Died;
  const key = meaning(error instanceof TypeError ? 'fetch' : error.code); // an import that fails is a TypeError
  return html`<div class="trouble" role="alert" tabindex="-1">
    <p><strong>${t(died ? 'died' : 'failed')}</strong></p>
    ${died || key ? html`<p>${t(died ? 'diedNote' : key)}</p>` : nothing}
    ${error.message ? html`<p class="note">${inEnglish(error.message)}</p>` : nothing}
    <p><button type="button" class="quiet" @click=${again}>${t('tryAgain')}</button></p>
  </div>`;
}
