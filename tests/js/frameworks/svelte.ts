/** What Svelte's markup allows of the element; it is compiled, never run. */
import type { SvelteHTMLElements } from 'svelte/elements';
import type {} from 'briefing-widget/types/svelte';

type Attributes = SvelteHTMLElements['briefing-widget'];

export const right: Attributes = {
  id: 'talks', class: 'wide', src: 'talks.brief', view: 'people', noShortcut: true,
  'onbriefing-open': ({ detail }) => console.log(detail.document),
};

// @ts-expect-error: no such theme
export const theme: Attributes = { theme: 'sepia' };
// @ts-expect-error: no such event
export const event: Attributes = { 'onbriefing-close': () => {} };
