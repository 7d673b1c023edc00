/** The ways in: dropping, picking files or a folder, pasting. */
import { html } from 'lit';
import { picked } from './intake.js';

/** @param {boolean} over whether something is held over the page @param {{add: (found: import('./intake.js').Found[]) => void, paste: () => void}} able @param {import('../../pkg/element/locale.js').Locale} locale */
export function adding(over, { add, paste }, { t }) {
  const choose = ({ target }) => target.parentElement.querySelector(`#${target.dataset.for}`).click();
  const chosen = ({ target }) => {
    add(picked(target.files));
    target.value = ''; // the same files can be picked again
  };
  return html`<section aria-labelledby="add" class=${over ? 'add over' : 'add'}>
    <h2 id="add">${t(over ? 'dropNow' : 'dropHere')}</h2>
    <p class="note">${t('kinds')}</p>
    <div class="row">
      <input type="file" id="files" multiple hidden @change=${chosen}>
      <input type="file" id="folder" webkitdirectory hidden @change=${chosen}>
      <button type="button" data-for="files" @click=${choose}>${t('chooseFiles')}</button>
      <button type="button" data-for="folder" class="quiet" @click=${choose}>${t('chooseFolder')}</button>
      <button type="button" class="quiet" @click=${paste}>${t('pasteText')}</button>
    </div>
  </section>`;
}
