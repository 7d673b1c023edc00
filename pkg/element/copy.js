/**
 * Taking what is shown along: as Markdown with its citations, or as the plain data of the cards.
 *
 * Where the page may not write to the clipboard, the text is shown, selected, for the reader to copy.
 */
import { html, nothing } from 'lit';

export class Copy {
  /** The text that could not be put on the clipboard. */
  #text = '';
  #done = '';

  /**
   * @param {import('lit').ReactiveControllerHost & HTMLElement} host
   * @param {(words: string) => void} say
   */
  constructor(host, say) {
    this.host = host;
    this.say = say;
  }

  /** Forgets what was copied: another place is shown. */
  clear() {
    this.#text = '';
    this.#done = '';
  }

  async #copy(what, text) {
    this.clear();
    try {
      await navigator.clipboard.writeText(text);
      this.#done = `Copied as ${what}`;
    } catch {
      this.#text = text;
      this.host.requestUpdate();
      await this.host.updateComplete;
      const box = this.host.shadowRoot.querySelector('textarea');
      box?.select();
      box?.scrollIntoView({ block: 'nearest' });
      this.#done = 'This page may not use the clipboard: the text is selected below, to be copied by hand';
    }
    this.say(this.#done);
  }

  /** @param {() => string} markdown @param {() => unknown} data */
  render(markdown, data) {
    const button = (what, text) => html`<button type="button" class="quiet" @click=${() => this.#copy(what, text())}>Copy as ${what}</button>`;
    return html`<div class="take shell screen" part="copy">
      ${button('Markdown', markdown)}${button('JSON', () => JSON.stringify(data(), undefined, 2))}
      ${this.#done ? html`<span class="note">${this.#done}</span>` : nothing}
      ${this.#text ? html`<textarea readonly rows="8" aria-label="Text to copy" .value=${this.#text}></textarea>` : nothing}
    </div>`;
  }
}
