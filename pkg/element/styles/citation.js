/** Badges, citations and lists of reports. Colour means origin; a broken line means near-copy. 44 px to touch, 22 px to the eye. */
import { css } from 'lit';

export const citation = css`
.o0 { --origin: var(--briefing-control); }
.o1 { --origin: var(--briefing-origin-1); }
.o2 { --origin: var(--briefing-origin-2); }
.o3 { --origin: var(--briefing-origin-3); }
.o4 { --origin: var(--briefing-origin-4); }
.badge { display: inline-grid; place-items: center; flex: none; min-inline-size: 1.375rem; block-size: 1.375rem; padding-inline: .1875rem; font: 700 var(--briefing-step-0)/1 var(--briefing-sans); font-variant-numeric: tabular-nums; color: var(--briefing-ink); background: var(--briefing-paper); border: var(--briefing-line) solid var(--briefing-control); border-block-end: calc(var(--briefing-line) * 3) solid var(--origin); border-radius: var(--briefing-radius); }
.badge.copy { border-style: dashed; }
.cite { display: inline-flex; align-items: center; gap: .5em; min-block-size: var(--briefing-target); min-inline-size: var(--briefing-target); font: 400 var(--briefing-step-0)/1.25 var(--briefing-sans); color: var(--briefing-muted); text-decoration: none; }
.cite:hover { color: var(--briefing-ink); text-decoration: underline; }
.cite.n { justify-content: center; margin-inline: -.375rem; }
.cites { display: flex; flex-wrap: wrap; align-items: center; column-gap: .75rem; margin-block-start: .125rem; }
.more { display: inline-flex; flex-wrap: wrap; align-items: center; column-gap: .75rem; }
.also { color: var(--briefing-muted); font-size: var(--briefing-step-0); }
.key a { display: grid; grid-template-columns: auto 1fr; column-gap: .75rem; align-items: start; padding-block: .625rem; min-block-size: var(--briefing-target); text-decoration: none; border-block-start: var(--briefing-line) solid var(--briefing-rule); }
.key strong { display: block; font-family: var(--briefing-serif); font-size-adjust: ex-height .47; line-height: 1.3; }
.key a:hover strong { text-decoration: underline; text-decoration-thickness: 1px; }
.key .note { display: block; margin-block-start: .125rem; }
.key a[aria-current] { border-block-start: 2px solid var(--briefing-accent); }
.section .key { margin-block-start: .75rem; }
@container briefing (min-width: 32.5rem) { .key { display: grid; grid-template-columns: 1fr 1fr; column-gap: 2rem; } }
@container briefing (min-width: 60rem) { .spread .key { display: block; } }
`;
