import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../../provisioning/embedded/settings.mjs';

export interface TimedQuestion {
  readonly name: string;
  readonly expr: string;
  /** `now` and `end` (of the last closed day): one value. `drawn`: one value a day over the whole history. */
  readonly asked: 'now' | 'end' | 'drawn';
}

const FOLDER = path.join(root, 'grafana-plugin/src/queries');
/** Files of the folder that ask nothing by themselves, or not Prometheus. */
const PARTS = new Set(
  'calibrated calibration dayMs daysWindow dearest isoDay keptSelector keptSeries label promString question scope selector startOfDay sum traceQuery unkept'.split(
    ' '
  )
);
const ONE = { environment: 'production' };
const ALL = {};
const BILLED = { ...ONE, calibration: [{ provider: 'openai', month: '2026-10', ratio: 1.02 }] };
const NOW = Date.now();

/** The app's queries by file, with the arguments the app asks them with; several where the answer differs much. */
function arguments_(days: number): readonly (readonly [string, TimedQuestion['asked'], ...unknown[]])[] {
  const month = new Date().toISOString().slice(0, 7);
  return [
    ['closes', 'now', 'cost', ONE, 'last'],
    ['closes', 'now', 'cost', ALL, 'last', ['feature']],
    ['closes', 'now', 'cost', ALL, 'last', ['tenant']],
    ['closes', 'now', 'requests', ONE, 'last', ['request_type']],
    ['closes', 'end', 'cost', ONE, { days: 1, daysBefore: 7 }],
    ['closes', 'end', 'cost', ONE, { days: 30 }],
    ['closes', 'end', 'cost', ALL, { days: 30 }, ['feature']],
    ['closes', 'end', 'cost', ALL, { days: 30 }, ['tenant']],
    ['closes', 'end', 'tokens', ONE, { days: 30 }, ['model']],
    ['closes', 'end', 'waste', ONE, { days: 30 }, ['feature']],
    ['closes', 'end', 'cost', ALL, { days }, ['team']],
    ['closes', 'drawn', 'cost', ONE, 'each'],
    ['closes', 'drawn', 'cost', ALL, 'each', ['feature']],
    ['closes', 'end', 'cost', BILLED, { days: 30 }, ['feature']],
    ['closes', 'drawn', 'cost', BILLED, 'each', ['feature']],
    ['monthCost', 'end', ONE, month, 28],
    ['topTierCost', 'end', ONE, 30, [], NOW],
    ['closedDays', 'drawn'],
    ['openDayCost', 'now', ONE, ['team']],
    ['openDayRequests', 'now', ONE],
    ['unallocatedCost', 'now', ONE],
    ['unpricedRequests', 'now'],
    ['otherCost', 'now'],
    ['environments', 'now'],
    ['providerCalibration', 'now'],
    ['billVariance', 'now'],
    ['providerForecasts', 'now'],
    ['labelValues', 'now', 'tenant', undefined],
    ['owners', 'now', 'total'],
    ['budgets', 'now', 'total'],
    ['thresholds', 'now'],
    ['modelInfo', 'now'],
    ['tenantInfo', 'now', 'tenant-77'],
    ['quarterForecast', 'now', 'total'],
    ['firingAlerts', 'now'],
    ['teamsOfFeatures', 'end', ALL, 30],
  ];
}

/** Those by tenant and from pre-aggregates that the ledger's metrics reference gives. */
function referenceQuestions(days: number): TimedQuestion[] {
  const dearest = (length: number) =>
    `topk(10, sum by (tenant) (sum_over_time(genai_daily_tenant_cost_usd[${length - 1}d1h])))`;
  const drawn = (name: string, metric: string, by = '') => ({
    ...{ name: `${name}, drawn`, asked: 'drawn' as const },
    expr: `sum ${by}(last_over_time(${metric}[23h59m] offset -1d))`,
  });
  return [
    {
      ...{ name: 'dearest tenants, yesterday', asked: 'now' },
      expr: 'topk(10, sum by (tenant) (last_over_time(genai_daily_tenant_cost_usd[1d2h])))',
    },
    { name: 'dearest tenants, 30 days', asked: 'end', expr: dearest(30) },
    { name: `dearest tenants, ${days} days`, asked: 'end', expr: dearest(days) },
    drawn('one tenant', 'genai_daily_tenant_cost_usd{tenant="tenant-77"}'),
    drawn('cost by feature from the pre-aggregate', 'genai_daily_feature_cost_usd', 'by (feature) '),
  ];
}

/** @throws where the app has a query this bench does not ask */
export async function appQuestions(days: number): Promise<TimedQuestion[]> {
  const asked = arguments_(days);
  const missing = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -3))
    .filter((name) => !PARTS.has(name) && !asked.some(([known]) => known === name));
  if (missing.length > 0) {
    throw new Error(`the app asks more than this bench does: add ${missing.join(', ')} to test/bench/queries`);
  }
  const questions: TimedQuestion[] = [];
  for (const [name, how, ...given] of asked) {
    // The app's workspace is compiled by other rules than this one: no import that types could follow.
    const file = (await import(pathToFileURL(path.join(FOLDER, `${name}.ts`)).href)) as Record<
      string,
      (...given: unknown[]) => unknown
    >;
    const expr = file[name]?.(...given);
    if (typeof expr !== 'string') {
      throw new Error(`${name}(${JSON.stringify(given)}) is no query: it says ${JSON.stringify(expr)}`);
    }
    questions.push({ name: [name, ...given.flatMap(said)].join(', '), asked: how, expr });
  }
  return [...questions, ...referenceQuestions(days)];
}

/** An argument in words. */
function said(given: unknown): string[] {
  if (given === ONE) {
    return ['one environment'];
  }
  if (given === BILLED) {
    return ['one environment, calibrated'];
  }
  if (given === ALL || given === undefined || given === NOW || (Array.isArray(given) && given.length === 0)) {
    return [];
  }
  if (Array.isArray(given)) {
    return [`by ${given.join(' and ')}`];
  }
  return typeof given === 'object'
    ? [
        Object.entries(given as object)
          .map(([name, value]) => `${name} ${String(value)}`)
          .join(' '),
      ]
    : [String(given)];
}
