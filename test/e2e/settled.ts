import type { Page, Request } from '@playwright/test';

const QUIET_MS = 400;
const EVERY_MS = 50;
const pending = new WeakMap<Page, Set<Request>>();

/** Takes note of what a page asks from now on; `settled` needs to know. */
export function watchRequests(page: Page): Set<Request> {
  const known = pending.get(page);
  if (known) {
    return known;
  }
  const asked = new Set<Request>();
  page.on('request', (request) => asked.add(request));
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
  pending.set(page, asked);
  return asked;
}

/** Waits until a page shows its answers: nothing is loading, and nothing was asked for a while; loaded anew or not. */
export async function settled(page: Page, timeout = 30_000): Promise<void> {
  const asked = watchRequests(page);
  await page.waitForLoadState('load', { timeout });
  // Scripts that are still being read ask nothing, either.
  await page.locator('main').locator('h1, button').first().waitFor({ timeout });
  const end = Date.now() + timeout;
  const loading = page.locator('[data-testid=skeleton], [aria-busy=true]');
  for (let quietSince = Date.now(); Date.now() - quietSince < QUIET_MS;) {
    if (asked.size > 0 || (await loading.count()) > 0) {
      quietSince = Date.now();
    }
    if (Date.now() > end) {
      throw new Error(`${page.url()} still loads: ${[...asked].map((request) => request.url()).join(', ')}`);
    }
    await page.waitForTimeout(EVERY_MS);
  }
}
