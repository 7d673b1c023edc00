/** The articles: how many there are, the way back from the last change, and their table. */
import { html, nothing } from 'lit';

/** The way back from the last change, where there was one. @param {import('./studio.js').Studio} host */
export function undoing(host) {
  const { edits, reading, locale: { t } } = host;
  const undo = () => {
    host.edit(() => {
      const files = edits.undo();
      if (files.length) reading.restore(files);
    });
    host.say(t('undone'));
    if (!edits.last) host.lead('#articles', '.files summary'); // the button is gone
  };
  return edits.last ? html`<button type="button" class="quiet" @click=${undo}>${t(`undo${edits.last}`)}</button>` : nothing;
}

/** @param {import('./studio.js').Studio} host */
export function articles(host) {
  const { table, locale: { t } } = host;
  return html`<section class="section" aria-labelledby="articles">
    <div class="bar"><h2 id="articles" tabindex="-1">${t('articles', { n: table.rows.length })}</h2>
      ${undoing(host)}</div>
    <p class="note">${t('editHint')}</p>
    ${table.render()}
  </section>`;
}
