import { expect } from '@playwright/test';
import { aiFinops } from './aiFinops.ts';
import { test } from './appTest.ts';

const APP = '/a/aifinops-app';
const DAY_MS = 86_400_000;
const ledger = process.env['LEDGER_API_URL'] ?? 'http://127.0.0.1:4321';

test('an optimization recorded in the app stands in the log with its verdict, and can be withdrawn', async ({
  page,
  open,
}) => {
  // A name of its own, so that the spec can run again on the same books.
  const owner = `E2E ${Date.now()}`;
  const date = new Date(Date.now() - 40 * DAY_MS).toISOString().slice(0, 10);
  await open(`${APP}/optimizations`);
  await page.getByRole('link', { name: 'Record an optimization' }).click();
  await expect(page).toHaveURL(/new=1/);
  const form = page.getByRole('form', { name: 'Optimization' });
  await form.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(form.getByText('Choose what was done.')).toBeVisible();

  await form.getByLabel('Lever').click();
  await page.getByRole('option', { name: 'other', exact: true }).click();
  await form.getByLabel('Date').fill(date);
  await form.getByLabel('Owner').fill(owner);
  // Not one of the demo's events is near it in this scope.
  await form.getByRole('textbox', { name: /^Feature/ }).fill('assistant');
  await form.getByRole('button', { name: 'Record', exact: true }).click();

  const row = page.getByTestId('optimizations').locator('tbody tr', { hasText: owner });
  await expect(row.locator('[data-verdict]')).toHaveText(/not proven|harmful|working|not separable/);
  await row.getByRole('link').click();
  await expect(page).toHaveURL(/event=/);
  await expect(page.getByTestId('event-history')).toContainText(`owner ${owner}`);
  await expect(page.getByTestId('cost-per-day-chart')).toBeVisible();
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByTestId('event-verdict-value')).toHaveText(/withdrawn/);
  await expect(page.getByTestId('event-history').locator('li')).toHaveCount(2);
});

test('an optimization that a deploy pipeline records is marked on the chart, judged against its control group, and closed', async ({
  page,
  open,
}) => {
  const id = `e2e-pipeline-${Date.now()}`;
  const owner = `Pipeline ${id}`;
  const date = new Date(Date.now() - 12 * DAY_MS).toISOString().slice(0, 10);
  const scope = ['--lever', 'other', '--feature', 'code-review', '--control-features', 'digest'];
  const add = ['event', 'add', '--id', id, ...scope, '--date', date, '--owner', owner];
  expect(await aiFinops(...add)).toContain(`event ${id} is open, version 1`);
  // A deployment that runs again records nothing twice.
  expect(await aiFinops(...add)).toContain(`event ${id} is open already, version 1`);

  await open(`${APP}/overview`);
  await page.reload();
  await expect(page.locator(`[data-mark=optimization][aria-label*="${owner}"]`)).toContainText('▼');
  await open(`${APP}/optimizations`);
  const row = page.getByTestId('optimizations').locator('tbody tr', { hasText: owner });
  await expect(row.locator('[data-verdict]')).toHaveText(/not proven|harmful|working|too early/);
  await row.getByRole('link').click();
  await expect(page.getByTestId('event-history')).toContainText('digest');

  expect(await aiFinops('event', 'withdraw', id, '--because', 'rolled back')).toContain(`event ${id} is withdrawn`);
  await page.reload();
  await expect(page.getByTestId('event-verdict-value')).toHaveText(/withdrawn/);
  await expect(page.getByTestId('event-history').locator('li')).toHaveCount(2);
});

test('what the demo company did is measured at what it was: half for batches, eight per cent for the contract', async () => {
  const { levers } = (await (await fetch(`${ledger}/api/v1/levers`)).json()) as {
    levers: { event: { id: string }; impact: { always: { low: number; high: number } | null } }[];
  };
  for (const [id, truth] of [
    ['demo-digest-batch', -0.5],
    ['demo-contract', -0.08],
  ] as const) {
    const always = levers.find(({ event }) => event.id === id)?.impact.always;
    expect(always, id).toBeTruthy();
    expect(always?.low, id).toBeLessThan(truth);
    expect(always?.high, id).toBeGreaterThan(truth);
    // Bounds that are no help would contain anything.
    expect((always?.high ?? 1) - (always?.low ?? 0), id).toBeLessThan(0.2);
  }
});
