/** How wide a text will be, for things that have to be placed before they are drawn. */

/** The size of the letters in the axis, in parts of the page's own. */
const SIZE = 0.8125;

/** Letters are evened out by their x-height, which makes some of them wider. */
const EVENED = 1.08;

/** @type {CanvasRenderingContext2D | undefined} */
let canvas;

/**
 * @param {Element} host whose typefaces are used
 * @returns {import('./layout.js').Type}
 */
export function typeOf(host) {
  const size = SIZE * parseFloat(getComputedStyle(document.documentElement).fontSize);
  const style = getComputedStyle(host);
  canvas ??= document.createElement('canvas').getContext('2d');
  return {
    size,
    measure(text, voice) {
      canvas.font = `${voice === 'sans' ? '700' : '400'} ${size}px ${style.getPropertyValue(`--briefing-${voice}`)}`;
      return canvas.measureText(text).width * EVENED;
    },
  };
}
