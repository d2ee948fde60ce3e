import type { Choice } from '../choice/choice.ts';
import type { ClosedPeriod } from '../choice/closedPeriod.ts';
import { closes } from '../queries/closes.ts';
import { DAY_MS } from '../queries/dayMs.ts';
import type { Label } from '../queries/label.ts';
import { modelInfo } from '../queries/modelInfo.ts';
import { owners } from '../queries/owners.ts';
import { type Question, askAt, askDaily } from '../queries/question.ts';
import type { Scope } from '../queries/scope.ts';
import type { Answer } from './answer.ts';
import { askPrometheus } from './askPrometheus.ts';
import type { Attribution } from './attribution.ts';
import { attributionQuestions } from './attributionQuestions.ts';
import { attributionRows } from './attributionRows.ts';
import { firstValue } from './firstValue.ts';
import { found } from './found.ts';
import { mapAnswer } from './mapAnswer.ts';
import { MEASURES, type Measure } from './measure.ts';
import { ownersByName } from './ownersByName.ts';
import { modelFacts } from './modelFacts.ts';
import type { PromSource } from './promSource.ts';
import type { Series } from './series.ts';
import { toDailyCosts } from './toDailyCosts.ts';

type Wanted = Pick<Choice, 'columns' | 'chart'> & { readonly by: Label };

/** Everything Attribution shows of a selection but what changed; each question may fail alone. */
export async function loadAttribution(
  source: PromSource,
  scope: Scope,
  period: ClosedPeriod,
  { by, columns, chart }: Wanted,
  nowMs: number,
  signal?: AbortSignal
): Promise<Attribution> {
  const end = period.lastDay + DAY_MS;
  const daily = (figure: 'cost' | 'requests') =>
    askDaily(closes(figure, scope, { each: period }, [by]), period.firstDay, period.lastDay);
  const money = attributionQuestions(scope, period, 'money', [], nowMs);
  const questions: Record<string, Question> = {
    ...named('by', attributionQuestions(scope, period, columns, [by], nowMs)),
    ...named('all', { ...attributionQuestions(scope, period, columns, [], nowMs), ...money }),
    allCost: askAt(closes('cost', { environment: scope.environment, calibration: scope.calibration }, period), end),
    owners: askAt(owners(by), nowMs),
    ...(by === 'model' && { models: askAt(modelInfo(), nowMs) }),
    perDay: daily('cost'),
    ...(chart === 'perCall' && { callsPerDay: daily('requests') }),
  };
  const answers = await askPrometheus(source, questions, signal);
  const part = (prefix: string) =>
    Object.fromEntries(
      MEASURES.flatMap((measure) => {
        const answer = answers[`${prefix}_${measure}`];
        return answer ? [[measure, answer]] : [];
      })
    ) as Partial<Record<Measure, Answer<Series[]>>>;
  const known = (name: string) => answers[name] ?? unasked;
  const one = (name: string) => mapAnswer(known(name), firstValue);
  const days = (name: string) =>
    mapAnswer(known(name), (series) => toDailyCosts(series, by, period.lastDay, period.days));
  const [total] = attributionRows(part('all'), '', new Map());
  return {
    by,
    period,
    rows: attributionRows(part('by'), by, ownersByName(found(known('owners')))),
    total: total ?? { name: '', owner: undefined, values: {} },
    models: by === 'model' ? modelFacts(found(known('models'))) : undefined,
    answers: part('by'),
    cost: one('all_cost'),
    before: one('all_before'),
    calls: one('all_calls'),
    allCost: one('allCost'),
    perDay: days('perDay'),
    callsPerDay: chart === 'perCall' ? days('callsPerDay') : undefined,
  };
}

const named = (prefix: string, questions: Readonly<Record<string, Question>>): Record<string, Question> =>
  Object.fromEntries(Object.entries(questions).map(([name, question]) => [`${prefix}_${name}`, question]));

const unasked: Answer<Series[]> = {
  kind: 'unkept',
  question: { expr: '', unkept: 'not asked', range: false, fromMs: 0, toMs: 0 },
  words: 'not asked',
};
