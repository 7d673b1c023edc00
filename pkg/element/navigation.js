/**
 * Where the reader of a briefing is, where they came from, and the way back.
 *
 * With the address in use, every place is an entry of the browser's history: its fragment names the place of one
 * briefing, and its state remembers the place of every briefing on the page, how deep inside the briefing it lies,
 * and how it was left. Without, the same is kept in a list.
 *
 * @typedef {import('./route.js').Route} Route
 * @typedef {object} Entry
 * @property {Route} route
 * @property {number} depth places gone through inside this briefing to come here
 * @property {Route} [from] the place left for this one
 * @property {number} [link] which of the place's links was followed last
 * @property {number} [pages] how many pages of a long list were shown when it was followed
 *
 * @typedef {{back: boolean, link?: number, pages?: number}} Arrival
 */
import { formatRoute, parseRoute } from './route.js';

/** Browsers refuse addresses that change more than 100 times in 30 s; a fast typist makes 10 changes a second. */
const WRITE_DELAY = 350;

export class Navigation {
  /** @type {Entry} */
  #at = { route: { view: 'brief' }, depth: 0 };
  /** @type {Entry[]} */
  #past = [];
  #timer = 0;
  /** The address that the waiting one is to replace: where the page has gone on meanwhile, it is not ours to change. */
  #replaced = '';
  /**
   * A place that was left by the browser's own buttons before its address was written.
   * @type {Entry | undefined}
   */
  #unwritten;

  /**
   * @param {import('lit').ReactiveControllerHost & HTMLElement & {noHash: boolean, home: Route}} host
   * @param {(arrival: Arrival) => void} arrived called when the place has changed
   */
  constructor(host, arrived) {
    this.host = host;
    this.arrived = arrived;
    host.addController(this);
  }

  hostConnected() {
    addEventListener('popstate', this.#popped);
  }

  hostDisconnected() {
    removeEventListener('popstate', this.#popped);
    this.#write();
  }

  /** @returns {Route} */
  get route() {
    return this.#at.route;
  }

  /** The place left for this one, where it lies inside the briefing. @returns {Route | undefined} */
  get from() {
    return this.#at.from;
  }

  /** @param {Route} route @returns {string} its address */
  href(route) {
    return formatRoute(route, this.#name);
  }

  /** @param {string} hash @returns {Route | undefined} */
  parse(hash) {
    return parseRoute(hash, this.#name);
  }

  /**
   * Takes the place from the address, where it names one, or from what the entry of the history remembers.
   * @param {Route} otherwise
   * @returns {boolean} whether the address names it
   */
  start(otherwise) {
    const { hash } = location;
    const linked = this.host.noHash ? undefined : this.parse(hash);
    const kept = this.host.noHash || !hash ? undefined : this.#kept(history.state);
    this.#at = { depth: 0, ...kept, route: linked ?? kept?.route ?? otherwise };
    return Boolean(linked);
  }

  /**
   * @param {Route} route
   * @param {{replace?: boolean, link?: number, pages?: number}} [how] `replace`: no new step for the way back
   */
  go(route, { replace = false, link, pages } = {}) {
    const here = this.#at;
    if (replace || this.href(route) === this.href(here.route)) {
      this.#at = { ...here, route };
      if (!this.host.noHash) {
        clearTimeout(this.#timer);
        this.#replaced = location.href;
        this.#timer = setTimeout(() => this.#write(), WRITE_DELAY);
      }
    } else {
      this.#write();
      this.#unwritten = undefined; // what lay ahead is gone
      Object.assign(here, { link, pages });
      this.#at = { route, depth: here.depth + 1, from: here.route };
      if (this.host.noHash) {
        this.#past.push(here);
      } else {
        this.#save('replaceState', here, location.href);
        this.#save('pushState', this.#at);
      }
    }
    this.arrived({ back: false });
  }

  /** One step back inside the briefing; to the brief where there is none. */
  back() {
    this.#write();
    if (!this.#at.depth) {
      this.go({ view: 'brief' });
    } else if (this.host.noHash) {
      this.#at = this.#past.pop();
      this.arrived({ ...this.#at, back: true });
    } else {
      history.back();
    }
  }

  get #name() {
    return this.host.id || 'briefing';
  }

  /** What an entry of the history remembers of this briefing. */
  #kept(state) {
    return state?.[this.#name];
  }

  /** @param {'pushState' | 'replaceState'} method @param {Entry} entry @param {string} [url] */
  #save(method, entry, url = this.href(entry.route)) {
    // The page's own state is kept beside ours: routers rely on theirs.
    history[method]({ ...history.state, [this.#name]: entry }, '', url);
  }

  /** Writes an address that is waiting to be written. */
  #write() {
    if (!this.#timer) return;
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (location.href === this.#replaced) this.#save('replaceState', this.#at);
  }

  #popped = ({ state }) => {
    if (this.host.noHash) return;
    const left = this.#at;
    if (this.#timer) this.#unwritten = left;
    clearTimeout(this.#timer);
    this.#timer = 0;
    const { hash } = location;
    const kept = this.#kept(state);
    const linked = this.parse(hash);
    const late = linked && this.#unwritten?.depth === kept?.depth ? this.#unwritten : undefined;
    // An address of another briefing leaves this one where it was then; where that is not known, or where the
    // address is an anchor of the page itself, where it is.
    const route = late?.route ?? linked ?? (hash ? kept?.route : this.host.home);
    if (!route) return;
    this.#at = { depth: 0, ...kept, route };
    if (late) {
      this.#unwritten = undefined;
      this.#save('replaceState', this.#at);
    }
    if (this.href(route) !== this.href(left.route)) this.arrived({ ...this.#at, back: true });
  };
}
