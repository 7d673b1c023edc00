/** The articles: how many there are, the way back from the last edit, and their table. */
import { html, nothing } from 'lit';

/** @param {import('./studio.js').Studio} host */
export function articles(host) {
  const { edits, table, locale: { t } } = host;
  const undo = () => {
    host.edit(() => edits.undo());
    host.say(t('undone'));
    if (!edits.last) host.lead('#articles'); // the button is gone
  };
  return html`<section class="section" aria-labelledby="articles">
    <div class="bar"><h2 id="articles" tabindex="-1">${t('articles', { n: table.rows.length })}</h2>
      ${edits.last ? html`<button type="button" class="quiet" @click=${undo}>${t(`undo${edits.last}`)}</button>` : nothing}</div>
    <p class="note">${t('editHint')}</p>
    ${table.render()}
  </section>`;
}
