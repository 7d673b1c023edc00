/**
 * Who is drawn in the network of names, and which lines join them.
 *
 * Two names belong together where one sentence has both; their weight is the number of reports that name both.
 *
 * @typedef {import('../../index.js').Entity} Entity
 * @typedef {{a: Entity, b: Entity, weight: number}} Pair
 * @typedef {{names: Entity[], pairs: Pair[], total: number}} Network `pairs`: the heaviest first; `total`: how many there are of these names
 */

/** Names that a drawing can hold, and lines that an eye can follow. */
const MOST_NAMES = 16;
const MOST_PAIRS = 40;

/** Fewer names are no network. */
const FEWEST = 3;

/** Who acts: places, agreements and events stand in the sentences of all. */
const TYPES = ['person', 'organisation'];

/** @param {Entity[]} entries @returns {Network | undefined} */
export function choose(entries) {
  const acting = entries.filter(({ type }) => TYPES.includes(type));
  const all = pairsOf(acting);
  const weights = new Map(acting.map((entity) => [entity, 0]));
  for (const { a, b, weight } of all) for (const one of [a, b]) weights.set(one, weights.get(one) + weight);
  const heaviest = new Set([...acting].sort((a, b) => weights.get(b) - weights.get(a)).slice(0, MOST_NAMES));
  const among = all.filter(({ a, b }) => heaviest.has(a) && heaviest.has(b)).sort((a, b) => b.weight - a.weight);
  const pairs = among.slice(0, MOST_PAIRS);
  const joined = new Set(pairs.flatMap(({ a, b }) => [a, b]));
  const names = acting.filter((entity) => joined.has(entity));
  return names.length < FEWEST ? undefined : { names, pairs, total: among.length };
}

/** Every two that stand in one sentence, in the order of the entries. @param {Entity[]} entries @returns {Pair[]} */
function pairsOf(entries) {
  const order = new Map(entries.map(({ id }, i) => [id, i]));
  const documents = entries.map((entity) => new Set(entity.documents));
  const found = new Set();
  return entries.flatMap((entity, i) => entity.with.flatMap((id) => {
    const other = order.get(id);
    if (other === undefined || other === i) return [];
    const [first, second] = [Math.min(i, other), Math.max(i, other)];
    const key = first * entries.length + second;
    if (found.has(key)) return [];
    found.add(key);
    const [a, b] = [entries[first], entries[second]];
    return [{ a, b, weight: a.documents.filter((document) => documents[second].has(document)).length }];
  }));
}
