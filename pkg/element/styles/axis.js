/** The time axis: shapes, names, the lane of reports, the handles of the range. */
import { css } from 'lit';

export const axis = css`
.time { margin-block: 1rem 0; }
.time .legend { margin-block: .5rem .25rem; }
.legend .shape { margin-inline-end: 0; }
.axis { display: block; max-inline-size: 100%; overflow: visible; font: 400 var(--briefing-step-0)/1 var(--briefing-sans); font-variant-numeric: tabular-nums; }
.time :is(line, path, rect, circle) { fill: none; stroke: var(--briefing-ink); }
.time text { fill: var(--briefing-ink); }
.time .thin { stroke: var(--briefing-control); }
.time .extent { stroke-width: 3; stroke: var(--briefing-control); }
.axis .tick { fill: var(--briefing-muted); }
.axis .whole { fill: var(--briefing-ink); font-weight: 700; }
.axis .name { text-anchor: middle; font-family: var(--briefing-serif); font-size-adjust: ex-height .47; unicode-bidi: plaintext; }
.axis .count { text-anchor: middle; dominant-baseline: central; font-weight: 700; }
.axis .hit { cursor: pointer; }
.axis .hit:hover :is(circle, rect, path) { stroke-width: 4; }
.axis .name:hover { text-decoration: underline; }
.axis :is(circle, path) { stroke-width: 2.5; fill: var(--briefing-paper); }
.axis rect { stroke-width: 2; fill: var(--briefing-paper); }
.axis .explicit :is(circle, rect) { fill: var(--briefing-ink); }
.axis .explicit .count { fill: var(--briefing-paper); }
.axis :is(.planned path, .plan) { stroke: var(--briefing-accent); }
.axis .lane { stroke: var(--briefing-control); stroke-dasharray: 2 3; }
.axis .reports { dominant-baseline: central; paint-order: stroke; stroke: var(--briefing-paper); stroke-width: 8px; }
.axis .report rect { stroke-width: 1; stroke: var(--briefing-control); }
.axis .report.copy rect { stroke-dasharray: 3 2; }
.axis .report .foot { stroke-width: 3; stroke: var(--origin); }
.axis .report.copy .foot { stroke-dasharray: 4 2; }

.range { position: relative; display: grid; block-size: var(--briefing-target); margin-block-start: .5rem; }
.range svg { position: absolute; inset: 0 44px; pointer-events: none; }
.range .chosen { stroke-width: 4; }
.range input { position: relative; grid-area: 1 / 1; appearance: none; inline-size: calc(100% - 44px); block-size: var(--briefing-target); margin: 0; background: none; pointer-events: none; border-radius: 2px; }
.range .to { margin-inline-start: 44px; }
.range input::-webkit-slider-runnable-track { block-size: var(--briefing-target); background: none; }
.range input::-moz-range-track { background: none; }
.range input::-webkit-slider-thumb { appearance: none; box-sizing: border-box; inline-size: 44px; block-size: 44px; border: 0 solid transparent; border-block-width: 8px; border-inline-width: 28px 0; background: var(--briefing-ink) padding-box; pointer-events: auto; cursor: ew-resize; }
.range input::-moz-range-thumb { box-sizing: border-box; inline-size: 44px; block-size: 44px; border: 0 solid transparent; border-block-width: 8px; border-inline-width: 28px 0; background: var(--briefing-ink) padding-box; pointer-events: auto; cursor: ew-resize; }
.range .to::-webkit-slider-thumb { border-inline-width: 0 28px; }
.range .to::-moz-range-thumb { border-inline-width: 0 28px; }
.range input:focus-visible { outline: none; }
.range input:focus-visible::-webkit-slider-thumb { outline: calc(var(--briefing-line) * 3) solid var(--briefing-accent); outline-offset: -2px; }
.range input:focus-visible::-moz-range-thumb { outline: calc(var(--briefing-line) * 3) solid var(--briefing-accent); outline-offset: -2px; }
.zoom { display: flex; flex-wrap: wrap; align-items: center; column-gap: .5rem; margin: .25rem -.375rem 0; }
.zoom .note { margin-inline-start: .375rem; }
.zoom .quiet { margin: 0; font-size: var(--briefing-step-0); }
.zoom .quiet[aria-disabled=true] { color: var(--briefing-muted); text-decoration: none; cursor: default; }
@media (forced-colors: active) {
  .time { --briefing-ink: CanvasText; --briefing-paper: Canvas; --briefing-muted: CanvasText; --briefing-control: CanvasText; --briefing-accent: CanvasText; --origin: CanvasText; }
  .range input::-webkit-slider-thumb { forced-color-adjust: none; }
  .range input::-moz-range-thumb { forced-color-adjust: none; }
  .zoom .quiet[aria-disabled=true] { color: GrayText; }
}
`;
