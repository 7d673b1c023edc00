/** What the templates of every framework know of `<briefing-widget>`. */
import type { BriefingWidget, BriefingWidgetEventMap } from '../define.js';

/** Its properties, as a template sets them. */
export type Properties = {
  [Name in Exclude<keyof BriefingWidget, keyof HTMLElement>]?: BriefingWidget[Name] | undefined;
};

/** Its events, as a template listens to them: `onbriefing-ready`. */
export type Listeners = {
  [Name in keyof BriefingWidgetEventMap as `on${Name}`]?: ((event: BriefingWidgetEventMap[Name]) => void) | undefined;
};
