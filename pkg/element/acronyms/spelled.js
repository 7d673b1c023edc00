/**
 * A source's text in which an acronym tells, when it is pointed at, what it stands for. The text stays what it is: what is
 * told stands in a tree of its own (see note.js), and an acronym can be selected and copied as any word.
 *
 * @typedef {import('../briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('./acronyms.js').Piece} Piece
 */
import { html, nothing } from 'lit';
import { citation } from '../citation.js';
import { marked } from '../marked.js';
import { named } from '../said.js';
import { entered, keyed, left, pressed, NOTE } from './note.js';

/**
 * `marked`, with the acronyms of the text; the view has to have asked for the card `glossary`.
 * @param {Piece} piece @param {ViewContext} context
 * @param {Array<[number, number]>} [ranges] what to mark @param {(words: unknown) => unknown} [mark] how
 */
export function spelled(piece, context, ranges = [], mark) {
  const found = context.cards.acronyms.in(piece);
  return marked(piece, ranges, mark, (run) => {
    const end = run.start + run.text.length;
    const within = found.filter(({ range }) => run.start <= range[0] && range[1] <= end);
    return marked(run, within.map(({ range }) => range), (word, at) => acronym(word, within.find(({ range }) => range[0] === at), piece, context));
  });
}

/** @param {unknown} word @param {import('./acronyms.js').Acronym} acronym @param {Piece} piece @param {ViewContext} context */
function acronym(word, { entries }, { document }, context) {
  const tell = () => html`<div lang=${context.locale.tag} dir=${context.locale.dir}>${entries.map((entry) => longForm(entry, document, context))}</div>`;
  return html`<span class="acronym" @pointerenter=${(event) => entered(event, tell)} @pointerleave=${left} @focusin=${(event) => entered(event, tell)} @focusout=${left}
    @click=${(event) => pressed(event, tell)} @keydown=${(event) => keyed(event, tell)}><span role="button" tabindex="0" aria-expanded="false" aria-describedby=${NOTE}>${word}</span></span>`;
}

/** As the report itself spells it out, or else the first that does. @param {import('../../index.js').GlossaryEntry} entry @param {string} document @param {ViewContext} context */
function longForm({ long, definedAt }, document, context) {
  const place = definedAt.find((span) => span.document === document) ?? definedAt[0];
  return long === null ? html`<p class="unknown">${context.t('notSpelledOutHere')}</p>`
    : html`<p>${named({ document: place?.document, text: long }, context)}</p>${place ? citation(place, context) : nothing}`;
}
