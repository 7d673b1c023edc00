/** Heads within lists, and the buttons to copy. */
import { css } from 'lit';

export const lists = css`
h4 { font-size: var(--briefing-step-1); line-height: 1.45; font-variant-numeric: tabular-nums; }

.section > h3:not(.kinds) { font-size: var(--briefing-step-3); line-height: 1.25; }

.take { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.5rem; margin-block-end: 1rem; }
textarea { flex: 1 0 100%; min-inline-size: 0; margin-block: .5rem; padding: .75rem; font: 400 var(--briefing-step-0)/1.5 var(--briefing-mono); color: inherit; background: var(--briefing-paper); border: var(--briefing-line) solid var(--briefing-control); border-radius: var(--briefing-radius); }
.wide { display: none; }
@container briefing (min-width: 32.5rem) {
  .wide { display: inline; }
}
`;
