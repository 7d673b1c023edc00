/**
 * Taking what is shown along: as Markdown with its citations, or as the plain data of the cards; a citation in its formats.
 *
 * Where the page may not write to the clipboard, the text is shown, selected, for the reader to copy.
 */
import { html, nothing } from 'lit';

export class Copy {
  /** The text that could not be put on the clipboard. */
  #text = '';
  #done = '';
  /** The part of the view whose button was used last. */
  #part = '';

  /**
   * @param {import('lit').ReactiveControllerHost & HTMLElement & {locale: import('./locale.js').Locale}} host
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

  /** @param {string} part @param {string} what @param {() => string | Promise<string>} make */
  async #copy(part, what, make) {
    this.clear();
    this.#part = part;
    const text = await make();
    try {
      await navigator.clipboard.writeText(text);
      this.#done = this.host.locale.t('copiedAs', { what });
    } catch {
      this.#text = text;
      this.host.requestUpdate();
      await this.host.updateComplete;
      const box = this.host.shadowRoot.querySelector('textarea');
      box?.select();
      box?.scrollIntoView({ block: 'nearest' });
      this.#done = this.host.locale.t('copyByHand');
    }
    this.say(this.#done);
  }

  /**
   * @param {string} part of the view, which shows the outcome
   * @param {string} what the form that is copied
   * @param {() => string | Promise<string>} make the text
   * @param {string} [label]
   */
  button(part, what, make, label = this.host.locale.t('copyAs', { what })) {
    return html`<button type="button" class="quiet" @click=${() => this.#copy(part, what, make)}>${label}</button>`;
  }

  /** What became of it, where a button of this part was the last used. @param {string} part */
  outcome(part) {
    if (part !== this.#part) return nothing;
    return html`${this.#done ? html`<span class="note">${this.#done}</span>` : nothing}
      ${this.#text ? html`<textarea readonly rows="8" aria-label=${this.host.locale.t('textToCopy')} .value=${this.#text}></textarea>` : nothing}`;
  }

  /** @param {() => Promise<string>} markdown @param {() => unknown} data */
  render(markdown, data) {
    return html`<div class="take shell screen" part="copy">
      ${this.button('view', 'Markdown', markdown)}${this.button('view', 'JSON', () => JSON.stringify(data(), undefined, 2))}
      ${this.outcome('view')}
    </div>`;
  }
}
