/**
 * Colours, typefaces, steps of size: everything that a page may set on the element. The theme is `color-scheme` alone.
 * Contrasts were computed after WCAG 2.2; on paper and on sunken alike, text is at least 4.5 and graphics 3.
 */
import { css } from 'lit';

export const tokens = css`
:host {
  --briefing-paper: light-dark(#ffffff, #15171a);
  --briefing-sunken: light-dark(#f6f5f1, #1e2125);
  --briefing-ink: light-dark(#17181c, #eceae4);
  --briefing-muted: light-dark(#54565c, #b6b4ad);
  --briefing-rule: light-dark(#dcdad3, #363a40);
  --briefing-control: light-dark(#7c7b75, #85858a);
  --briefing-accent: light-dark(#8e1b2e, #f2a19b);
  --briefing-mark: light-dark(#fff0b8, #4a3e10);
  --briefing-origin-1: light-dark(#0d437f, #5891dc);
  --briefing-origin-2: light-dark(#9e7115, #d9b568);
  --briefing-origin-3: light-dark(#067a58, #8ce6ca);
  --briefing-origin-4: light-dark(#c24a8f, #d4659f);
  --briefing-serif: Charter, "Bitstream Charter", "Iowan Old Style", Cambria, Georgia, "Liberation Serif", serif;
  --briefing-sans: -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, system-ui, sans-serif;
  --briefing-measure: 38rem;
  --step-0: .8125rem;
  --step-1: .9375rem;
  --step-2: 1.0625rem;
  --step-3: 1.25rem;
  --step-4: 1.5625rem;
  --step-5: 2rem;
  --gutter: 1rem;
  --section: 3rem;
  display: block;
  /* A container has no width of its own: in a flexible row it takes what is free, and never less than it can be read in. */
  flex: auto;
  min-inline-size: min(100%, 17.5rem);
}
:host([hidden]) { display: none; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
:host([theme="auto"]) { color-scheme: light dark; }
`;
