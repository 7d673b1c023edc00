/** Ground rules: two voices (serif is a source, sans is the widget), links, focus, marks. */
import { css } from 'lit';

export const base = css`
*, *::before, *::after { box-sizing: border-box; }
.briefing {
  /* What a page says of its own text is inherited, across the shadow root too; tokens are not touched by \`all\`. */
  all: initial; display: block; color-scheme: inherit; visibility: inherit; pointer-events: inherit; --origin: initial;
  container: briefing / inline-size;
  contain-intrinsic-inline-size: min(60rem, 90vi); /* in a dialog, which is as wide as what stands in it */
  max-inline-size: 75rem; margin-inline: auto;
  background: var(--briefing-paper); color: var(--briefing-ink);
  font: 400 var(--briefing-step-1)/1.45 var(--briefing-sans);
  text-align: start; overflow-wrap: anywhere;
  -webkit-text-size-adjust: 100%; text-size-adjust: 100%;
}
h1, h2, h3, h4, p, ol, ul, dl, dd { margin: 0; padding: 0; }
ol, ul { list-style: none; }
h1, h2, h3, h4 { text-wrap: balance; font-weight: 700; }
a { color: inherit; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .2em; text-decoration-color: var(--briefing-control); }
a:hover { text-decoration-color: var(--briefing-accent); text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--briefing-accent); outline-offset: 2px; border-radius: var(--briefing-radius); }
h2:focus { outline: none; }
mark { background: var(--briefing-mark); color: inherit; padding-inline: .08em; border-radius: 1px; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
button { min-block-size: var(--briefing-target); padding-inline: 1.125rem; font: inherit; font-weight: 600; color: var(--briefing-paper); background: var(--briefing-ink); border: var(--briefing-line) solid var(--briefing-ink); border-radius: var(--briefing-radius); cursor: pointer; }
.sr { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.said, .text { font-family: var(--briefing-serif); font-size-adjust: ex-height .47; text-wrap: pretty; }
.said { font-size: var(--briefing-step-2); line-height: 1.5; hanging-punctuation: first last; }
.note { color: var(--briefing-muted); font-family: var(--briefing-sans); font-size: var(--briefing-step-0); line-height: 1.5; }
.note:empty, .byline span:empty { display: none; }
.note strong { color: var(--briefing-ink); }
.shell { padding-inline: var(--briefing-gutter); }
.view { padding-block: calc(var(--briefing-space) * 1.5) calc(var(--briefing-space) * 3); }
.view > h2:first-child { font-size: var(--briefing-step-4); line-height: 1.2; letter-spacing: -.01em; }
.section { margin-block-start: calc(var(--briefing-space) * 3); border-block-start: calc(var(--briefing-line) * 2) solid var(--briefing-ink); padding-block-start: calc(var(--briefing-space) * .625); }
.section > h2 { font-size: var(--briefing-step-3); line-height: 1.25; letter-spacing: -.005em; }
.back { display: inline-flex; align-items: center; min-block-size: var(--briefing-target); }
.foot p { border-block-start: var(--briefing-line) solid var(--briefing-rule); padding-block: var(--briefing-space) calc(var(--briefing-space) * 2); }
@media (forced-colors: active) {
  mark { forced-color-adjust: none; background: Mark; color: MarkText; }
  button { border-color: ButtonBorder; }
}
`;
