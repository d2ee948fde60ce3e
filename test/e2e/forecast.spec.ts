import { expect } from '@playwright/test';
import { test } from './appTest.ts';
import { askPrometheus } from './askPrometheus.ts';
import { billedDays } from './billedDays.ts';
import { closedDays } from './closedDays.ts';

interface Forecasts {
  readonly state: string;
  readonly days: readonly { readonly usd: number }[];
  readonly months: readonly { readonly low: number; readonly middle: number; readonly high: number }[];
}

/** `$104.7k`, `$1.23M`, `$9,000` as a number. */
function usd(text: string): number {
  const [, digits = '', letter = ''] = /\$([\d,.]+)([kM]?)/.exec(text) ?? [];
  return Number(digits.replaceAll(',', '')) * ({ k: 1e3, M: 1e6 }[letter] ?? 1);
}

/** Three digits are shown; the API's days have four. */
const near = (shown: number | undefined, expected: number) =>
  expect(Math.abs((shown ?? 0) / expected - 1)).toBeLessThan(0.006);

test('scenarios are what the ledger’s API and Prometheus make of them', async ({ page, open, request, baseURL }) => {
  const answer = await request.get(`${baseURL}/api/plugin-proxy/aifinops-app/ledger/forecasts?scope=total`);
  const { state, days, months } = (await answer.json()) as Forecasts;
  expect(state).toBe('ready');
  const sum = <T>(of: readonly T[], value: (one: T) => number) => of.reduce((total, one) => total + value(one), 0);
  const quarter = sum(days, (day) => day.usd);
  const metric = 'genai_forecast_usd{scope="total",horizon="90d"}';
  const samples = await askPrometheus(`max by (scenario, quantile) (${metric})`);
  const kept = (scenario: string, quantile: string) =>
    Number(samples.find((one) => one.metric['scenario'] === scenario && one.metric['quantile'] === quantile)?.value[1]);

  await open('/a/aifinops-app/forecast?usage=1.5&price=-10');
  const cell = async (usage: number, column: string) => {
    const amounts = await page
      .locator(`[data-testid=scenarios] tr[data-usage="${usage}"] [data-column=${column}]`)
      .innerText();
    return [...amounts.matchAll(/\$[\d,.]+[kM]?/g)].map(([amount]) => usd(amount));
  };
  for (const [usage, scenario] of [
    [0.5, 'half'],
    [1, 'expected'],
    [2, 'double'],
  ] as const) {
    const [middle, low, high] = await cell(usage, 'quarter');
    near(middle, quarter * usage * 0.9);
    near(low, kept(scenario, '0.1') * 0.9);
    near(high, kept(scenario, '0.9') * 0.9);
    const year = await cell(usage, 'year');
    near(year[0], sum(months, (month) => month.middle) * usage * 0.9);
    near(year[1], sum(months, (month) => month.low) * usage * 0.9);
    near(year[2], sum(months, (month) => month.high) * usage * 0.9);
  }
  near((await cell(1.5, 'quarter'))[0], quarter * 1.5 * 0.9);

  await page.getByText('A new feature', { exact: true }).click();
  const before = (await cell(1, 'quarter'))[0] ?? 0;
  await page.getByLabel('Add it to the forecast').click({ force: true });
  await expect(page).toHaveURL(/launchOn=1/);
  const a = usd((await page.getByTestId('launch-estimate').innerText()) ?? '');
  near((await cell(1, 'quarter'))[0], before + a * days.length);
});

test('calibrated, the quarter is the ledger’s times what the last 28 closed days were billed', async ({
  page,
  open,
}) => {
  const days = await billedDays((await closedDays(10)).at(-1) ?? 0, 28, '');
  const factor =
    days.reduce((sum, { billed }) => sum + billed, 0) / days.reduce((sum, { estimated }) => sum + estimated, 0);
  // A forecast that is not calibrated is farther off than its figures are rounded.
  expect(Math.abs(factor - 1)).toBeGreaterThan(0.01);
  const samples = await askPrometheus(
    'max by (quantile) (genai_forecast_usd{scope="total",horizon="90d",scenario="expected"})'
  );
  await open('/a/aifinops-app/forecast');
  await page.getByRole('radio', { name: 'Calibrated to the bill' }).click();
  await expect(page).toHaveURL(/basis=bill/);
  await expect(page.getByTestId('forecast-basis')).toContainText('the last 28 closed days');
  const cell = await page.locator('[data-testid=scenarios] tr[data-usage="1"] [data-column=quarter]').innerText();
  const shown = [...cell.matchAll(/\$[\d,.]+[kM]?/g)].map(([amount]) => usd(amount));
  ['0.5', '0.1', '0.9'].forEach((quantile, index) => {
    const kept = Number(samples.find(({ metric }) => metric['quantile'] === quantile)?.value[1]);
    near(shown[index], kept * factor);
  });
  await expect(page.getByTestId('basis')).not.toHaveCount(0);
});
