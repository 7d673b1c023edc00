/** A field with its label, and what is wrong with it told where it stands. */
import { html, nothing } from 'lit';
import { left, shown, typed } from './typing.js';

/**
 * @param {object} given
 * @param {string} given.id
 * @param {string} given.label
 * @param {string} [given.says] the label in full, where the shown one needs its surroundings
 * @param {string} given.name
 * @param {'line' | 'lines' | 'long'} [given.kind] `lines`: a line that may wrap; `long`: a text
 * @param {string} [given.value] what it shows; without it, it keeps what is typed
 * @param {string} [given.flaw]
 * @param {(value: string) => void} [given.changed] called when the field is left, or by Enter
 */
export function field({ id, label, says, name, kind = 'line', value, flaw, changed }) {
  const told = flaw ? `${id}-flaw` : nothing;
  const shared = { invalid: flaw ? 'true' : nothing, direction: name === 'url' || name === 'date' ? 'ltr' : 'auto', says: says ?? nothing };
  const given = value === undefined ? '' : shown(value); // an empty text that stays the same leaves alone what is typed
  const change = (event) => {
    left(event);
    changed?.(event.target.value.trim());
  };
  return html`<label for=${id}>${label}</label>${kind === 'line'
    ? html`<input id=${id} name=${name} type="text" autocomplete="off" spellcheck="false" dir=${shared.direction} inputmode=${name === 'url' ? 'url' : nothing}
        aria-label=${shared.says} aria-invalid=${shared.invalid} aria-describedby=${told} .value=${given} @input=${typed} @blur=${left} @change=${change}>`
    : html`<textarea id=${id} name=${name} rows=${kind === 'long' ? 10 : 2} dir="auto" spellcheck="false" aria-label=${shared.says}
        aria-invalid=${shared.invalid} aria-describedby=${told} .value=${given} @input=${typed} @blur=${left} @change=${change} @keydown=${kind === 'lines' ? entered : nothing}></textarea>`}
    ${flaw ? html`<span class="flaw" id=${`${id}-flaw`}>${flaw}</span>` : nothing}`;
}

/** Enter is for the field as a whole, as in one of a single line. @param {KeyboardEvent} event */
function entered(event) {
  if (event.key !== 'Enter' || event.isComposing) return;
  event.preventDefault();
  event.target.dispatchEvent(new Event('change'));
}
