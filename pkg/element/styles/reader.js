/** The reader: a report as it stands, what is marked in it, the way from mention to mention. */
import { css } from 'lit';

export const reader = css`
article { min-inline-size: 0; }
.title { font: 700 var(--briefing-step-4)/1.2 var(--briefing-serif); font-size-adjust: ex-height .47; margin-block: .5rem; max-inline-size: var(--briefing-measure); }
.text { margin-block-start: calc(var(--briefing-space) * 1.25); max-inline-size: var(--briefing-measure); font-size: calc(var(--briefing-step-2) * 1.06); line-height: 1.6; }
.text > * + * { margin-block-start: 1em; }
.text li { position: relative; padding-inline-start: 1.25rem; }
.text li + li { margin-block-start: .5em; }
.text li::before { content: "–"; position: absolute; inset-inline-start: 0; }
.text h3 { font-size: var(--briefing-step-3); line-height: 1.3; margin-block-start: 1.5em; }
.text .lead + ul { margin-block-start: .5em; }
.text :is(.caption, .credit) { font-size: var(--briefing-step-1); line-height: 1.5; color: var(--briefing-muted); border-inline-start: var(--briefing-line) solid var(--briefing-control); padding-inline-start: 1rem; }
.cited { scroll-margin-block-start: 33vh; box-shadow: 0 0 0 .12em var(--briefing-mark); }
.cited:focus { outline: none; }
.text + p { margin-block-start: 1.5rem; }
.aside { background: var(--briefing-sunken); padding: .75rem 1rem; margin-block-start: 1rem; max-inline-size: var(--briefing-measure); }

.signs { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.25rem; margin: 1.25rem 0 0; padding: 0; border: 0; min-inline-size: 0; }
.signs legend { float: inline-start; padding: 0; margin-inline-end: 1.25rem; line-height: var(--briefing-target); }
.signs label { display: flex; align-items: center; gap: .5rem; min-block-size: var(--briefing-target); min-inline-size: var(--briefing-target); cursor: pointer; color: var(--briefing-ink); }
input[type="checkbox"] { flex: none; inline-size: 1.125rem; block-size: 1.125rem; margin: 0; accent-color: var(--briefing-ink); }
.signs + .text { margin-block-start: .5rem; }
.gist, .sign.summary { border-block-end: calc(var(--briefing-line) * 2) dotted var(--briefing-control); }
.text a.name, .sign.names { text-decoration: underline 1px var(--briefing-control); text-underline-offset: .2em; }
.text a.date, .sign.dates { text-decoration: underline dashed 1px var(--briefing-control); text-underline-offset: .2em; }
.text a:is(.name, .date):hover { text-decoration-style: solid; text-decoration-color: var(--briefing-accent); text-decoration-thickness: 2px; }

.text .beneath { margin-block-start: .25em; }
.beneath:empty { display: none; }
.mention { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.25rem; margin-block: .5rem 1rem; padding: .25rem 1rem; font: 400 var(--briefing-step-0)/1.4 var(--briefing-sans); color: var(--briefing-muted); background: var(--briefing-sunken); border-inline-start: calc(var(--briefing-line) * 3) solid var(--briefing-ink); }
.mention > span { flex: 1 0 100%; padding-block-start: .5rem; }
.mention strong, .mention a { color: var(--briefing-ink); }
.tools { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.5rem; margin-block-start: .5rem; max-inline-size: var(--briefing-measure); }
.tools > div { display: contents; }
.tools .citing > :not(button) { flex: 1 0 100%; }
@container briefing (min-width: 32.5rem) {
  .mention > span { flex: auto; padding: 0; }
}
@container briefing (min-width: 60rem) {
  .spread:has(article) { grid-template-columns: minmax(0, 1fr) 20rem; }
  /* A list that is higher than the window scrolls by itself; the padding leaves room for the focus at its edges. */
  .spread:has(article) > .section { position: sticky; inset-block-start: 1rem; max-block-size: calc(100vh - 2rem); overflow-y: auto; padding: .3125rem; margin: -.3125rem; }
}
@media (prefers-reduced-motion: no-preference) {
  .cited { animation: show var(--briefing-motion) ease-out; }
  @keyframes show { from { background-color: transparent; box-shadow: none; } }
}
@media (forced-colors: active) {
  .cited, .cited:focus { outline: 2px solid Highlight; }
}
`;
