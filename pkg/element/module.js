/** All of the package in one module: what `briefing-widget/define` gives. */
export * from '../index.js';
export * from './define.js';
