/** The cards of a briefing, each asked for when a place first shows it, and kept. */
import { Acronyms } from './acronyms/acronyms.js';
import { Differing } from './differing.js';

/** @typedef {'overview' | 'who' | 'timeline' | 'quotes' | 'differences' | 'glossary'} CardName */

export class Cards {
  /** @type {Map<CardName, Promise<any>>} */
  #asked = new Map();

  /** Which sentences take part in a difference; none does before the differences have been asked for. */
  differing = new Differing([]);

  /** Where acronyms stand; there are none before the glossary has been asked for. */
  acronyms = new Acronyms([]);

  /** @param {import('../index.js').Briefing} briefing */
  constructor(briefing) {
    this.briefing = briefing;
  }

  /** @param {CardName[]} names @returns {Promise<any[]>} */
  all(...names) {
    return Promise.all(names.map((name) => this.#card(name)));
  }

  #card(name) {
    if (!this.#asked.has(name)) this.#asked.set(name, this.#ask(name));
    return this.#asked.get(name);
  }

  async #ask(name) {
    const card = await this.briefing[name]();
    if (name === 'differences') this.differing = new Differing(card.differences);
    if (name === 'glossary') this.acronyms = new Acronyms(card.entries);
    return card;
  }
}
