/// <reference lib="dom" />
import { type BrowserContext, type Page, expect, test as base } from '@playwright/test';

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
      const told = (message: { type(): string; text(): string }) =>
        message.type() === 'error' && errors.push(message.text());
      const thrown = (error: Error) => errors.push(String(error));
      page.on('console', told).on('pageerror', thrown);
      await use(undefined);
      page.off('console', told).off('pageerror', thrown);
      expect(errors, 'errors in the browser').toEqual([]);
    },
    { auto: true },
  ],
});
