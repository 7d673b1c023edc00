/** `<briefing-widget>` in the templates of Vue 3. */
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { BriefingWidget, BriefingWidgetEventMap } from '../define.js';
import type { Properties } from './element.js';

declare module 'vue' {
  interface GlobalComponents {
    'briefing-widget': new () => BriefingWidget & {
      $props: HTMLAttributes & Properties & PublicProps;
      $emit: EmitFn<{ [Name in keyof BriefingWidgetEventMap]: (event: BriefingWidgetEventMap[Name]) => void }>;
    };
  }
}
