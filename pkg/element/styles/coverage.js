/** The coverage table; in a narrow place each of its rows becomes two lines. */
import { css } from 'lit';

export const coverage = css`
.coverage { inline-size: 100%; margin-block-start: .5rem; border-collapse: collapse; table-layout: fixed; }
.coverage :is(th, td) { padding: 0; text-align: center; }
.coverage thead :is(td, th) { block-size: 2.25rem; }
.coverage thead th { inline-size: var(--briefing-target); }
.coverage tbody tr { border-block-start: var(--briefing-line) solid var(--briefing-rule); }
.coverage tbody th { text-align: start; font: 400 var(--briefing-step-1)/1.3 var(--briefing-serif); font-size-adjust: ex-height .47; padding: .4375rem .75rem .4375rem 0; }
.coverage td a { display: grid; place-items: center; min-block-size: var(--briefing-target); min-inline-size: var(--briefing-target); text-decoration: none; }
.coverage a:hover .dot { outline: calc(var(--briefing-line) * 2) solid var(--briefing-ink); outline-offset: 2px; }
.dot { inline-size: 1rem; block-size: 1rem; border-radius: 50%; background: var(--origin, var(--briefing-ink)); border: 3px solid var(--origin, var(--briefing-ink)); }
.dot.ring { background: transparent; }
.none { color: var(--briefing-muted); }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; margin-block: .75rem 1rem; font-size: var(--briefing-step-0); color: var(--briefing-muted); }
.legend li { display: flex; align-items: center; gap: .5em; }
.paper { display: none; }
@container briefing (max-width: 32.49rem) {
  .coverage, .coverage :is(thead, tbody) { display: block; }
  .coverage tr { display: flex; flex-wrap: wrap; }
  .coverage thead td { display: none; }
  .coverage tbody th { flex: 1 0 100%; padding-block-start: .625rem; }
  .coverage :is(thead th, tbody td) { flex: 1 1 0; display: grid; place-items: center; inline-size: auto; }
  .coverage td a { inline-size: 100%; }
}
@media (forced-colors: active) {
  .dot { forced-color-adjust: none; background: CanvasText; border-color: CanvasText; }
  .dot.ring { background: Canvas; }
}
`;
