/** Starts the studio. */
import './trusted.js';
import { Studio } from './studio.js';

customElements.define('briefing-studio', Studio);
