import type { TimedQuestion } from './appQuestions.ts';

const RUNS = 20;
const ENOUGH_MS = 20_000;
const DAY_S = 86_400;

export interface QuestionTimes {
  readonly series: number;
  readonly first: number;
  readonly p50: number;
  readonly p95: number;
}

/** Asks a query again and again, ms from request to the last byte. @throws where Prometheus does not answer it */
export async function timeQuestion(
  url: string,
  { expr, asked: how }: TimedQuestion,
  { dayEnd, days }: { readonly dayEnd: number; readonly days: number }
): Promise<QuestionTimes> {
  const time = how === 'end' ? dayEnd : Math.floor(Date.now() / 1_000);
  const range = { start: String(dayEnd - days * DAY_S), end: String(dayEnd - DAY_S), step: String(DAY_S) };
  const parameters = new URLSearchParams({ query: expr, ...(how === 'drawn' ? range : { time: String(time) }) });
  const target = `${url}/api/v1/query${how === 'drawn' ? '_range' : ''}?${parameters}`;
  const times: number[] = [];
  let series = 0;
  const began = performance.now();
  while (times.length < RUNS && (times.length < 5 || performance.now() - began < ENOUGH_MS)) {
    const asked = performance.now();
    const answer = (await (await fetch(target)).json()) as {
      status: string;
      error?: string;
      data?: { result: unknown[] };
    };
    times.push(performance.now() - asked);
    if (answer.status !== 'success') {
      throw new Error(`${expr}: ${answer.error}`);
    }
    series = answer.data?.result.length ?? 0;
  }
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
  return { series, first: times[0] ?? NaN, p50: at(0.5), p95: at(0.95) };
}
