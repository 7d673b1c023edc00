/** On paper every list is whole: the widget is drawn anew before the page is printed, and after. */
export class Paper {
  /** Whether what is drawn goes on paper. */
  ready = false;

  /** @param {import('lit').ReactiveElement} host */
  constructor(host) {
    this.host = host;
    host.addController(this);
  }

  hostConnected() {
    for (const name of ['beforeprint', 'afterprint']) addEventListener(name, this.#turn);
  }

  hostDisconnected() {
    for (const name of ['beforeprint', 'afterprint']) removeEventListener(name, this.#turn);
  }

  /** The page is printed as soon as this returns. @param {Event} event */
  #turn = ({ type }) => {
    this.ready = type === 'beforeprint';
    this.host.requestUpdate();
    this.host.performUpdate();
  };
}
