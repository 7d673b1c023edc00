/**
 * Which names stand above the axis, and in which row: no name lies on another, and no stem runs through one.
 *
 * @template Name
 * @typedef {Name & {left: number, right: number, row: number}} Label rows are counted upwards from the axis
 */

/** Free space between two names, and between a name and a stem. */
const SPACE = 10;

/**
 * @template {{x: number, width: number}} Name
 * @param {Name[]} names the most telling first; `x` is where its stem meets the axis
 * @param {number} rows
 * @param {number} width of the axis
 * @returns {Label<Name>[]} those for which there is room
 */
export function labels(names, rows, width) {
  /** @type {Label<Name>[]} */
  const placed = [];
  for (const name of names) {
    if (name.width > width) continue;
    const left = Math.min(Math.max(name.x - name.width / 2, 0), width - name.width);
    const right = left + name.width;
    for (let row = 0; row < rows; row += 1) {
      const free = placed.every((other) => !(
        (other.row === row && left < other.right + SPACE && other.left < right + SPACE)
        || (other.row < row && within(name.x, other))
        || (other.row > row && within(other.x, { left, right }))
      ));
      if (!free) continue;
      placed.push({ ...name, left, right, row });
      break;
    }
  }
  return placed;
}

const within = (x, { left, right }) => x > left - SPACE / 2 && x < right + SPACE / 2;
