/** What Vue's templates allow of the element; it is compiled, never run. */
import type { GlobalComponents } from 'vue';
import type {} from 'briefing-widget/types/vue';

type Widget = InstanceType<GlobalComponents['briefing-widget']>;

export const right: Widget['$props'] = { id: 'talks', class: 'wide', src: 'talks.brief', view: 'sources', noHash: true };

export const told = (widget: Widget, error: Error) => widget.$emit('briefing-error', new CustomEvent('briefing-error', { detail: { error } }));

// @ts-expect-error: a search is for words
export const query: Widget['$props'] = { query: 7 };
// @ts-expect-error: no such event
export const event = (widget: Widget) => widget.$emit('briefing-close', new CustomEvent('briefing-close'));
