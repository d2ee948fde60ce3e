/// <reference lib="dom" />
import { type Page, expect } from '@playwright/test';
import { test } from './appTest.ts';
import { cents } from './cents.ts';
import { DAY_MS, closedDays } from './closedDays.ts';

const APP = '/a/aifinops-app';
const LEDGER = '/api/plugin-proxy/aifinops-app/ledger';
const shown = (page: Page, id: string) => page.getByTestId(id);

interface Call {
  readonly spanId: string;
  readonly traceId: string;
  readonly time: string;
  readonly costNanoUsd: string;
}
interface Bucket {
  readonly calls: string;
  readonly costNanoUsd: string;
}

/** The newest closed day, whose rows change no more. */
const closedDay = async () => new Date((await closedDays(10)).at(-1) ?? Date.now() - DAY_MS).toISOString().slice(0, 10);

test('the page is what the ledger’s rows say: sum, order, next page, and the working of a price', async ({
  page,
  open,
}) => {
  const day = await closedDay();
  const which = `from=${day}&to=${day}&environment=production&feature=search`;
  const ask = async (path: string) => (await page.request.get(`${LEDGER}/${path}`)).json();
  const { buckets } = (await ask(`calls/histogram?${which}`)) as { buckets: Bucket[] };
  const { calls, next } = (await ask(`calls?${which}`)) as { calls: Call[]; next: string };
  const second = (await ask(`calls?${which}&cursor=${next}`)) as { calls: Call[] };
  await open(`${APP}/requests?time=${day}..${day}&environment=production&var-feature=search`);
  const nano = buckets.reduce((sum, { costNanoUsd }) => sum + BigInt(costNanoUsd), 0n);
  await expect(shown(page, 'requests-value')).toHaveText(cents(Number(nano) / 1e9));
  const spans = () =>
    shown(page, 'calls')
      .locator('tbody tr')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-span')));
  await expect(shown(page, 'calls')).toBeVisible();
  expect(await spans()).toEqual(calls.map(({ spanId }) => spanId));
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect.poll(spans).toEqual(second.calls.map(({ spanId }) => spanId));
  await page.goBack();
  await expect.poll(spans).toEqual(calls.map(({ spanId }) => spanId));

  const [dearest] = calls;
  await shown(page, 'calls').locator('tbody a').first().press('Enter');
  const asked = `trace=${dearest?.traceId}&span=${dearest?.spanId}&time=${dearest?.time}`;
  const { working } = (await ask(`call?${asked}`)) as { working: { usd: string; components: object[] } };
  await expect(shown(page, 'working-usd')).toHaveText(working.usd);
  await expect(page.locator('[data-component]')).toHaveCount(working.components.length);
});

/** How many labels stand under the histogram's bars, and how many CSS pixels the two nearest are apart. */
const labels = (page: Page) =>
  shown(page, 'cost-histogram')
    .getByRole('img')
    .evaluate((chart) => {
      const boxes = Array.from(chart.querySelectorAll('span'))
        .filter(({ textContent }) => textContent !== '')
        .map((label) => {
          const range = document.createRange();
          range.selectNodeContents(label);
          return range.getBoundingClientRect();
        });
      const apart = boxes.slice(1).map(({ left }, index) => left - (boxes[index]?.right ?? 0));
      return { count: boxes.length, apart: Math.min(...apart) };
    });

test('in a small window no label of the histogram meets the next, and a call says how it ended', async ({
  page,
  open,
}) => {
  await open(`${APP}/requests?time=${await closedDay()}..${await closedDay()}&environment=production`);
  await expect(shown(page, 'cost-histogram')).toBeVisible();
  const { count } = await labels(page);
  await page.setViewportSize({ width: 1024, height: 768 });
  await expect.poll(async () => (await labels(page)).apart).toBeGreaterThan(4);
  expect((await labels(page)).count).toBeGreaterThanOrEqual(count / 3);
  const status = shown(page, 'calls').locator('tbody tr').first().locator('[data-column=status]');
  const box = await status.boundingBox();
  expect((box?.x ?? Infinity) + (box?.width ?? 0)).toBeLessThanOrEqual(1024);
});

test('tasks are what the ledger adds up, and lead to their calls', async ({ page, open }) => {
  const day = await closedDay();
  const which = `from=${day}&to=${day}&environment=production`;
  const answer = await page.request.get(`${LEDGER}/tasks?${which}&limit=1`);
  const { tasks } = (await answer.json()) as { tasks: { task: string; calls: string }[] };
  const [first] = tasks;
  test.skip(first === undefined, 'no agent ran on that day');
  await open(`${APP}/requests?time=${day}..${day}&environment=production&tab=tasks`);
  const row = shown(page, 'tasks').locator('tbody tr').first();
  await expect(row).toHaveAttribute('data-name', first?.task ?? '');
  await expect(row.locator('[data-column=calls]')).toHaveText(first?.calls ?? '');
  await row.getByRole('link').click();
  await expect(shown(page, 'requests-calls')).toHaveText(`${first?.calls} calls`);
});

test('what is marked as no anomaly is gone, also for the next reader', async ({ page, open }) => {
  await open(`${APP}/overview`);
  await expect(page.locator('[data-testid=attention][aria-busy=false]')).toBeVisible();
  const buttons = page.getByRole('button', { name: /^Not an anomaly/ });
  const count = await buttons.count();
  test.skip(count === 0, 'nothing stands out in these books');
  await buttons.first().click();
  await expect(buttons).toHaveCount(count - 1);
  await page.reload();
  await expect(page.locator('[data-testid=attention][aria-busy=false]')).toBeVisible();
  await expect(buttons).toHaveCount(count - 1);
  const { marks } = (await (await page.request.get(`${LEDGER}/marks?state=set`)).json()) as {
    marks: { id: string; version: number; record: { mark: string } }[];
  };
  expect(marks[0]?.record.mark).toBe('not_an_anomaly');
  // As it was, for whoever tests next.
  const { id, version } = marks[0] ?? { id: '', version: 0 };
  const undone = await page.request.post(`${LEDGER}/marks`, { data: { action: 'withdraw', id, version } });
  expect(undone.ok()).toBe(true);
});
