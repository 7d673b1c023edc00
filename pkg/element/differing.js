/**
 * Which sentences take part in a difference between sources.
 *
 * @typedef {import('../index.js').Difference} Difference
 * @typedef {import('../index.js').Span} Span
 */
export class Differing {
  /** @type {Map<string, Difference>} */
  #byId;
  /** The sentences that part, by document. @type {Map<string, Array<{side: Span, difference: Difference}>>} */
  #sides = new Map();

  /** @param {Difference[]} differences the gravest first */
  constructor(differences) {
    this.#byId = new Map(differences.map((difference) => [difference.id, difference]));
    for (const difference of differences) {
      for (const side of parting(difference)) {
        this.#sides.set(side.document, [...(this.#sides.get(side.document) ?? []), { side, difference }]);
      }
    }
  }

  /** The differences of these identifiers. @param {string[]} ids */
  named(ids) {
    return ids.flatMap((id) => this.#byId.get(id) ?? []);
  }

  /** The differences in which a part of a span takes part. @param {Omit<Span, 'text'>} span */
  at({ document, start, end }) {
    const here = (this.#sides.get(document) ?? []).filter(({ side }) => side.start < end && start < side.end);
    return [...new Set(here.map(({ difference }) => difference))];
  }

  /** The differences between two spans. @param {Span} one @param {Span} other */
  between(one, other) {
    const there = this.at(other);
    return one.document === other.document ? [] : this.at(one).filter((difference) => there.includes(difference));
  }
}

/** What parts. The sentence that stands where another was left out does not. @param {Difference} difference @returns {Span[]} */
function parting({ type, a, b }) {
  return b && type !== 'omission' ? [a, b] : [a];
}
