/** Fields, buttons of the second rank, what opens. 44 px to touch. */
import { css } from 'lit';

export const fields = css`
label { color: var(--briefing-muted); font-size: var(--briefing-step-0); }
input:not([type="checkbox"]), textarea, select { inline-size: 100%; min-block-size: var(--briefing-target); padding: .375rem .625rem; font: 400 var(--briefing-step-1)/1.45 var(--briefing-sans); color: var(--briefing-ink); background: var(--briefing-paper); border: var(--briefing-line) solid var(--briefing-control); border-radius: var(--briefing-radius); }
input::placeholder { color: var(--briefing-muted); opacity: 1; }
textarea { display: block; resize: vertical; }
[aria-invalid] { border-color: var(--briefing-accent) !important; border-inline-start-width: calc(var(--briefing-line) * 4) !important; }
.flaw { display: block; margin-block-start: .25rem; color: var(--briefing-accent); font: 600 var(--briefing-step-0)/1.4 var(--briefing-sans); }
input[type="checkbox"] { inline-size: 1.25rem; block-size: 1.25rem; margin: 0; accent-color: var(--briefing-ink); }
.check { display: inline-flex; align-items: center; gap: .5rem; min-block-size: var(--briefing-target); min-inline-size: var(--briefing-target); cursor: pointer; }
.quiet { color: var(--briefing-ink); background: var(--briefing-paper); border-color: var(--briefing-control); }
.quiet:hover { border-color: var(--briefing-ink); }
.square { inline-size: var(--briefing-target); padding: 0; }
.link { padding-inline: .25rem; font-weight: 400; color: inherit; background: none; border-color: transparent; text-decoration: underline; text-decoration-color: var(--briefing-control); text-underline-offset: .2em; min-inline-size: var(--briefing-target); }
.link:hover { text-decoration-color: var(--briefing-accent); text-decoration-thickness: 2px; }
[aria-disabled="true"] { color: var(--briefing-muted); background: var(--briefing-sunken); border-color: var(--briefing-rule); cursor: default; }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem .75rem; }
summary { inline-size: max-content; max-inline-size: 100%; min-block-size: var(--briefing-target); align-content: center; cursor: pointer; text-decoration: underline; text-decoration-color: var(--briefing-control); text-underline-offset: .2em; }
code { font-family: var(--briefing-mono); font-size: .9em; }
@media (forced-colors: active) { [aria-invalid] { border-style: dashed; } }
`;
