import { type Reply, TODAY, YESTERDAY } from '../../components/frame/stage.fixture.tsx';
import { DAY_MS } from '../../queries/dayMs.ts';

/** What a test turns to see the page change. */
export const company = { isOwned: true, budget: 2000 };

export const day = (at: number, value: number): [number, number] => [at, value];
export const one = (value: number, labels = {}): Reply => [{ labels, values: [day(TODAY, value)] }];

/** Two features on a closed yesterday, and today open. */
export function books(expr: string): Reply {
  if (expr.startsWith('topk(8, ')) {
    return books(expr.slice(8, -1));
  }
  if (expr.startsWith('max(last_over_time(genai_daily_close_complete[23h59m]')) {
    return [{ values: [day(YESTERDAY - DAY_MS, 1), day(YESTERDAY, 1)] }];
  }
  if (expr.startsWith('group by (environment)')) {
    return [...(one(1, { environment: 'staging' }) as []), ...(one(1, { environment: 'production' }) as [])];
  }
  if (expr.includes('23h59m')) {
    return [
      { labels: { feature: 'search' }, values: [day(YESTERDAY, 1000.125)] },
      { labels: { feature: 'unallocated' }, values: [day(YESTERDAY, 284.245)] },
    ];
  }
  if (expr.includes('genai_owner_info{scope="total"}')) {
    return company.isOwned ? one(1, { owner: 'Mara Lindt', name: 'AI platform' }) : [];
  }
  if (expr.includes('genai_owner_info{scope="feature"}')) {
    return company.isOwned ? one(1, { owner: 'Jonas Weber', name: 'search' }) : [];
  }
  if (expr.includes('genai_owner_info')) {
    return [];
  }
  if (expr.includes('genai_budget_usd')) {
    return company.isOwned && expr.includes('total') ? one(company.budget, { name: 'AI platform' }) : [];
  }
  if (expr.includes('ALERTS')) {
    return [];
  }
  if (expr.includes('genai_threshold')) {
    return one(0.3, { name: 'unallocated_share' });
  }
  if (expr.includes('genai_daily_other_cost_usd')) {
    return [...(one(61, { line: 'vector storage' }) as []), ...(one(210, { line: 'human review' }) as [])];
  }
  if (expr.includes('genai_daily_waste_usd')) {
    return one(0.5);
  }
  if (expr.startsWith('sum by (feature, team)')) {
    return one(5, { feature: 'search', team: 'Search' });
  }
  if (expr.startsWith('sum by (feature) (sum_over_time') && expr.includes('offset 7d')) {
    return one(800.1, { feature: 'search' });
  }
  if (expr.startsWith('sum by (feature)') && expr.includes('requests')) {
    return one(4000, { feature: 'search' });
  }
  if (expr.startsWith('sum by (feature)')) {
    return [...(one(1000.125, { feature: 'search' }) as []), ...(one(284.245, { feature: 'unallocated' }) as [])];
  }
  if (expr.includes('genai_open_day_cost_usd')) {
    return one(311.5);
  }
  if (expr.includes('requests')) {
    return one(4100);
  }
  if (expr.includes('unallocated')) {
    return one(284.245);
  }
  if (expr.includes('offset 7d')) {
    return one(1142.67);
  }
  return one(1284.37);
}
