import { type DataFrameJSON, dataFrameFromJSON } from '@grafana/data';
import { getBackendSrv } from '@grafana/runtime';
import { firstValueFrom } from 'rxjs';
import { DAY_MS } from '../queries/dayMs.ts';
import type { Question } from '../queries/question.ts';
import type { Answer } from './answer.ts';
import { askBooks } from './askBooks.ts';
import type { PromSource } from './promSource.ts';
import { readSeries } from './readSeries.ts';
import type { Series } from './series.ts';
import { serverWords } from './serverWords.ts';

type Results = Readonly<Record<string, { frames?: DataFrameJSON[]; error?: string }>>;
type Answers<K extends string> = Record<K, Answer<Series[]>>;

/**
 * Asks Prometheus, through Grafana, every question at once, and the ledger's books what they alone know. Questions fail one by one, with the server's words; the
 * promise rejects only when `signal` aborts it.
 */
export async function askPrometheus<K extends string>(
  source: PromSource,
  questions: Readonly<Record<K, Question>>,
  signal?: AbortSignal
): Promise<Answers<K>> {
  const all = Object.entries<Question>(questions);
  const asked = all.filter(([, { unkept, books }]) => unkept === undefined && books === undefined);
  const byTime = Map.groupBy(asked, ([, { fromMs, toMs }]) => `${fromMs} ${toMs}`);
  const [answered, booked] = await Promise.all([
    Promise.all([...byTime.values()].map((group) => askTogether(source, group, signal))),
    Promise.all(
      all
        .filter(([, { books }]) => books !== undefined)
        .map(async ([name, question]) => [name, await askBooks(question, signal)] as const)
    ),
  ]);
  return Object.fromEntries([...all.flatMap(notAsked), ...answered.flat(), ...booked]) as Answers<K>;
}

const notAsked = ([name, question]: readonly [string, Question]): [string, Answer<Series[]>][] =>
  question.unkept === undefined ? [] : [[name, { kind: 'unkept', question, words: question.unkept }]];

/** One request holds one time range. */
async function askTogether(
  source: PromSource,
  questions: readonly (readonly [string, Question])[],
  signal: AbortSignal | undefined
): Promise<[string, Answer<Series[]>][]> {
  let results: Results = {};
  let failure = 'the data source sent no answer';
  try {
    results = await post(source, questions, signal);
  } catch (error) {
    signal?.throwIfAborted();
    failure = serverWords(error);
    results = (error as { data?: { results?: Results } } | undefined)?.data?.results ?? {};
  }
  return questions.map(([refId, question]) => {
    const { frames, error } = results[refId] ?? { error: failure };
    return error === undefined
      ? [refId, { kind: 'value', question, value: readSeries((frames ?? []).map((frame) => dataFrameFromJSON(frame))) }]
      : [refId, { kind: 'failed', question, words: error }];
  });
}

async function post(
  source: PromSource,
  questions: readonly (readonly [string, Question])[],
  signal: AbortSignal | undefined
): Promise<Results> {
  const { fromMs, toMs } = questions[0]?.[1] ?? { fromMs: 0, toMs: 0 };
  const response = await firstValueFrom(
    getBackendSrv().fetch<{ results: Results }>({
      url: '/api/ds/query',
      method: 'POST',
      showErrorAlert: false,
      ...(signal && { abortSignal: signal }),
      data: {
        from: String(fromMs),
        to: String(toMs),
        queries: questions.map(([refId, { expr, range }]) => ({
          refId,
          datasource: { uid: source.uid, type: source.type },
          expr,
          range,
          instant: !range,
          format: 'time_series',
          // Days are UTC days: without these the steps would follow the browser's zone and the panel's width.
          interval: '1d',
          intervalMs: DAY_MS,
          maxDataPoints: 2000,
          utcOffsetSec: 0,
        })),
      },
    })
  );
  return response.data.results;
}
