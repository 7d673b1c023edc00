/** `<briefing-widget>` in the JSX of React 19. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { BriefingWidget } from '../define.js';
import type { Listeners, Properties } from './element.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'briefing-widget': DetailedHTMLProps<HTMLAttributes<BriefingWidget>, BriefingWidget> & Properties & Listeners;
    }
  }
}
