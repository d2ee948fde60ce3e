import { type Page, expect } from '@playwright/test';
import { test } from './appTest.ts';
import { askPrometheus } from './askPrometheus.ts';
import { cents } from './cents.ts';
import { billedDays } from './billedDays.ts';
import { closedDays } from './closedDays.ts';

const APP = '/a/aifinops-app';
const LEDGER = '/api/plugin-proxy/aifinops-app/ledger';
const ask = async <T>(page: Page, path: string): Promise<T> =>
  (await page.request.get(`${LEDGER}/${path}`)).json() as Promise<T>;
const usd = (nano: bigint) => Number(nano) / 1e9;
const sumOf = <T>(of: readonly T[], nano: (one: T) => string) => of.reduce((sum, one) => sum + BigInt(nano(one)), 0n);

interface Line {
  readonly day: string;
  readonly category: string;
  readonly account: string | null;
  readonly model: string | null;
  readonly component: string | null;
  readonly billedNanoUsd: string;
  readonly effectiveNanoUsd: string;
}
interface Signed {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly note?: string;
}

test('bill, estimate, cells and days are what the bill’s own lines and the books’ days make; a signature and its reopening leave a trace', async ({
  page,
  open,
}) => {
  const { revisions } = await ask<{ revisions: { month: string; provider: string; state: string }[] }>(page, 'bills');
  const { month, provider } = revisions.findLast((one) => one.provider === 'openai') ?? { month: '', provider: '' };
  const { lines } = await ask<{ lines: Line[] }>(page, `bills?month=${month}&provider=${provider}`);
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);
  const { days } = await ask<{ days: { restatedNanoUsd: string }[] }>(
    page,
    `days?from=${month}-01&to=${last}&provider=${provider}`
  );
  const bill = sumOf(lines, ({ billedNanoUsd }) => billedNanoUsd);
  const estimate = sumOf(days, ({ restatedNanoUsd }) => restatedNanoUsd);

  await open(`${APP}/reconciliation?month=${month}`);
  await expect(page.getByTestId(`bill-value-${provider}`)).toHaveText(cents(usd(bill)));
  const waterfall = page.getByTestId(`waterfall-${provider}`);
  await expect(waterfall.locator('[data-step=estimate] td').first()).toHaveText(cents(usd(estimate)));
  await expect(waterfall.locator('[data-step=unexplained]')).toBeVisible();

  const fix = page.getByTestId('what-to-fix').locator('[data-cause=UNINSTRUMENTED]');
  await expect(fix).toContainText('Owner Tom Okafor');
  await fix.getByRole('button', { name: 'Make it a decision' }).click();
  await expect(fix.getByLabel('Owner')).toHaveValue('Tom Okafor');
  await fix.getByRole('button', { name: 'Cancel' }).click();

  const { account, model, component } = lines.find((one) => one.account === 'notebooks') ?? {};
  const own = lines.filter((one) => one.account === account && one.model === model && one.component === component);
  const name = [provider, account, model, component].join(' · ');
  const cells = page.getByTestId('reconciled-cells');
  await page.getByRole('button', { name: `Open ${name.slice(0, 60)}: by day` }).click();
  for (const { day, effectiveNanoUsd } of own.slice(0, 3)) {
    const row = cells.locator(`[data-inner="${day}"]`);
    await expect(row.locator('[data-column=bill]')).toHaveText(shown(usd(BigInt(effectiveNanoUsd))));
    await expect(row.locator('a')).toHaveAttribute('href', new RegExp(`requests.*time=${day}`));
  }
  await expect(cells.locator('[data-inner]')).toHaveCount(new Set(own.map(({ day }) => day)).size);

  // As another run may have left it.
  const signoff = page.getByTestId(`signoff-${provider}`);
  const reopen = async (why: string) => {
    await signoff.getByLabel('Why it is reopened').fill(why);
    await signoff.getByRole('button', { name: 'Reopen' }).click();
    await expect(signoff).toContainText(`: ${why} (recorded by`);
  };
  if (await signoff.getByRole('button', { name: 'Reopen' }).isVisible()) {
    await reopen('another run');
  }
  const note = `E2E ${Date.now()}`;
  await signoff.getByLabel('Name', { exact: true }).fill('Ana');
  await signoff.getByLabel('Note').fill(note);
  await signoff.getByRole('button', { name: 'Sign off' }).click();
  await expect(signoff).toContainText(`Ana, “${note}”`);
  await expect(page.getByTestId(`bill-${provider}`).getByText('signed', { exact: true })).toBeVisible();
  await reopen(`${note} again`);
  const { signoffs } = await ask<{ signoffs: (Signed & { record: { note?: string } })[] }>(
    page,
    `signoffs?id=${encodeURIComponent(`${month}:${provider}`)}&history=1`
  );
  const trace = signoffs
    .filter((one) => one.record.note === note || one.note === `${note} again`)
    .sort((a, b) => a.version - b.version);
  expect(trace.map(({ state }) => state)).toEqual(['signed', 'reopened']);
});

test('calibrated, ninety days are each provider’s cost times the bill of its month or the newest, in all and by feature', async ({
  page,
  open,
}) => {
  const last = (await closedDays(10)).at(-1) ?? 0;
  const calibrated = await billedDays(last, 90, 'environment="production"');
  const total = (of: typeof calibrated) => of.reduce((sum, { billed }) => sum + billed, 0);
  const bills = await askPrometheus('genai_month_calibration_ratio');
  expect(new Set(bills.map(({ metric }) => metric['month'])).size).toBeGreaterThan(1);
  const ofAnthropic = bills
    .filter(({ metric }) => metric['provider'] === 'anthropic')
    .map(({ value }) => Number(value[1]));
  expect(Math.max(...ofAnthropic) - Math.min(...ofAnthropic)).toBeGreaterThan(0.01);

  await open(`${APP}/attribution?environment=production&period=90d&by=feature`);
  await page.getByRole('radio', { name: 'Calibrated to the bill' }).click();
  await expect(page).toHaveURL(/basis=bill/);
  await expect(page.getByTestId('selection')).toContainText(/calibrated, bills? of /);
  await expect(page.getByTestId('selection-value')).toHaveText(cents(total(calibrated)));
  await expect(page.getByTestId('attribution').locator('[data-name=search] [data-column=cost]')).toHaveText(
    cents(total(calibrated.filter(({ feature }) => feature === 'search')))
  );
  await expect(page.getByTestId('basis-note')).toContainText('by its bill of');
});

/** As the page writes money: under ten cents with three digits that count. */
const shown = (amount: number): string =>
  amount >= 0.0995 || amount === 0 ? cents(amount) : `$${amount.toFixed(2 - Math.floor(Math.log10(amount)))}`;
