/** What React's JSX allows of the element; it is compiled, never run. */
import { useRef } from 'react';
import type { Briefing } from 'briefing-widget';
import type { BriefingWidget } from 'briefing-widget/define';
import type {} from 'briefing-widget/types/react';

export function Talks({ briefing }: { briefing?: Briefing }) {
  const widget = useRef<BriefingWidget>(null);
  return (
    <briefing-widget
      ref={widget} id="talks" className="wide" lang="en" src="talks.brief" view="timeline" theme="auto" noHash briefing={briefing}
      onbriefing-ready={({ detail }) => console.log(detail.info.title)}
      onbriefing-search={({ detail }) => console.log(detail.total.toFixed())}
      onbriefing-open={({ detail }) => console.log(detail.document, detail.start)}
      onbriefing-error={({ detail }) => console.log(detail.error.message)}
    />
  );
}

// @ts-expect-error: no such view
export const view = <briefing-widget view="map" />;
// @ts-expect-error: no such property
export const property = <briefing-widget source="talks.brief" />;
// @ts-expect-error: the detail has no such member
export const detail = <briefing-widget onbriefing-ready={({ detail }) => detail.title} />;
