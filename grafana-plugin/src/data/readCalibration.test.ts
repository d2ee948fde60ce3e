import { readCalibration } from './readCalibration.ts';

const series = (labels: Record<string, string>, ...values: number[]) => ({
  labels,
  points: values.map((value, index) => ({ atMs: index, value })),
});

test('reads one ratio a provider, in order, the newest value', () => {
  expect(
    readCalibration([
      series({ provider: 'openai', month: '2026-10' }, 1.2, 1.1),
      series({ provider: 'anthropic', month: '2026-09' }, 0.9),
    ])
  ).toEqual([
    { provider: 'anthropic', month: '2026-09', ratio: 0.9 },
    { provider: 'openai', month: '2026-10', ratio: 1.1 },
  ]);
});

test('what says no provider, no month or no ratio counts for nothing', () => {
  const labels = { provider: 'openai', month: '2026-10' };
  expect(
    readCalibration([
      series({ provider: 'openai' }, 1.1),
      series({ month: '2026-10' }, 1),
      series(labels),
      series(labels, 0),
    ])
  ).toEqual([]);
});
