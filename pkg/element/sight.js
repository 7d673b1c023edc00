/** Where the focus goes, scrolling no more than is needed: a reader who sees a thing already is not moved. */

/** To a control that was used, or to a link that was followed. @param {HTMLElement} control */
export function comeBack(control) {
  control.focus({ preventScroll: true });
  const { top, bottom } = control.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) control.scrollIntoView({ block: 'center' });
}

/**
 * To the thing that a place names or the words that it cites, or to the head of its view.
 * @param {ShadowRoot} root @param {import('./route.js').Route} route
 */
export function land(root, { view, item }) {
  const asked = root.querySelector(item ? `[data-item="${CSS.escape(item)}"]` : 'mark.cited');
  const target = asked ?? root.getElementById('heading');
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
  if (asked) asked.scrollIntoView({ block: 'start' }); // below the edge: see its scroll margin
  else keepTopInSight(root.querySelector(view === 'read' ? '.view' : '.briefing'));
}

/** Scrolls only if the head of the element has been scrolled past. @param {Element | null} element */
function keepTopInSight(element) {
  if (element && element.getBoundingClientRect().top < 0) element.scrollIntoView({ block: 'start' });
}
