/**
 * The note that tells what an acronym stands for, beside it for as long as the pointer or the focus is on either; Escape,
 * or a press elsewhere, closes it. There is one at most; it stands behind its acronym, so that Tab leads into it, and in
 * a shadow tree, so that it is no part of the text.
 */
import { adoptStyles, render } from 'lit';
import { note as style } from '../styles/acronyms.js';
import { base } from '../styles/base.js';
import { citation } from '../styles/citation.js';

/** Its `id`, for the acronym that it describes. */
export const NOTE = 'acronym-note';

/** How long a pointer may be away, on its way to the note. */
const GRACE = 300;

/** How far the note keeps from the widget's edges, in pixels. */
const MARGIN = 8;

/** @type {HTMLElement | undefined} */
let note;
/** The acronym that it is about: an element with the word and, while it is open, the note. @type {HTMLElement | undefined} */
let owner;
let timer = 0;

const within = (event) => event.composedPath().includes(owner);

/** What closes it from anywhere on the page. @type {Array<[string, (event: any) => void]>} */
const ANYWHERE = [
  ['keydown', (event) => {
    if (event.key !== 'Escape' || !owner.isConnected) return;
    event.preventDefault();
    event.stopPropagation();
    if (note.contains(owner.getRootNode().activeElement)) word().focus();
    close();
  }],
  ['pointerdown', (event) => {
    if (!within(event)) close();
  }],
];

const word = () => /** @type {HTMLElement} */ (owner.firstElementChild);

/** The pointer or the focus comes. @param {PointerEvent | FocusEvent} event @param {() => unknown} tell */
export function entered(event, tell) {
  clearTimeout(timer);
  const touch = 'pointerType' in event && event.pointerType === 'touch'; // a touch is a press
  if (!touch) open(event.currentTarget, tell);
}

/** The pointer or the focus goes; the other may still be there. @param {PointerEvent | FocusEvent} event */
export function left(event) {
  if (event.currentTarget !== owner) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (owner && !owner.matches(':hover, :focus-within')) close();
  }, event.type === 'focusout' ? 0 : GRACE);
}

/** @param {MouseEvent} event @param {() => unknown} tell */
export function pressed(event, tell) {
  if (!event.composedPath().includes(note)) open(event.currentTarget, tell);
}

/** @param {KeyboardEvent} event @param {() => unknown} tell */
export function keyed(event, tell) {
  if (event.target !== event.currentTarget.firstElementChild || (event.key !== 'Enter' && event.key !== ' ')) return;
  event.preventDefault();
  if (event.currentTarget === owner) close();
  else open(event.currentTarget, tell);
}

/** @param {HTMLElement} acronym @param {() => unknown} tell */
function open(acronym, tell) {
  if (acronym === owner) return;
  close();
  note ??= created();
  render(tell(), note.shadowRoot);
  owner = acronym;
  owner.append(note);
  word().setAttribute('aria-expanded', 'true');
  place();
  for (const [type, listener] of ANYWHERE) document.addEventListener(type, listener, true);
}

function close() {
  clearTimeout(timer);
  if (!owner) return;
  for (const [type, listener] of ANYWHERE) document.removeEventListener(type, listener, true);
  word().setAttribute('aria-expanded', 'false');
  owner = undefined;
  note.remove();
}

function created() {
  const element = document.createElement('span');
  element.id = NOTE;
  adoptStyles(element.attachShadow({ mode: 'open' }), [base, citation, style]);
  return element;
}

/** Beneath the word, or above it where the window ends, and never beyond the widget's edges. */
function place() {
  note.style.translate = 'none';
  const [at, box, frame] = [word().getClientRects()[0], note.getBoundingClientRect(), owner.closest('.briefing').getBoundingClientRect()];
  const rtl = getComputedStyle(note).direction === 'rtl';
  const wished = rtl ? at.right - box.width : at.left;
  const left = Math.max(frame.left + MARGIN, Math.min(wished, frame.right - MARGIN - box.width));
  const above = at.bottom + box.height > innerHeight && at.top > box.height;
  const top = above ? at.top - box.height : at.bottom;
  note.style.translate = `${left - box.left}px ${top - box.top}px`;
}
