/**
 * Where the names of a network stand: on an oval, those that belong together close to each other, in rows of one height,
 * so that what is written beside them cannot overlap. The same names make the same drawing.
 *
 * @typedef {import('./choose.js').Network} Network
 * @typedef {import('../../index.js').Entity} Entity
 * @typedef {{x: number, y: number}} Point of the drawing's width and height, from 0 to 1
 * @typedef {Point & {entity: Entity, end: boolean}} Place `end`: on the half where a line of text ends
 * @typedef {{rows: number, places: Place[], curves: Array<{pair: import('./choose.js').Pair, d: string}>}} Layout `d`: as of a
 *   path, in hundredths
 */

/** Half of the oval's width; the rest is for the names. */
const RADIUS = 0.2;

/** How far a line bends towards the middle: 0 is straight. */
const BEND = 0.35;

/** @param {Network} network @param {boolean} mirrored whether lines of text end on the left @returns {Layout} */
export function layout({ names, pairs }, mirrored) {
  const ring = ordered(names, pairs);
  const ends = Math.ceil(ring.length / 2);
  const places = ring.map((entity, i) => {
    const end = i < ends;
    const y = end ? (i + 0.5) / ends : (ring.length - i - 0.5) / (ring.length - ends);
    const reach = RADIUS * Math.sqrt(1 - (2 * y - 1) ** 2);
    return { entity, end, x: end !== mirrored ? 0.5 + reach : 0.5 - reach, y };
  });
  const at = new Map(places.map((place) => [place.entity, place]));
  return { rows: ends, places, curves: pairs.map((pair) => ({ pair, d: curve(at.get(pair.a), at.get(pair.b)) })) };
}

/**
 * The names around a ring, so that the lines between them are short: two change places as long as that helps.
 * @param {Entity[]} names @param {import('./choose.js').Pair[]} pairs
 */
function ordered(names, pairs) {
  const ring = names.map((_, i) => i);
  const index = new Map(names.map((entity, i) => [entity, i]));
  const near = names.map(() => []);
  for (const { a, b, weight } of pairs) {
    near[index.get(a)].push([index.get(b), weight]);
    near[index.get(b)].push([index.get(a), weight]);
  }
  const slot = [...ring];
  const apart = (i, j) => Math.min(Math.abs(i - j), ring.length - Math.abs(i - j));
  const length = (one) => near[one].reduce((sum, [other, weight]) => sum + weight * apart(slot[one], slot[other]), 0);
  const swap = (i, j) => {
    [ring[i], ring[j]] = [ring[j], ring[i]];
    slot[ring[i]] = i;
    slot[ring[j]] = j;
  };
  for (let better = true; better;) {
    better = false;
    for (let i = 0; i < ring.length; i += 1) {
      for (let j = i + 1; j < ring.length; j += 1) {
        const before = length(ring[i]) + length(ring[j]);
        swap(i, j);
        if (length(ring[i]) + length(ring[j]) < before) better = true;
        else swap(i, j);
      }
    }
  }
  return ring.map((one) => names[one]);
}

/** @param {Point} from @param {Point} to */
function curve(from, to) {
  const middle = (a, b) => BEND * 0.5 + (1 - BEND) * (a + b) / 2;
  return `M${hundredths(from.x)} ${hundredths(from.y)}Q${hundredths(middle(from.x, to.x))} ${hundredths(middle(from.y, to.y))} ${hundredths(to.x)} ${hundredths(to.y)}`;
}

const hundredths = (share) => Number((100 * share).toFixed(2));
