import type { ClosedPeriod } from '../choice/closedPeriod.ts';
import { budgets } from '../queries/budgets.ts';
import { closes } from '../queries/closes.ts';
import { DAY_MS } from '../queries/dayMs.ts';
import { daysUpTo } from '../queries/daysUpTo.ts';
import { modelInfo } from '../queries/modelInfo.ts';
import { monthCost } from '../queries/monthCost.ts';
import { owners } from '../queries/owners.ts';
import { askAt, askDaily } from '../queries/question.ts';
import type { Scope } from '../queries/scope.ts';
import { tenantInfo } from '../queries/tenantInfo.ts';
import { askPrometheus } from './askPrometheus.ts';
import { attributionRows } from './attributionRows.ts';
import type { Books } from './books.ts';
import { firstValue } from './firstValue.ts';
import { found } from './found.ts';
import { mapAnswer } from './mapAnswer.ts';
import { modelFacts } from './modelFacts.ts';
import { monthDays } from './monthDays.ts';
import type { Named } from './named.ts';
import { ownersByName } from './ownersByName.ts';
import type { PromSource } from './promSource.ts';
import type { SoleFilter } from './soleFilter.ts';
import { toDailyCosts } from './toDailyCosts.ts';
import { valuesBy } from './valuesBy.ts';

/** What its charts show. */
export const NAMED_DAYS = 90;
const INPUT = ['input', 'input_audio', 'input_image'];

/** What the page of one feature or tenant shows; each question may fail alone. */
export async function loadNamed(
  source: PromSource,
  scope: Scope,
  books: Books & { lastClosedDay: number },
  period: ClosedPeriod,
  { label, value: name }: SoleFilter,
  nowMs: number,
  signal?: AbortSignal
): Promise<Named> {
  const last = books.lastClosedDay;
  const by = label === 'tenant' ? 'feature' : 'model';
  const end = period.lastDay + DAY_MS;
  const days = monthDays(books.today, last);
  const drawn = daysUpTo(last, NAMED_DAYS);
  const daily = (figure: 'cost' | 'requests' | 'tokens', more = {}) =>
    askDaily(closes(figure, scope, { each: drawn }, [label], more), drawn.firstDay, last);
  const answers = await askPrometheus(
    source,
    {
      cost: askAt(closes('cost', scope, period), end),
      before: askAt(closes('cost', scope, period.before), period.before.lastDay + DAY_MS),
      calls: askAt(closes('requests', scope, period), end),
      owners: askAt(owners(label), nowMs),
      budgets: askAt(budgets(label), nowMs),
      month: askAt(
        monthCost(scope, new Date(books.today).toISOString().slice(0, 7), Math.max(1, days), last),
        last + DAY_MS
      ),
      costBy: askAt(closes('cost', scope, period, [by]), end),
      beforeBy: askAt(closes('cost', scope, period.before, [by]), period.before.lastDay + DAY_MS),
      callsBy: askAt(closes('requests', scope, period, [by]), end),
      unpricedBy: askAt(closes('unpriced', scope, period, [by]), end),
      outcomes: askAt(closes('workUnits', scope, period), end),
      models: askAt(by === 'model' ? modelInfo() : { unkept: 'not asked' }, nowMs),
      tenant: askAt(label === 'tenant' ? tenantInfo(name) : { unkept: 'not asked' }, nowMs),
      costPerDay: daily('cost'),
      callsPerDay: daily('requests'),
      tokensPerDay: daily('tokens', {
        token_type: [
          ...INPUT,
          'cache_read',
          'cache_read_audio',
          'cache_read_image',
          'cache_write',
          'cache_write_5m',
          'cache_write_1h',
        ],
      }),
    },
    signal
  );
  const perDay = (answer: (typeof answers)['cost']) =>
    mapAnswer(answer, (series) => toDailyCosts(series, label, last, NAMED_DAYS));
  const tenant = found(answers.tenant)[0]?.labels ?? {};
  return {
    period,
    cost: mapAnswer(answers.cost, firstValue),
    before: mapAnswer(answers.before, firstValue),
    calls: mapAnswer(answers.calls, firstValue),
    outcomes: mapAnswer(answers.outcomes, firstValue),
    owner: mapAnswer(answers.owners, (series) => ownersByName(series).get(name)),
    facts: [tenant['segment'] ?? '', tenant['plan'] ?? ''].filter((fact) => fact !== ''),
    monthDays: days,
    monthCost: mapAnswer(answers.month, firstValue),
    budget: mapAnswer(answers.budgets, (series) => valuesBy(series, 'name').get(name)),
    by,
    rows: mapAnswer(answers.costBy, (series) =>
      attributionRows(
        {
          cost: { ...answers.costBy, kind: 'value', value: series },
          before: answers.beforeBy,
          calls: answers.callsBy,
          unpriced: answers.unpricedBy,
        },
        by,
        new Map()
      )
    ),
    models: modelFacts(found(answers.models)),
    costPerDay: perDay(answers.costPerDay),
    callsPerDay: perDay(answers.callsPerDay),
    inputTokensPerDay: perDay(answers.tokensPerDay),
  };
}
