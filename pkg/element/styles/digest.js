/** A report in short, and sentences that lead to their places. */
import { css } from 'lit';

export const digest = css`
.digest { margin-block-start: 1rem; padding: .25rem 1rem 1rem; max-inline-size: var(--briefing-measure); border-inline-start: calc(var(--briefing-line) * 3) solid var(--briefing-rule); }
.digest h3 { margin-block-start: .75rem; font-size: var(--briefing-step-1); }
.digest .note { line-height: 1.8; }
.digest .said { font-size: var(--briefing-step-1); }
.sentence { margin-block-start: .5rem; max-inline-size: var(--briefing-measure); }
.sentence .said a { text-decoration-color: transparent; }
.sentence .said a:is(:hover, :focus-visible) { text-decoration-color: var(--briefing-accent); }
.dates { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; font-size: var(--briefing-step-0); line-height: 1.8; }
.dates .said { font-size: var(--briefing-step-0); }
`;
