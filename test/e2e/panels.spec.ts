import { expect } from '@playwright/test';
import { test } from './appTest.ts';
import { cents } from './cents.ts';
import { DAY_MS, closedDays } from './closedDays.ts';
import { panelPages } from './panelPages.ts';
import { promNumber } from './promNumber.ts';

test('the panels draw what the dashboard asks, and the breakdown is what Prometheus answers', async ({
  page,
  request,
}) => {
  const health = await (await request.get('/api/health')).text();
  test.skip(!health.includes('preview'), 'a Grafana shows them on the provisioned dashboard');
  const sentences = new Map<string, string>();
  for (const { name, path } of await panelPages(request)) {
    await page.goto(path);
    const sentence = page.getByTestId('panel-sentence');
    await expect(sentence).toBeVisible();
    sentences.set(name, (await sentence.textContent()) ?? '');
    if (name.includes('attribution')) {
      const end = ((await closedDays(10)).at(-1) ?? 0) + DAY_MS;
      const week = (await promNumber('sum(sum_over_time(genai_daily_feature_cost_usd[6d1h]))', end)) ?? 0;
      await expect(page.getByTestId('breakdown').locator('tfoot td').first()).toHaveText(cents(week));
      await expect(page.getByRole('link', { name: 'search', exact: true })).toHaveAttribute(
        'href',
        /var-feature=search/
      );
    }
    const drawing = name.includes('reconciliation') ? '[data-testid^=waterfall]' : '.u-over';
    await expect(page.locator(`[data-testid=panel] ${drawing}`)).toBeVisible();
  }
  expect(sentences.get('aifinops-attribution-panel')).toMatch(/^The last 7 days cost \$/);
  expect(sentences.get('aifinops-forecast-panel')).toMatch(/^\$[\d.,]+[kM]? in the next 90 days/);
  expect(sentences.get('aifinops-reconciliation-panel')).toMatch(/ estimated, \$[\d.,]+ billed, .* unexplained; /);
  expect(sentences.get('aifinops-optimization-panel')).toMatch(/ since .* in the middle of \d+ days/);
});
