import { expect } from '@playwright/test';
import { test } from './appTest.ts';
import { closedDays, DAY_MS } from './closedDays.ts';
import { promNumber } from './promNumber.ts';

interface Opportunity {
  readonly lever: string;
  readonly state: 'counted' | 'needs_evaluation' | 'needs_offer';
  readonly scope: Readonly<Record<string, string>>;
  readonly monthly: { readonly usd: number; readonly low: number; readonly high: number };
}
interface Answer {
  readonly spentUsdPerMonth: number;
  readonly total: { readonly usd: number; readonly high: number };
  readonly opportunities: readonly Opportunity[];
}

const DAYS = 28;
const MONTH = 365 / 12 / DAYS;

/* What the story of the demo company holds, dearest first; of search's prompts much is read from the cache by now. */
const PLANTED = [
  ['tier_routing', 'search', 'interactive'],
  ['prompt_caching', 'summaries', 'interactive'],
  ['batch_shifting', 'summaries', 'background'],
  ['retries', 'assistant', 'interactive'],
];

test('the opportunities planted in the history are found, ranked and sized as Prometheus counts them', async ({
  request,
  baseURL,
  page,
  open,
}) => {
  const answer = await request.get(`${baseURL}/api/plugin-proxy/aifinops-app/ledger/opportunities`);
  const { spentUsdPerMonth, total, opportunities } = (await answer.json()) as Answer;
  const counted = opportunities.filter(({ state }) => state === 'counted');
  const names = counted.map(({ lever, scope }) => [lever, scope['feature'], scope['requestType']].join(' '));
  expect(names.filter((name) => PLANTED.some((planted) => planted.join(' ') === name))).toEqual(
    PLANTED.map((planted) => planted.join(' '))
  );
  expect(counted.map(({ monthly }) => monthly.usd)).toEqual(
    counted.map(({ monthly }) => monthly.usd).sort((a, b) => b - a)
  );
  // Nobody judged a smaller model on summaries; search caches, the digest waits already.
  expect(
    names.filter((name) => /tier_routing summaries|prompt_caching search|batch_shifting digest/.test(name))
  ).toEqual([]);

  const end = ((await closedDays(10)).at(-1) ?? 0) + DAY_MS;
  const over = async (series: string) => MONTH * ((await promNumber(`sum(sum_over_time(${series}[27d1h]))`, end)) ?? 0);
  expect(spentUsdPerMonth / (await over('genai_daily_cost_usd'))).toBeCloseTo(1, 6);
  const storm = counted.find(({ lever, scope }) => lever === 'retries' && scope['feature'] === 'assistant');
  const labels = `reason="retry", feature="assistant", model="${storm?.scope['model'] ?? ''}"`;
  expect((storm?.monthly.usd ?? 0) / (0.5 * (await over(`genai_daily_waste_usd{${labels}}`)))).toBeCloseTo(1, 3);
  expect(total.usd / counted.reduce((sum, { monthly }) => sum + monthly.usd, 0)).toBeCloseTo(1, 9);
  expect(total.high).toBeLessThanOrEqual(spentUsdPerMonth);

  await open('/a/aifinops-app/optimizations');
  await expect(page.getByTestId('opportunities').locator('li').first()).toContainText('search');
});
