import { z } from 'zod';
import type { AskBills } from '../../bills/answers/askBills.ts';
import type { Owners } from '../../ownership/owners.ts';
import { dayText } from '../../store/dayText.ts';
import { eventDay } from '../../store/eventDay.ts';
import { parseDay } from '../../store/parseDay.ts';
import type { Route } from '../route.ts';

const commitment = z.object({
  provider: z.string(),
  usd: z.number(),
  from: z.string().meta({ description: 'First UTC day' }),
  through: z.string().meta({ description: 'Last UTC day' }),
  usedBeforeUsd: z.number().nullable().meta({ description: 'Before the books begin; null: nobody said' }),
  source: z.enum(['owners_file', 'bill']),
});
const answer = z.object({ commitments: z.array(commitment) });

interface CommitmentParts {
  readonly askBills: AskBills;
  readonly owners: () => Pick<Owners, 'commitments'>;
  readonly now: () => number;
}

/** What is paid for, used or not. */
export function commitmentRoute({ askBills, owners, now }: CommitmentParts): Route {
  return {
    method: 'GET',
    path: '/api/v1/commitments',
    summary: 'Commitments that have not ended: of the owners file, and of bills for providers it names none of',
    answers: { 200: answer },
    async handle() {
      const today = dayText(eventDay(now()));
      const stated = owners().commitments;
      const billed = await askBills('billedCommitments', { today });
      const commitments: z.infer<typeof answer>['commitments'] = [
        ...stated
          .filter(({ to }) => to > today)
          .map(({ provider, usd, from, to, usedBefore }) => ({
            ...{ provider, from, usd: Number(usd), source: 'owners_file' as const },
            through: dayText((parseDay(to) ?? 0) - 1),
            usedBeforeUsd: usedBefore === undefined ? null : Number(usedBefore),
          })),
        ...billed
          .filter(({ provider }) => !stated.some((one) => one.provider === provider))
          .map(({ nanoUsd, ...one }) => ({
            ...one,
            ...{ usd: Number(nanoUsd) / 1e9, usedBeforeUsd: null, source: 'bill' as const },
          })),
      ];
      return { body: { commitments } };
    },
  };
}
