/** Cards of names, the bars on them, and the network of names. */
import { css } from 'lit';

export const people = css`
.people { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr)); gap: 1.5rem 2rem; margin-block-start: 1rem; }
.people.many { grid-template-columns: repeat(auto-fill, minmax(min(100%, 33rem), 1fr)); }
.person { display: flex; flex-direction: column; min-inline-size: 0; padding-block-start: .5rem; border-block-start: var(--briefing-line) solid var(--briefing-control); }
.person h4 { font: 700 var(--briefing-step-2)/1.3 var(--briefing-serif); font-size-adjust: ex-height .47; }
.roles { display: flex; flex-wrap: wrap; column-gap: 1.5rem; }
.roles p { display: flex; align-items: center; gap: .75rem; }
.roles .said { font-size: var(--briefing-step-1); }
.person dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .25rem .75rem; margin-block: .375rem 0; font-size: var(--briefing-step-0); line-height: 1.6; }
.person dt { color: var(--briefing-muted); }
.view > .note + .jump ul { margin-block: 0; }

.plot { margin-block-start: auto; padding-block-start: .5rem; font-size: var(--briefing-step-0); font-variant-numeric: tabular-nums; }
.columns { display: flex; flex-wrap: wrap; row-gap: .5rem; }
.column { flex: none; inline-size: var(--briefing-target); min-block-size: var(--briefing-target); display: flex; flex-direction: column; align-items: center; justify-content: end; line-height: 1.25rem; text-decoration: none; }
.column .value { font-weight: 700; }
.column .number { align-self: stretch; text-align: center; border-block-start: var(--briefing-line) solid var(--briefing-control); }
.column:hover .number { text-decoration: underline; }
.silent { color: var(--briefing-muted); }
.bar { inline-size: 1.125rem; min-block-size: 3px; background: var(--origin); border: calc(var(--briefing-line) * 2) solid var(--origin); border-block-end: 0; }
.copy > .bar { background: none; border-style: dashed; }
.times { display: block; inline-size: 100%; block-size: 2.5rem; border-block-end: var(--briefing-line) solid var(--briefing-control); fill: var(--briefing-ink); }
.ends { display: flex; justify-content: space-between; gap: 1rem; color: var(--briefing-muted); }
.plot + .cites { margin-block-start: 0; }

.section > h3 + .note { margin-block-start: .25rem; }
.together { display: flex; flex-direction: column; align-items: start; }
.together > p:has(button) { order: 1; }
.network { display: none; align-self: stretch; margin-block: 1.5rem .5rem; }
.oval { position: relative; max-inline-size: 46rem; margin-inline: auto; }
.oval svg { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; }
.oval path { fill: none; stroke: var(--briefing-control); vector-effect: non-scaling-stroke; }
.oval path.far { stroke: var(--briefing-rule); }
.name { position: absolute; block-size: var(--briefing-target); translate: 0 -50%; display: flex; flex-direction: row-reverse; align-items: center; justify-content: flex-start; text-align: end; font-size: var(--briefing-step-0); line-height: 1.2; text-decoration-color: transparent; }
.name.end { flex-direction: row; text-align: start; }
.name > span { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.name:is(:hover, :focus-visible) { text-decoration-color: currentColor; font-weight: 400; }
.name.far { color: var(--briefing-muted); }
.node { flex: none; inline-size: .875rem; block-size: .875rem; border: calc(var(--briefing-line) * 2) solid var(--briefing-ink); outline: calc(var(--briefing-line) * 2) solid var(--briefing-paper); background: var(--briefing-paper); }
.node.person { border-radius: 50%; background: var(--briefing-ink); }
.name .node { margin-inline: .375rem -.4375rem; }
.name.end .node { margin-inline: -.4375rem .375rem; }
.name.far .node { border-color: var(--briefing-control); }
.name.far .person { background: var(--briefing-control); }

.pairs { inline-size: 100%; margin-block-start: .5rem; }
.pairs table { inline-size: 100%; max-inline-size: 52rem; border-collapse: collapse; }
.pairs :is(th, td) { padding: .375rem 0; padding-inline-end: .75rem; text-align: start; font-weight: 400; vertical-align: baseline; border-block-start: var(--briefing-line) solid var(--briefing-rule); }
.pairs thead th { border: 0; overflow-wrap: normal; color: var(--briefing-muted); font-size: var(--briefing-step-0); }
.pairs td:last-child, .pairs thead th:last-child { padding-inline-end: 0; text-align: end; font-variant-numeric: tabular-nums; }
.pairs:not(.open) .rest { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@container briefing (min-width: 32.5rem) {
  .network { display: block; }
  .narrow { display: none; }
  .together > p:has(button) { order: 0; }
  .pairs:not(.open) { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
}
@media (forced-colors: active) {
  .bar, .node.person { forced-color-adjust: none; background: CanvasText; border-color: CanvasText; }
  .copy > .bar { background: Canvas; }
  .oval path { stroke: CanvasText; }
  .oval path.far { stroke: GrayText; }
  .times { fill: CanvasText; }
}
@media print {
  .bar, .node { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
