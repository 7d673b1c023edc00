/** Events by year: the date and how it is known beside the words that give it. */
import { css } from 'lit';

export const events = css`
.year { margin-block-start: 1.5rem; padding-block-start: .5rem; border-block-start: calc(var(--briefing-line) * 2) solid var(--briefing-ink); font-size: var(--briefing-step-3); font-variant-numeric: tabular-nums; }
.event { content-visibility: auto; contain-intrinsic-block-size: auto 9rem; overflow-clip-margin: .5rem; display: grid; gap: .375rem 1.5rem; padding-block: .875rem .125rem; border-block-end: var(--briefing-line) solid var(--briefing-rule); }
.event:last-child { border: 0; }
.when .note { padding-inline-start: 1.375rem; }
.shape { display: inline-block; inline-size: .875rem; block-size: .875rem; margin-inline-end: .5rem; vertical-align: -.0625rem; border: calc(var(--briefing-line) * 3) solid var(--briefing-ink); border-radius: 50%; }
.shape.explicit { background: var(--briefing-ink); }
.label .said { font-size: var(--briefing-step-1); font-weight: 700; }
.event .said { max-inline-size: var(--briefing-measure); }
.shape.planned { border-color: var(--briefing-accent); border-radius: 0; scale: .8; rotate: 45deg; }
@container briefing (min-width: 32.5rem) { .event { grid-template-columns: 13rem minmax(0, 1fr); } }
@media (forced-colors: active) { .shape.explicit { forced-color-adjust: none; background: CanvasText; border-color: CanvasText; } }
`;
