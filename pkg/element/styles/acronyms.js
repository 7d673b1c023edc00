/** Acronyms in a source's text, and the note that tells what one stands for. */
import { css } from 'lit';

export const acronyms = css`
.acronym > [role] { text-decoration: underline dotted 1px var(--briefing-control); text-underline-offset: .2em; cursor: help; }
.acronym > [aria-expanded="true"] { text-decoration-color: var(--briefing-accent); }
@media print { .acronym > [role] { text-decoration: none; } .acronym > :not([role]) { display: none; } }
`;

/** Within the note's own tree; its padding lets the pointer come over from the word. */
export const note = css`
:host { position: absolute; z-index: 1; inline-size: max-content; max-inline-size: min(20rem, calc(100cqi - 2rem)); padding-block: .25rem; text-indent: 0; letter-spacing: normal; user-select: none; -webkit-user-select: none; cursor: auto; }
div { padding: .5rem .75rem; background: var(--briefing-sunken); border: var(--briefing-line) solid var(--briefing-control); color: var(--briefing-ink); font: 400 var(--briefing-step-0)/1.5 var(--briefing-sans); text-align: start; }
.said { font-size: var(--briefing-step-1); line-height: 1.4; }
.unknown::first-letter { text-transform: uppercase; }
.cite:last-child { margin-block-end: -.375rem; }
`;
