/** The engine's own words: English, in whatever language the page speaks, and told apart from it for eyes, ears and the direction of writing. */
import { html } from 'lit';

/** @param {string} words */
export const inEnglish = (words) => html`<span lang="en" dir="ltr">${words}</span>`;
