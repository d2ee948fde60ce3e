import { billedCommitments } from './billedCommitments.ts';

type Sources = Parameters<typeof billedCommitments>[0];

const line = (day: string, through: string | undefined, usd: bigint, category = 'purchase') => ({
  ...{ day, provider: 'openai', description: '', category, billedNanoUsd: usd, effectiveNanoUsd: 0n },
  ...(through !== undefined && { through }),
});
const lines = [
  line('2026-10-01', '2027-09-30', 300n),
  line('2026-10-01', '2027-09-30', 60n),
  line('2026-10-01', '2026-11-21', 5n),
  line('2026-10-01', undefined, 7n),
  line('2026-10-01', '2027-09-30', 9n, 'usage'),
];

test('purchases for days that have not ended, summed by their days', () => {
  const bills = { newest: () => [{ provider: 'openai', month: '2026-10' }], lines: () => lines };
  expect(billedCommitments({ bills } as unknown as Sources, { today: '2026-11-22' })).toEqual([
    { provider: 'openai', nanoUsd: 360n, from: '2026-10-01', through: '2027-09-30' },
  ]);
});
