/** The page from its head to the downloads. */
import { css } from 'lit';

export const page = css`
.studio { min-block-size: 100vh; padding-block-end: calc(var(--briefing-space) * 4); }
.head { padding-block: calc(var(--briefing-space) * 1.5) calc(var(--briefing-space) * 1.25); }
.top { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .25rem 1.5rem; margin-block-end: .5rem; }
h1 { font-size: var(--briefing-step-4); line-height: 1.15; letter-spacing: -.012em; }
.head > p { max-inline-size: calc(var(--briefing-measure) * 1.2); margin-block-start: .25rem; }
.head > p > a { display: flex; align-items: center; inline-size: max-content; max-inline-size: 100%; min-block-size: var(--briefing-target); }
.language { display: flex; align-items: center; gap: .5rem; }
.language select { inline-size: auto; }
.add { padding: calc(var(--briefing-space) * 1.5) var(--briefing-gutter); background: var(--briefing-sunken); border: calc(var(--briefing-line) * 2) solid transparent; border-block-start-color: var(--briefing-ink); }
.add.over { border-color: var(--briefing-accent); }
.add h2 { font-size: var(--briefing-step-3); line-height: 1.25; }
.add .note { max-inline-size: var(--briefing-measure); margin-block: .25rem .75rem; }
.told, .trouble, .progress, .problems, .shell > .quiet { margin-block-start: 1.25rem; }
.told:focus, .trouble:focus { outline: none; }
.told { max-inline-size: calc(var(--briefing-measure) * 1.2); }
.progress { position: sticky; inset-block-start: 0; z-index: 1; padding-block: .5rem; background: var(--briefing-paper); display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .25rem 1rem; align-items: center; }
.progress p { grid-column: 1; }
.progress bdi { overflow-wrap: anywhere; }
.progress progress { grid-column: 1; inline-size: 100%; block-size: .5rem; appearance: none; border: 0; background: var(--briefing-sunken); color: var(--briefing-ink); accent-color: var(--briefing-ink); }
.progress button { grid-area: 1 / 2 / span 2; }
progress::-webkit-progress-bar { background: var(--briefing-rule); }
progress::-webkit-progress-value { background: var(--briefing-ink); }
progress::-moz-progress-bar { background: var(--briefing-ink); }
.trouble, .problems { padding-inline-start: .75rem; border-inline-start: calc(var(--briefing-line) * 3) solid var(--briefing-accent); max-inline-size: calc(var(--briefing-measure) * 1.4); }
.trouble p + p { margin-block-start: .375rem; }
.problems h3 { font-size: var(--briefing-step-1); }
.problems li { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .25rem 1rem; padding-block: .5rem; }
.problems li + li { border-block-start: var(--briefing-line) solid var(--briefing-rule); }
.problems li > div { flex: 1 1 20rem; display: grid; gap: .25rem; }
.files, .notices { margin-block-start: .75rem; }
.notices ul, .files ul { max-inline-size: calc(var(--briefing-measure) * 1.4); }
.notices li { padding-block: .25rem; }
.files p { margin-block-start: .5rem; }
.files li { display: grid; grid-template-columns: minmax(0, 1fr) auto auto; align-items: center; gap: .75rem; border-block-start: var(--briefing-line) solid var(--briefing-rule); }
.bar { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .25rem 1rem; min-block-size: var(--briefing-target); }
.bar h2 { font-size: var(--briefing-step-3); }
.named { max-inline-size: var(--briefing-measure); margin-block: .75rem; }
.named input { font-size: var(--briefing-step-2); font-weight: 600; }
.section > h3 { margin-block: 1.5rem .5rem; font-size: var(--briefing-step-1); }
.downloads { display: grid; gap: .75rem 2rem; }
.downloads li { display: grid; gap: .25rem; align-content: start; }
.downloads button { justify-self: start; min-inline-size: 12rem; text-align: start; }
.preview { border-block-start: var(--briefing-line) solid var(--briefing-rule); margin-inline: calc(var(--briefing-gutter) * -1); }
dialog { inline-size: min(40rem, 100vw - 2rem); max-block-size: calc(100dvh - 2rem); padding: 1rem 1.25rem 1.25rem; color: inherit; background: var(--briefing-paper); border: calc(var(--briefing-line) * 2) solid var(--briefing-ink); border-radius: 0; }
dialog::backdrop { background: rgb(0 0 0 / .5); }
dialog h2 { font-size: var(--briefing-step-3); }
dialog p { margin-block-start: .625rem; }
.fields { display: grid; gap: 0 1rem; }
@media (forced-colors: active) { .progress progress { appearance: auto; } }
@container briefing (min-width: 32.5rem) {
  h1 { font-size: var(--briefing-step-5); }
  .fields { grid-template-columns: 1fr 1fr; }
  .downloads { grid-template-columns: 1fr 1fr; }
}
@container briefing (min-width: 60rem) { .downloads { grid-template-columns: repeat(3, 1fr); } }
`;
