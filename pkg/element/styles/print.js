/** On paper: black on white, citations as [3], the list of sources last; what only works on a screen is left out. */
import { css } from 'lit';
import { light } from './tokens.js';

export const print = css`
@media print {
  .briefing { ${light}; color-scheme: light; --briefing-gutter: 0px; --briefing-step-0: 8pt; --briefing-step-1: 9pt; --briefing-step-2: 10pt; --briefing-step-3: 11pt; --briefing-step-4: 12.5pt; --briefing-step-5: 19pt; max-inline-size: none; }
  .section { margin-block-start: .8rem; }
  .search, .views, .order, .filters, .back, .more-of, .screen, .foot, .spread:has(article) > .section { display: none; }
  .paper { display: revert; }
  .top, .spread, .results { display: block; }
  .head { padding: 0 0 .5rem; border-block-end: 2pt solid; }
  .view { padding-block: .5rem 0; }
  a { text-decoration: none; }
  .said, .kp .said { line-height: 1.32; }
  .kp { padding-block: .3rem; }
  .kp, .hit, .answer li, .card, .key a, .pair, .quotes li, .acronyms div, .event, .person { break-inside: avoid; }
  h2, h3, h4, .section > .note { break-after: avoid; }
  .cite, .key a, .warning a, .acronyms dd { min-block-size: 0; min-inline-size: 0; }
  .quotes { gap: .75rem 1.5rem; }
  .direct .said { text-indent: 0; }
  .cite { gap: .3em; }
  .cite.n, figcaption .cite.n { margin: 0; flex: none; }
  .side .cites { padding-block-start: .2rem; }
  .cites, .more { column-gap: .35rem; }
  .badge { display: inline; min-inline-size: 0; block-size: auto; line-height: inherit; padding: 0; border: 0; background: none; font-size: inherit; }
  .badge::before { content: "["; }
  .badge::after { content: "]"; }
  .text { font-size: 10.5pt; line-height: 1.45; max-inline-size: none; }
  mark, .pips i { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
