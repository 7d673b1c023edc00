/**
 * A report in short: its summary, what no other text says, who and what it names, when what it tells took place.
 *
 * @typedef {import('./briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('../index.js').Article} Article
 * @typedef {import('../index.js').Entity} Entity
 * @typedef {import('../index.js').Event} Event
 * @typedef {import('../index.js').Span} Span
 */
import { html, nothing } from 'lit';
import { place } from './citation.js';
import { few } from './few.js';
import { names } from './names.js';
import { named, said } from './said.js';
import { warning } from './warning.js';

/** Sentences that only this report has, and dates, shown at first. */
const FEW_SENTENCES = 3;
const FEW_DATES = 8;

/** What a title is, where the report did not state it. @type {Record<string, 'titleFromHeading' | 'titleFromText' | undefined>} */
export const TITLE_FROM = { metadata: undefined, heading: 'titleFromHeading', text: 'titleFromText' };

/** @param {Article} article @param {Entity[]} entities @param {Event[]} events @param {ViewContext} context */
export function digest({ document, summary, onlyHere, entities: who, events: told }, entities, events, context) {
  const { t } = context;
  const own = few(onlyHere, FEW_SENTENCES, `only ${document}`, 'pluralSentences', context);
  const dated = told.flatMap((id) => events.find((event) => event.id === id) ?? []);
  const dates = few(dated, FEW_DATES, `dated ${document}`, 'pluralDates', context);
  if (!summary.length && !who.length && !dated.length) return nothing;
  return html`<section class="digest" aria-label=${t('inShort')} part="article">
    ${summary.length ? html`<h3>${t('inShort')}</h3>${sentences(summary, context)}` : nothing}
    ${onlyHere.length ? html`<h3>${t('onlyHere')}</h3>
      <p class="note">${t('onlyHereNote')}</p>
      <div data-list=${`only ${document}`}>${sentences(own.shown, context)}</div>${own.button}` : nothing}
    ${who.length ? html`<h3>${t('named')}</h3><div class="note">${names(who, `named ${document}`, entities, context)}</div>` : nothing}
    ${dated.length ? html`<h3>${t('dated')}</h3><ul class="dates" data-list=${`dated ${document}`}>${dates.shown.map(({ id, date, label }) => html`<li><a href=${context.href({ view: 'timeline', item: id })}
      ><time datetime=${date}>${context.locale.period(date)}</time></a>${label ? html` ${named(label, context)}` : nothing}</li>`)}</ul>${dates.button}` : nothing}
  </section>`;
}

/** Each leads to its place in the text. @param {Span[]} spans @param {ViewContext} context */
export function sentences(spans, context) {
  return spans.map((span) => html`<div class="sentence">${said(span, context, html`<a href=${context.href(place(span))}>${span.text}</a>`)}
    ${warning(context.cards.differing.at(span), context)}</div>`);
}
