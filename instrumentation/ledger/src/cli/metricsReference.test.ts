import { BASE_LABELS } from '@ai-finops/instrumentation/contract';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Registry } from 'prom-client';
import { createAnomalyFamily } from '../anomalies/createAnomalyFamily.ts';
import { registerOpenAnomalies } from '../anomalies/registerOpenAnomalies.ts';
import { createLedgerMetrics } from '../books/createLedgerMetrics.ts';
import { LiveBooks } from '../books/liveBooks.ts';
import { MonthBooks } from '../books/monthBooks.ts';
import { registerBooksCheck } from '../books/registerBooksCheck.ts';
import { registerCapMetrics } from '../books/registerCapMetrics.ts';
import { metricsText } from '../books/metricsText.ts';
import { registerLiveMetrics } from '../books/registerLiveMetrics.ts';
import { registerMonthCost } from '../books/registerMonthCost.ts';
import { registerMonthUsers } from '../books/registerMonthUsers.ts';
import { registerBills } from '../bills/registerBills.ts';
import { registerBillFetches } from '../bills/schedule/registerBillFetches.ts';
import { bookFamilies } from '../closes/bookFamilies.ts';
import { tenantFamilies } from '../closes/tenantFamilies.ts';
import { workFamilies } from '../closes/workFamilies.ts';
import { registerForecast } from '../forecasts/registerForecast.ts';
import { registerFlipBacks } from '../levers/registerFlipBacks.ts';
import { createOtherCostFamily } from '../ownership/createOtherCostFamily.ts';
import { NO_OWNERS } from '../ownership/noOwners.ts';
import { registerOwnership } from '../ownership/registerOwnership.ts';
import { registerPolicy } from '../policy/registerPolicy.ts';
import { registerQuotas } from '../quotas/registerQuotas.ts';
import { registerReviews } from '../reviews/registerReviews.ts';

const families = [
  ...bookFamilies,
  ...workFamilies,
  ...tenantFamilies,
  createOtherCostFamily(() => NO_OWNERS),
  createAnomalyFamily(() => []),
];

const reference = readFileSync(join(__dirname, '../../docs/metrics.md'), 'utf8');
const rows = reference.split('\n').filter((line) => line.startsWith('|'));
const documented = rows.flatMap((row) => /^\| `(\w+)`/.exec(row)?.[1] ?? []);

async function exposed(): Promise<string[]> {
  const registry = new Registry();
  registerLiveMetrics(registry, new LiveBooks(), Date.now);
  createLedgerMetrics(registry, () => 0);
  registerOpenAnomalies(registry, () => [], new LiveBooks().labels);
  registerMonthCost(registry, new MonthBooks(new LiveBooks().labels), () => 'total', Date.now);
  registerMonthUsers(
    registry,
    () => undefined,
    () => 'total'
  );
  registerOwnership(registry, undefined, Date.now);
  registerForecast(
    registry,
    () => [],
    () => 'total',
    () => undefined
  );
  registerBills(registry, { newest: () => [], current: () => [], all: () => [] });
  registerPolicy(registry, () => undefined);
  registerQuotas(registry, () => []);
  registerReviews(registry, () => 3);
  registerFlipBacks(registry, () => []);
  registerCapMetrics(registry, new LiveBooks().labels, () => 0);
  registerBillFetches(registry, [], () => undefined);
  registerBooksCheck(registry, { refusal: () => undefined, checkedMs: () => undefined });
  const live = String(Buffer.concat(await metricsText(registry))).match(/(?<=^# TYPE )\w+/gm) ?? [];
  return [...live, ...families.map(({ name }) => name)];
}

test('every metric that is exposed is documented, and no other', async () => {
  expect([...documented].sort()).toEqual((await exposed()).sort());
});

test('every metric has a query', () => {
  const queries = rows.filter((row) => !/^\| `/.test(row)).join('\n');
  expect(documented.filter((name) => !queries.includes(name))).toEqual([]);
});

test('every label of a close is documented', () => {
  for (const { name, labels } of families) {
    const [, , , cell = ''] = rows.find((row) => row.startsWith(`| \`${name}\``))?.split('|') ?? [];
    const written = cell.replace(/\bB\b/, BASE_LABELS.join(', ')).match(/[a-z_]+/g);
    expect({ name, labels: written }).toEqual({ name, labels: labels.length > 0 ? labels : ['none'] });
  }
});
