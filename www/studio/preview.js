/** The briefing in the widget, as its readers will see it. The widget is loaded with the first one. */
export class Preview {
  /** @type {HTMLElement | undefined} */
  element;
  #briefing;

  /** @param {Uint8Array} pack */
  async show(pack) {
    const { Briefing } = await import('../../pkg/dist/define.js');
    const briefing = await Briefing.fromBytes(pack);
    const widget = document.createElement('briefing-widget');
    widget.noHash = true;
    widget.noShortcut = true;
    widget.briefing = briefing;
    widget.addEventListener('briefing-ready', (event) => event.stopPropagation()); // the page has a title of its own
    this.element?.remove();
    await this.#briefing?.free();
    this.#briefing = briefing;
    this.element = widget;
  }
}
