/** What went wrong with the work itself, and what can be done about it. */
import { html, nothing } from 'lit';
import { Died, OF_THE_PAGE } from './workroom.js';

/** @param {Error & {code?: string}} error @param {() => void} again @param {import('../../pkg/element/locale.js').Locale} locale */
export function trouble(error, again, { t }) {
  const died = error instanceof Died;
  const notLoaded = OF_THE_PAGE.includes(error.code) || error instanceof TypeError; // of an import
  return html`<div class="trouble" role="alert" tabindex="-1">
    <p><strong>${t(died ? 'died' : 'failed')}</strong></p>
    ${died || notLoaded ? html`<p>${t(died ? 'diedNote' : 'noEngine')}</p>` : nothing}
    ${error.message ? html`<p class="note" lang="en" dir="ltr">${error.message}</p>` : nothing}
    <p><button type="button" class="quiet" @click=${again}>${t('tryAgain')}</button></p>
  </div>`;
}
