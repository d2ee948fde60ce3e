import { queryStep } from './queryStep.mjs';
import { toFrames } from './toFrames.mjs';

/** POST /api/ds/query, answered by a real Prometheus the way Grafana's data source does; 400 where a query failed. */
export async function answerDsQuery(prometheusUrl, { from, to, queries }) {
  const ask = async (query) => [query.refId, await answer(prometheusUrl, Number(from), Number(to), query)];
  const answers = await Promise.all(queries.map(ask));
  return { status: answers.some(([, { error }]) => error) ? 400 : 200, results: Object.fromEntries(answers) };
}

async function answer(prometheusUrl, from, to, query) {
  const step = queryStep(from, to, query);
  const offset = (query.utcOffsetSec ?? 0) * 1000;
  // Grafana puts the steps on multiples of the step in the reader's zone.
  const align = (ms) => (Math.floor((ms + offset) / step) * step - offset) / 1000;
  const expr = withVariables(query.expr, step, to - from);
  const time = query.range ? { start: align(from), end: align(to), step: step / 1000 } : { time: to / 1000 };
  try {
    const response = await fetch(`${prometheusUrl}/api/v1/${query.range ? 'query_range' : 'query'}`, {
      method: 'POST',
      body: new URLSearchParams({ query: expr, ...time }),
    });
    const { status, data, errorType, error } = await response.json();
    return status === 'success'
      ? { status: 200, frames: toFrames(query, data.result, step, `Expr: ${expr}`) }
      : { status: 400, error: `${errorType}: ${error}` };
  } catch (error) {
    return { status: 502, error: `Prometheus at ${prometheusUrl} does not answer: ${error.cause?.code ?? error}` };
  }
}

const withVariables = (expr, step, range) =>
  expr
    .replaceAll(/\$__interval\b|\$\{__interval\}/g, `${step}ms`)
    .replaceAll(/\$__rate_interval\b|\$\{__rate_interval\}/g, `${Math.max(step + 15_000, 60_000)}ms`)
    .replaceAll(/\$__range\b|\$\{__range\}/g, `${Math.round(range / 1000)}s`);
