/**
 * What the marks of the axis mean, and what became of time at the break.
 *
 * @typedef {import('../briefing-widget.js').ViewContext} ViewContext
 */
import { html, nothing } from 'lit';

/** How many times wider time must run to be told. */
const TOLD = 1.5;

/** @param {import('./zoom.js').Zoom} zoom @param {import('./layout.js').Layout} layout @param {ViewContext} context */
export function legend({ events, reports }, { scale: { change }, extents }, { t }) {
  const plans = events.some(({ planned }) => planned);
  const shape = (name, words) => html`<li><i class="shape ${name}"></i>${words}</li>`;
  const has = (basis) => events.some(({ event, planned }) => event.basis === basis && !planned);
  const notes = [extents.length ? t('thickLine') : '', plans ? t('plansHang') : '', change ? broken(change, t) : ''];
  return html`<ul class="legend" aria-label=${t('legend')}>
    ${has('explicit') ? shape('explicit', t('dateWritten')) : nothing}
    ${has('relative') ? shape('relative', t('dateReckoned')) : nothing}
    ${plans ? shape('planned', t('planned')) : nothing}
    ${reports.length ? html`<li><span class="badge o0">${reports[0].entry.number}</span>${t('reportPublished')}</li>` : nothing}
  </ul>
  <p class="note">${notes.filter(Boolean).join(' ')}</p>`;
}

/** @param {number} change @param {ViewContext['t']} t */
function broken(change, t) {
  if (change >= TOLD) return t('widerAfter', { n: Math.round(change) });
  if (change <= 1 / TOLD) return t('widerBefore', { n: Math.round(1 / change) });
  return t('leftOut');
}
