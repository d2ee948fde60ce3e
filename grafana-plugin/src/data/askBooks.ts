import { DAY_MS } from '../queries/dayMs.ts';
import type { Question } from '../queries/question.ts';
import type { Answer } from './answer.ts';
import { askLedger } from './askLedger.ts';
import type { Series } from './series.ts';

interface Cost {
  readonly costNanoUsd: string;
  readonly days?: readonly { readonly day: string; readonly costNanoUsd: string }[];
}

interface Costs {
  readonly costs: readonly (Cost & { readonly name: string })[];
  readonly others: Cost & { readonly names: number };
}

/** The label of what stands in none of the names, as in the series. */
const OTHER = 'other';
const NOT_SET =
  'not known: what tenants cost as billed is in the ledger’s books, and no ledger that has them is set up';

/** Asks the ledger's books what they alone know; its answer as series. Rejects only when `signal` aborts it. */
export async function askBooks(question: Question, signal?: AbortSignal): Promise<Answer<Series[]>> {
  const { params = {}, hasOthers = true } = question.books ?? {};
  const answer = await askLedger('costs', params, signal);
  if (answer.kind !== 'value') {
    return answer.kind === 'absent'
      ? { kind: 'unkept', question, words: NOT_SET }
      : { kind: 'failed', question, words: answer.words };
  }
  const { costs, others } = (answer.value ?? {}) as Partial<Costs>;
  if (!Array.isArray(costs) || others === undefined) {
    return { kind: 'failed', question, words: 'the ledger’s answer holds no costs' };
  }
  const { by } = params;
  const series = (name: string, { costNanoUsd, days }: Cost): Series => ({
    labels: typeof by === 'string' ? { [by]: name } : {},
    points: days
      ? days.map((one) => ({ atMs: Date.parse(one.day), value: usd(one.costNanoUsd) }))
      : [{ atMs: question.toMs - DAY_MS, value: usd(costNanoUsd) }],
  });
  return {
    kind: 'value',
    question,
    value: [
      ...(costs as Costs['costs']).map((one) => series(one.name, one)),
      ...(hasOthers && others.names > 0 ? [series(OTHER, others)] : []),
    ],
  };
}

const usd = (nanoUsd: string): number => Number(nanoUsd) / 1e9;
