/**
 * Acronyms, spelled out as the reports do it, or said not to be.
 *
 * @typedef {import('../briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('../../index.js').Glossary} Glossary
 * @typedef {import('../../index.js').GlossaryEntry} GlossaryEntry
 */
import { html, nothing } from 'lit';
import { numbers } from '../citation.js';
import { few } from '../few.js';
import { ofAll } from '../format.js';
import { named } from '../said.js';

/** Acronyms shown at first. */
const FEW = 20;

/** @param {Glossary} card @param {ViewContext} context */
export function glossary(card, context) {
  if (!card.entries.length) return nothing;
  const { shown, button } = few(card.entries, FEW, 'acronym', 'acronyms', context);
  return html`<section class="section" aria-labelledby="glossary" part="glossary">
    <h2 id="glossary" data-item="glossary" tabindex="-1">Glossary</h2>
    <p class="note">Spelled out as the reports do it. ${ofAll(card, card.entries, 'acronyms')}</p>
    <dl class="acronyms" data-list="acronym">${shown.map((entry) => acronym(entry, context))}</dl>
    ${button}
  </section>`;
}

/** @param {GlossaryEntry} entry @param {ViewContext} context */
function acronym({ short, variants, long, definedAt, undefinedIn }, context) {
  return html`<div>
    <dt><bdi>${short}</bdi>${variants.length ? html` <span class="note">also ${variants.map((other, i) => html`${i ? ', ' : nothing}<bdi>${other}</bdi>`)}</span>` : nothing}</dt>
    <dd>${long === null ? nothing : html`${named({ document: definedAt[0]?.document, text: long }, context)}${numbers(definedAt, `defined ${short} ${long}`, context)}`}
      ${undefinedIn.length ? html`<span class="also">${long === null ? 'not spelled out in these reports; used in' : 'without it in'}</span>${numbers(undefinedIn.map((document) => ({ document })), `used ${short} ${long}`, context)}` : nothing}</dd>
  </div>`;
}
