/**
 * What is shown while there is no briefing: how far the loading is, or what went wrong and what can be done.
 *
 * @typedef {import('../locale.js').Locale} Locale
 */
import { html, nothing } from 'lit';

/**
 * @param {{loaded: number, total?: number} | undefined} progress bytes; `total` where the server told it
 * @param {Locale} locale
 * @param {boolean} over whether the page's own content is shown, over whose top the bar stands
 */
export function loading(progress, locale, over) {
  const { t } = locale;
  const { loaded = 0, total = 0 } = progress ?? {};
  const [done, all] = [loaded, total].map((bytes) => locale.kilobytes(bytes));
  return html`<section class="view shell state ${over ? 'over' : ''}" aria-labelledby="heading" aria-busy="true">
    <h1 id="heading">${t('opening')}</h1>
    <progress max=${total || nothing} value=${total ? loaded : nothing} aria-labelledby="heading"></progress>
    <p class="note">${progress ? t(total ? 'loadedOf' : 'loaded', { done, all }) : t('starting')}</p>
  </section>`;
}

/**
 * @param {Error & {code?: string}} error
 * @param {() => void} again
 * @param {Locale} locale
 */
export function failed(error, again, { t }) {
  return html`<section class="view shell state" aria-labelledby="heading" role="alert">
    <h1 id="heading" tabindex="-1">${t('cannotOpen')}</h1>
    <p>${t(remedy(error))}</p>
    <p class="note" lang="en" dir="ltr">${error.code ? html`<code>${error.code}</code>: ` : nothing}${error.message}</p>
    <p><button type="button" @click=${again}>${t('tryAgain')}</button></p>
  </section>`;
}

/** A briefing without reports: there is nothing to show, and no view would say why. @param {Locale} locale */
export function empty({ t }) {
  return html`<section class="view shell state" aria-labelledby="heading">
    <h1 id="heading" tabindex="-1">${t('empty')}</h1>
    <p>${t('emptyRemedy')}</p>
  </section>`;
}

/** A report that an address names and the briefing does not have. @param {string} document @param {import('../briefing-widget.js').ViewContext} context */
export function missing(document, { href, t }) {
  return html`<section class="view shell state" aria-labelledby="heading">
    <h2 id="heading" tabindex="-1">${t('noSuchReport', { name: html`<bdi>${document}</bdi>` })}</h2>
    <p>${t('otherAddress')}</p>
    <p><a class="back" href=${href({ view: 'sources' })}>${t('allSources')}</a></p>
  </section>`;
}

/** What to do about it. @param {Error & {code?: string, cause?: any}} error @returns {import('../locale.js').MessageKey} */
function remedy({ code = '', message, cause }) {
  if (code === 'engine' && !CSS.supports('color', 'light-dark(#000, #fff)')) return 'remedyOld';
  if (typeof WebAssembly === 'undefined' || /unsafe-eval|Content Security Policy/i.test(message)) return 'remedyBlocked';
  if (code === 'pack-version' || code === 'pack-analyser') return 'remedyVersion';
  if (code.includes('pack') || code === 'too-large') return 'remedyDamaged';
  if (cause?.name === 'LinkError' || cause?.name === 'CompileError') return 'remedyEngine';
  return code === 'fetch' || code === 'engine' ? 'remedyFetch' : 'remedyOther';
}
