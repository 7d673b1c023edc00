/** One row of the table; in a narrow place it is a card, and the roles keep it a row. */
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { field } from './field.js';
import { left, shown, typed } from './typing.js';

/** Why a line was dropped. */
const RULES = {
  brokenTable: 'ruleBrokenTable', drawn: 'ruleDrawn', edge: 'ruleEdge', interface: 'ruleInterface', leadsElsewhere: 'ruleLeadsElsewhere',
  outside: 'ruleOutside', repeated: 'ruleRepeated', title: 'ruleTitle',
};

/** Where a title that nobody gave comes from. */
const TITLE_FROM = { heading: 'titleFromHeading', text: 'titleFromText' };

/**
 * @param {import('./rows.js').Row} row
 * @param {number} i its place among all, from 0
 * @param {object} able what can be done to it: see `Table`
 */
export function row({ place, title, titleFrom, source, date, url, lang, excluded, words, dropped }, i, able) {
  const { t } = able;
  const edited = (name, value) => html`<td role="cell" class=${name === 'title' && titleFrom === 'edit' ? 'title edited' : name}>${field({
    id: `${name}-${i}`, name, kind: name === 'title' ? 'lines' : 'line', label: t(name), says: t('of', { field: t(name), n: i + 1 }),
    value: able.draft(name)?.value ?? value ?? '', flaw: able.draft(name) && t(able.draft(name).flaw), changed: (to) => able.set(name, to),
  })}${name === 'title' ? html`<p class="note"><bdi>${place}</bdi>${titleFrom in TITLE_FROM ? ` · ${t(TITLE_FROM[titleFrom])}` : ''}</p>` : nothing}</td>`;
  const numbered = (event) => {
    left(event);
    able.number(event.target, 'number');
  };
  return html`<tr role="row" data-place=${place} class=${excluded ? 'excluded' : nothing}>
    <td role="cell" class="number"><label for=${`number-${i}`}>${t('number')}</label>
      <input id=${`number-${i}`} type="text" inputmode="numeric" autocomplete="off" data-do="number" aria-label=${t('of', { field: t('number'), n: i + 1 })}
        .value=${shown(String(i + 1))} @input=${typed} @blur=${left} @change=${numbered}></td>
    ${edited('title', title)}${edited('source', source)}${edited('date', date)}${edited('url', url)}
    <td role="cell" class="words"><span>${t('wordsCount', { n: words })}</span>${lang ? html`<span class="note">${lang}</span>` : nothing}</td>
    <td role="cell" class="dropped"><span class="label">${t('dropped')}</span>${dropped.length
      ? html`<button type="button" class="link" aria-expanded=${able.open ? 'true' : 'false'} @click=${able.toggle}>${t('droppedLines', { n: dropped.length })}</button>`
      : html`<span class="note">${t('droppedNone')}</span>`}</td>
    <td role="cell" class="actions">${arrow('up', i - 1, '↑')}${arrow('down', i + 1, '↓')}
      <label class="check"><input type="checkbox" .checked=${live(excluded)} @change=${({ target }) => able.exclude(target.checked)}
        aria-label=${t('of', { field: t('exclude'), n: i + 1 })}><span>${t('exclude')}</span></label></td>
  </tr>
  ${able.open ? lines(dropped, t) : nothing}`;

  function arrow(which, to, sign) {
    const end = to < 0 || to >= able.count;
    return html`<button type="button" class="quiet square" data-do=${which} aria-label=${t(which, { n: i + 1 })} aria-disabled=${end ? 'true' : nothing}
      @click=${() => able.move(to, which)}><span aria-hidden="true">${sign}</span></button>`;
  }
}

/** The lines that were dropped as furniture, each with the rule that did it. */
function lines(dropped, t) {
  return html`<tr role="row" class="lines"><td role="cell" colspan="8">
    <p class="note">${t('droppedNote')}</p>
    <ul>${dropped.map(({ rule, text }) => html`<li><q class="said" dir="auto">${text}</q> <span class="note">${t(RULES[rule] ?? 'ruleOther')}</span></li>`)}</ul>
  </td></tr>`;
}
