import { tenantEconomics, type TenantDay } from './tenantEconomics.ts';

const days = (count: number, of: (day: number) => Partial<TenantDay>) =>
  Array.from({ length: count }, (_, day) => ({ day, nanoUsd: 10n, revenueNanoUsd: undefined, ...of(day) }));

test('revenue less cost, of the days whose revenue is known', () => {
  const half = days(30, (day) => (day < 15 ? { revenueNanoUsd: 25n } : {}));
  expect(tenantEconomics(half, { from: 10, to: 29 })).toEqual({
    nanoUsd: 200n,
    revenueNanoUsd: 125n,
    marginNanoUsd: 75n,
    losing: undefined,
    daysWithoutRevenue: 15,
  });
});

test('a tenant that loses money, and one that nobody knows the revenue of', () => {
  const since = days(40, (day) => ({ revenueNanoUsd: day < 20 ? 20n : 4n }));
  expect(tenantEconomics(since, { from: 10, to: 39 }).losing).toMatchObject({ since: 24, isSinceStart: false });
  const unknown = tenantEconomics(
    days(30, () => ({})),
    { from: 0, to: 29 }
  );
  expect(unknown).toMatchObject({ revenueNanoUsd: undefined, marginNanoUsd: undefined, losing: undefined });
});
