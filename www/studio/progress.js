/**
 * What is being done and how far it is, to see and to hear.
 *
 * @typedef {import('./workroom.js').Progress} Progress
 */
import { html, nothing } from 'lit';

/** Parts in which progress is spoken; more would talk over everything else. */
const SPOKEN = 4;

/** @param {Progress} progress @param {() => void} cancel @param {import('../../pkg/element/locale.js').Locale} locale */
export function progress({ stage, step, done, of }, cancel, { t }) {
  const head = t({ start: 'starting', read: 'reading', build: 'building', make: 'making' }[stage]);
  const reads = stage === 'read';
  return html`<div class="progress" role="group" aria-labelledby="doing">
    <p id="doing"><strong>${head}</strong> ${of ? html`<span class="note">${reads ? html`${t('readingOf', { done, of })}: <bdi>${step}</bdi>`
      : t('buildingOf', { done, of, step: html`<span lang="en" dir="ltr">${step}</span>` })}</span>` : nothing}</p>
    <progress max=${of || nothing} value=${of ? done : nothing} aria-labelledby="doing"></progress>
    <button type="button" class="quiet" @click=${cancel}>${t('cancel')}</button>
  </div>`;
}

/** Tells when a new part is reached. @param {Progress | undefined} before @param {Progress} now @param {import('../../pkg/element/locale.js').Locale} locale @returns {string | undefined} */
export function spoken(before, now, { t }) {
  const part = ({ done, of }) => Math.floor((done / (of || 1)) * SPOKEN);
  if (before?.stage !== now.stage) return t({ start: 'starting', read: 'reading', build: 'building', make: 'making' }[now.stage]);
  return part(now) > part(before) ? t('percent', { n: Math.round((part(now) * 100) / SPOKEN) }) : undefined;
}
