import type { Browser } from '@playwright/test';
import { settled, watchRequests } from '../../e2e/settled.ts';
import type { AskedQuery } from './rawRanges.ts';

interface Opened {
  /** From the navigation on, ms: until `firstTestId` is seen, until nothing loads any more. */
  readonly firstMs: number | undefined;
  readonly readyMs: number;
  readonly queries: readonly AskedQuery[];
  readonly promRequests: number;
  readonly ledgerRequests: number;
  /** What answers took, ms, by the browser's clock. */
  readonly slowestMs: number;
}

interface Asked {
  readonly from: string;
  readonly to: string;
  readonly queries: readonly { readonly expr: string; readonly range?: boolean }[];
}

/** Opens a page in a browser context of its own, with nothing cached, and watches what it asks. */
export async function openPage(
  browser: Browser,
  baseURL: string,
  address: string,
  firstTestId: string | undefined
): Promise<Opened> {
  const context = await browser.newContext({ baseURL, viewport: { width: 1440, height: 1000 }, timezoneId: 'UTC' });
  try {
    const page = await context.newPage();
    watchRequests(page);
    const queries: AskedQuery[] = [];
    let [promRequests, ledgerRequests, slowestMs, lastMs] = [0, 0, 0, 0];
    page.on('request', (request) => {
      if (request.url().includes('/plugin-proxy/')) {
        ledgerRequests += 1;
      } else if (request.url().endsWith('/api/ds/query')) {
        const { from, to, queries: asked } = request.postDataJSON() as Asked;
        promRequests += 1;
        queries.push(...asked.map(({ expr, range }) => ({ expr, range, fromMs: Number(from), toMs: Number(to) })));
      }
    });
    const began = performance.now();
    page.on('requestfinished', (request) => {
      if (request.url().includes('/api/')) {
        slowestMs = Math.max(slowestMs, request.timing().responseEnd);
        lastMs = performance.now() - began;
      }
    });
    await page.goto(address, { waitUntil: 'commit' });
    let firstMs: number | undefined;
    if (firstTestId !== undefined) {
      await page.getByTestId(firstTestId).first().waitFor();
      firstMs = performance.now() - began;
    }
    await settled(page, 60_000);
    // Quiet is only known half a second later: what counts is the last answer and the frame that drew it.
    const readyMs = Math.max(firstMs ?? 0, lastMs + (await page.evaluate(drawn)));
    return { firstMs, readyMs, queries, promRequests, ledgerRequests, slowestMs };
  } finally {
    await context.close();
  }
}

/** How long two frames take, ms. */
const drawn = () =>
  new Promise<number>((resolve) => {
    const began = performance.now();
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began)));
  });
