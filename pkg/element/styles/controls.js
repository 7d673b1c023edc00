/** Chips and lists to choose from. */
import { css } from 'lit';

export const controls = css`
select { min-block-size: var(--briefing-target); max-inline-size: 100%; padding-inline: .5rem; font: 400 var(--briefing-step-1) var(--briefing-sans); color: var(--briefing-ink); background: var(--briefing-paper); border: var(--briefing-line) solid var(--briefing-control); border-radius: var(--briefing-radius); }
.chip { display: inline-flex; align-items: center; gap: .5rem; flex: none; max-inline-size: 18rem; min-inline-size: var(--briefing-target); padding-inline: .875rem; font-weight: 400; text-align: start; color: var(--briefing-ink); background: var(--briefing-paper); border-color: var(--briefing-control); border-radius: calc(var(--briefing-radius) * 8); }
.chip bdi { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.chip span { color: var(--briefing-muted); font-variant-numeric: tabular-nums; }
.chip:hover { border-color: var(--briefing-ink); }
.chip[aria-pressed="true"] { background: var(--briefing-ink); border-color: var(--briefing-ink); }
.chip[aria-pressed="true"], .chip[aria-pressed="true"] span { color: var(--briefing-paper); }
@media (forced-colors: active) {
  .chip[aria-pressed="true"] { forced-color-adjust: none; background: Highlight; border-color: Highlight; }
  .chip[aria-pressed="true"], .chip[aria-pressed="true"] span { color: HighlightText; }
}
`;
