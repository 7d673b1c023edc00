/** What the plugin for Vite gives: `/// <reference types="briefing-widget/types/virtual" />`. */
declare module 'virtual:briefing' {
  /** Address of the pack, for `<briefing-widget src>` and `Briefing.load({ src })`. */
  const src: string;
  export default src;
}
