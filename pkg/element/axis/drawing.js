/**
 * The axis as a picture: a disc where a date is written out, a ring where it is worked out, a diamond for a plan, which
 * hangs below the line; the reports in a lane of their own. The list of events says the same to those who do not see it.
 *
 * @typedef {import('../briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('./layout.js').Layout} Layout
 * @typedef {import('./zoom.js').Dated} Dated
 * @typedef {import('./zoom.js').Published} Published
 * @typedef {{size: number, across: (x: number) => number, axis: number, hang: number, lane: number}} Sheet the size of
 *   the letters, where a place of the layout lies in the direction of reading, and the heights of the lanes
 * @typedef {{event: (items: Dated[]) => void, report: (items: Published[]) => void}} Follow what a press on a mark does
 */
import { html, nothing, svg } from 'lit';
import { MOST_BADGES } from './layout.js';

/** Heights, in parts of the size of the letters. */
const ROW = 2;
const FIRST_ROW = 1.55;
const ABOVE = 1.2;
const HANG = 1.75;
const STEM = 2.6;
const TICK = 3.7;
const LANE = 6.3;
const BELOW = 1.2;

/** Half of a mark of one, of one with a number in it, and of a stroke of the break. */
const SHAPE = 0.55;
const PILL = 0.85;
const STROKE = [0.25, 0.55];

/** As many things are named in the hint of a mark. */
const HINTS = 4;

/**
 * @param {Layout} layout
 * @param {number} rows for how many rows of names there is room
 * @param {string} label what it shows, in words
 * @param {Follow} follow
 * @param {ViewContext} context
 */
export function drawing(layout, rows, label, follow, context) {
  const { width, size, scale } = layout;
  const axis = size * (rows * ROW + ABOVE);
  /** @type {Sheet} */
  const sheet = {
    size, axis, hang: axis + size * HANG, lane: axis + size * LANE,
    across: context.locale.dir === 'rtl' ? (x) => round(width - x) : round,
  };
  const height = round(sheet.lane + size * BELOW);
  const pieces = scale.pieces.filter(({ gap }) => !gap);
  return html`<svg class="axis" role="img" aria-label=${label} viewBox="0 0 ${width} ${height}" width=${width} height=${height}>
    ${layout.labels.map((name) => upright(name.x, 'thin', axis, heightOf(name, sheet) + size / 2, sheet))}
    ${layout.ticks.map(({ x }) => upright(x, 'thin', axis, axis + size * STEM, sheet))}
    ${layout.plans.map(({ x }) => upright(x, 'plan', axis, sheet.hang, sheet))}
    ${pieces.map(({ x, end }) => level(x, end, 'thin', axis, sheet))}
    ${layout.extents.map(([x, end]) => level(x, end, 'extent', axis, sheet))}
    ${scale.pieces.filter(({ gap }) => gap).map((piece) => broken(piece, sheet))}
    ${layout.ticks.map(({ x, text, tick }) => svg`<text class=${tick.whole ? 'tick whole' : 'tick'} x=${sheet.across(x)} y=${axis + size * TICK}>${text}</text>`)}
    ${layout.labels.map((name) => named(name, sheet, follow, context))}
    ${layout.past.map((mark) => disc(mark, sheet, follow, context))}
    ${layout.plans.map((mark) => diamond(mark, sheet, follow, context))}
    ${layout.reports.length ? pieces.map(({ x, end }) => level(x, end, 'lane', sheet.lane, sheet)) : nothing}
    ${layout.lane ? svg`<text class="whole reports" x=${sheet.across(0)} y=${sheet.lane}>${layout.lane}</text>` : nothing}
    ${layout.reports.map((mark) => badges(mark, sheet, follow))}
  </svg>`;
}

/** @param {number} x @param {string} name @param {number} y @param {number} end @param {Sheet} sheet */
const upright = (x, name, y, end, { across }) => svg`<line class=${name} x1=${across(x)} x2=${across(x)} y1=${y} y2=${end}></line>`;

/** @param {number} x @param {number} end @param {string} name @param {number} y @param {Sheet} sheet */
const level = (x, end, name, y, { across }) => svg`<line class=${name} x1=${across(x)} x2=${across(end)} y1=${y} y2=${y}></line>`;

/** The height of a name's letters. @param {{row: number}} name @param {Sheet} sheet */
const heightOf = ({ row }, { axis, size }) => axis - size * (FIRST_ROW + row * ROW);

/** Two strokes, where a stretch of time is left out. @param {import('./scale.js').Piece} piece @param {Sheet} sheet */
function broken({ x, end }, { across, axis, size }) {
  const [half, high] = STROKE.map((part) => part * size);
  return [-1, 1].map((side) => {
    const middle = across((x + end) / 2) + side * half;
    return svg`<line class="thin" x1=${middle - half} x2=${middle + half} y1=${axis + high} y2=${axis - high}></line>`;
  });
}

/** @param {Layout['labels'][number]} name @param {Sheet} sheet @param {Follow} follow @param {ViewContext} context */
function named(name, sheet, follow, context) {
  const lang = context.catalogue.get(name.dated.event.label.document)?.lang;
  return svg`<text class="name hit" x=${sheet.across((name.left + name.right) / 2)} y=${heightOf(name, sheet)} lang=${lang ?? nothing}
    @click=${() => follow.event([name.dated])}>${name.text}${hint([name.dated], context)}</text>`;
}

/** What has been, or a ring where all of it is reckoned. @param {Layout['past'][number]} mark @param {Sheet} sheet @param {Follow} follow @param {ViewContext} context */
function disc({ x, width, items }, { across, axis, size }, follow, context) {
  const written = items.some(({ event }) => event.basis === 'explicit');
  return svg`<g class="hit ${written ? 'explicit' : 'relative'}" @click=${() => follow.event(items)}>${hint(items, context)}
    ${items.length > 1
      ? svg`<rect x=${across(x) - width / 2} y=${axis - size * PILL} width=${width} height=${size * PILL * 2} rx=${size * PILL}></rect>${count(across(x), axis, items, context)}`
      : svg`<circle cx=${across(x)} cy=${axis} r=${size * SHAPE - 1}></circle>`}</g>`;
}

/** What is planned; with room for a number. @param {Layout['plans'][number]} mark @param {Sheet} sheet @param {Follow} follow @param {ViewContext} context */
function diamond({ x, width, items }, { across, hang, size }, follow, context) {
  const many = items.length > 1;
  const high = size * (many ? PILL : SHAPE);
  const flat = many ? Math.max(width - 2 * high, 0) : 0;
  return svg`<g class="hit planned" @click=${() => follow.event(items)}>${hint(items, context)}
    <path d="M${across(x) - flat / 2 - high} ${hang}l${high} ${-high}h${flat}l${high} ${high}l${-high} ${high}h${-flat}z"></path>
    ${many ? count(across(x), hang, items, context) : nothing}</g>`;
}

/** @param {number} x @param {number} y @param {unknown[]} items @param {ViewContext} context */
const count = (x, y, { length }, { locale }) => svg`<text class="count" x=${x} y=${y}>${locale.number(length)}</text>`;

/** @param {Dated[]} items @param {ViewContext} context */
const hint = (items, { locale }) => hints(items, ({ event: { date, label } }) => `${locale.period(date)}${label ? ` ${label.text}` : ''}`);

/** What a mark stands for, shown where a pointer rests on it. @template Item @param {Item[]} items @param {(item: Item) => string} words */
const hints = (items, words) => svg`<title>${items.slice(0, HINTS).map(words).join('\n')}${items.length > HINTS ? '\n…' : nothing}</title>`;

/** Reports side by side, or one badge from the first number to the last. @param {Layout['reports'][number]} mark @param {Sheet} sheet @param {Follow} follow */
function badges({ x, width, items }, sheet, follow) {
  if (items.length > MOST_BADGES) return badge({ x, width, items, look: 'o0', words: `${items[0].entry.number}–${items.at(-1).entry.number}` }, sheet, follow);
  const wide = width / items.length;
  return items.map((item, i) => badge({ x: x - width / 2 + wide * (i + 0.5), width: wide, items: [item], look: item.entry.look, words: String(item.entry.number) }, sheet, follow));
}

/** @param {{x: number, width: number, items: Published[], look: string, words: string}} mark @param {Sheet} sheet @param {Follow} follow */
function badge({ x, width, items, look, words }, { across, lane, size }, follow) {
  const half = width / 2 - 1;
  const high = size * PILL;
  const left = across(x) - half;
  return svg`<g class="hit report ${look}" @click=${() => follow.report(items)}>${hints(items, ({ entry: { number, byline } }) => `${number}: ${byline}`)}
    <rect x=${left} y=${lane - high} width=${2 * half} height=${2 * high} rx="2"></rect>
    <line class="foot" x1=${left} x2=${left + 2 * half} y1=${lane + high - 1.5} y2=${lane + high - 1.5}></line>
    <text class="count" x=${across(x)} y=${lane - 1}>${words}</text>
  </g>`;
}

const round = (x) => Math.round(x * 10) / 10;
