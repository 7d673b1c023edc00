/** Two reports side by side. */
import { css } from 'lit';

export const compare = css`
.view > h2 { font-size: var(--briefing-step-4); line-height: 1.2; letter-spacing: -.01em; }
.titles .byline { flex-wrap: nowrap; }
.titles { margin-block: 1.25rem 1rem; }
.titles h3 { font: 700 var(--briefing-step-2)/1.3 var(--briefing-serif); font-size-adjust: ex-height .47; }
.titles h3 a { display: flex; align-items: center; min-block-size: var(--briefing-target); }
.rows > .sides { padding-block: .5rem; border-block-start: var(--briefing-line) solid var(--briefing-rule); }
.row { display: grid; grid-template-columns: auto minmax(0, 1fr); column-gap: .5rem; align-items: start; }
.row .said { padding-block: .5rem; }
.lacks { justify-content: center; border-inline-start-color: var(--briefing-rule); }
@container briefing (max-width: 32.49rem) {
  .rows > .sides { gap: .25rem; }
}
`;
