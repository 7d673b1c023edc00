/** The sections of the brief: two sides of a difference, quotes, acronyms. */
import { css } from 'lit';

export const brief = css`
.section > .note:empty { display: none; }
.section > h2 + .note { margin-block: calc(var(--briefing-space) * .25) var(--briefing-space); }
.kinds { margin-block-start: calc(var(--briefing-space) * 1.5); font-size: var(--briefing-step-1); }
.section > h2 + .note + .kinds { margin-block-start: var(--briefing-space); }
.jump ul { display: flex; flex-wrap: wrap; column-gap: 1rem; margin-block: -.75rem .75rem; font-size: var(--briefing-step-0); color: var(--briefing-muted); font-variant-numeric: tabular-nums; }
.jump a { display: inline-flex; align-items: center; min-block-size: var(--briefing-target); min-inline-size: var(--briefing-target); text-decoration: none; }
.jump span { text-decoration: underline 1px var(--briefing-control); text-underline-offset: .2em; }
.jump a:hover span { text-decoration: underline 2px var(--briefing-accent); }
[data-item] { scroll-margin-block-start: 1rem; }
[data-item]:focus { outline: 3px solid var(--briefing-accent); outline-offset: 4px; border-radius: var(--briefing-radius); }
[data-item] a { text-decoration-color: transparent; }
[data-item] a:is(:hover, :focus-visible) { text-decoration-color: currentColor; }

.more + .quiet, .roles + .quiet, .note > .quiet, dd > .quiet { font-size: var(--briefing-step-0); }
.cited-by { display: flex; flex-wrap: wrap; column-gap: 1.25rem; }
.warning { display: flex; flex-wrap: wrap; align-items: center; column-gap: .75rem; font: 400 var(--briefing-step-0)/1.3 var(--briefing-sans); color: var(--briefing-accent); }
.warning a { display: inline-flex; align-items: center; min-block-size: var(--briefing-target); min-inline-size: var(--briefing-target); text-decoration-color: currentColor; }
.differ { font-weight: 700; font-size: 1.125rem; line-height: 1; color: var(--briefing-accent); }
mark.differs { border-block-end: 2px solid var(--briefing-accent); }

/* What is out of sight is laid out when it comes into it; what hangs over an edge is not cut off. */
.pair, .quotes li { content-visibility: auto; contain-intrinsic-block-size: auto 11rem; overflow-clip-margin: 1rem; }
.quotes li { contain-intrinsic-block-size: auto 7rem; }
.pair { padding-block: var(--briefing-space) calc(var(--briefing-space) * .5); border-block-start: var(--briefing-line) solid var(--briefing-rule); }
.pair:first-child { border: 0; padding-block-start: 0; }
.pair h3 { margin-block-end: .75rem; font-size: var(--briefing-step-1); line-height: 1.35; }
.pair h3 span { margin-inline-start: .375rem; font-weight: 400; color: var(--briefing-muted); }
.sides { display: grid; gap: var(--briefing-space); }
.side { display: flex; flex-direction: column; padding-inline-start: 1rem; border-inline-start: calc(var(--briefing-line) * 3) solid var(--origin); }
.side.copy { border-inline-start-style: dashed; }
.side .cites { margin-block-start: auto; }

.quotes { display: grid; gap: calc(var(--briefing-space) * .75); margin-block-start: calc(var(--briefing-space) * .75); }
figure, blockquote { margin: 0; }
.direct .said { font-size: var(--briefing-step-3); line-height: 1.35; text-indent: -.42em; }
.direct .said::before { content: "“"; }
.direct .said::after { content: "”"; }
figcaption { display: flex; align-items: center; gap: .375rem; }
figcaption .cite.n { margin-inline: -.6875rem -.25rem; }
figcaption .cue { font-family: var(--briefing-serif); font-size-adjust: ex-height .47; }
figcaption .note { margin-inline-start: .375rem; }

.acronyms { display: grid; gap: 0 4rem; margin: 0; }
.acronyms > div { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); gap: 0 .75rem; align-items: baseline; padding-block: .125rem; border-block-start: var(--briefing-line) solid var(--briefing-rule); }
.acronyms dt { font-weight: 700; }
.acronyms .note { font-weight: 400; }
.acronyms dd { display: flex; flex-wrap: wrap; align-items: center; column-gap: .75rem; min-block-size: var(--briefing-target); }

@container briefing (min-width: 32.5rem) {
  .sides, .quotes { grid-template-columns: 1fr 1fr; gap: calc(var(--briefing-space) * 1.25) calc(var(--briefing-space) * 2); }
  .pair.high:first-child .said { font-size: var(--briefing-step-3); line-height: 1.4; }
}
@container briefing (min-width: 60rem) {
  .sides { gap: calc(var(--briefing-space) * 3); }
  .quotes { grid-template-columns: repeat(3, 1fr); gap: calc(var(--briefing-space) * 1.5) calc(var(--briefing-space) * 3); }
  .acronyms { grid-template-columns: 1fr 1fr; }
}
@media (forced-colors: active) {
mark.differs { text-decoration: underline wavy; }
}
`;
