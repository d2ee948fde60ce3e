import { type Page, expect } from '@playwright/test';
import { test } from './appTest.ts';

const APP = '/a/aifinops-app';
const LEDGER = '/api/plugin-proxy/aifinops-app/ledger';
const ask = async <T>(page: Page, path: string): Promise<T> =>
  (await page.request.get(`${LEDGER}/${path}`)).json() as Promise<T>;

interface Review {
  readonly from: string;
  readonly to: string;
  readonly cadence: { readonly weeks: readonly { readonly week: string; readonly state: string }[] };
}

test('a whole review: the week’s number is what its days say, a decision is made and done, closing writes the minutes', async ({
  page,
  open,
}) => {
  const { cadence } = await ask<Review>(page, 'review');
  // One that nobody held yet, so that the spec can run again on the same books.
  const week = cadence.weeks.findLast(({ state }) => state === 'skipped')?.week ?? '';
  const { from, to } = await ask<Review>(page, `review?week=${week}`);
  const { days } = await ask<{ days: { restatedNanoUsd: string }[] }>(page, `days?from=${from}&to=${to}`);
  const usd = days.reduce((sum, { restatedNanoUsd }) => sum + Number(restatedNanoUsd) / 1e9, 0);

  await open(`${APP}/review?week=${week}`);
  const number = page.getByTestId('agenda').locator('[data-item=number]');
  await expect(number).toContainText(`$${Math.round(usd).toLocaleString('en-US')}`);

  const what = `E2E ${Date.now()}`;
  const typed = { What: what, Why: 'It came up', Owner: 'Ana', Due: '2099-01-01', Feature: 'search' };
  for (const [label, value] of Object.entries(typed)) {
    await page.getByTestId('decisions').getByLabel(label, { exact: true }).fill(value);
  }
  await page.getByTestId('decisions').getByRole('button', { name: 'Add' }).click();
  const decision = page.getByTestId('decisions').locator('li', { hasText: what });
  await expect(decision).toContainText('Ana, due 2099-01-01 · search');
  await decision.getByRole('button', { name: 'Done' }).click();
  await expect(decision).toHaveAttribute('data-state', 'closed');

  await page.getByLabel('Engineering lead').fill('Ana');
  await page.getByLabel('Finance').fill('Ben');
  await page.getByLabel('Notes').fill('Nothing else.');
  await page.getByRole('button', { name: 'Close the review' }).click();
  const minutes = page.getByTestId('minutes');
  await expect(minutes).toContainText('Present: Ana (engineering), Ben (finance)');
  await expect(minutes).toContainText(`- [x] ${what} · Ana`);
  await expect(minutes).toContainText('Nothing else.');
  await expect(page.getByRole('button', { name: `Week ${week}: held late` })).toBeVisible();
});

interface Feature {
  readonly feature: string;
  readonly margin: { readonly marginNanoUsd: string } | null;
  readonly losing: object | null;
}

test('Value: margins of features add up to the answer, and what loses money is on top', async ({ page, open }) => {
  await open(`${APP}/value`);
  const shown = page.getByTestId('worth-margin-value');
  await expect(shown).toContainText('$');
  const { features } = await ask<{ features: Feature[] }>(page, 'economics?environment=production');
  const known = features.flatMap(({ margin }) => margin ?? []);
  const usd = known.reduce((sum, { marginNanoUsd }) => sum + Number(marginNanoUsd) / 1e9, 0);
  const text = await shown.textContent();
  expect(Number(text?.replace(/[$,]/g, '').replace('−', '-'))).toBeCloseTo(usd, 2);
  const losers = features.filter(({ losing }) => losing !== null).map(({ feature }) => feature);
  expect(losers.length).toBeGreaterThan(0);
  await expect(page.getByTestId('losers').locator('li b')).toHaveText(losers);
});
