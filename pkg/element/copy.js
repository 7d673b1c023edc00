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

  /** @param {string} what @param {() => string | Promise<string>} make */
  async #copy(what, make) {
    this.clear();
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

  /** @param {() => Promise<string>} markdown @param {() => unknown} data */
  render(markdown, data) {
    const { t } = this.host.locale;
    const button = (what, make) => html`<button type="button" class="quiet" @click=${() => this.#copy(what, make)}>${t('copyAs', { what })}</button>`;
    return html`<div class="take shell screen" part="copy">
      ${button('Markdown', markdown)}${button('JSON', () => JSON.stringify(data(), undefined, 2))}
      ${this.#done ? html`<span class="note">${this.#done}</span>` : nothing}
      ${this.#text ? html`<textarea readonly rows="8" aria-label=${t('textToCopy')} .value=${this.#text}></textarea>` : nothing}
    </div>`;
  }
}
