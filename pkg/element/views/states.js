/**
 * What is shown while there is no briefing: how far the loading is, or what went wrong and what can be done.
 */
import { html, nothing } from 'lit';
import { kilobytes } from '../format.js';

/** @param {{loaded: number, total?: number} | undefined} progress bytes; `total` where the server told it */
export function loading(progress) {
  return html`<section class="view shell state" aria-labelledby="heading" aria-busy="true">
    <h1 id="heading">Opening the briefing</h1>
    <progress max=${progress?.total || nothing} value=${progress?.total ? progress.loaded : nothing} aria-labelledby="heading"></progress>
    <p class="note">${progress ? `${kilobytes(progress.loaded)}${progress.total ? ` of ${kilobytes(progress.total)}` : ''} loaded` : 'Starting the search engine'}</p>
  </section>`;
}

/**
 * @param {Error & {code?: string}} error
 * @param {() => void} again
 */
export function failed(error, again) {
  return html`<section class="view shell state" aria-labelledby="heading" role="alert">
    <h1 id="heading" tabindex="-1">This briefing cannot be opened</h1>
    <p>${remedy(error)}</p>
    <p class="note">${error.code ? html`<code>${error.code}</code>: ` : nothing}${error.message}</p>
    <p><button type="button" @click=${again}>Try again</button></p>
  </section>`;
}

/** A report that an address names and the briefing does not have. @param {string} document @param {import('../briefing-widget.js').ViewContext} context */
export function missing(document, context) {
  return html`<section class="view shell state" aria-labelledby="heading">
    <h2 id="heading" tabindex="-1">No report here is named “<bdi>${document}</bdi>”</h2>
    <p>The address may have been made for another briefing, or for an earlier one.</p>
    <p><a class="back" href=${context.href({ view: 'sources' })}>All sources</a></p>
  </section>`;
}

/** What to do about it. @param {Error & {code?: string, cause?: any}} error */
function remedy({ code = '', message, cause }) {
  if (typeof WebAssembly === 'undefined' || /unsafe-eval|Content Security Policy/i.test(message)) {
    return 'This page does not allow WebAssembly, which the search runs on. Its owner can allow it with ‘wasm-unsafe-eval’ in the script-src of the page’s Content-Security-Policy; a browser in a strict mode can lift it for this page.';
  }
  if (code === 'pack-version' || code === 'pack-analyser') {
    return 'The briefing and the engine are of different versions. Build the briefing again with the version of this widget, or update the widget.';
  }
  if (code.includes('pack') || code === 'too-large') {
    return 'The file of the briefing is damaged, incomplete, or no briefing at all. Loading it again may help; if not, it has to be built again.';
  }
  if (cause?.name === 'LinkError' || cause?.name === 'CompileError') {
    return 'The engine is damaged, or its files are of different versions. Loading it again may help; if not, all files of the widget have to be put on the server again.';
  }
  if (code === 'fetch' || code === 'engine') {
    return 'A file could not be loaded. Check the connection, and that the briefing’s address is right.';
  }
  return 'Something failed that should not have. Loading the briefing again may help.';
}
