/**
 * `<briefing-widget>`: a briefing to search and to read, in one element.
 *
 * This module has no side effects; `briefing-widget/define` registers the element.
 *
 * @typedef {import('./route.js').Route} Route
 * @typedef {import('./locale.js').Locale} Locale
 * @typedef {import('./views/index.js').View} View
 *
 * @typedef {{is: 'loading', progress?: {loaded: number, total?: number}} | {is: 'failed', error: Error}
 *   | {is: 'open', route: Route, view: View, data: any}} State `data` is what the view's `load` gave; none: not in this briefing
 *
 * @typedef {object} ViewContext what every view is given
 * @property {Briefing} briefing
 * @property {Catalogue} catalogue
 * @property {Cards} cards
 * @property {Locale} locale the language of the interface
 * @property {Locale['t']} t its words
 * @property {Route} [from] the place left for this one
 * @property {(route: Route) => string} href
 * @property {(page: number) => number} shown how many things to show, `page` at a time
 * @property {(part: string) => void} grow shows a page more of them
 * @property {(route: Route) => void} go goes to another place
 * @property {(route: Route, key: string) => void} refine changes the place a little; the focus stays on what has that `data-key`
 * @property {boolean} paper whether it goes on paper
 * @property {(part: string) => boolean} isOpen whether all of a part was asked for
 * @property {(part: string) => void} toggle shows all of it, or the beginning
 * @property {Copy} copy puts texts on the clipboard
 */
import { LitElement, html, nothing } from 'lit';
import { Briefing } from '../index.js';
import { Cards } from './cards.js';
import { Catalogue } from './catalogue.js';
import { Copy } from './copy.js';
import { head } from './head.js';
import { ENGLISH, languageAt, localeOf } from './locale.js';
import { Navigation } from './navigation.js';
import { Paper } from './paper.js';
import { tabOf } from './route.js';
import { SearchField } from './search-field.js';
import { comeBack, land } from './sight.js';
import { Sheets, styles } from './styles/index.js';
import { viewOf } from './views/index.js';
import { empty, failed, loading, missing } from './views/states.js';

/** What the search field shows at a place. @param {Route} route */
const queryOf = (route) => (route.view === 'search' ? route.query : '');

/** How long typing must rest before counts are spoken and told to the page. */
const TYPING_RESTS = 500;

/**
 * A briefing to search and to read: key points, a timeline, people and bodies, the sources, and a reader that opens every
 * citation at its words. Events are `CustomEvent`s that bubble and cross shadow roots; tokens are set on the element.
 * dist/custom-elements.json is made of this comment.
 *
 * @element briefing-widget
 *
 * @attr src - address of a pack; without it, the pack inside the engine is opened
 * @attr view - where to begin, where the address does not say: `brief`, `timeline`, `people` or `sources`
 * @attr query - what to search for at the beginning
 * @attr theme - `light`, `dark` or `auto`, which follows the system; without it, the page's own `color-scheme` holds
 * @attr {string} lang - language of the interface: `en`, `fr` or `ar`, in the spelling of a country where one is named; without it, that of the page; English where the interface does not speak it
 * @attr no-hash - leaves the page's address and history alone; of several briefings on a page, each has an `id` of its own or leaves the address alone
 * @attr no-shortcut - leaves the keys `/` and Ctrl or ⌘ K to the page; with them free, they go to the search field
 *
 * @prop {Briefing | undefined} briefing - a briefing that is open already, to show instead of loading one
 *
 * @fires {CustomEvent<{info: Info}>} briefing-ready - the briefing is open
 * @fires {CustomEvent<{query: string, total: number}>} briefing-search - a search has run and typing rests
 * @fires {CustomEvent<{document: string, start?: number, end?: number}>} briefing-open - a report is opened, at a place in it where one is cited
 * @fires {CustomEvent<{error: Error}>} briefing-error - something failed
 *
 * @slot - what stands in the element is shown until the briefing is open, and where it cannot be opened
 *
 * @cssprop --briefing-paper - ground
 * @cssprop --briefing-sunken - ground of what is set back
 * @cssprop --briefing-ink - text, buttons, data
 * @cssprop --briefing-muted - text of notes
 * @cssprop --briefing-rule - lines that part
 * @cssprop --briefing-control - edges of what can be pressed
 * @cssprop --briefing-accent - the open view, focus, plans, differences
 * @cssprop --briefing-mark - the highlighter
 * @cssprop --briefing-origin-1 - first independent text
 * @cssprop --briefing-origin-2 - second
 * @cssprop --briefing-origin-3 - third
 * @cssprop --briefing-origin-4 - fourth
 * @cssprop --briefing-serif - a source speaks
 * @cssprop --briefing-sans - the widget speaks
 * @cssprop --briefing-mono - code and copies
 * @cssprop --briefing-step-0 - notes, citations
 * @cssprop --briefing-step-1 - interface
 * @cssprop --briefing-step-2 - sentences
 * @cssprop --briefing-step-3 - key points, heads of sections
 * @cssprop --briefing-step-4 - the first key point, heads of views
 * @cssprop --briefing-step-5 - title
 * @cssprop --briefing-measure - widest line of text
 * @cssprop --briefing-space - unit of the rhythm: density
 * @cssprop --briefing-gutter - margin at both sides
 * @cssprop --briefing-target - least size of what can be pressed
 * @cssprop --briefing-line - a thin rule; a section has two, a mark three
 * @cssprop --briefing-radius - corners of controls
 * @cssprop --briefing-motion - duration of what fades
 *
 * @csspart widget - everything
 * @csspart head - title, search and views
 * @csspart title - title of the briefing
 * @csspart search - form of the search
 * @csspart views - links to the views
 * @csspart key-point - one of the brief
 * @csspart coverage - table of who reports what
 * @csspart citation - link to the cited words
 * @csspart source - one report in a list
 * @csspart results - what a search found
 * @csspart filters - chips that narrow the results
 * @csspart answer - closest sentences
 * @csspart reader - report to read
 * @csspart article - what the reader says of the report in short
 * @csspart differences - where sources differ
 * @csspart difference - one of them, two sides
 * @csspart quotes - in whose words
 * @csspart quote - one of them
 * @csspart glossary - acronyms
 * @csspart event - one of the timeline
 * @csspart entity - person or body
 * @csspart network - drawing and table of who is named with whom
 * @csspart warning - that sources differ here
 * @csspart copy - buttons that copy the view
 * @csspart cite - a report’s citation to copy
 * @csspart compare - a near-copy beside its original
 */
export class BriefingWidget extends LitElement {
  static styles = styles;

  static properties = {
    src: {},
    view: {},
    query: {},
    lang: {},
    theme: {},
    noHash: { type: Boolean, attribute: 'no-hash' },
    noShortcut: { type: Boolean, attribute: 'no-shortcut' },
    briefing: { attribute: false },
    _state: { state: true },
    locale: { state: true },
  };

  #navigation = new Navigation(this, (arrival) => this.#arrived(arrival));
  #search = new SearchField(this, {
    focused: () => viewOf('search').catch(() => {}), // the search itself tells what fails
    typed: () => this.#typed(),
    submitted: (event) => this.#submitted(event),
    chosen: (query) => this.#navigation.go({ view: 'search', query }, { pages: this.#pages }),
    say: (words) => this.#say(words),
  });
  /** @type {Catalogue} */
  #catalogue;
  /** @type {Cards} */
  #cards;
  /** The language asked for, and the words that are on their way. @type {string | undefined} */
  #lang;
  #speaking;
  #copy = new Copy(this, (words) => this.#say(words));
  #paper = new Paper(this);
  #sheets = new Sheets(this);
  /** Grows with every load and every change of place: what comes late is thrown away. */
  #loads = 0;
  #turns = 0;
  #pages = 1;
  #typing = false;
  /** What is refined: the `data-key` that keeps the focus. @type {string | undefined} */
  #refining;
  /** Parts of the views that are shown in full. */
  #whole = new Set();
  #said = '';
  #sayTimer = 0;
  /** What to do once the next update is in the DOM. */
  #afterwards = () => {};

  constructor() {
    super();
    /** @type {string | undefined} */
    this.src = undefined;
    /** @type {'brief' | 'timeline' | 'people' | 'sources' | undefined} */
    this.view = undefined;
    /** @type {string | undefined} */
    this.query = undefined;
    /** @type {'light' | 'dark' | 'auto' | undefined} */
    this.theme = undefined;
    /** The language that the interface speaks now. @type {Locale} */
    this.locale = ENGLISH;
    this.noHash = false;
    this.noShortcut = false;
    /** @type {Briefing | undefined} */
    this.briefing = undefined;
    /** @type {State} */
    this._state = { is: 'loading' };
  }

  /** Where to be when the address does not say. @internal @returns {Route} */
  get home() {
    if (this.query) return { view: 'search', query: this.query };
    return { view: tabOf(this.view) ?? 'brief' };
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#sayTimer);
  }

  willUpdate(changed) {
    if (changed.has('lang') || !this.hasUpdated) this.#speak();
    if (changed.has('briefing') && this.briefing) {
      this.#open(this.briefing);
    } else if (changed.has('src') || !this.hasUpdated) {
      if (!this.briefing || changed.has('src')) this.#load();
    } else if (this.#catalogue && (changed.has('view') || changed.has('query'))) {
      this.#navigation.go(this.home);
    }
  }

  updated() {
    const then = this.#afterwards;
    this.#afterwards = () => {};
    then();
  }

  // ---------------------------------------------------------------- opening

  /** Takes the language of the element, or of the page around it. */
  async #speak() {
    const lang = languageAt(this);
    if (lang === this.#lang) return;
    this.#lang = lang;
    this.#speaking = localeOf(lang).catch((error) => {
      this.#emit('error', { error }); // a briefing in English is better than none
      return ENGLISH;
    });
    const locale = await this.#speaking;
    if (lang !== this.#lang || locale === this.locale) return;
    this.locale = locale;
    if (this.#catalogue) this.#catalogue = new Catalogue(this.#catalogue.info, locale);
  }

  async #load() {
    const load = ++this.#loads;
    this.#turns += 1; // what the briefing before was to show comes too late
    this.#opened = undefined;
    this._state = { is: 'loading' };
    try {
      const briefing = await Briefing.load({
        src: this.src,
        onProgress: (progress) => {
          if (load === this.#loads) this._state = { is: 'loading', progress };
        },
      });
      if (load === this.#loads) this.#open(briefing);
    } catch (error) {
      if (load === this.#loads) this.#fail(error);
    }
  }

  async #open(briefing) {
    const load = ++this.#loads;
    try {
      const [info] = await Promise.all([briefing.info(), this.#speaking]);
      if (load !== this.#loads) return;
      this.#catalogue = new Catalogue(info, this.locale);
      this.#cards = new Cards(briefing);
      this.#opened = briefing;
      const linked = this.#navigation.start(this.home);
      await this.#show(this.#navigation.route);
      if (load !== this.#loads || this._state.is === 'failed') return;
      this.#emit('ready', { info });
      this.#afterwards = () => {
        this.#search.fill(queryOf(this.#navigation.route));
        // A link to a thing, or into a report, leads there, as a link to an anchor would.
        const { route } = this.#navigation;
        if (linked && (route.view === 'read' || route.item)) land(this.shadowRoot, route);
      };
      this.requestUpdate();
    } catch (error) {
      if (load === this.#loads) this.#fail(error);
    }
  }

  /** @type {Briefing} */
  #opened;

  #fail(error) {
    this._state = { is: 'failed', error };
    this.#emit('error', { error });
  }

  // ---------------------------------------------------------------- moving

  /** @param {import('./navigation.js').Arrival} arrival */
  async #arrived({ back, link, pages = 1 }) {
    if (!this.#opened) return;
    const { route } = this.#navigation;
    const [typing, refined] = [this.#typing, this.#refining];
    if (!typing) this.#search.fill(queryOf(route));
    this.#copy.clear();
    this.#pages = back ? pages : 1;
    const inField = () => this.shadowRoot.activeElement === this.#search.input;
    const searching = inField();
    // A view may take its time to load; a reader who has gone to the field meanwhile stays there.
    if (!(await this.#show(route)) || typing || (inField() && !searching)) return;
    this.#afterwards = () => {
      const root = this.shadowRoot;
      const used = refined ? [...root.querySelectorAll('[data-key]')].find((control) => control.dataset.key === refined) : back && root.querySelectorAll('a')[link];
      if (used) comeBack(used);
      else land(root, route);
    };
    this.requestUpdate();
  }

  /** Fetches what a place shows, and shows it. @param {Route} route @returns {Promise<boolean>} whether it is the latest */
  async #show(route) {
    const turn = ++this.#turns;
    let view;
    let data;
    try {
      view = await viewOf(route.view);
      data = await view.load(this.#context, route);
    } catch (error) {
      if (turn !== this.#turns) return false;
      if (error?.code !== 'not-found') {
        this.#fail(error);
        return false;
      }
    }
    if (turn !== this.#turns) return false;
    this.#sheets.add(view);
    this._state = { is: 'open', route, view, data };
    this.#tell(route, view, data);
    return true;
  }

  /** Tells the page and the screen reader what is shown. */
  #tell(route, view, data) {
    clearTimeout(this.#sayTimer);
    if (route.view === 'read' && data) this.#emit('open', { document: route.document, start: route.start, end: route.end });
    if (route.view !== 'search') {
      this.#said = this.#search.offer;
      return;
    }
    this.#sayTimer = setTimeout(() => {
      if (data.response.total) this.#search.remember(route.query);
      this.#say(view.announce(data, this.locale));
      this.#emit('search', { query: route.query, total: data.response.total });
    }, TYPING_RESTS);
  }

  #emit(what, detail) {
    this.dispatchEvent(new CustomEvent(`briefing-${what}`, { detail, bubbles: true, composed: true }));
  }

  // ---------------------------------------------------------------- input

  /** @param {string} words for a screen reader */
  #say(words) {
    this.#said = words;
    this.requestUpdate();
  }

  /** A search follows every key; the whole of the typing is one step for the way back. */
  #typed() {
    const query = this.#search.input.value.trim();
    const { route, from } = this.#navigation;
    const searching = route.view === 'search';
    if (!query && !searching) return;
    this.#typing = true; // what is being typed is never overwritten
    this.#navigation.go(query ? { ...(searching ? route : { view: 'search' }), query } : from ?? { view: 'brief' }, { replace: searching });
    this.#typing = false;
  }

  /** @param {Route} route @param {string} key */
  #refine(route, key) {
    const emptied = route.view === 'search' && !route.query;
    this.#refining = emptied ? undefined : key;
    this.#navigation.go(emptied ? { view: 'brief' } : route, { pages: this.#pages });
    this.#refining = undefined;
  }

  #submitted(event) {
    event.preventDefault();
    if (this.#navigation.route.view !== 'search') {
      this.#search.input.focus();
      return;
    }
    land(this.shadowRoot, this.#navigation.route);
  }

  #clicked(event) {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    const route = link && this.#navigation.parse(link.getAttribute('href') ?? '');
    const elsewhere = event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!route || (elsewhere && !this.noHash)) return;
    event.preventDefault();
    if (link.hasAttribute('data-back') && this.#navigation.from) {
      this.#navigation.back();
      return;
    }
    this.#navigation.go(route, { link: [...this.shadowRoot.querySelectorAll('a')].indexOf(link), pages: this.#pages });
  }

  #keyed(event) {
    if (event.defaultPrevented || event.isComposing || this._state.is !== 'open') return;
    this.#search.walk(event);
    if (event.key !== 'Escape') return;
    const closed = this.#search.close();
    const { view } = this.#navigation.route;
    if (!closed && !['search', 'read', 'compare'].includes(view)) return; // left to the page: a dialog may want to close
    event.preventDefault();
    event.stopPropagation();
    if (!closed) this.#navigation.back();
  }

  /** The things that a list shows. @param {string} part @returns {NodeListOf<Element>} */
  #listed(part) {
    return this.shadowRoot.querySelectorAll(`[data-list="${CSS.escape(part)}"] > *`);
  }

  /** Takes the focus to the first link of what is shown new. @param {string} part */
  #grown(part, last = this.#listed(part).length) {
    this.#afterwards = () => {
      const first = this.#listed(part)[last];
      (first?.matches('a') ? first : first?.querySelector('a'))?.focus();
    };
    this.requestUpdate();
  }

  #toggle(part) {
    this.#grown(part);
    if (!this.#whole.delete(part)) this.#whole.add(part);
  }

  async #grow(part) {
    const last = this.#listed(part).length;
    this.#pages += 1;
    if (await this.#show(this.#navigation.route)) this.#grown(part, last);
  }

  // ---------------------------------------------------------------- showing

  /** @returns {ViewContext} */
  get #context() {
    return {
      briefing: this.#opened,
      catalogue: this.#catalogue,
      cards: this.#cards,
      locale: this.locale,
      t: this.locale.t,
      from: this.#navigation.from,
      href: (route) => this.#navigation.href(route),
      go: (route) => this.#navigation.go(route, { pages: this.#pages }),
      refine: (route, key) => this.#refine(route, key),
      paper: this.#paper.ready,
      isOpen: (part) => this.#whole.has(part),
      toggle: (part) => this.#toggle(part),
      copy: this.#copy,
      shown: (page) => page * this.#pages,
      grow: (part) => this.#grow(part),
    };
  }

  render() {
    const { locale } = this;
    return html`<section class="briefing" part="widget" lang=${locale.tag} dir=${locale.dir}
      aria-label=${this.#catalogue?.info.title ?? locale.t('briefing')} @click=${this.#clicked} @keydown=${this.#keyed}>
      ${this.#content()}
      <p class="sr" role="status" aria-live="polite">${this.#said}</p>
    </section>`;
  }

  /** What stands in the element on the page holds the place until there is a briefing, or where there will be none. */
  #content() {
    const { locale, _state: state } = this;
    if (state.is === 'loading') return html`${loading(state.progress, locale, this.childElementCount > 0)}<slot></slot>`;
    if (state.is === 'failed') {
      return html`${failed(state.error, () => (this.briefing ? this.#open(this.briefing) : this.#load()), locale)}<slot></slot>`;
    }
    if (!this.#catalogue.entries.length) return empty(locale);
    return html`${head(state.route, this.#search, this.#context)}
      ${this.#view(state)}
      <footer class="foot shell note"><p>${locale.t('promise')}</p></footer>`;
  }

  #view({ route, view, data }) {
    const context = this.#context;
    if (data === undefined) return missing(route.document, context);
    const inMarkdown = async () => (await import('./markdown.js')).markdown(route.view, data, context);
    return html`${view.render(data, context, route)}
      ${this.#copy.render(inMarkdown, () => view.cards?.(data) ?? data)}`;
  }
}
