/** Each view of the demo's briefing, and how to come there from the brief. */
export const VIEWS = {
  brief: async () => {},
  timeline: async ({ tab, widget }) => {
    await tab('Timeline').click();
    await widget.locator('[part~=event]').first().waitFor();
  },
  people: async ({ tab, widget }) => {
    await tab(/^People/).click();
    await widget.locator('[part~=entity]').first().waitFor();
  },
  sources: async ({ tab, widget }) => {
    await tab('Sources').click();
    await widget.locator('li[part~=source]').first().waitFor();
  },
  search: async ({ field, widget }) => {
    await field.fill('minister qqqqq');
    await widget.getByRole('heading', { name: /match/ }).waitFor();
  },
  reader: async ({ keyPoints, cited }) => {
    await keyPoints.locator('[part~=citation]').first().click();
    await cited.first().waitFor();
  },
  compare: async ({ tab, widget }) => {
    await tab('Sources').click();
    await widget.getByRole('link', { name: /^Side by side/ }).first().click();
    await widget.locator('[part~=compare]').waitFor();
  },
};

/** Waits for what fades in. @param {any} page */
export const settled = (page) => page.locator('briefing-widget').evaluate(({ shadowRoot }) => Promise.all(shadowRoot.getAnimations({ subtree: true }).map(({ finished }) => finished)));
