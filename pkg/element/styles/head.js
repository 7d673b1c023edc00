/** The head: title, facts, views. */
import { css } from 'lit';

export const head = css`
.head { padding-block: calc(var(--briefing-space) * 1.5) 0; }
h1 { font-size: var(--briefing-step-4); line-height: 1.15; letter-spacing: -.012em; text-align: match-parent; }
.facts { margin-block-start: .375rem; color: var(--briefing-muted); font-variant-numeric: tabular-nums; }
.facts span { white-space: nowrap; }
.views { margin-block-start: calc(var(--briefing-space) * .75); border-block-end: var(--briefing-line) solid var(--briefing-rule); }
.views ul { display: flex; justify-content: space-between; max-inline-size: 24rem; white-space: nowrap; }
.views a { position: relative; display: flex; align-items: center; min-block-size: var(--briefing-target); min-inline-size: var(--briefing-target); padding-inline: .375rem; margin-inline: -.375rem; text-decoration: none; font-weight: 500; color: var(--briefing-muted); }
.views a::after { content: ""; position: absolute; inset: auto .375rem -1px; border-block-end: 3px solid transparent; }
.views .wide { white-space: pre; } /* the space before it, in a flexible row */
.views a:hover { color: var(--briefing-ink); }
.views a:hover::after { border-color: var(--briefing-control); }
.views a[aria-current] { color: var(--briefing-ink); font-weight: 700; }
.views a[aria-current]::after { border-color: var(--briefing-accent); }
@container briefing (min-width: 32.5rem) {
  h1 { font-size: var(--briefing-step-5); }
  .views ul { justify-content: start; column-gap: 2rem; max-inline-size: none; }
}
@container briefing (min-width: 60rem) {
  .head { padding-block-start: calc(var(--briefing-space) * 2); }
  .top { display: grid; grid-template-columns: minmax(0, 1fr) clamp(24rem, 40cqi, 27.5rem); column-gap: clamp(2rem, 4cqi, 3.5rem); align-items: end; }
  .search { margin: 0; }
  .views { margin-block-start: calc(var(--briefing-space) * 1.25); }
}
@media (prefers-reduced-motion: no-preference) { .views a::after { transition: border-color var(--briefing-motion) ease-out; } }
@media (forced-colors: active) {
  .views a[aria-current]::after { border-color: Highlight; }
  .views a:not([aria-current])::after { display: none; }
}
`;
