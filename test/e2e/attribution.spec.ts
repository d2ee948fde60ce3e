/// <reference lib="dom" />
import { type Page, expect } from '@playwright/test';
import { test } from './appTest.ts';
import { askPrometheus } from './askPrometheus.ts';
import { cents } from './cents.ts';
import { DAY_MS, closedDays } from './closedDays.ts';
import { promNumber } from './promNumber.ts';

const APP = '/a/aifinops-app';
const production = '{environment="production"}';
const shown = (page: Page, id: string) => page.getByTestId(id);
const usd = (text: string | null) => Number(text?.replace('−', '-').replaceAll(/[^\d.-]/g, ''));

test(
  'the selection and its rows are what Prometheus answers for whole UTC days',
  { tag: '@zones' },
  async ({ page, open }) => {
    const end = ((await closedDays(10)).at(-1) ?? 0) + DAY_MS;
    const cost = `sum_over_time(genai_daily_cost_usd${production}[6d1h])`;
    const total = (await promNumber(`sum(${cost})`, end)) ?? 0;
    await open(`${APP}/attribution?period=7d&by=model`);
    await expect(shown(page, 'selection-value')).toHaveText(cents(total));
    for (const { metric, value } of await askPrometheus(`sum by (model) (${cost}) > 1`, end)) {
      await expect(page.locator(`tr[data-name="${metric['model']}"] [data-column=cost]`)).toHaveText(
        cents(Number(value[1]))
      );
    }
  }
);

test('the selection is what the ledger’s own books say', async ({ page, open, request, baseURL }) => {
  const answer = await request.get(`${baseURL}/api/plugin-proxy/aifinops-app/ledger/days`);
  const { days } = (await answer.json()) as { days: { day: string; state: string; costNanoUsd: string }[] };
  const closed = days.filter(({ state }) => state === 'closed').slice(-7);
  const nano = closed.reduce((sum, { costNanoUsd }) => sum + BigInt(costNanoUsd), 0n);
  await open(`${APP}/attribution?period=${closed[0]?.day}..${closed.at(-1)?.day}&environment=`);
  await expect(shown(page, 'selection-value')).toHaveText(cents(Number(nano) / 1e9));
});

test('what changed adds up from before to after, and after is the selection', async ({ page, open }) => {
  await open(`${APP}/attribution?period=30d`);
  const amount = (part: string) => page.locator(`[data-part=${part}] b`).first();
  const first = ((await closedDays(10)).at(-1) ?? 0) - 29 * DAY_MS;
  const day = new Date(first).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
  // What stood there before, of another period, goes bit by bit.
  await expect(async () => {
    expect(await shown(page, 'selection-days').textContent()).toContain(day);
    const after = await amount('after').textContent();
    expect(after).toBe(await shown(page, 'selection-value').textContent());
    const parts = await page.locator('details[data-part] summary b').allTextContents();
    expect(parts.length).toBeGreaterThan(3);
    const sum = parts.reduce((all, text) => all + usd(text), usd(await amount('before').textContent()));
    expect(Math.abs(sum - usd(after))).toBeLessThan(0.005 * (parts.length + 2));
  }).toPass({ timeout: 20_000 });
});

test('a row narrows, back widens, a copied link shows the same', async ({ page, open, context }) => {
  await open(`${APP}/attribution?period=7d`);
  await page.getByRole('link', { name: 'search', exact: true }).click();
  await expect(page).toHaveURL(/var-feature=search/);
  await expect(page.getByRole('navigation', { name: 'Selection' })).toContainText('Feature search');
  const end = ((await closedDays(10)).at(-1) ?? 0) + DAY_MS;
  const exact = await promNumber(
    'sum(sum_over_time(genai_daily_feature_cost_usd{environment="production",feature="search"}[6d1h]))',
    end
  );
  await expect(shown(page, 'selection-value')).toHaveText(cents(exact ?? 0));
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(shown(other, 'selection-value')).toHaveText(cents(exact ?? 0));
  await other.close();
  await page.goBack();
  await expect(page).not.toHaveURL(/var-feature/);
  await page.getByRole('button', { name: /^Open search/ }).click();
  await expect(page.locator('tr[data-inner]').first()).toBeVisible();
});

test('hostile names break neither query nor page', async ({ page, open }) => {
  const hostile = ['"} or vector(1) #', 'a\\', '<img src=x onerror=alert(1)>', '.*|(', '\u202eabc', 'x'.repeat(2_000)];
  const search = hostile.map((name) => `var-feature=${encodeURIComponent(name)}`).join('&');
  await open(`${APP}/attribution?period=7d&${search}`);
  await expect(shown(page, 'selection-value')).toHaveText('no data');
  await expect(page.getByText('questions got no answer')).toBeHidden();
});

test('a feature has a page of its own', async ({ page, open }) => {
  const end = ((await closedDays(10)).at(-1) ?? 0) + DAY_MS;
  const feature = '{environment="production",feature="search"}';
  const cost = await promNumber(`sum(sum_over_time(genai_daily_cost_usd${feature}[6d1h]))`, end);
  await open(`${APP}/feature?var-feature=search&period=7d`);
  await expect(shown(page, 'named-cost-value')).toHaveText(cents(cost ?? 0));
  const [owner] = await askPrometheus('genai_owner_info{scope="feature",name="search"}');
  await expect(shown(page, 'named-owner-value')).toHaveText(owner?.metric['owner'] ?? 'nobody named');
  await expect(shown(page, 'prompt-drift')).toContainText('input tokens');
});

test('a tenant has a page of its own', async ({ page, open }) => {
  const end = ((await closedDays(10)).at(-1) ?? 0) + DAY_MS;
  const tenant = 'northwind-logistics';
  const series = `genai_daily_tenant_cost_usd{environment="production",tenant="${tenant}"}`;
  await open(`${APP}/tenant?var-tenant=${tenant}&period=7d`);
  const cost = await promNumber(`sum(sum_over_time(${series}[6d1h]))`, end);
  await expect(shown(page, 'named-cost-value')).toHaveText(cents(cost ?? 0));
});
