/**
 * The citation of a report, and buttons that copy it in the formats of texts, pages and reference managers.
 *
 * @typedef {import('../briefing-widget.js').ViewContext} ViewContext
 */
import { html, nothing } from 'lit';
import { FORMATS, plain } from './formats.js';
import { reference } from './reference.js';

/** Names that are the same in every language. */
const NAMES = { markdown: 'Markdown', html: 'HTML', bibtex: 'BibTeX', csl: 'CSL-JSON' };

/** @param {import('../catalogue.js').Entry} entry @param {ViewContext} context @param {string} [quote] words of the report to quote */
export function citing(entry, context, quote) {
  const { copy, locale, t } = context;
  const part = `cite ${entry.source.document}`;
  const open = context.isOpen(part);
  return html`<div class="citing screen" part="cite">
    <button type="button" class="quiet note" aria-expanded=${open} @click=${() => context.toggle(part)}>${t(quote ? 'citeWords' : 'citeReport')}</button>
    ${open ? formats(reference(entry, (date) => locale.day(date), quote), part, copy, t) : nothing}
  </div>`;
}

/** @param {import('./reference.js').Reference} cited @param {string} part @param {import('../copy.js').Copy} copy @param {ViewContext['t']} t */
function formats(cited, part, copy, t) {
  return html`<p dir="auto">${plain(cited)}</p>
    <div class="formats" role="group" aria-label=${t('copyCitation')}><span class="note" aria-hidden="true">${t('copyCitation')}</span>${Object.entries(FORMATS).map(([name, write]) => {
      const format = NAMES[name] ?? t('plainText');
      return copy.button(part, format, () => write(cited), format);
    })}${copy.outcome(part)}</div>`;
}
