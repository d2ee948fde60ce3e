/// <reference lib="dom" />
import { type BrowserContext, type ConsoleMessage, type Page, expect, test as base } from '@playwright/test';

/** A Grafana's plugin page asks grafana.com, which not every machine can. */
const isOfCatalogue = (message: ConsoleMessage) =>
  message.location().url.includes('/api/gnet/') || message.text().startsWith('Failed to fetch plugins from catalog');

/**
 * Tests of one worker share a page, as loading the app costs more than most of what they look at; `open` goes on in it
 * as a link would. An error in the browser's console fails the test it came up in.
 */
export const test = base.extend<
  { page: Page; context: BrowserContext; open: (path: string) => Promise<void>; noErrors: undefined },
  { kept: Page }
>({
  kept: [
    async ({ browser }, use, { project }) => {
      const { baseURL, timezoneId, viewport, actionTimeout = 0 } = project.use;
      const context = await browser.newContext({ baseURL, timezoneId, viewport, reducedMotion: 'reduce' });
      context.setDefaultTimeout(actionTimeout);
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
  context: ({ kept }, use) => use(kept.context()),
  page: async ({ kept }, use, { project }) => {
    await kept.setViewportSize(project.use.viewport ?? { width: 1440, height: 1000 });
    await use(kept);
  },
  open: ({ page }, use) =>
    use(async (path) => {
      if (!page.url().includes('/a/aifinops-app/')) {
        await page.goto(path);
        return;
      }
      await page.evaluate((to) => {
        window.history.pushState({}, '', to);
        window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
      }, path);
    }),
  noErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      const told = (message: ConsoleMessage) =>
        message.type() === 'error' && !isOfCatalogue(message) && errors.push(message.text());
      const thrown = (error: Error) => errors.push(String(error));
      page.on('console', told).on('pageerror', thrown);
      await use(undefined);
      page.off('console', told).off('pageerror', thrown);
      expect(errors, 'errors in the browser').toEqual([]);
    },
    { auto: true },
  ],
});
