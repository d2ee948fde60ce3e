import type { ClosedPeriod } from '../choice/closedPeriod.ts';
import { closes } from '../queries/closes.ts';
import { DAY_MS } from '../queries/dayMs.ts';
import { askAt } from '../queries/question.ts';
import type { Scope } from '../queries/scope.ts';
import { topTierCost } from '../queries/topTierCost.ts';
import { askPrometheus } from './askPrometheus.ts';
import { firstValue } from './firstValue.ts';
import { mapAnswer } from './mapAnswer.ts';
import type { PromSource } from './promSource.ts';
import type { RuleNumbers } from './ruleNumbers.ts';

const WEEK = 7;
const MONTH = 30;
const AGO = 90;
/** All that is sent along with a call, what the provider's cache held included. */
const INPUT = ['input', 'cache_read', 'cache_write', 'cache_write_5m', 'cache_write_1h'];

/** The numbers of the rules of thumb; each question may fail alone. */
export async function loadRuleNumbers(
  source: PromSource,
  scope: Scope,
  period: ClosedPeriod,
  nowMs: number,
  signal?: AbortSignal
): Promise<RuleNumbers> {
  const end = period.lastDay + DAY_MS;
  const then = end - AGO * DAY_MS;
  const { lastDay } = period;
  const tokens = closes('tokens', scope, { days: WEEK, lastDay }, [], { token_type: INPUT });
  const calls = closes('requests', scope, { days: WEEK, lastDay });
  const { provider, ...answers } = await askPrometheus(
    source,
    {
      cost: askAt(closes('cost', scope, period), end),
      topTier: askAt(topTierCost(scope, period, [], nowMs), end),
      retries: askAt(closes('waste', scope, period, [], { reason: 'retry' }), end),
      provider: askAt(closes('cost', scope, { days: MONTH, lastDay }, ['provider']), end),
      tokensNow: askAt(tokens, end),
      callsNow: askAt(calls, end),
      tokensThen: askAt(tokens, then),
      callsThen: askAt(calls, then),
    },
    signal
  );
  const one = (name: keyof typeof answers) => mapAnswer(answers[name], firstValue);
  return {
    cost: one('cost'),
    topTier: one('topTier'),
    retries: one('retries'),
    provider: mapAnswer(provider, (series) => {
      const each = series.map((of) => ({ name: of.labels['provider'] ?? '', usd: firstValue([of]) ?? 0 }));
      return each.toSorted((a, b) => b.usd - a.usd)[0];
    }),
    tokensNow: one('tokensNow'),
    callsNow: one('callsNow'),
    tokensThen: one('tokensThen'),
    callsThen: one('callsThen'),
  };
}
