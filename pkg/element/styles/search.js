/** The search field, and what opens beneath it. */
import { css } from 'lit';

export const search = css`
.search { position: relative; display: flex; margin-block-start: 1rem; }
.search input { flex: 1; min-inline-size: 0; min-block-size: var(--briefing-target); margin: 0; padding: .5rem .75rem; font: inherit; font-size: 1rem; color: inherit; background: var(--briefing-paper); border: var(--briefing-line) solid var(--briefing-control); border-inline-end: 0; border-start-start-radius: var(--briefing-radius); border-end-start-radius: var(--briefing-radius); border-start-end-radius: 0; border-end-end-radius: 0; appearance: none; text-overflow: ellipsis; }
.search input::placeholder { color: var(--briefing-muted); opacity: 1; }
.search input:focus-visible { outline-offset: -1px; }
.search > button { border-radius: 0; padding-inline: .875rem; }
.search > button:last-child { border-start-end-radius: var(--briefing-radius); border-end-end-radius: var(--briefing-radius); }
.search > .hint { inline-size: var(--briefing-target); flex: none; padding: 0; color: var(--briefing-muted); background: var(--briefing-paper); border-color: var(--briefing-control); border-inline: 0; }
.hint[aria-expanded="true"] { color: var(--briefing-ink); box-shadow: inset 0 -3px var(--briefing-accent); }
.panel { position: absolute; z-index: 1; inset: 100% 0 auto; padding: .75rem 1rem; color: var(--briefing-ink); background: var(--briefing-paper); border: var(--briefing-line) solid var(--briefing-control); border-block-start: calc(var(--briefing-line) * 2) solid var(--briefing-ink); }
.panel dl { display: grid; grid-template-columns: auto 1fr; gap: .375rem 1rem; margin: 0; font-size: var(--briefing-step-0); }
dd { margin: 0; }
.panel dd { color: var(--briefing-muted); }
code { font: 400 var(--briefing-step-0) var(--briefing-mono); }
.quiet { display: flex; align-items: center; min-inline-size: var(--briefing-target); padding-inline: .375rem; margin-inline: -.375rem; color: inherit; background: none; border-color: transparent; font-weight: 400; text-align: start; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .2em; text-decoration-color: var(--briefing-control); }
.quiet.note { color: var(--briefing-muted); }
.quiet:hover { text-decoration-color: var(--briefing-accent); text-decoration-thickness: 2px; }
@media (forced-colors: active) {
  .hint[aria-expanded="true"] { border: 2px solid Highlight; }
  .quiet { border-color: transparent; }
}
`;
