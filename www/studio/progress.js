/**
 * What is being done and how far it is, to see and to hear.
 *
 * @typedef {import('./workroom.js').Progress} Progress
 */
import { html, nothing } from 'lit';

/** What is being done, as a message. */
const STAGES = { start: 'starting', read: 'reading', build: 'building', make: 'making' };

/** The steps of a build, as the engine names them. */
const STEPS = {
  words: 'stepWords', 'near-copies': 'stepOrigins', acronyms: 'stepAcronyms', aliases: 'stepAliases', 'key points': 'stepKeyPoints',
  'only here': 'stepOnlyHere', summaries: 'stepSummaries', who: 'stepWho', timeline: 'stepTimeline', quotes: 'stepQuotes',
  differences: 'stepDifferences', cards: 'stepCards', index: 'stepIndex', vectors: 'stepVectors', writing: 'stepWriting',
};

/** Parts in which progress is spoken; more would talk over everything else. */
const SPOKEN = 4;

/** @param {Progress} progress @param {() => void} cancel @param {import('../../pkg/element/locale.js').Locale} locale */
export function progress({ stage, step, done, of }, cancel, { t }) {
  const what = step in STEPS ? t(STEPS[step]) : html`<bdi>${step}</bdi>`;
  const words = stage === 'read' ? html`${t('readingOf', { done, of })}: <bdi>${step}</bdi>` : t('buildingOf', { done, of, step: what });
  return html`<div class="progress" role="group" aria-labelledby="doing">
    <p id="doing"><strong>${t(STAGES[stage])}</strong> ${of ? html`<span class="note">${words}</span>` : nothing}</p>
    <progress max=${of || nothing} value=${of ? done : nothing} aria-labelledby="doing"></progress>
    <button type="button" class="quiet" @click=${cancel}>${t('cancel')}</button>
  </div>`;
}

/** Tells when a new part is reached. @param {Progress | undefined} before @param {Progress} now @param {import('../../pkg/element/locale.js').Locale} locale @returns {string | undefined} */
export function spoken(before, now, { t }) {
  const part = ({ done, of }) => Math.floor((done / (of || 1)) * SPOKEN);
  if (before?.stage !== now.stage) return t(STAGES[now.stage]);
  return part(now) > part(before) ? t('percent', { n: Math.round((part(now) * 100) / SPOKEN) }) : undefined;
}
