/**
 * Things side by side on a line: those that would overlap share a mark, which stands in their midst.
 *
 * @template Item
 * @typedef {{x: number, width: number, items: Item[]}} Mark `x`: its middle
 */

/**
 * @template Item
 * @param {Array<{x: number, item: Item}>} things where each belongs
 * @param {(items: Item[]) => number} widthOf the width of the mark that stands for some
 * @param {number} width of the line
 * @returns {Array<Mark<Item>>} in the order of the line
 */
export function marks(things, widthOf, width) {
  const out = [];
  for (const { x, item } of [...things].sort((a, b) => a.x - b.x)) {
    let mark = placed([item], x);
    while (out.length && out.at(-1).x + out.at(-1).width / 2 > mark.x - mark.width / 2) {
      const before = out.pop();
      before.items.push(...mark.items);
      mark = placed(before.items, before.sum + mark.sum);
    }
    out.push(mark);
  }
  return out;

  function placed(items, sum) {
    const wide = Math.min(widthOf(items), width);
    return { items, sum, width: wide, x: Math.min(Math.max(sum / items.length, wide / 2), width - wide / 2) };
  }
}
