import { budgets } from './budgets.ts';
import { calibratedShare } from './calibratedShare.ts';
import { closedDays } from './closedDays.ts';
import { closes } from './closes.ts';
import { DAY_MS } from './dayMs.ts';
import { dearest } from './dearest.ts';
import { environments } from './environments.ts';
import { labelValues } from './labelValues.ts';
import { monthCost } from './monthCost.ts';
import { openDayCost } from './openDayCost.ts';
import { openDayRequests } from './openDayRequests.ts';
import { owners } from './owners.ts';
import { teamsOfFeatures } from './teamsOfFeatures.ts';
import { unallocatedCost } from './unallocatedCost.ts';
import { unpricedRequests } from './unpricedRequests.ts';

const LAST = { last: Date.UTC(2026, 10, 22) };
const over = (days: number) => ({ days, lastDay: LAST.last });
const production = { environment: 'production' };
const search = { ...production, filters: [{ label: 'feature' as const, values: ['search'] }] };
const billed = { ...production, calibration: [{ provider: 'openai', month: '2026-10', ratio: 1.1, earlier: [] }] };
const TIMES = ' * on (provider) group_left () (label_replace(vector(1.1), "provider", "openai", "", "")) or ';
const acme = { ...production, filters: [{ label: 'tenant' as const, values: ['acme'] }] };

const FEATURES = 'sum by (feature, provider) (last_over_time(genai_daily_cost_usd{environment="production"}[1d2h]))';
const WASTE = 'sum by (provider) (sum_over_time(genai_daily_waste_usd{environment="production"}[6d1h]))';

test.each([
  [
    closes('cost', production, LAST),
    'sum(last_over_time(genai_daily_feature_cost_usd{environment="production"}[1d2h]))',
  ],
  [closes('cost', {}, LAST), 'sum(last_over_time(genai_daily_feature_cost_usd[1d2h]))'],
  [closes('cost', {}, LAST, ['model']), 'sum by (model) (last_over_time(genai_daily_cost_usd[1d2h]))'],
  [
    closes('requests', production, LAST, ['request_type']),
    'sum by (request_type) (last_over_time(genai_daily_requests{environment="production"}[1d2h]))',
  ],
  [
    closes('cost', production, { ...over(1), daysBefore: 7 }),
    'sum(sum_over_time(genai_daily_feature_cost_usd{environment="production"}[1h] offset 7d))',
  ],
  [closes('cost', {}, over(30), ['team']), 'sum by (team) (sum_over_time(genai_daily_feature_cost_usd[29d1h]))'],
  [
    closes('cost', {}, { each: { firstDay: LAST.last - 89 * DAY_MS, lastDay: LAST.last } }, ['feature']),
    'sum by (feature) (last_over_time(genai_daily_feature_cost_usd[23h59m] offset -1d))',
  ],
  [
    closes('cost', search, over(7), ['model']),
    'sum by (model) (sum_over_time(genai_daily_cost_usd{environment="production",feature="search"}[6d1h]))',
  ],
  [
    closes('cost', acme, LAST, ['tenant']),
    'sum by (tenant) (last_over_time(genai_daily_tenant_cost_usd{environment="production",tenant="acme"}[1d2h]))',
  ],
  [
    closes('cost', acme, LAST, ['feature']),
    'sum by (feature) (last_over_time(genai_daily_tenant_feature_cost_usd{tenant="acme"}[1d2h]))',
  ],
  [closes('cost', acme, LAST, ['model']), { unkept: 'not kept by model and tenant' }],
  [closes('requests', acme, LAST, ['feature']), { unkept: 'not kept by feature and tenant' }],
  [
    closes('waste', production, over(30), ['team'], { reason: 'retry' }),
    'sum by (team) (sum_over_time(genai_daily_waste_usd{environment="production",reason="retry"}[29d1h]))',
  ],
  [closes('cost', billed, LAST, ['feature']), `sum by (feature) (${FEATURES}${TIMES}${FEATURES})`],
  [closes('waste', billed, over(7), ['provider']), `sum by (provider) (${WASTE}${TIMES}${WASTE})`],
  [
    closes('cost', { ...billed, ...acme }, LAST, ['tenant']),
    {
      params: {
        ...{ from: '2026-11-22', to: '2026-11-22', by: 'tenant', environment: 'production', tenant: ['acme'] },
        ...{ calibration: ['openai:1.100000000000'], limit: '10000' },
      },
      hasOthers: true,
    },
  ],
  [
    closes('cost', { ...billed, ...acme }, { ...over(7), daysBefore: 7 }),
    expect.objectContaining({ params: expect.objectContaining({ from: '2026-11-09', to: '2026-11-15' }) }),
  ],
  [
    // The series by tenant and feature count every environment, and so does this.
    closes('cost', { ...billed, ...acme }, { each: { firstDay: LAST.last - DAY_MS, lastDay: LAST.last } }, ['feature']),
    {
      params: {
        ...{ from: '2026-11-21', to: '2026-11-22', each: 'day', by: 'feature', tenant: ['acme'] },
        ...{ calibration: ['openai:1.100000000000'], limit: '100' },
      },
      hasOthers: true,
    },
  ],
  [
    dearest(closes('cost', billed, LAST, ['tenant']), 8),
    expect.objectContaining({ params: expect.objectContaining({ limit: '8' }), hasOthers: false }),
  ],
  [closes('cost', { ...billed, ...acme }, LAST, ['model']), { unkept: 'not kept by model and tenant' }],
  [closes('requests', { ...billed, ...acme }, LAST), closes('requests', acme, LAST)],
  [calibratedShare({ ...billed, ...acme }, LAST), { unkept: 'not kept of tenants' }],
  [closes('tokens', billed, LAST), 'sum(last_over_time(genai_daily_tokens{environment="production"}[1d2h]))'],
  [closes('cost', { ...billed, calibration: [] }, LAST), closes('cost', production, LAST)],
  [
    monthCost(production, '2026-11', 22, LAST.last),
    'sum(sum_over_time(genai_daily_feature_cost_usd{environment="production"}[21d1h]))' +
      ' + (sum(sum_over_time(genai_daily_adjustment_usd{environment="production",for_day=~"2026-11-.*"}[21d1h])) or vector(0))',
  ],
  [
    monthCost(acme, '2026-11', 22, LAST.last),
    'sum(sum_over_time(genai_daily_tenant_cost_usd{environment="production",tenant="acme"}[21d1h]))',
  ],
  [closedDays(), 'max(last_over_time(genai_daily_close_complete[23h59m] offset -1d))'],
  [openDayCost(production), 'sum(genai_open_day_cost_usd{environment="production"})'],
  [openDayCost({}, ['team']), 'sum by (team) (genai_open_day_cost_usd)'],
  [openDayCost(production, ['request_type']), { unkept: 'not kept by request type' }],
  [openDayRequests(production), 'sum(genai_open_day_requests{environment="production"})'],
  [
    unallocatedCost(production, LAST.last),
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
  [labelValues('tenant', undefined), 'group by (tenant) (last_over_time(genai_daily_tenant_cost_usd[30d]))'],
  [owners('total'), 'group by (name, owner) (genai_owner_info{scope="total"})'],
  [budgets('team'), 'max by (name) (genai_budget_usd{scope="team",period="month"})'],
  [teamsOfFeatures({}, over(30)), 'sum by (feature, team) (sum_over_time(genai_daily_feature_cost_usd[29d1h])) > 0'],
])('%s', (asked, exact) => {
  expect(asked).toEqual(exact);
});

test('a hostile environment stays inside its literal', () => {
  expect(openDayCost({ environment: 'a"} or vector(0) #' })).toBe(
    'sum(genai_open_day_cost_usd{environment="a\\"} or vector(0) #"})'
  );
});
