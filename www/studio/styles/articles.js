/** The table of articles: a table where there is room, cards where there is not. Serif is the source's own. */
import { css } from 'lit';

export const articles = css`
.articles { inline-size: 100%; margin-block-start: .75rem; border-collapse: collapse; table-layout: fixed; scroll-margin-block-start: 1rem; }
.articles :is(th, td) { padding: .5rem .75rem .5rem 0; text-align: start; vertical-align: top; }
.articles :is(input:not([type="checkbox"]), textarea):not([aria-invalid], :hover) { border-color: transparent transparent var(--briefing-control); border-radius: 0; }
.articles [name="title"] { font: 700 var(--briefing-step-1)/1.35 var(--briefing-serif); font-size-adjust: ex-height .47; field-sizing: content; }
.articles .edited [name="title"] { font-family: inherit; font-size-adjust: none; }
.articles [name] { padding-inline: .25rem; }
.title .note { padding-inline-start: .25rem; }
.articles .note { overflow-wrap: anywhere; }
.articles .words, .articles .number { font-variant-numeric: tabular-nums; }
.number input { text-align: center; padding-inline: .125rem; }
.excluded :is(input[name], textarea) { color: var(--briefing-muted); text-decoration: line-through; background: var(--briefing-sunken); }
.lines td { padding-block: 0 1rem; }
.lines ul { padding-inline-start: .75rem; border-inline-start: calc(var(--briefing-line) * 3) solid var(--briefing-rule); }
.lines li { padding-block: .125rem; }
.lines .said { font-size: var(--briefing-step-1); quotes: none; }
.narrow { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .75rem; margin-block-start: .75rem; }
.narrow input { inline-size: min(100%, 20rem) !important; }
.pager { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem; margin-block-start: 1rem; font-variant-numeric: tabular-nums; }
@container briefing (min-width: 66rem) {
  .articles thead th { padding-block: .25rem; font-size: var(--briefing-step-0); font-weight: 400; color: var(--briefing-muted); }
  .articles tbody tr:not(.lines) { border-block-start: var(--briefing-line) solid var(--briefing-rule); }
  .lines td { padding-inline-start: 4rem; }
  .articles thead .number { inline-size: 3.75rem; }
  .articles thead .source { inline-size: 10rem; }
  .articles thead .date { inline-size: 7.75rem; }
  .articles thead .url { inline-size: 10.5rem; }
  .articles thead .words { inline-size: 5.75rem; }
  .articles thead .dropped { inline-size: 4.75rem; }
  .articles thead .actions { inline-size: 6.75rem; }
  .articles td > label:not(.check), .dropped .label { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .articles :is(.words, .dropped) > :first-child { padding-block-start: .6875rem; }
  .words > *, .dropped > .note { display: block; }
  .dropped > .note { padding-block-start: .75rem; }
  .dropped .link { padding-inline: 0; text-align: start; }
  .actions .square + .square { margin-inline-start: .25rem; }
  .articles :is(th, td):last-child { padding-inline-end: 0; }
}
@container briefing (max-width: 65.99rem) {
  .articles, .articles tbody { display: block; }
  .articles thead { display: none; }
  .articles tr { display: grid; grid-template-columns: repeat(6, minmax(0, 1fr)); gap: .5rem .75rem; padding-block: 1rem; border-block-start: var(--briefing-line) solid var(--briefing-rule); }
  .articles td { padding: 0; grid-column: span 6; }
  .articles .lines { padding-block: 0 1rem; border: 0; }
  .articles .number { grid-column: span 2; }
  .number label { display: none; }
  .articles .actions { grid-row: 1; grid-column: 3 / -1; display: flex; flex-wrap: wrap; gap: .25rem; align-items: center; justify-content: end; }
  .articles .date { grid-column: span 3; }
  .articles .source { grid-column: span 3; }
  .articles .words { grid-column: span 3; display: flex; gap: .75rem; align-items: center; }
  .articles .dropped { grid-column: span 3; display: flex; gap: .5rem; align-items: center; justify-content: end; }
  .dropped .label { color: var(--briefing-muted); font-size: var(--briefing-step-0); }
}
@container briefing (min-width: 40rem) and (max-width: 65.99rem) {
  .articles .number { grid-column: span 1; }
  .articles .source, .articles .url { grid-column: span 2; }
  .articles .date { grid-column: span 2; }
}
`;
