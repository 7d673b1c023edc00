/** What somebody is typing, which no news of the page may write over. */
import { noChange } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import { setCommittedValue } from 'lit/directive-helpers.js';

/** Fields with text that is not handed in yet. @type {WeakSet<EventTarget>} */
const typing = new WeakSet();

/** @param {Event} event */
export const typed = ({ target }) => typing.add(target);

/** The field is left, or its text handed in. @param {Event} event */
export const left = ({ target }) => typing.delete(target);

/** The value of a field as it is known, unless another is being typed. */
export const shown = directive(class extends Directive {
  render(value) {
    return value;
  }

  /** @param {import('lit/directive.js').PropertyPart} part @param {[string]} values */
  update(part, [value]) {
    if (typing.has(part.element) || part.element.value === value) return noChange;
    setCommittedValue(part); // what stands there may not be what was written last
    return value;
  }
});
