import { monthCalibrations } from './monthCalibrations.ts';
import { providerCalibrations } from './providerCalibrations.ts';

const reconciled = (month: string, billed: bigint, estimated: bigint, more = {}) => ({
  bill: { provider: 'openai', month, state: 'final' as const, ...more },
  result: { matched: { billNanoUsd: billed, estimateNanoUsd: estimated } },
});

test('each final bill that says something is a month’s ratio', () => {
  expect(
    monthCalibrations([
      reconciled('2026-09', 30n, 10n),
      reconciled('2026-10', 11n, 10n),
      reconciled('2026-11', 12n, 10n, { state: 'provisional' }),
      reconciled('2026-08', 0n, 10n),
    ])
  ).toEqual([
    { provider: 'openai', month: '2026-09', ratio: 3 },
    { provider: 'openai', month: '2026-10', ratio: 1.1 },
  ]);
});

test('is the newest final bill by its estimate, a provider each', () => {
  expect(
    providerCalibrations([
      reconciled('2026-10', 11n, 10n),
      reconciled('2026-09', 30n, 10n),
      reconciled('2026-08', 9n, 10n, { provider: 'anthropic' }),
    ])
  ).toEqual([
    { provider: 'openai', month: '2026-10', ratio: 1.1 },
    { provider: 'anthropic', month: '2026-08', ratio: 0.9 },
  ]);
});

test.each([
  ['an open bill', reconciled('2026-11', 1n, 10n, { state: 'open' })],
  ['a provisional bill', reconciled('2026-11', 1n, 10n, { state: 'provisional' })],
  ['a bill of nothing', reconciled('2026-11', 0n, 10n)],
  ['a bill of credits', reconciled('2026-11', -3n, 10n)],
  ['a bill of calls nobody recorded', reconciled('2026-11', 0n, 0n)],
])('%s calibrates nothing: the one before it does', (_what, newest) => {
  expect(providerCalibrations([newest])).toEqual([]);
  expect(providerCalibrations([newest, reconciled('2026-10', 11n, 10n)])).toEqual([
    { provider: 'openai', month: '2026-10', ratio: 1.1 },
  ]);
});
