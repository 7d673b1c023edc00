/**
 * In whose words: what reports put in quotation marks, apart from what they retell.
 *
 * @typedef {import('../briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('../../index.js').Quote} Quote
 * @typedef {import('../../index.js').Quotes} Quotes
 */
import { html, nothing } from 'lit';
import { spelled } from '../acronyms/spelled.js';
import { shortCitation } from '../citation.js';
import { few, ofAll } from '../few.js';
import { said } from '../said.js';
import { warning } from '../warning.js';

/** Quotes of a kind shown at first: two rows of three. */
const FEW = 6;

/** @type {Array<[Quote['speech'], 'quotes' | 'retold', 'quotesNote' | 'retoldNote', import('../few.js').Plural]>} */
const SPEECHES = [['direct', 'quotes', 'quotesNote', 'pluralQuotes'], ['reported', 'retold', 'retoldNote', 'pluralRetold']];

/** @param {Quotes} card @param {ViewContext} context */
export function quotes(card, context) {
  return html`<section class="section" aria-labelledby="quotes" part="quotes">
    <h2 id="quotes" data-item="quotes" tabindex="-1">${context.t('inTheirWords')}</h2>
    <p class="note">${card.quotes.length ? ofAll(card, card.quotes, 'pluralQuotes', context) : context.t('noQuotes')}</p>
    ${SPEECHES.map((speech) => kind(speech, card.quotes, context))}
  </section>`;
}

function kind([speech, what, note, plural], all, context) {
  const { shown, button } = few(all.filter((quote) => quote.speech === speech), FEW, speech, plural, context);
  if (!shown.length) return nothing;
  return html`<h3 class="kinds">${context.t(what)}</h3>
    <p class="note">${context.t(note)}</p>
    <ul class="quotes ${speech}" data-list=${speech}>${shown.map((quote) => one(quote, context))}</ul>
    ${button}`;
}

/** @param {Quote} quote @param {ViewContext} context */
function one({ span, speaker, entity, role, cue, warnings }, context) {
  const name = html`<bdi>${speaker}</bdi>`;
  return html`<li part="quote"><figure>
    <blockquote>${said(span, context, spelled(span, context))}</blockquote>
    <figcaption>${shortCitation(span, context)}<span>
      ${speaker === null ? context.t('notNamed') : html`<strong>${entity ? html`<a href=${context.href({ view: 'people', item: entity })}>${name}</a>` : name}</strong>`}
      ${cue ? html`<span class="cue">${cue.text}</span>` : nothing}
      ${role ? html`<span class="note">${role.text}</span>` : nothing}
    </span></figcaption>
    ${warning(context.cards.differing.named(warnings), context)}
  </figure></li>`;
}
