/** Files held over the page, and dropped on it: anywhere, for a browser opens in the place of the page what is dropped beside the mark. */
import { dropped } from './intake.js';

/** A controller of Lit's: it listens as long as its host is on the page. */
export class Dropping {
  /** Whether something is held over the page. */
  over = false;

  /** @param {import('lit').ReactiveControllerHost} host @param {(found: import('./intake.js').Found[], unread: string[]) => void} take */
  constructor(host, take) {
    this.host = host;
    this.take = take;
    host.addController(this);
  }

  hostConnected() {
    for (const [event, heard] of this.#heard) addEventListener(event, heard);
  }

  hostDisconnected() {
    for (const [event, heard] of this.#heard) removeEventListener(event, heard);
  }

  #heard = Object.entries({
    dragover: (event) => this.#holds(event) && this.#become(true),
    dragleave: ({ relatedTarget }) => relatedTarget || this.#become(false),
    drop: async (event) => {
      if (!this.#holds(event)) return;
      this.#become(false);
      const { found, unread } = await dropped(event.dataTransfer);
      this.take(found, unread);
    },
  });

  /** Whether there are files; if so, they are not the browser's. @param {DragEvent} event */
  #holds(event) {
    const files = event.dataTransfer.types.includes('Files');
    if (files) event.preventDefault();
    return files;
  }

  #become(over) {
    if (over === this.over) return;
    this.over = over;
    this.host.requestUpdate();
  }
}
