/**
 * The bars of a card of a name, and the same in words for those who cannot see them.
 *
 * @typedef {import('./briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('./plot.js').Bars} Bars
 * @typedef {import('../index.js').Entity} Entity
 */
import { html, nothing } from 'lit';
import { byline, place } from './citation.js';

/** The height of the highest bar, in rem. */
const HEIGHT = 2.5;

/** Share of a bar's room that it fills, where bars stand close. */
const FILLED = 0.8;

/** What the bars of all cards count. @param {Bars} bars @param {ViewContext} context */
export function legend({ bins, byReport, mentions, most, undated }, { t, locale }) {
  if (!bins.length || !most) return nothing;
  if (byReport) return mentions ? t('barsMentions') : t('barsPresence');
  return [t('barsTimes', { n: most, from: time(bins[0], locale), to: time(bins.at(-1), locale) }), undated ? ` ${t('barsUndated', { n: undated })}` : nothing];
}

/** @param {Entity} entity @param {Bars} bars @param {ViewContext} context */
export function plot(entity, bars, context) {
  if (!bars.bins.length) return nothing;
  const values = bars.values(entity);
  return html`<div class="plot">
    <p class="sr">${inWords(values, bars, context)}</p>
    ${bars.byReport ? reports(entity, values, bars, context) : overTime(values, bars, context)}
  </div>`;
}

/** A bar of each report, which opens it at the first mention. @param {Entity} entity @param {number[]} values @param {Bars} bars @param {ViewContext} context */
function reports({ mentions }, values, { bins, mentions: counted, most }, context) {
  const { catalogue, href, locale, t } = context;
  return html`<div class="columns">${bins.map((document, i) => {
    const entry = catalogue.get(document);
    const number = locale.number(entry.number);
    const value = values[i];
    if (!value) return html`<span class="column silent" aria-hidden="true"><span>–</span><span class="number">${number}</span></span>`;
    const mention = mentions.find((one) => one.document === document) ?? { document };
    return html`<a class="column ${entry.look}" href=${href(place(mention))}>
      ${counted ? html`<span class="value" aria-hidden="true">${locale.number(value)}</span>` : nothing}
      <i class="bar" .style=${`block-size: ${(HEIGHT * value) / most}rem`}></i>
      <span class="number">${number}</span><span class="sr">${t('comma')}${byline(entry, context)}</span></a>`;
  })}</div>`;
}

/** @param {number[]} values @param {Bars} bars @param {ViewContext} context */
function overTime(values, { bins, most }, { locale }) {
  const ends = bins.length > 1 ? [bins[0], bins.at(-1)] : bins;
  return html`<svg class="times" aria-hidden="true" viewBox="0 0 ${bins.length} 1" preserveAspectRatio="none"><path d=${shape(values, most, locale.dir === 'rtl')}></path></svg>
    <p class="ends" aria-hidden="true">${ends.map((bin) => html`<span>${time(bin, locale)}</span>`)}</p>`;
}

/**
 * The bars as one shape, each in a room one wide and one high.
 * @param {number[]} values @param {number} most @param {boolean} mirrored whether time runs to the left
 */
export function shape(values, most, mirrored) {
  return values.map((value, i) => {
    const x = (mirrored ? values.length - 1 - i : i) + (1 - FILLED) / 2;
    return value ? `M${x.toFixed(1)} 1v${-(value / most).toFixed(3)}h${FILLED}V1z` : '';
  }).join('');
}

/** @param {number[]} values @param {Bars} bars @param {ViewContext} context */
function inWords(values, { bins, byReport, mentions }, { catalogue, locale, t }) {
  const of = (wanted) => bins.flatMap((bin, i) => (wanted(values[i]) ? { n: values[i], bin } : []));
  const number = (bin) => locale.number(catalogue.get(bin).number);
  const named = of((value) => value);
  const silent = of((value) => !value);
  const all = (items) => items.map(({ bin }) => number(bin)).join(t('comma'));
  if (!byReport) return t('namedInTimes', { parts: named.map(({ n, bin }) => t('reportsInTime', { n, time: time(bin, locale) })).join(t('comma')) });
  const parts = mentions ? named.map(({ n, bin }) => t('timesIn', { n, number: number(bin) })) : [t('inReports', { numbers: all(named) })];
  if (silent.length) parts.push(t('notInReports', { numbers: all(silent) }));
  return t('namedParts', { parts: parts.join(t('comma')) });
}

/** @param {string} bin the beginning of a date @param {import('./locale.js').Locale} locale */
function time(bin, locale) {
  return bin.length < 4 ? locale.period(`${bin.padEnd(4, '0')}/${bin.padEnd(4, '9')}`) : locale.day(bin);
}
