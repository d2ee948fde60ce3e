import type { Label } from '../queries/label.ts';
import { openDayCost } from '../queries/openDayCost.ts';
import { openDayRequests } from '../queries/openDayRequests.ts';
import { askAt } from '../queries/question.ts';
import type { Scope } from '../queries/scope.ts';
import { startOfDay } from '../queries/startOfDay.ts';
import { askPrometheus } from './askPrometheus.ts';
import { firstValue } from './firstValue.ts';
import { mapAnswer } from './mapAnswer.ts';
import type { OpenDay } from './openDay.ts';
import type { PromSource } from './promSource.ts';
import { valuesBy } from './valuesBy.ts';

/** What today has cost so far, as of the last scrape; each figure may fail alone. */
export async function loadOpenDay(
  source: PromSource,
  scope: Scope,
  by: Label,
  nowMs: number,
  signal?: AbortSignal
): Promise<OpenDay> {
  const answers = await askPrometheus(
    source,
    {
      cost: askAt(openDayCost(scope), nowMs),
      requests: askAt(openDayRequests(scope), nowMs),
      costBy: askAt(openDayCost(scope, [by]), nowMs),
    },
    signal
  );
  return {
    day: startOfDay(nowMs),
    cost: mapAnswer(answers.cost, firstValue),
    requests: mapAnswer(answers.requests, firstValue),
    by,
    costBy: mapAnswer(answers.costBy, (series) => valuesBy(series, by)),
  };
}
