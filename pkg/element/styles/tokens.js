/**
 * Every decision of the design that a page may change: `--briefing-…`, set on the element. docs/design.md says what each is for.
 * The theme is `color-scheme` alone; contrasts are computed after WCAG 2.2 by tests/js/contrast.test.mjs.
 */
import { css, unsafeCSS } from 'lit';

/** @type {Record<string, [light: string, dark: string]>} */
export const COLOURS = {
  paper: ['#ffffff', '#15171a'],
  sunken: ['#f6f5f1', '#1e2125'],
  ink: ['#17181c', '#eceae4'],
  muted: ['#505258', '#b6b4ad'],
  rule: ['#dcdad3', '#363a40'],
  control: ['#7c7b75', '#85858a'],
  accent: ['#8e1b2e', '#f2a19b'],
  mark: ['#fff0b8', '#4a3e10'],
  'origin-1': ['#0d437f', '#5891dc'],
  'origin-2': ['#9e7115', '#d9b568'],
  'origin-3': ['#067a58', '#8ce6ca'],
  'origin-4': ['#c24a8f', '#d4659f'],
};

/** @param {(pair: [string, string]) => string} value */
const colours = (value) => unsafeCSS(Object.entries(COLOURS).map(([name, pair]) => `--briefing-${name}:${value(pair)}`).join(';'));

/** The light colours alone: for paper, and for browsers that cannot choose. */
export const light = colours(([value]) => value);
const dark = colours(([, value]) => value);

export const tokens = css`
:host {
  ${colours(([day, night]) => `light-dark(${day},${night})`)};
  --briefing-serif: Charter, "Bitstream Charter", "Iowan Old Style", Cambria, Georgia, "Liberation Serif", serif;
  --briefing-sans: -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, system-ui, sans-serif;
  --briefing-mono: ui-monospace, "Liberation Mono", monospace;
  --briefing-step-0: .8125rem;
  --briefing-step-1: .9375rem;
  --briefing-step-2: 1.0625rem;
  --briefing-step-3: 1.25rem;
  --briefing-step-4: 1.5625rem;
  --briefing-step-5: 2rem;
  --briefing-measure: 38rem;
  --briefing-space: 1rem;
  --briefing-gutter: clamp(1rem, 4cqi, 2.5rem);
  --briefing-target: 2.75rem;
  --briefing-line: 1px;
  --briefing-radius: 3px;
  --briefing-motion: .18s;
  display: block;
  /* A container has no width of its own: in a flexible row it takes what is free, and never less than it can be read in. */
  flex: auto;
  min-inline-size: min(100%, 17.5rem);
}
:host([hidden]) { display: none; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
:host([theme="auto"]) { color-scheme: light dark; }
@supports not (color: light-dark(#000, #fff)) {
  :host { ${light}; }
  :host([theme="dark"]) { ${dark}; }
  @media (prefers-color-scheme: dark) { :host([theme="auto"]) { ${dark}; } }
}
`;
