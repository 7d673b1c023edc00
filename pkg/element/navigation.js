/**
 * Where the reader of a briefing is, where they came from, and the way back.
 *
 * With the address in use, every place is an entry of the browser's history: its fragment names the place, and its
 * state remembers how deep inside the briefing it lies and which link was followed from it. Without, the same is
 * kept in a list.
 *
 * @typedef {import('./route.js').Route} Route
 * @typedef {object} Entry
 * @property {Route} route
 * @property {number} depth places gone through inside this briefing to come here
 * @property {Route} [from] the place left for this one
 * @property {number} [link] which of the place's links was followed last
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

  /**
   * @param {import('lit').ReactiveControllerHost & HTMLElement & {noHash: boolean, home: Route}} host
   * @param {(arrival: {back: boolean, link?: number}) => void} arrived called when the place has changed
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
   * Takes the place from the address, where it names one.
   * @param {Route} otherwise
   * @returns {boolean} whether it did
   */
  start(otherwise) {
    const route = this.host.noHash ? undefined : this.parse(location.hash);
    this.#at = { depth: 0, ...(route && this.#kept(history.state)), route: route ?? otherwise };
    return Boolean(route);
  }

  /**
   * @param {Route} route
   * @param {{replace?: boolean, link?: number}} [how] `replace`: no new step for the way back
   */
  go(route, { replace = false, link } = {}) {
    const here = this.#at;
    if (replace || this.href(route) === this.href(here.route)) {
      this.#at = { ...here, route };
      if (!this.host.noHash) {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#write(), WRITE_DELAY);
      }
    } else {
      this.#write();
      here.link = link;
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
      this.arrived({ back: true, link: this.#at.link });
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
  #save(method, { route, ...kept }, url = this.href(route)) {
    // The page's own state is kept beside ours: routers rely on theirs.
    history[method]({ ...history.state, [this.#name]: kept }, '', url);
  }

  /** Writes an address that is waiting to be written. */
  #write() {
    if (!this.#timer) return;
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#save('replaceState', this.#at);
  }

  #popped = ({ state }) => {
    if (this.host.noHash) return;
    const route = this.parse(location.hash);
    const kept = this.#kept(state);
    // An anchor of the page itself: it moves the page, and the briefing stays where it is.
    if (!route && !kept && location.hash) return;
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#at = { depth: 0, ...kept, route: route ?? this.host.home };
    this.arrived({ back: true, link: kept?.link });
  };
}
