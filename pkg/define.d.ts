/** Importing this registers `<briefing-widget>`; it also brings all that `briefing-widget` exports. */
import type { Briefing, Info } from './index.js';

export * from './index.js';

/** What `<briefing-widget>` tells the page. The events bubble and cross shadow roots. */
export interface BriefingWidgetEventMap {
  /** The briefing is open. */
  'briefing-ready': CustomEvent<{ info: Info }>;
  /** A search has run and typing rests. */
  'briefing-search': CustomEvent<{ query: string; total: number }>;
  /** A report is opened, at a place in it where one is cited. */
  'briefing-open': CustomEvent<{ document: string; start?: number; end?: number }>;
  /** Something failed. */
  'briefing-error': CustomEvent<{ error: Error }>;
}

/** The element: a briefing to search and to read. */
export class BriefingWidget extends HTMLElement {
  /** Address of a pack; without it, the pack inside the package's WebAssembly is opened. */
  src?: string | undefined;
  /** Where to begin, where the page's address does not say. */
  view?: 'brief' | 'timeline' | 'people' | 'sources' | undefined;
  /** What to search for at the beginning. */
  query?: string | undefined;
  /** `auto` follows the system; without it, the page's own `color-scheme` holds. */
  theme?: 'light' | 'dark' | 'auto' | undefined;
  /** Leaves the page's address and history alone. */
  noHash: boolean;
  /** Leaves the key `/` to the page. */
  noShortcut: boolean;
  /** A briefing that is open already, to show instead of loading one. */
  briefing?: Briefing | undefined;

  addEventListener<K extends keyof BriefingWidgetEventMap>(
    type: K,
    listener: (this: BriefingWidget, event: BriefingWidgetEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: BriefingWidget, event: HTMLElementEventMap[K]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'briefing-widget': BriefingWidget;
  }
}
