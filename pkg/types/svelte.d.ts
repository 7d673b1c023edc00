/** `<briefing-widget>` in the markup of Svelte 5. */
import type { HTMLAttributes } from 'svelte/elements';
import type { BriefingWidget } from '../define.js';
import type { Listeners, Properties } from './element.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'briefing-widget': HTMLAttributes<BriefingWidget> & Properties & Listeners;
  }
}
