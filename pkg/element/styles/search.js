/** The search: field, what opens beneath it, how the query was read, chips, the closest sentences. */
import { css } from 'lit';

export const search = css`
.search { position: relative; display: flex; margin-block-start: 1rem; }
.search input { flex: 1; min-inline-size: 0; min-block-size: var(--briefing-target); margin: 0; padding: .5rem .75rem; font: inherit; font-size: 1rem; color: inherit; background: var(--briefing-paper); border: var(--briefing-line) solid var(--briefing-control); border-inline-end: 0; border-start-start-radius: var(--briefing-radius); border-end-start-radius: var(--briefing-radius); border-start-end-radius: 0; border-end-end-radius: 0; appearance: none; text-overflow: ellipsis; }
.search input::placeholder { color: var(--briefing-muted); opacity: 1; }
.search input:focus-visible { outline-offset: -1px; }
.search > button { border-radius: 0; padding-inline: .875rem; }
.search > button:last-child { border-start-end-radius: var(--briefing-radius); border-end-end-radius: var(--briefing-radius); }
.search > .hint { inline-size: var(--briefing-target); flex: none; padding: 0; color: var(--briefing-muted); background: var(--briefing-paper); border-color: var(--briefing-control); border-inline: 0; }
.hint[aria-expanded="true"] { color: var(--briefing-ink); box-shadow: inset 0 -3px var(--briefing-accent); }
.panel { position: absolute; z-index: 1; inset: 100% 0 auto; padding: .75rem 1rem; color: var(--briefing-ink); background: var(--briefing-paper); border: var(--briefing-line) solid var(--briefing-control); border-block-start: calc(var(--briefing-line) * 2) solid var(--briefing-ink); }
.panel dl { display: grid; grid-template-columns: auto 1fr; gap: .375rem 1rem; margin: 0; font-size: var(--briefing-step-0); }
dd { margin: 0; }
.panel dd { color: var(--briefing-muted); }
code { font: 400 var(--briefing-step-0) var(--briefing-mono); }
.quiet { display: flex; align-items: center; min-inline-size: var(--briefing-target); padding-inline: .375rem; margin-inline: -.375rem; color: inherit; background: none; border-color: transparent; font-weight: 400; text-align: start; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .2em; text-decoration-color: var(--briefing-control); }
.quiet.note { color: var(--briefing-muted); }
.quiet:hover { text-decoration-color: var(--briefing-accent); text-decoration-thickness: 2px; }

.found { display: grid; grid-template-columns: 1fr auto; align-items: center; gap: .25rem 1rem; max-inline-size: 46rem; }
.found h2 { font-size: var(--briefing-step-3); line-height: 1.2; letter-spacing: -.01em; }
.order { display: flex; align-items: center; gap: .5rem; }
.order span { position: absolute; clip-path: inset(50%); }
select { min-block-size: var(--briefing-target); max-inline-size: 100%; padding-inline: .5rem; font: 400 var(--briefing-step-1) var(--briefing-sans); color: var(--briefing-ink); background: var(--briefing-paper); border: var(--briefing-line) solid var(--briefing-control); border-radius: var(--briefing-radius); }
.reading { min-block-size: 1.5em; }
.found .reading { display: block; grid-column: 1 / -1; }

.filters { position: relative; display: flex; gap: .5rem 1.25rem; margin-block-start: .5rem; padding: .3125rem; margin-inline: -.3125rem; overflow-x: auto; scrollbar-width: thin; }
.kind { display: flex; flex: none; align-items: center; gap: .5rem; min-inline-size: 0; }
.kind > .note { flex: none; }
.chip { display: inline-flex; align-items: center; gap: .5rem; flex: none; max-inline-size: 18rem; min-inline-size: var(--briefing-target); padding-inline: .875rem; font-weight: 400; text-align: start; color: var(--briefing-ink); background: var(--briefing-paper); border-color: var(--briefing-control); border-radius: calc(var(--briefing-radius) * 8); }
.chip bdi { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.chip span { color: var(--briefing-muted); font-variant-numeric: tabular-nums; }
.chip:hover { border-color: var(--briefing-ink); }
.chip[aria-pressed="true"] { background: var(--briefing-ink); border-color: var(--briefing-ink); }
.chip[aria-pressed="true"], .chip[aria-pressed="true"] span { color: var(--briefing-paper); }
.filters .quiet { flex: none; margin: 0; padding-inline: .875rem; }

.answer { margin-block-start: var(--briefing-space); padding: .875rem 1rem .25rem; max-inline-size: 46rem; background: var(--briefing-sunken); border-block-start: 3px solid var(--briefing-accent); }
.answer h3 { font-size: var(--briefing-step-0); color: var(--briefing-muted); margin-block-end: .25rem; }
.answer .said { font-size: var(--briefing-step-2); line-height: 1.45; max-inline-size: var(--briefing-measure); }
.answer li + li { padding-block-start: calc(var(--briefing-space) * .5); }

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
@media (forced-colors: active) {
  .chip[aria-pressed="true"] { forced-color-adjust: none; background: Highlight; border-color: Highlight; }
  .chip[aria-pressed="true"], .chip[aria-pressed="true"] span { color: HighlightText; }
  .hint[aria-expanded="true"] { border: 2px solid Highlight; }
  .quiet { border-color: transparent; }
}
`;
