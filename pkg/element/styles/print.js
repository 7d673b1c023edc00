/** On paper: black on white, citations as [3], the list of sources last; what only works on a screen is left out. */
import { css } from 'lit';
import { light } from './tokens.js';

export const print = css`
@media print {
  .briefing { ${light}; color-scheme: light; --briefing-gutter: 0px; --briefing-step-0: 8pt; --briefing-step-1: 9pt; --briefing-step-2: 10pt; --briefing-step-3: 11pt; --briefing-step-4: 12.5pt; --briefing-step-5: 19pt; max-inline-size: none; }
  .section { margin-block-start: .8rem; }
  .hit, .event, .pair, .quotes li { content-visibility: visible; }
  .search, .views, .order, .filters, .back, .more-of, .screen, .foot, .spread:has(article) > .section { display: none; }
  .paper { display: revert; }
  .top, .spread, .results { display: block; }
  .head { padding: 0 0 .5rem; border-block-end: 2pt solid; }
  .view { padding-block: .5rem 0; }
  a { text-decoration: none; }
  .said, .kp .said { line-height: 1.32; }
  .kp { grid-template-columns: 10rem minmax(0, 1fr); padding-block: .25rem; }
  .kp:first-child .corr { margin-block-start: 0; }
  .pair { padding-block: .375rem; }
  .pair h3 { margin-block-end: .25rem; }
  .section > h2 + .note { margin-block: 0 .375rem; }
  .kinds, .kinds + .note, .quotes .warning { display: none; }
  .acronyms { grid-template-columns: 1fr 1fr; column-gap: 2rem; }
  .kp, .hit, .answer li, .card, .key a, .pair, .quotes li, .acronyms div, .event, .person { break-inside: avoid; }
  h2, h3, h4, .section > .note { break-after: avoid; }
  .cite, .key a, .warning a, .acronyms dd { min-block-size: 0; min-inline-size: 0; }
  .quotes { gap: .375rem 2rem; margin-block-start: 0; }
  .direct .said { text-indent: 0; }
  .cite { gap: .3em; }
  .cite.n, figcaption .cite.n { margin: 0; flex: none; }
  .side .cites { padding-block-start: .2rem; }
  .cites, .more { column-gap: .35rem; }
  .key a { padding-block: .25rem; }
  .section .key { margin-block-start: 0; }
  .badge { display: inline; min-inline-size: 0; block-size: auto; line-height: inherit; padding: 0; border: 0; background: none; font-size: inherit; }
  .badge::before { content: "["; }
  .badge::after { content: "]"; }
  .text { font-size: 10.5pt; line-height: 1.45; max-inline-size: none; }
  mark, .pips i { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;
