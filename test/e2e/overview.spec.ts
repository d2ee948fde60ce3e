/// <reference lib="dom" />
import { type Page, expect } from '@playwright/test';
import { test } from './appTest.ts';
import { askPrometheus } from './askPrometheus.ts';
import { barsOf } from './barsOf.ts';
import { cents } from './cents.ts';
import { DAY_MS, closedDays } from './closedDays.ts';
import { promNumber } from './promNumber.ts';

/** Seen in every time zone. */
const EVERYWHERE = { tag: '@zones' };
const OVERVIEW = '/a/aifinops-app/overview';
const daily = 'genai_daily_cost_usd{environment="production"}';

const shown = (page: Page, id: string) => page.getByTestId(id);
const numberIn = async (page: Page, id: string) =>
  Number((await shown(page, id).textContent())?.replaceAll(/[^\d.]/g, ''));

test(
  'the headline is what Prometheus answers, and the total row is the headline',
  EVERYWHERE,
  async ({ page, open }) => {
    const lastClosed = (await closedDays(10)).at(-1) ?? 0;
    const exact = await promNumber(`sum(last_over_time(${daily}[1h]))`, lastClosed + DAY_MS);
    expect(exact, 'Prometheus holds a close').toBeDefined();
    if (lastClosed + 2 * DAY_MS > Date.now()) {
      expect(await promNumber(`sum(last_over_time(${daily}[1d2h]))`)).toBeCloseTo(exact ?? 0, 9);
    }
    await open(OVERVIEW);
    await expect(shown(page, 'headline-value')).toHaveText(cents(exact ?? 0));
    await expect(shown(page, 'breakdown-total').locator('[data-column=cost]')).toHaveText(cents(exact ?? 0));
    const day = new Date(lastClosed).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
    await expect(shown(page, 'headline')).toContainText(day);
  }
);

test('every row is what Prometheus answers, by feature, team and request type', async ({ page, open }) => {
  const end = ((await closedDays(10)).at(-1) ?? 0) + DAY_MS;
  for (const by of ['feature', 'team', 'request_type']) {
    await open(`${OVERVIEW}?by=${by}`);
    for (const { metric, value } of await askPrometheus(`sum by (${by}) (last_over_time(${daily}[1h]))`, end)) {
      const cost = Number(value[1]);
      const cell = page.locator(`tr[data-name="${metric[by]}"] [data-column=cost]`);
      await expect(cell).toHaveText(cost === 0 ? '$0' : cost >= 0.0995 ? cents(cost) : /^\$0\.0\d+$/);
    }
  }
});

test('each bar stands on its own day, and says that day’s cost', EVERYWHERE, async ({ page, open }) => {
  const closed = new Set(await closedDays(31));
  const last = [...closed].at(-1) ?? 0;
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const slots = 30 + (today - last) / DAY_MS;
  await open(OVERVIEW);
  await expect(page.locator('[data-testid=cost-per-day-chart] .u-over')).toBeVisible();
  const days = Array.from({ length: 30 }, (_, slot) => last - (29 - slot) * DAY_MS);
  // It is drawn anew when the open day has come.
  await expect
    .poll(async () => (await barsOf(page, slots)).slice(0, 30))
    .toEqual(days.map((day) => ({ middle: closed.has(day), gap: false })));
  const plot = page.locator('[data-testid=cost-per-day-chart] .u-over');
  const stamp = new Date(last - DAY_MS).toISOString().slice(0, 10);
  // A chart that is drawn anew, as today rises, drops its tooltip.
  await expect(async () => {
    const { width = 0, height = 0 } = (await plot.boundingBox()) ?? {};
    await page.mouse.move(0, 0);
    // A hand moves over a chart; it does not appear on one of its points.
    for (const slot of [27.6, 28.2, 28.4]) {
      await plot.hover({ position: { x: (slot / slots) * width, y: height * 0.9 } });
    }
    await expect(page.getByText(`${stamp} 00:00:00`)).toBeVisible({ timeout: 2_000 });
  }, 'the tooltip names the day in UTC').toPass({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Show as table' }).click();
  for (const day of [...closed].filter((at) => at > last - 30 * DAY_MS)) {
    const cost = await promNumber(`sum(last_over_time(${daily}[1h]))`, day + DAY_MS);
    const row = page.locator(`tr[data-day="${new Date(day).toISOString().slice(0, 10)}"]`);
    await expect(row.locator('td').first()).toHaveText(cents(cost ?? 0));
  }
});

test('today rises while one looks, and stays marked open', EVERYWHERE, async ({ page, open }) => {
  await open(OVERVIEW);
  await expect(shown(page, 'open-day')).toContainText('open');
  await expect(shown(page, 'open-day-value')).toHaveText(/^\$/);
  const before = await numberIn(page, 'open-day-value');
  const raise = process.env['E2E_RAISE_URL'];
  if (raise) {
    await fetch(raise, { method: 'POST' });
  }
  const today = () => promNumber('sum(genai_open_day_cost_usd{environment="production"})');
  await expect.poll(today, { message: 'the gauge rises', timeout: 60_000 }).toBeGreaterThan(before + 0.01);
  await expect.poll(() => numberIn(page, 'open-day-value'), { timeout: 30_000 }).toBeGreaterThan(before);
  expect(await numberIn(page, 'open-day-value')).toBeLessThanOrEqual(((await today()) ?? 0) + 0.005);
});

test('the keyboard reaches every control, and opens what a number means', async ({ page }) => {
  // Loaded anew: Tab goes on from where the test before left the focus.
  await page.goto(OVERVIEW);
  await expect(shown(page, 'breakdown')).toBeVisible();
  const reached = new Set<string>();
  const wanted = [
    'Environment',
    'Period',
    'Add a filter',
    'Feature',
    'Show as table',
    'CSV',
    'Calls',
    'Cost of',
    'search',
  ];
  for (
    let press = 0;
    press < 200 && !wanted.every((name) => [...reached].some((text) => text.includes(name)));
    press++
  ) {
    await page.keyboard.press('Tab');
    reached.add(
      await page.evaluate(() => {
        // What has the focus; the page itself, where Tab left it for the browser's own controls.
        const element = document.activeElement ?? document.body;
        const labels = Array.from((element as HTMLInputElement).labels ?? [], (label) => label.textContent);
        const named = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
        return [
          element.getAttribute('aria-label') ?? '',
          element === document.body ? '' : (element.textContent ?? ''),
          ...labels,
          ...named.map((id) => document.getElementById(id)?.textContent ?? ''),
        ].join(' ');
      })
    );
  }
  for (const name of wanted) {
    expect(
      [...reached].some((text) => text.includes(name)),
      `Tab reaches ${name}`
    ).toBe(true);
  }
  const help = page.getByRole('button', { name: /“Cost of \w+ \d/ });
  await help.focus();
  await page.keyboard.press('Enter');
  await expect(
    page.getByText('sum(last_over_time(genai_daily_feature_cost_usd{environment="production"}[1d2h]))')
  ).toBeVisible();
  const link = page.getByRole('link', { name: 'Open in Explore' }).first();
  const panes = new URL((await link.getAttribute('href')) ?? '', page.url()).searchParams.get('panes') ?? '';
  expect(JSON.parse(panes).a.queries[0]).toMatchObject({ instant: true, range: false });
  await page.keyboard.press('Escape');
  await expect(link).toBeHidden();
});

test('what is chosen lives in the URL: back and reload bring it again', async ({ page, open }) => {
  await open(OVERVIEW);
  await page.getByRole('combobox', { name: 'Period' }).click();
  await page.getByRole('option', { name: 'Last 90 days' }).click();
  await page.getByRole('radio', { name: 'Team' }).check();
  await expect(page).toHaveURL(/by=team/);
  await page.reload();
  await expect(page.getByRole('columnheader', { name: /^90 days, USD/ })).toBeVisible();
  await page.goBack();
  await expect(page).not.toHaveURL(/by=team/);
  await expect(page.getByRole('columnheader', { name: 'Feature' })).toBeVisible();
});

for (const theme of ['light', 'dark']) {
  test(`fits a small screen in the ${theme} theme`, async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 768 });
    await page.goto(`${OVERVIEW}?theme=${theme}`);
    await expect(shown(page, 'headline-value')).toHaveText(/^\$/);
    await expect(page.locator('[data-testid=cost-per-day-chart] .u-over')).toBeVisible();
    const { overflow, ink } = await page.evaluate(() => {
      const table = document.querySelector('[data-testid=breakdown]');
      const box = table?.parentElement;
      const value = document.querySelector('[data-testid=headline-value]') ?? document.body;
      return {
        overflow: [
          document.documentElement.scrollWidth - window.innerWidth,
          (box?.scrollWidth ?? 0) - (box?.clientWidth ?? 0),
        ],
        ink: getComputedStyle(value).color.match(/\d+/g)?.map(Number)[0] ?? -1,
      };
    });
    expect(
      overflow.every((pixels) => pixels <= 0),
      `overflow ${overflow.join(', ')}`
    ).toBe(true);
    expect(ink > 128, 'ink is light on dark, dark on light').toBe(theme === 'dark');
  });
}
