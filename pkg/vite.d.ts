import type { Plugin } from 'vite';
import type { Edits } from './build.js';

export interface BriefingPluginOptions extends Edits {
  /** The folder of articles, from the root of the app. */
  folder: string;
  /** The module whose default export is the address of the pack; `virtual:briefing` unless told. */
  id?: string;
}

/**
 * A plugin for Vite: a folder of articles as a briefing, built anew when an article changes. For TypeScript, one file of the app
 * begins with `/// <reference types="briefing-widget/types/virtual" />`.
 */
export default function briefing(options: BriefingPluginOptions): Plugin;
