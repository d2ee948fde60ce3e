import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { findPrometheus } from '../../provisioning/embedded/findPrometheus.mjs';
import { root } from '../../provisioning/embedded/settings.mjs';

const questions = path.join(root, 'grafana-plugin/src/queries');
const { closes } = (await import(path.join(questions, 'closes.ts'))) as {
  closes: (figure: string, scope: object, window: unknown, by?: readonly string[]) => string;
};
const { topTierCost } = (await import(path.join(questions, 'topTierCost.ts'))) as {
  topTierCost: (scope: object, days: number, by: readonly string[], nowMs: number) => string;
};
const { unallocatedCost } = (await import(path.join(questions, 'unallocatedCost.ts'))) as {
  unallocatedCost: (scope: object) => string;
};

const { promtool } = await findPrometheus(path.join(root, '.data/prometheus-package'), () => undefined);

/** Amounts and ratios that binary fractions hold, so that sums are equal and not only near. */
const BOOKS = [
  { feature: 'search', provider: 'openai', model: 'large', usd: (day: number) => day + 0.5 },
  { feature: 'search', provider: 'anthropic', model: 'large', usd: (day: number) => 2 * day },
  { feature: 'chat', provider: 'openai', model: 'small', usd: (day: number) => 4 + day / 4 },
  { feature: 'unallocated', provider: 'local', model: 'small', usd: () => 8 },
];
const RATIO: Readonly<Record<string, number>> = { openai: 1.25, anthropic: 0.75 };
const scope = {
  environment: 'production',
  calibration: Object.entries(RATIO).map(([provider, ratio]) => ({ provider, ratio, month: '1969-12' })),
};

/** The sum of some days (the first closes at 0 d) after each provider's ratio, by a key. */
function expected(days: readonly number[], key: (row: (typeof BOOKS)[number]) => string | undefined) {
  const sums = new Map<string, number>();
  for (const row of BOOKS) {
    const name = key(row);
    const usd = days.reduce((sum, day) => sum + row.usd(day), 0) * (RATIO[row.provider] ?? 1);
    if (name !== undefined) {
      sums.set(name, (sums.get(name) ?? 0) + usd);
    }
  }
  return [...sums].map(([name, value]) => ({ labels: name && `{${name}}`, value }));
}

test('calibrated questions answer each provider’s cost times its ratio, and what has no bill as it is', () => {
  const week = [4, 5, 6, 7, 8, 9, 10];
  const cases = [
    { expr: closes('cost', scope, 'last', ['feature']), exp: expected([10], (row) => `feature="${row.feature}"`) },
    { expr: closes('cost', scope, 'last'), exp: expected([10], () => '') },
    {
      expr: closes('cost', scope, { days: 7 }, ['provider']),
      exp: expected(week, (row) => `provider="${row.provider}"`),
    },
    {
      expr: closes('cost', { ...scope, filters: [{ label: 'feature', values: ['search'] }] }, { days: 7 }, ['model']),
      exp: expected(week, (row) => (row.feature === 'search' ? `model="${row.model}"` : undefined)),
    },
    {
      expr: topTierCost(scope, 7, ['feature'], 10 * 86_400_000),
      exp: expected(week, (row) => (row.model === 'large' ? `feature="${row.feature}"` : undefined)),
    },
    {
      expr: unallocatedCost(scope),
      exp: expected([10], (row) => (row.feature === 'unallocated' ? '' : undefined)),
    },
  ];
  const rules = {
    evaluation_interval: '1d',
    tests: [
      {
        interval: '1d',
        input_series: [
          ...BOOKS.map(({ feature, provider, model, usd }) => ({
            series: `genai_daily_cost_usd{feature="${feature}",team="t",provider="${provider}",model="${model}",environment="production"}`,
            values: Array.from({ length: 11 }, (_, day) => usd(day)).join(' '),
          })),
          { series: 'genai_daily_close_complete', values: '1x10' },
          ...['openai', 'anthropic'].map((provider) => ({
            series: `genai_model_info{provider="${provider}",model="large",tier="top"}`,
            values: '1x10',
          })),
        ],
        promql_expr_test: cases.map(({ expr, exp }) => ({ expr, eval_time: '10d', exp_samples: exp })),
      },
    ],
  };
  const folder = mkdtempSync(path.join(tmpdir(), 'calibrated '));
  try {
    const file = path.join(folder, 'calibrated.test.yml');
    writeFileSync(file, JSON.stringify(rules));
    const { status, stdout, stderr } = spawnSync(promtool, ['test', 'rules', file], { encoding: 'utf8' });
    assert.equal(status, 0, stdout + stderr);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
