/** Key points, and the states without a briefing. */
import { css } from 'lit';

export const views = css`
.kp { display: grid; padding-block: calc(var(--briefing-space) * .875) calc(var(--briefing-space) * .25); border-block-start: var(--briefing-line) solid var(--briefing-rule); }
.kp:first-child { border: 0; padding-block-start: calc(var(--briefing-space) * .25); }
.kp .said { line-height: 1.42; max-inline-size: var(--briefing-measure); }
.kp:first-child .said { font-size: var(--briefing-step-3); line-height: 1.3; letter-spacing: -.004em; }
.cited-by { order: 3; align-self: start; }
.corr { order: 2; display: flex; flex-wrap: wrap; align-items: center; gap: 0 calc(var(--briefing-space) * .5); margin-block-start: calc(var(--briefing-space) * .5); font-size: var(--briefing-step-0); line-height: 1.35; color: var(--briefing-muted); }
.corr strong { color: var(--briefing-ink); }
.pips { display: inline-flex; gap: 2px; }
.pips i { inline-size: .75rem; block-size: .375rem; border: var(--briefing-line) solid var(--briefing-control); }
.pips .y { background: var(--briefing-ink); border-color: var(--briefing-ink); }

.more-of { margin-block-start: 1rem; }
.more-of .note { margin-inline-start: .75rem; }

.byline { display: flex; align-items: center; flex-wrap: wrap; gap: 0 .75rem; }

.state { max-inline-size: 40rem; }
.state > * + * { margin-block-start: .75rem; }
[aria-busy] { min-block-size: 100vh; } /* what comes below does not move when the briefing comes */
.state.over { position: absolute; inset: 0 0 auto; z-index: 1; min-block-size: 0; max-inline-size: none; padding: 0; }
.over > :is(h1, p) { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
progress { appearance: none; display: block; inline-size: 100%; block-size: .5rem; border: var(--briefing-line) solid var(--briefing-control); background: transparent; }
progress::-webkit-progress-bar { background: transparent; }
progress::-webkit-progress-value { background: var(--briefing-ink); }
progress::-moz-progress-bar { background: var(--briefing-ink); }

@container briefing (min-width: 32.5rem) {
  .kp { grid-template-columns: 6.5rem minmax(0, 1fr); grid-template-rows: auto 1fr; column-gap: 1.5rem; padding-block: calc(var(--briefing-space) * 1.125) calc(var(--briefing-space) * .375); }
  .kp .said { order: 1; font-size: var(--briefing-step-3); line-height: 1.4; }
  .kp:first-child .said { font-size: var(--briefing-step-4); line-height: 1.28; }
  .kp > :is(.said, .cited-by) { grid-column: 2; }
  .corr { order: 0; grid-column: 1; grid-row: 1 / 3; display: block; }
  .corr > * { display: block; }
  .corr .pips { display: flex; margin-block-end: .5rem; }
  .kp:first-child .corr { margin-block-start: calc(var(--briefing-space) * .75); }
}
@container briefing (min-width: 60rem) {
  .spread { display: grid; grid-template-columns: minmax(0, 1fr) clamp(24rem, 40cqi, 27.5rem); column-gap: clamp(2rem, 4cqi, 3.5rem); align-items: start; }
  .spread > .section { margin: 0; border: 0; padding-block-start: .25rem; }
}
@media (forced-colors: active) {
  .pips .y { forced-color-adjust: none; background: CanvasText; border-color: CanvasText; }
  progress::-webkit-progress-value { forced-color-adjust: none; background: CanvasText; }
}
`;
