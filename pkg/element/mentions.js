/**
 * From one mention of a name to the next, through all reports.
 *
 * @typedef {import('./briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('../index.js').Entity} Entity
 */
import { html, nothing } from 'lit';
import { badge, place } from './citation.js';

/** The card of a name has so many of its mentions at most. */
const MOST = 50;

/**
 * @param {{document: string, start?: number, end?: number}} cited the words that are read
 * @param {Entity[]} entities
 * @param {ViewContext} context
 */
export function mentions(cited, entities, context) {
  const here = (mention) => mention.document === cited.document && mention.start === cited.start && mention.end === cited.end;
  const entity = entities.find((one) => one.mentions.some(here));
  if (!entity) return nothing;
  const { t } = context;
  const { id, name, mentions: all } = entity;
  const at = all.findIndex(here);
  const step = (to, label) => {
    if (!to) return nothing;
    const other = to.document === cited.document ? undefined : context.catalogue.get(to.document);
    return html`<a class="back" href=${context.href(place(to))}><span>${label}${other ? html` ${badge(other)}` : nothing}</span></a>`;
  };
  return html`<nav class="mention screen" aria-label=${t('mentions')}>
    <span>${t(all.length < MOST ? 'mentionOf' : 'mentionOfFirst', { name: html`<strong><bdi>${name}</bdi></strong>`, n: at + 1, all: all.length })}</span>
    ${step(all[at - 1], t('previousMention'))}${step(all[at + 1], t('nextMention'))}
    <a class="back" href=${context.href({ view: 'people', item: id })}><span>${t('cardOf', { name: html`<bdi>${name}</bdi>` })}</span></a>
  </nav>`;
}
