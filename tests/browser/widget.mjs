/** What the scenarios of the element share: finding its parts, and a briefing made up for one scenario. */

/** Waits until the briefing is open. @param {any} page Playwright's */
export async function opened(page) {
  const widget = page.locator('briefing-widget');
  await widget.getByRole('searchbox').waitFor();
  return {
    widget,
    field: widget.getByRole('searchbox'),
    tab: (name) => widget.getByRole('navigation', { name: 'Views' }).getByRole('link', { name }),
    keyPoints: widget.locator('[part~=key-point]'),
    cited: widget.locator('mark.cited'),
    status: widget.getByRole('status'),
    heading: widget.locator('#heading'),
  };
}

/** Waits for the answer to a query: not for that to what was typed before it. @param {any} widget @param {string} query */
export const answered = (widget, query) => widget.locator('#heading', { hasText: `“${query.trim()}”` }).waitFor();

/** The text that holds the focus, inside the element too. */
export function focused(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element === document.body ? '' : (element?.textContent.trim().replace(/\s+/g, ' ') || element?.tagName.toLowerCase());
  });
}

/**
 * Puts a briefing of one-paragraph reports in the place of the page's own. Every report matches every query but
 * "nothing", on the first word of its text.
 * @param {any} page with the element's module loaded
 * @param {{reports: object[], attributes?: object, extra?: object, sentences?: boolean}} made `reports`: members of `Source`,
 *   and `text`; `extra`: members laid over each answer, by method; `sentences`: whether a text is parted at every stop
 */
export async function mount(page, made) {
  await page.evaluate(({ reports, attributes = {}, extra = {}, sentences = false }) => {
    const about = ({ text, ...rest }, i) => ({
      document: `d${i}`, title: `Report ${i}`, titleFrom: 'metadata', tags: [], words: 3, minutes: 1, origin: i, ...rest,
    });
    const span = (i) => ({ document: about(reports[i], i).document, start: 0, end: reports[i].text.length, text: reports[i].text });
    const at = (id) => reports.findIndex((report, i) => about(report, i).document === id);
    const parted = (text) => [...text.matchAll(/[^.]+(\.”|\.|$)/g)].map(({ 0: sentence, index }) => [index + sentence.search(/\S/), index + sentence.length]);
    const documents = reports.map(about);
    const briefing = {
      info: async () => ({ title: 'Made up', documents, origins: reports.length, outlets: 1, ...extra.info }),
      overview: async () => ({
        kind: 'overview', title: 'Made up', documents: reports.length, origins: reports.length,
        keyPoints: reports.slice(0, 3).map((_, i) => ({ span: span(i), support: [], outlets: 1, origins: 1, warnings: [] })), ...extra.overview,
      }),
      article: async (id) => ({ kind: 'article', ...documents[at(id)], summary: [span(at(id))], onlyHere: [], entities: [], events: [], ...extra.article }),
      ...Object.fromEntries(Object.entries({ who: 'entries', timeline: 'events', quotes: 'quotes', differences: 'differences', glossary: 'entries' })
        .map(([card, items]) => [card, async () => ({ kind: card, [items]: [], total: extra[card]?.[items]?.length ?? 0, ...extra[card] })])),
      document: async (id) => {
        if (at(id) < 0) throw Object.assign(new Error(`no document is named ${id}`), { code: 'not-found' });
        const [{ start, end, text }, { kind = 'paragraph' }] = [span(at(id)), reports[at(id)]];
        return { ...documents[at(id)], blocks: [{ kind, start, end, text, sentences: sentences ? parted(text) : [[start, end]] }] };
      },
      search: async (query, { limit }) => ({
        query, answer: [], corrections: [], aliases: [], ignored: [], unread: [], nearest: [],
        facets: { sources: [], years: [], tags: [], entities: [] }, total: query === 'nothing' ? 0 : reports.length,
        hits: query === 'nothing' ? [] : documents.slice(0, limit).map(({ document, title }, i) => ({
          document, title, score: 1, warnings: [], excerpt: { span: span(i), marks: [[0, reports[i].text.search(/\s|$/)]] },
        })),
        ...extra.search,
      }),
    };
    const widget = document.createElement('briefing-widget');
    for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
    widget.briefing = briefing;
    document.querySelector('briefing-widget').replaceWith(widget);
  }, made);
  return opened(page);
}
