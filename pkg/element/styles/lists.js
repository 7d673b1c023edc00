/** A report in short, and the buttons to copy. */
import { css } from 'lit';

export const lists = css`
h4 { font-size: var(--briefing-step-1); line-height: 1.45; font-variant-numeric: tabular-nums; }

.section > h3:not(.kinds) { font-size: var(--briefing-step-3); line-height: 1.25; }

.digest { margin-block-start: 1rem; padding: .25rem 1rem 1rem; max-inline-size: var(--briefing-measure); border-inline-start: calc(var(--briefing-line) * 3) solid var(--briefing-rule); }
.digest h3 { margin-block-start: .75rem; font-size: var(--briefing-step-1); }
.digest .note { line-height: 1.8; }
.digest .said { font-size: var(--briefing-step-1); }
.sentence { margin-block-start: .5rem; max-inline-size: var(--briefing-measure); }
.sentence .said a { text-decoration-color: transparent; }
.sentence .said a:is(:hover, :focus-visible) { text-decoration-color: var(--briefing-accent); }
.dates { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; font-size: var(--briefing-step-0); line-height: 1.8; }
.dates .said { font-size: var(--briefing-step-0); }

.take { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.5rem; margin-block-end: 1rem; }
.take textarea { flex: 1 0 100%; min-inline-size: 0; margin-block: .5rem; padding: .75rem; font: 400 var(--briefing-step-0)/1.5 var(--briefing-mono); color: inherit; background: var(--briefing-paper); border: var(--briefing-line) solid var(--briefing-control); border-radius: var(--briefing-radius); }
.wide { display: none; }
@container briefing (min-width: 32.5rem) {
  .wide { display: inline; }
}
`;
