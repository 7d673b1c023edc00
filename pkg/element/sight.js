/** Scrolling no more than is needed: a reader who sees a thing already is not moved. */

/** Scrolls only if the element is out of sight. @param {Element} element */
export function keepInSight(element) {
  const { top, bottom } = element.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) element.scrollIntoView({ block: 'center' });
}

/** Scrolls only if the head of the element has been scrolled past. @param {Element | null} element */
export function keepTopInSight(element) {
  if (element && element.getBoundingClientRect().top < 0) element.scrollIntoView({ block: 'start' });
}
