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
  'billOf bookCosts calibrated calibratedOver calibration closedWindow dayMs daysUpTo daysWindow dearest isoDay keptSelector keptSeries label monthsOf overDays promString question ratioParams ratioPieces ratioVector scope selector startOfDay sum traceQuery unkept'.split(
    ' '
  )
);
const ONE = { environment: 'production' };
const ALL = {};
const NOW = Date.now();
const LAST = Math.floor(NOW / 86_400_000) * 86_400_000 - 86_400_000;
const over = (days: number) => ({ days, lastDay: LAST });
const ago = (months: number) =>
  new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() - months, 1)).toISOString().slice(0, 7);
/** A final bill of each of the last six months, each another ratio: as many pieces as there can be. */
const BILLED = {
  ...ONE,
  calibration: [
    {
      provider: 'openai',
      month: ago(1),
      ratio: 1.02,
      earlier: [6, 5, 4, 3, 2].map((months) => ({ month: ago(months), ratio: 1 + months / 100 })),
    },
  ],
};

/** The app's queries by file, with the arguments the app asks them with; several where the answer differs much. */
function arguments_(days: number): readonly (readonly [string, TimedQuestion['asked'], ...unknown[]])[] {
  const month = new Date().toISOString().slice(0, 7);
  const drawn = { each: { firstDay: LAST - (days - 1) * 86_400_000, lastDay: LAST } };
  return [
    ['closes', 'now', 'cost', ONE, { last: LAST }],
    ['closes', 'now', 'cost', ALL, { last: LAST }, ['feature']],
    ['closes', 'now', 'cost', ALL, { last: LAST }, ['tenant']],
    ['closes', 'now', 'requests', ONE, { last: LAST }, ['request_type']],
    ['closes', 'end', 'cost', ONE, { ...over(1), daysBefore: 7 }],
    ['closes', 'end', 'cost', ONE, over(30)],
    ['closes', 'end', 'cost', ALL, over(30), ['feature']],
    ['closes', 'end', 'cost', ALL, over(30), ['tenant']],
    ['closes', 'end', 'tokens', ONE, over(30), ['model']],
    ['closes', 'end', 'waste', ONE, over(30), ['feature']],
    ['closes', 'end', 'cost', ALL, over(days), ['team']],
    ['closes', 'drawn', 'cost', ONE, drawn],
    ['closes', 'drawn', 'cost', ALL, drawn, ['feature']],
    ['closes', 'end', 'cost', BILLED, over(30), ['feature']],
    ['closes', 'end', 'cost', BILLED, over(days), ['feature']],
    ['closes', 'drawn', 'cost', BILLED, drawn, ['feature']],
    ['monthCost', 'end', ONE, month, 28, LAST],
    ['topTierCost', 'end', ONE, over(30), [], NOW],
    ['closedDays', 'drawn'],
    ['openDayCost', 'now', ONE, ['team']],
    ['openDayRequests', 'now', ONE],
    ['unallocatedCost', 'now', ONE, LAST],
    ['unpricedRequests', 'now'],
    ['otherCost', 'now'],
    ['environments', 'now'],
    ['providerCalibration', 'now'],
    ['monthCalibration', 'now'],
    ['calibratedShare', 'end', BILLED, over(28)],
    ['calibratedShare', 'drawn', BILLED, drawn],
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
    ['teamsOfFeatures', 'end', ALL, over(30)],
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
  if (
    given === ALL ||
    given === undefined ||
    given === NOW ||
    given === LAST ||
    (Array.isArray(given) && given.length === 0)
  ) {
    return [];
  }
  if (Array.isArray(given)) {
    return [`by ${given.join(' and ')}`];
  }
  return typeof given === 'object'
    ? [
        Object.entries(given as object)
          .filter(([name]) => name !== 'lastDay')
          .map(([name, value]) => (name === 'last' || name === 'each' ? name : `${name} ${String(value)}`))
          .join(' '),
      ]
    : [String(given)];
}
