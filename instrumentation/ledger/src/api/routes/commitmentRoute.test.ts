import type { AskBills } from '../../bills/answers/askBills.ts';
import { parseOwners } from '../../ownership/parseOwners.ts';
import { commitmentRoute } from './commitmentRoute.ts';

const owned = { provider: 'openai', usd: '52000.5', from: '2026-07-01', to: '2027-07-01', usedBefore: '1000' };
const bought = { provider: 'aws.bedrock', nanoUsd: 365_500_000_000n, from: '2026-10-01', through: '2027-09-30' };

test('those of the owners file that have not ended, and of bills for other providers', async () => {
  const asked: unknown[] = [];
  const askBills = (async (name: string, query: unknown) => {
    asked.push([name, query]);
    return [bought, { ...bought, provider: 'openai' }];
  }) as unknown as AskBills;
  const ended = { ...owned, provider: 'anthropic', to: '2026-11-22' };
  const route = commitmentRoute({
    askBills,
    owners: () => parseOwners({ commitments: [owned, ended] }),
    now: () => Date.UTC(2026, 10, 22, 12),
  });
  expect(await route.handle({} as never)).toEqual({
    body: {
      commitments: [
        {
          ...{ provider: 'openai', usd: 52_000.5, from: '2026-07-01', through: '2027-06-30' },
          ...{ usedBeforeUsd: 1_000, source: 'owners_file' },
        },
        {
          ...{ provider: 'aws.bedrock', usd: 365.5, from: '2026-10-01', through: '2027-09-30' },
          ...{ usedBeforeUsd: null, source: 'bill' },
        },
      ],
    },
  });
  expect(asked).toEqual([['billedCommitments', { today: '2026-11-22' }]]);
});
