/** Registers `<briefing-widget>`: importing this module is all that a page needs. */
import { BriefingWidget } from './briefing-widget.js';

if (!customElements.get('briefing-widget')) customElements.define('briefing-widget', BriefingWidget);

export { BriefingWidget };
