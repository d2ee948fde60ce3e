import { METRIC } from '@ai-finops/instrumentation/contract';
import fc from 'fast-check';
import { LABEL_CAPS } from '../books/labelCaps.ts';
import { WorkSeriesLabels } from '../books/workSeriesLabels.ts';
import type { BookRow, ComponentRow } from '../store/bookRow.ts';
import { bookFamilies } from './bookFamilies.ts';
import { CloseWindow, type DailyClose } from './closeWindow.ts';
import type { DayBooks } from './dayBooks.ts';
import { tenantFamilies } from './tenantFamilies.ts';

const FEATURES = ['search', 'chat', 'unallocated'];

const labels: DayBooks['labels'] = {
  of: (id) => ({
    feature: FEATURES[id] ?? 'x',
    team: 'T',
    request_type: 'r',
    provider: 'openai',
    model: 'm',
    account: 'main',
    service_tier: 'default',
    environment: 'prod',
  }),
  shown: (_name, value) => value,
  work: new WorkSeriesLabels(),
};

function bookRow(day: number, cost: bigint, rest: Partial<BookRow> = {}): BookRow {
  return {
    day,
    forDay: day,
    dimension: 0,
    status: 'ok',
    retry: false,
    unpriced: '',
    requests: 1,
    costNanoUsd: cost,
    listNanoUsd: cost,
    ...rest,
  };
}

const tenantRow = (day: number, tenant: string, cost: bigint, feature = 'search'): DayBooks['tenants'][number] => ({
  day,
  forDay: day,
  tenant,
  feature,
  environment: 'prod',
  requests: 1,
  costNanoUsd: cost,
  listNanoUsd: cost,
});

const component = (day: number, name: string, quantity: number, costNanoUsd: bigint): ComponentRow => ({
  day,
  forDay: day,
  dimension: 0,
  component: name,
  quantity,
  costNanoUsd,
});

const books = (
  day: number,
  rows: BookRow[],
  tenants: DayBooks['tenants'] = [],
  components: ComponentRow[] = []
): DayBooks => ({
  day,
  rows,
  components,
  tenants,
  work: [],
  labels,
});

function samples(close: DailyClose, name: string): [string, bigint][] {
  const family = [...close.samples.keys()].find((one) => one.name === name);
  return family ? [...(close.samples.get(family) ?? [])].map(({ values, sum }) => [values.join(), sum]) : [];
}

const open = () => new CloseWindow([...bookFamilies, ...tenantFamilies]);

test('a series closes with an explicit 0 for eight days after it was seen, then no more', () => {
  const window = open();
  window.advance(books(1, [bookRow(1, 7n)]));
  for (let day = 2; day <= 9; day += 1) {
    const close = window.advance(books(day, []));
    expect(samples(close, METRIC.dailyCost)).toEqual([['search,T,r,openai,m,prod', 0n]]);
    expect(samples(close, METRIC.dailyCloseComplete)).toEqual([['', 1n]]);
  }
  expect(samples(window.advance(books(10, [])), METRIC.dailyCost)).toEqual([]);
});

test('adjustments stand apart from the day they are booked on and name their own', () => {
  const close = open().advance(books(20_779, [bookRow(20_779, 7n), bookRow(20_779, 5n, { forDay: 20_778 })]));
  expect(samples(close, METRIC.dailyCost)).toEqual([['search,T,r,openai,m,prod', 7n]]);
  expect(samples(close, METRIC.dailyAdjustment)).toEqual([['search,T,openai,main,m,prod,2026-11-21,late', 5n]]);
});

test('a corrected price is an adjustment of its own reason where the day was closed, part of the day where it was not', () => {
  const repriced = { requests: 0, retry: true, reason: 'repriced' as const };
  const rows = [
    bookRow(20_779, 7n, { retry: true }),
    bookRow(20_779, -2n, repriced),
    bookRow(20_779, 5n, { forDay: 20_778 }),
    bookRow(20_779, -3n, { ...repriced, forDay: 20_778 }),
  ];
  const close = open().advance(books(20_779, rows));
  expect(samples(close, METRIC.dailyCost)).toEqual([['search,T,r,openai,m,prod', 5n]]);
  expect(samples(close, METRIC.dailyWaste)).toEqual([['search,T,openai,m,prod,retry', 5n]]);
  expect(samples(close, METRIC.dailyRequests)).toEqual([['search,T,r,openai,m,prod,ok', 1n]]);
  expect(samples(close, METRIC.dailyAdjustment)).toEqual([
    ['search,T,openai,main,m,prod,2026-11-21,late', 5n],
    ['search,T,openai,main,m,prod,2026-11-21,repriced', -3n],
  ]);
});

test('waste has one reason a call, so that reasons add up', () => {
  const rows = [
    bookRow(1, 1n),
    bookRow(1, 2n, { retry: true }),
    bookRow(1, 4n, { retry: true, status: 'aborted' }),
    bookRow(1, 8n, { status: 'aborted' }),
    bookRow(1, 16n, { status: 'error' }),
    bookRow(1, 0n, { status: 'refused' }),
  ];
  expect(samples(open().advance(books(1, rows)), METRIC.dailyWaste)).toEqual([
    ['search,T,openai,m,prod,retry', 6n],
    ['search,T,openai,m,prod,aborted', 8n],
    ['search,T,openai,m,prod,failed', 16n],
  ]);
});

test('a component that was used is a series, also where its cost is not known', () => {
  const unpriced = bookRow(1, 0n, { unpriced: 'unknown_model' });
  const used = [component(1, 'input', 3, 0n), component(1, 'web_search', 5, 0n), component(1, 'of_tomorrow', 1, 2n)];
  const close = open().advance(books(1, [unpriced], [], used));
  expect(samples(close, METRIC.dailyComponentQuantity)).toEqual([
    ['openai,main,m,default,input,prod', 3n],
    ['openai,main,m,default,web_search,prod', 5n],
    ['openai,main,m,default,of_tomorrow,prod', 1n],
  ]);
  expect(samples(close, METRIC.dailyComponentCost).map(([, cost]) => cost)).toEqual([0n, 0n, 2n]);
  expect(samples(close, METRIC.dailyTokens)).toEqual([['search,T,r,openai,m,prod,input', 3n]]);
  expect(samples(close, METRIC.dailyUnpricedRequests)).toEqual([['search,openai,m,unknown_model', 1n]]);
});

test('unallocated spend is told by what is missing', () => {
  const close = open().advance(
    books(
      1,
      [bookRow(1, 7n), bookRow(1, 5n, { dimension: 2 })],
      [tenantRow(1, 'a', 7n), tenantRow(1, 'unallocated', 5n)]
    )
  );
  expect(Object.fromEntries(samples(close, METRIC.dailyUnallocated))).toEqual({
    'feature,prod': 5n,
    'team,prod': 0n,
    'request_type,prod': 0n,
    'tenant,prod': 5n,
  });
});

test('the dearest tenants stand by name, the rest as other, and nothing is lost', () => {
  const count = LABEL_CAPS.tenantsByFeature + 50;
  fc.assert(
    fc.property(fc.array(fc.bigInt(0n, 10n ** 12n), { minLength: count, maxLength: count }), (costs) => {
      const tenants = costs.map((cost, index) => tenantRow(1, `t${index}`, cost, FEATURES[index % 2]));
      const shown = samples(open().advance(books(1, [], tenants)), METRIC.dailyTenantFeatureCost);
      expect(shown.reduce((sum, [, cost]) => sum + cost, 0n)).toBe(costs.reduce((sum, cost) => sum + cost, 0n));
      const named = shown.filter(([series]) => !series.startsWith('other,'));
      expect(named).toHaveLength(LABEL_CAPS.tenantsByFeature);
      const cheapestNamed = named.reduce((least, [, cost]) => (cost < least ? cost : least), 10n ** 12n);
      expect(costs.filter((cost) => cost > cheapestNamed).length).toBeLessThan(LABEL_CAPS.tenantsByFeature);
    }),
    { numRuns: 20 }
  );
});

test('a tenant that slipped into other is not said to have cost 0', () => {
  const window = open();
  window.advance(books(1, [], [tenantRow(1, 'small', 1n), tenantRow(1, 'gone', 1n)]));
  const crowd = Array.from({ length: LABEL_CAPS.tenantsByFeature }, (_, index) => tenantRow(2, `t${index}`, 100n));
  const close = Object.fromEntries(
    samples(window.advance(books(2, [], [...crowd, tenantRow(2, 'small', 1n)])), METRIC.dailyTenantFeatureCost)
  );
  expect(close).toMatchObject({ 'gone,search': 0n, 'other,search': 1n });
  expect(close).not.toHaveProperty('small,search');
});
