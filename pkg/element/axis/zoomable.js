/**
 * The axis, the range of time that it shows, and the list of what lies in it: drawn for the width of its place, and
 * anew when the range changes.
 *
 * @typedef {import('../briefing-widget.js').ViewContext} ViewContext
 * @typedef {import('./zoom.js').Dated} Dated
 * @typedef {import('./zoom.js').Extent} Extent
 * @typedef {import('./zoom.js').Zoom} Zoom
 */
import { html, nothing } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { ref } from 'lit/directives/ref.js';
import { controls } from './controls.js';
import { drawing } from './drawing.js';
import { layout } from './layout.js';
import { legend } from './legend.js';
import { typeOf } from './type.js';
import { writing } from './writing.js';

/** A mark of many leads to a closer look where that shows no more than so much of the range. */
const CLOSER = 0.9;

class Zoomable extends AsyncDirective {
  #width = 0;
  /** As many rows of names as have been needed: the axis does not grow smaller under the pointer. */
  #rows = 0;
  #observer = new ResizeObserver(([{ contentRect }]) => {
    if (!contentRect.width || contentRect.width === this.#width) return; // no width: not shown
    this.#width = contentRect.width;
    this.#rows = 0;
    this.#draw();
  });

  /** Follows the width of the place. @param {Element | undefined} place */
  #place = (place) => {
    if (place) this.#observer.observe(place);
    else this.#observer.disconnect();
  };

  /** @param {import('lit').ChildPart} part @param {[Zoom, ViewContext, {item?: string}, (events: Dated[]) => unknown]} given */
  update(part, [zoom, context, route, list]) {
    const { host } = part.options;
    this.#width ||= host.clientWidth; // until the place is measured
    const arrived = route !== this.route;
    if (context.locale !== this.context?.locale) this.words = writing(context.locale);
    Object.assign(this, { zoom, context, route, list, host });
    const asked = arrived && route.item && zoom.events.find(({ event }) => event.id === route.item);
    if (asked && !zoom.shows(asked)) zoom.show(zoom.whole);
    return this.render();
  }

  render() {
    const { zoom, context, list } = this;
    const shown = zoom.events.filter((one) => zoom.shows(one));
    return html`${zoom.isDrawn && !context.paper ? html`<figure class="time screen">
      <div ${ref(this.#place)}></div>
      ${this.#width ? this.#axis(shown) : nothing}
    </figure>` : nothing}${list(shown)}`;
  }

  /** @param {Dated[]} shown */
  #axis(shown) {
    const { zoom, context, words } = this;
    const drawn = layout(zoom, this.#width, typeOf(this.host), words.tick, context.t('reportList'));
    this.#rows = Math.max(this.#rows, ...drawn.labels.map(({ row }) => row + 1));
    return html`${drawing(drawn, this.#rows, this.#label(shown), this.#follow, context)}
      ${legend(zoom, drawn, context)}
      ${controls(zoom, drawn, shown.length, words, this.#show, this.#move, context)}`;
  }

  /** What the axis shows, in words. @param {Dated[]} shown */
  #label(shown) {
    const { zoom, context: { t }, words } = this;
    const plans = shown.filter(({ planned }) => planned).length;
    return [
      t('axisOf', { period: words.period(zoom.range) }), t('datedEvents', { n: shown.length }), ...(plans ? [t('plannedEvents', { n: plans })] : []),
      t('reports', { n: zoom.reports.filter((one) => zoom.shows(one)).length }),
    ].join(t('comma'));
  }

  #draw() {
    this.setValue(this.render());
  }

  /** @param {Extent} range */
  #show = (range) => {
    this.zoom.show(range);
    this.#draw();
  };

  #move = (...how) => {
    this.zoom.move(...how);
    this.#draw();
  };

  /** What a press on a mark does: it leads to the one thing, or to a closer look at many. */
  #follow = {
    event: (items) => this.#closer(items) || this.context.go({ view: 'timeline', item: items[0].event.id }),
    report: (items) => this.#closer(items) || this.context.go({ view: 'read', document: items[0].entry.source.document }),
  };

  #closer(items) {
    const { zoom } = this;
    const extents = items.map(({ extent }) => zoom.clipped(extent));
    const [from, to] = [Math.min(...extents.map(([start]) => start)), Math.max(...extents.map(([, end]) => end))];
    const closer = items.length > 1 && to - from <= (zoom.range[1] - zoom.range[0]) * CLOSER;
    if (closer) this.#show([from, to]);
    return closer;
  }
}

/** @type {(zoom: Zoom, context: ViewContext, route: {item?: string}, list: (events: Dated[]) => unknown) => unknown} */
export const zoomable = directive(Zoomable);
