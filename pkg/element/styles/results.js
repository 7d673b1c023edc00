/** What a search found: how the query was read, what it can be narrowed to, the closest sentences, the results. */
import { css } from 'lit';

export const results = css`
.found { display: grid; grid-template-columns: 1fr auto; align-items: center; gap: .25rem 1rem; max-inline-size: 46rem; }
.found h2 { font-size: var(--briefing-step-3); line-height: 1.2; letter-spacing: -.01em; }
.order { display: flex; align-items: center; gap: .5rem; }
.order span { position: absolute; clip-path: inset(50%); }
.reading { min-block-size: 1.5em; }
.found .reading { display: block; grid-column: 1 / -1; }

.filters { position: relative; display: flex; gap: .5rem 1.25rem; margin-block-start: .5rem; padding: .3125rem; margin-inline: -.3125rem; overflow-x: auto; scrollbar-width: thin; }
.kind { display: flex; flex: none; align-items: center; gap: .5rem; min-inline-size: 0; }
.kind > .note { flex: none; }
.filters .quiet { flex: none; margin: 0; padding-inline: .875rem; }

.answer { margin-block-start: var(--briefing-space); padding: .875rem 1rem .25rem; max-inline-size: 46rem; background: var(--briefing-sunken); border-block-start: 3px solid var(--briefing-accent); }
.answer h3 { font-size: var(--briefing-step-0); color: var(--briefing-muted); margin-block-end: .25rem; }
.answer .said { font-size: var(--briefing-step-2); line-height: 1.45; max-inline-size: var(--briefing-measure); }
.answer li + li { padding-block-start: calc(var(--briefing-space) * .5); }

.hits { margin-block-start: var(--briefing-space); max-inline-size: 46rem; }
/* What is out of sight is laid out when it comes into it; focus at its edge is not cut off. */
.hit { content-visibility: auto; contain-intrinsic-block-size: auto 10rem; overflow-clip-margin: .5rem; padding-block: calc(var(--briefing-space) * .375) calc(var(--briefing-space) * .5); border-block-start: var(--briefing-line) solid var(--briefing-rule); }
.hit h3 { font-family: var(--briefing-serif); font-size-adjust: ex-height .47; font-size: var(--briefing-step-2); line-height: 1.3; }
.hit h3 a { display: flex; align-items: center; min-block-size: var(--briefing-target); padding-block: .375rem; }
.folded { margin-block-start: .25rem; padding-inline-start: 1rem; border-inline-start: calc(var(--briefing-line) * 3) solid var(--origin); }
.folded.copy { border-inline-start-style: dashed; }
.try { display: flex; flex-wrap: wrap; gap: .5rem; }

@container briefing (min-width: 32.5rem) {
  .found h2 { font-size: var(--briefing-step-4); }
  .order span { position: static; clip-path: none; }
  .answer { padding: 1rem 1.5rem .5rem; }
}
@container briefing (min-width: 60rem) {
  .results { display: grid; grid-template: auto auto 1fr auto / minmax(0, 46rem) minmax(16rem, 1fr); column-gap: clamp(2rem, 4cqi, 3.5rem); }
  .results > * { grid-column: 1; }
  .results > .hits { grid-row: 3; }
  .results > .more-of { grid-row: 4; }
  .results > .filters { grid-area: 1 / 2 / 5; display: grid; grid-template-columns: minmax(0, 1fr); align-content: start; gap: 1.25rem; overflow: visible; }
  .results .kind { flex-wrap: wrap; }
  .results .kind > .note { inline-size: 100%; }
  .answer li:first-child .said { font-size: var(--briefing-step-3); line-height: 1.4; }
  .results .chip { max-inline-size: 100%; }
}
`;
