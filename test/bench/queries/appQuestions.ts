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
/** Files of the folder that ask nothing by themselves. */
const PARTS = new Set('dayMs daysWindow dimension promString question scope selector startOfDay sum'.split(' '));
const ONE = { environment: 'production' };
const ALL = {};

/** The app's queries by file, with the arguments the app asks them with; several where the answer differs much. */
function arguments_(days: number): readonly (readonly [string, TimedQuestion['asked'], ...unknown[]])[] {
  const month = new Date().toISOString().slice(0, 7);
  return [
    ['closedDayCost', 'now', ONE],
    ['closedDayCost', 'now', ALL, 'feature'],
    ['closedDayRequests', 'now', ONE, 'request_type'],
    ['weekBeforeCost', 'end', ONE],
    ['costOfDays', 'end', ONE, 30],
    ['costOfDays', 'end', ALL, 30, 'feature'],
    ['costOfDays', 'end', ALL, days, 'team'],
    ['costPerDay', 'drawn', ONE],
    ['costPerDay', 'drawn', ALL, 'feature'],
    ['monthCost', 'end', ONE, month, 28],
    ['closedDays', 'drawn'],
    ['openDayCost', 'now', ONE, 'team'],
    ['openDayRequests', 'now', ONE],
    ['unallocatedCost', 'now', ONE],
    ['unpricedRequests', 'now'],
    ['environments', 'now'],
    ['owners', 'now', 'total'],
    ['totalBudget', 'now'],
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
      (...given: unknown[]) => string
    >;
    const said = given.filter((one) => one !== ALL).map((one) => (one === ONE ? 'one environment' : String(one)));
    questions.push({ name: [name, ...said].join(', '), asked: how, expr: file[name]?.(...given) ?? '' });
  }
  return [...questions, ...referenceQuestions(days)];
}
