/** The list of reports: their cards, its order, and what it is narrowed to. */
import { css } from 'lit';

export const sources = css`
.cards { margin-block-start: var(--briefing-space); }
.card { display: grid; gap: calc(var(--briefing-space) * .75) calc(var(--briefing-space) * 3.5); padding-block: calc(var(--briefing-space) * 1.125) calc(var(--briefing-space) * 1.25); border-block-start: var(--briefing-line) solid var(--briefing-rule); }
.about { display: grid; grid-template-columns: auto minmax(0, 1fr); column-gap: .75rem; align-content: start; }
.about h3 { font-family: var(--briefing-serif); font-size-adjust: ex-height .47; font-size: var(--briefing-step-2); line-height: 1.3; margin-block-end: .375rem; }

.choose { display: flex; flex-wrap: wrap; gap: .5rem 1rem; margin-block-start: .75rem; }
.choose label { display: grid; gap: .125rem; flex: 1 1 8rem; min-inline-size: 0; max-inline-size: 16rem; font-size: var(--briefing-step-0); color: var(--briefing-muted); }
.choose .words { flex: 2 1 16rem; max-inline-size: 24rem; }
.choose :is(select, input) { inline-size: 100%; min-inline-size: 0; }
.choose select { text-overflow: ellipsis; }
.choose input { min-block-size: var(--briefing-target); padding-inline: .75rem; font: 400 1rem var(--briefing-sans); color: var(--briefing-ink); background: var(--briefing-paper); border: var(--briefing-line) solid var(--briefing-control); border-radius: var(--briefing-radius); }
.tally { display: flex; flex-wrap: wrap; align-items: center; column-gap: 1rem; min-block-size: var(--briefing-target); font-variant-numeric: tabular-nums; }
.tally [aria-live] { color: var(--briefing-ink); }
.tally [aria-live]:empty { margin-inline-end: -1rem; }
.tally + .cards { margin-block-start: .5rem; }
@container briefing (max-width: 32.49rem) {
  .choose label { max-inline-size: none; }
  .choose .words { flex-basis: 100%; }
}
@container briefing (min-width: 60rem) {
  .card { grid-template-columns: 20rem 1fr; }
}
`;
