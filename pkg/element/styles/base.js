/** Ground rules: two voices (serif is a source, sans is the widget), links, focus, marks. */
import { css } from 'lit';

export const base = css`
*, *::before, *::after { box-sizing: border-box; }
.briefing {
  container: briefing / inline-size;
  contain-intrinsic-inline-size: min(60rem, 90vi); /* in a dialog, which is as wide as what stands in it */
  max-inline-size: 75rem; margin-inline: auto;
  background: var(--briefing-paper); color: var(--briefing-ink);
  font: 400 var(--step-1)/1.45 var(--briefing-sans);
  text-align: start; overflow-wrap: anywhere;
  /* What a page does to its own text ends here; how widely it is spaced is the reader's choice, and stays. */
  text-transform: none; text-indent: 0; text-shadow: none; white-space: normal; word-break: normal;
  -webkit-text-size-adjust: 100%; text-size-adjust: 100%;
}
h1, h2, h3, h4, p, ol, ul, dl, dd { margin: 0; padding: 0; }
ol, ul { list-style: none; }
h1, h2, h3, h4 { text-wrap: balance; font-weight: 700; }
a { color: inherit; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .2em; text-decoration-color: var(--briefing-control); }
a:hover { text-decoration-color: var(--briefing-accent); text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--briefing-accent); outline-offset: 2px; border-radius: 2px; }
h2:focus { outline: none; }
mark { background: var(--briefing-mark); color: inherit; padding-inline: .08em; border-radius: 1px; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
button { min-block-size: 2.75rem; padding-inline: 1.125rem; font: inherit; font-weight: 600; color: var(--briefing-paper); background: var(--briefing-ink); border: 1px solid var(--briefing-ink); border-radius: 3px; cursor: pointer; }
.sr { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.said, .text { font-family: var(--briefing-serif); font-size-adjust: ex-height .47; text-wrap: pretty; }
.said { font-size: var(--step-2); line-height: 1.5; hanging-punctuation: first last; }
.note { color: var(--briefing-muted); font-family: var(--briefing-sans); font-size: var(--step-0); line-height: 1.5; }
.note:empty, .byline span:empty { display: none; }
.note strong { color: var(--briefing-ink); }
.shell { padding-inline: var(--gutter); }
.view { padding-block: 1.5rem 3rem; }
.view > h2:first-child { font-size: var(--step-4); line-height: 1.2; letter-spacing: -.01em; }
.section { margin-block-start: var(--section); border-block-start: 2px solid var(--briefing-ink); padding-block-start: .625rem; }
.section > h2 { font-size: var(--step-3); line-height: 1.25; letter-spacing: -.005em; }
.back { display: inline-flex; align-items: center; min-block-size: 2.75rem; }
.foot p { border-block-start: 1px solid var(--briefing-rule); padding-block: 1rem 2rem; }
@container briefing (min-width: 32.5rem) { .shell { --gutter: 1.5rem; } }
@container briefing (min-width: 60rem) { .shell { --gutter: 2.5rem; } }
@media (forced-colors: active) {
  mark { forced-color-adjust: none; background: Mark; color: MarkText; }
  button { border-color: ButtonBorder; }
}
`;
