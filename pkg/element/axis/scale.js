/**
 * Where a moment lies on the axis. Where it pays, the axis breaks once: a long stretch in which nothing is dated is
 * left out, and time runs at a width of its own on either side.
 *
 * @typedef {import('./time.js').Extent} Extent
 * @typedef {{from: number, to: number, x: number, end: number, gap?: boolean}} Piece days, and where they lie; `gap`: left out
 */
import { ceil, floor } from './time.js';

/** Room for the sign of the break, in px of the narrowest axis. */
const GAP = 28;

/** Each side of a break has at least so much of the width. */
const LEAST_SHARE = 0.25;

/** No month fits into less: what is left out is whole months. */
const SHORTEST = 28;

/** A break pays where it gives the dates so many times the room, on the geometric mean. */
const PAYS = 2.5;

export class Scale {
  /** @type {Piece[]} in the order of time, each beginning where the one before ends */
  pieces;

  /**
   * @param {Extent[]} dated what stands on the axis
   * @param {Extent} range what of time it shows
   * @param {number} width
   */
  constructor(dated, [from, to], width) {
    this.width = width;
    const cut = breakOf(dated, from, to);
    if (!cut) {
      this.pieces = [{ from, to, x: 0, end: width }];
      return;
    }
    const x = (width - GAP) * cut.share;
    this.pieces = [
      { from, to: cut.from, x: 0, end: x },
      { from: cut.from, to: cut.to, x, end: x + GAP, gap: true },
      { from: cut.to, to, x: x + GAP, end: width },
    ];
  }

  /** @param {number} day @returns {number} */
  at(day) {
    const { from, to, x, end } = this.pieces.find((piece) => day <= piece.to) ?? this.pieces.at(-1);
    return clamp(x + ((day - from) / (to - from)) * (end - x), 0, this.width);
  }

  /** @param {number} at @returns {number} the moment that lies there */
  moment(at) {
    const { from, to, x, end } = this.pieces.find((piece) => at <= piece.end) ?? this.pieces.at(-1);
    return clamp(from + ((at - x) / (end - x)) * (to - from), this.pieces[0].from, this.pieces.at(-1).to);
  }

  /** How many times wider time runs after the break than before; nothing, where there is none. */
  get change() {
    if (this.pieces.length === 1) return undefined;
    const [before, , after] = this.pieces.map((piece) => (piece.end - piece.x) / (piece.to - piece.from));
    return after / before;
  }
}

const clamp = (n, least, most) => Math.min(Math.max(n, least), most);

/**
 * The break that pays most: between two neighbours in time, from the end of a month to the beginning of another.
 * @param {Extent[]} dated @param {number} from @param {number} to
 * @returns {{from: number, to: number, share: number} | undefined} `share`: how much of the width lies before it
 */
function breakOf(dated, from, to) {
  const ends = new Map();
  for (const [start, end] of dated) ends.set(start, Math.max(end, ends.get(start) ?? end));
  const extents = [...ends].map((extent) => extent.map((day) => clamp(day, from, to))).filter(([start, end]) => start < end).sort(([a], [b]) => a - b);
  let best;
  let gained = Math.log(PAYS);
  let reached = -Infinity;
  for (let i = 1; i < extents.length; i += 1) {
    reached = Math.max(reached, extents[i - 1][1]);
    if (extents[i][0] - reached < SHORTEST) continue;
    const [left, right] = [ceil(reached, 'month'), floor(extents[i][0], 'month')];
    if (left >= right || left <= from || right >= to) continue;
    const before = i / extents.length;
    const share = clamp(before, LEAST_SHARE, 1 - LEAST_SHARE);
    const widened = (part, length) => Math.log((part * (to - from)) / length);
    const gain = before * widened(share, left - from) + (1 - before) * widened(1 - share, to - right);
    if (gain > gained) [best, gained] = [{ from: left, to: right, share }, gain];
  }
  return best;
}
