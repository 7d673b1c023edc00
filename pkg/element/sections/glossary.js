/**
 * Acronyms, spelled out as the reports do it, or said not to be.
 *
 * @typedef {import('../briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('../../index.js').Glossary} Glossary
 * @typedef {import('../../index.js').GlossaryEntry} GlossaryEntry
 */
import { html, nothing } from 'lit';
import { numbers } from '../citation.js';
import { few, ofAll } from '../few.js';
import { named } from '../said.js';

/** Acronyms shown at first. */
const FEW = 20;

/** @param {Glossary} card @param {ViewContext} context */
export function glossary(card, context) {
  if (!card.entries.length) return nothing;
  const { shown, button } = few(card.entries, FEW, 'acronym', 'pluralAcronyms', context);
  return html`<section class="section" aria-labelledby="glossary" part="glossary">
    <h2 id="glossary" data-item="glossary" tabindex="-1">${context.t('glossary')}</h2>
    <p class="note">${context.t('glossaryNote')} ${ofAll(card, card.entries, 'pluralAcronyms', context)}</p>
    <dl class="acronyms" data-list="acronym">${shown.map((entry) => acronym(entry, context))}</dl>
    ${button}
  </section>`;
}

/** @param {GlossaryEntry} entry @param {ViewContext} context */
function acronym({ short, variants, long, definedAt, undefinedIn }, context) {
  return html`<div>
    <dt><bdi>${short}</bdi>${variants.length ? html` <span class="note">${context.t('also')} ${variants.map((other, i) => html`${i ? context.t('comma') : nothing}<bdi>${other}</bdi>`)}</span>` : nothing}</dt>
    <dd>${long === null ? nothing : html`${named({ document: definedAt[0]?.document, text: long }, context)}${numbers(definedAt, `defined ${short} ${long}`, context)}`}
      ${undefinedIn.length ? html`<span class="also">${long === null ? context.t('notSpelledOut') : context.t('without')}</span>${numbers(undefinedIn.map((document) => ({ document })), `used ${short} ${long}`, context)}` : nothing}</dd>
  </div>`;
}
