import { readCalibration } from './readCalibration.ts';

const series = (labels: Record<string, string>, ...values: number[]) => ({
  labels,
  points: values.map((value, index) => ({ atMs: index, value })),
});

test('reads one calibration a provider, in order, the newest value, with the bills of months before', () => {
  expect(
    readCalibration(
      [
        series({ provider: 'openai', month: '2026-10' }, 1.2, 1.1),
        series({ provider: 'anthropic', month: '2026-09' }, 0.9),
      ],
      [
        series({ provider: 'openai', month: '2026-10' }, 1.1),
        series({ provider: 'openai', month: '2026-09' }, 1.05),
        series({ provider: 'openai', month: '2026-07' }, 1.2, 1.25),
        series({ provider: 'anthropic', month: '2026-09' }, 0.9),
        series({ provider: 'local', month: '2026-09' }, 0.5),
      ]
    )
  ).toEqual([
    { provider: 'anthropic', month: '2026-09', ratio: 0.9, earlier: [] },
    {
      provider: 'openai',
      month: '2026-10',
      ratio: 1.1,
      earlier: [
        { month: '2026-07', ratio: 1.25 },
        { month: '2026-09', ratio: 1.05 },
      ],
    },
  ]);
});

test('what says no provider, no month or no ratio counts for nothing', () => {
  const labels = { provider: 'openai', month: '2026-10' };
  const wrong = [
    series({ provider: 'openai' }, 1.1),
    series({ month: '2026-10' }, 1),
    series(labels),
    series(labels, 0),
  ];
  expect(readCalibration(wrong, [])).toEqual([]);
  expect(readCalibration([series({ ...labels, month: '2026-11' }, 1)], wrong)[0]?.earlier).toEqual([]);
});
