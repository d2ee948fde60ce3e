import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { runService } from './runService.ts';
import { Stack } from './Stack.ts';
import { until } from './until.ts';

/*
 * Outcomes and judgements by the real library, closed: the close says what was recorded, once each, whatever happened. And
 * outcomes of a real Prometheus, by PromQL of the owners file.
 */
const DAY_MS = 86_400_000;
const dayEndMs = Math.floor(Date.now() / DAY_MS) * DAY_MS;
const day = new Date(dayEndMs - DAY_MS).toISOString().slice(0, 10);

let stack: Stack;

/** Every five minutes of a UTC day, the last at its end. */
const STEPS = 288;
const daysAgo = (days: number) => new Date(dayEndMs - days * DAY_MS).toISOString().slice(0, 10);
/** What a company has besides: two tickets a step three days ago, nothing known of the next day, three a step yesterday. */
const COMPANY = [
  '# TYPE company_tickets counter',
  ...[
    { ago: 3, from: 10_000, each: 2 },
    { ago: 1, from: 20_000, each: 3 },
  ].flatMap(({ ago, from, each }) =>
    Array.from({ length: STEPS }, (_, step) => {
      const at = (dayEndMs - ago * DAY_MS) / 1_000 + (step + 1) * 300;
      return `company_tickets_total{app="support"} ${from + step * each} ${at}`;
    })
  ),
  '# TYPE company_saved_usd gauge',
  `company_saved_usd 361.2 ${dayEndMs / 1_000}`,
  '# TYPE company_users gauge',
  `company_users 31 ${dayEndMs / 1_000}`,
  '# TYPE company_invoiced_usd gauge',
  `company_invoiced_usd{tenant="acme",plan="a"} 400 ${dayEndMs / 1_000}`,
  `company_invoiced_usd{tenant="acme",plan="b"} 0.000000001 ${dayEndMs / 1_000}`,
  '# EOF',
  '',
].join('\n');
const OWNERS = `
features:
  support:
    unitOfWork: ticket
    outcomes: { promql: 'sum(increase(company_tickets_total{app="support"}[1d]))' }
    value: { promql: 'sum(company_saved_usd)' }
    activeUsers: { promql: company_users }
  broken: { unitOfWork: page, outcomes: { promql: 'sum(company_tickets_total) by' } }
  several: { value: { promql: company_invoiced_usd } }
revenue: { promql: 'sum by (tenant) (company_invoiced_usd)' }
`;

before(async () => {
  stack = await Stack.start();
});
after(() => stack.end());

async function record(): Promise<void> {
  const env = { ...stack.serviceEnvironment, AT: String(dayEndMs - DAY_MS / 2) };
  const { code, out, err } = await runService('test/pipeline/apps/work.mjs', [], { env });
  assert.equal(code, 0, err);
  assert.equal(out, 'true', 'everything was acknowledged');
}

async function closes(): Promise<string[]> {
  const text = await (await fetch(`http://127.0.0.1:${stack.ports.metrics}/metrics/closes`)).text();
  return text
    .split('\n')
    .filter((line) => /^genai_daily_(work|quality)/.test(line) && line.endsWith(` ${dayEndMs}`))
    .sort();
}

test('what is recorded closes equal, once, though the ledger was killed and it was all sent again', async () => {
  await record();
  await stack.endLedger('SIGKILL');
  await stack.startLedger();
  await record();
  await stack.ledger('close', '--through', day, '--api', `http://127.0.0.1:${stack.ports.api}`);
  const quality = 'feature="triage",request_type="agent",model="gpt-5-mini",evaluator="grounded@3"';
  assert.deepEqual(await closes(), [
    `genai_daily_quality_count{${quality}} 25 ${dayEndMs}`,
    `genai_daily_quality_sum{${quality}} 0.175 ${dayEndMs}`,
    // Without an id each report is a new one.
    `genai_daily_work_units{feature="reports",unit="page"} 6 ${dayEndMs}`,
    `genai_daily_work_units{feature="triage",unit="ticket"} 40 ${dayEndMs}`,
  ]);
  assert.match(await stack.ledger('verify', '--data', `${stack.data}/ledger`), /^verified: /);
});

test('what comes late leaves the close alone', async () => {
  const before = await closes();
  await record();
  assert.deepEqual(await closes(), before);
  // Since the ledger was started anew: the pages of the second time and of this one, an adjustment.
  assert.match(await stack.metrics(), /^ai_finops_ledger_spans_booked_total 2$/m);
});

interface Worth {
  readonly features: readonly { readonly feature: string; readonly period: { readonly outcomes: string } }[];
  readonly tenants: readonly { readonly tenant: string; readonly revenueNanoUsd: string | null }[];
}

test('outcomes, value, users and revenue are what a real Prometheus says; what fails keeps none of it back', async () => {
  // The books begin three days ago.
  const reading = { kind: 'outcome', day: daysAgo(3), feature: 'early', unit: 'page', count: '1' };
  const told = await fetch(`http://127.0.0.1:${stack.ports.api}/api/v1/readings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ source: 'test', readings: [reading] }),
  });
  assert.ok(told.ok, await told.text());
  await stack.startPrometheus(COMPANY);
  const owners = path.join(stack.data, 'finops.yaml');
  writeFileSync(owners, OWNERS);
  await stack.endLedger('SIGTERM');
  const prometheus = `http://127.0.0.1:${stack.ports.prometheus}`;
  await stack.startLedger(['--finops', owners, '--outcomes-prometheus', prometheus]);

  const ask = async () =>
    (await (
      await fetch(`http://127.0.0.1:${stack.ports.api}/api/v1/economics?from=${daysAgo(3)}&to=${day}`)
    ).json()) as Worth;
  // Revenue is read last.
  const { features, tenants } = await until(ask, (answer) =>
    answer.tenants.some(({ revenueNanoUsd }) => revenueNanoUsd !== null)
  );
  const support = features.find(({ feature }) => feature === 'support');
  assert.partialDeepStrictEqual(support, {
    unit: 'ticket',
    gapDays: 1,
    period: { outcomes: String(STEPS * (2 + 3)) },
    margin: { valueNanoUsd: '361200000000', outcomes: String(STEPS * 3) },
    userCosts: { current: { source: 'outside', to: day, users: '31' } },
  });
  assert.partialDeepStrictEqual(tenants, [{ tenant: 'acme', revenueNanoUsd: '400000000001' }]);
  const counted = await stack.metrics();
  assert.match(counted, /^ai_finops_ledger_outside_readings_total\{result="failed"\} [1-9]/m);
  assert.match(counted, /^ai_finops_ledger_outside_readings_total\{result="gap"\} [1-9]/m);
});
