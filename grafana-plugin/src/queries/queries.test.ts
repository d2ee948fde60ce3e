import { closedDayCost } from './closedDayCost.ts';
import { closedDayRequests } from './closedDayRequests.ts';
import { closedDays } from './closedDays.ts';
import { costOfDays } from './costOfDays.ts';
import { costPerDay } from './costPerDay.ts';
import { environments } from './environments.ts';
import { monthCost } from './monthCost.ts';
import { openDayCost } from './openDayCost.ts';
import { openDayRequests } from './openDayRequests.ts';
import { owners } from './owners.ts';
import { teamsOfFeatures } from './teamsOfFeatures.ts';
import { totalBudget } from './totalBudget.ts';
import { unallocatedCost } from './unallocatedCost.ts';
import { unpricedRequests } from './unpricedRequests.ts';
import { weekBeforeCost } from './weekBeforeCost.ts';

const production = { environment: 'production' };

test.each([
  [closedDayCost(production), 'sum(last_over_time(genai_daily_cost_usd{environment="production"}[1d2h]))'],
  [closedDayCost({}), 'sum(last_over_time(genai_daily_cost_usd[1d2h]))'],
  [closedDayCost({}, 'feature'), 'sum by (feature) (last_over_time(genai_daily_cost_usd[1d2h]))'],
  [
    closedDayRequests(production, 'request_type'),
    'sum by (request_type) (last_over_time(genai_daily_requests{environment="production"}[1d2h]))',
  ],
  [weekBeforeCost(production), 'sum(sum_over_time(genai_daily_cost_usd{environment="production"}[1h] offset 7d))'],
  [costOfDays({}, 1), 'sum(sum_over_time(genai_daily_cost_usd[1h]))'],
  [costOfDays({}, 30, 'team'), 'sum by (team) (sum_over_time(genai_daily_cost_usd[29d1h]))'],
  [costPerDay({}, 'feature'), 'sum by (feature) (last_over_time(genai_daily_cost_usd[23h59m] offset -1d))'],
  [
    monthCost(production, '2026-11', 22),
    'sum(sum_over_time(genai_daily_cost_usd{environment="production"}[21d1h]))' +
      ' + (sum(sum_over_time(genai_daily_adjustment_usd{environment="production",for_day=~"2026-11-.*"}[21d1h])) or vector(0))',
  ],
  [closedDays(), 'max(last_over_time(genai_daily_close_complete[23h59m] offset -1d))'],
  [openDayCost(production), 'sum(genai_open_day_cost_usd{environment="production"})'],
  [openDayCost({}, 'team'), 'sum by (team) (genai_open_day_cost_usd)'],
  [openDayRequests(production), 'sum(genai_open_day_requests{environment="production"})'],
  [
    unallocatedCost(production),
    'sum(last_over_time(genai_daily_cost_usd{environment="production",feature="unallocated"}[1d2h])' +
      ' or last_over_time(genai_daily_cost_usd{environment="production",team="unallocated"}[1d2h]))' +
      ' or 0 * max(last_over_time(genai_daily_close_complete[1d2h]))',
  ],
  [
    unpricedRequests(),
    'sum(last_over_time(genai_daily_unpriced_requests[1d2h]))' +
      ' or 0 * max(last_over_time(genai_daily_close_complete[1d2h]))',
  ],
  [
    environments(),
    'group by (environment) (last_over_time(genai_daily_cost_usd[90d]))' +
      ' or group by (environment) (genai_open_day_cost_usd)',
  ],
  [owners('total'), 'group by (name, owner) (genai_owner_info{scope="total"})'],
  [totalBudget(), 'max(genai_budget_usd{scope="total",period="month"})'],
  [teamsOfFeatures({}, 30), 'sum by (feature, team) (sum_over_time(genai_daily_cost_usd[29d1h])) > 0'],
])('%s', (asked, exact) => {
  expect(asked).toBe(exact);
});

test('a hostile environment stays inside its literal', () => {
  expect(openDayCost({ environment: 'a"} or vector(0) #' })).toBe(
    'sum(genai_open_day_cost_usd{environment="a\\"} or vector(0) #"})'
  );
});
