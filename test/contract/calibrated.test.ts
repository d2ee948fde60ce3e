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
  topTierCost: (scope: object, window: unknown, by: readonly string[], nowMs: number) => string;
};
const { unallocatedCost } = (await import(path.join(questions, 'unallocatedCost.ts'))) as {
  unallocatedCost: (scope: object, last: number) => string;
};
const { calibratedShare } = (await import(path.join(questions, 'calibratedShare.ts'))) as {
  calibratedShare: (scope: object, window: unknown) => string;
};

const { promtool } = await findPrometheus(path.join(root, '.data/prometheus-package'), () => undefined);

const DAY_MS = 86_400_000;
/** January to the sixth of March 1970: promtool's time begins with the epoch. */
const DAYS = 65;

/** Amounts and ratios that binary fractions hold, so that sums are equal and not only near. Days count from 0. */
const BOOKS = [
  { feature: 'search', provider: 'openai', model: 'large', usd: (day: number) => day + 0.5 },
  { feature: 'search', provider: 'anthropic', model: 'large', usd: (day: number) => 2 * day },
  { feature: 'chat', provider: 'openai', model: 'small', usd: (day: number) => 4 + day / 4 },
  { feature: 'unallocated', provider: 'local', model: 'small', usd: () => 8 },
];
/** openai has no bill of February, anthropic none of March: these take the newest. Nobody bills `local`. */
const BILLS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  openai: { '1970-01': 1.5, '1970-03': 1.25 },
  anthropic: { '1970-01': 0.5, '1970-02': 0.75 },
};
const RATIOS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  openai: { Jan: 1.5, Feb: 1.25, Mar: 1.25 },
  anthropic: { Jan: 0.5, Feb: 0.75, Mar: 0.75 },
};
const monthName = (day: number) => (day < 31 ? 'Jan' : day < 59 ? 'Feb' : 'Mar');
const scope = {
  environment: 'production',
  calibration: Object.entries(BILLS).map(([provider, bills]) => {
    const all = Object.entries(bills).map(([month, ratio]) => ({ month, ratio }));
    return { provider, ...all.at(-1), earlier: all.slice(0, -1) };
  }),
};

const daysOf = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** The sum of some days, each after the ratio of its provider's month, by a key. */
function expected(days: readonly number[], key: (row: (typeof BOOKS)[number]) => string | undefined) {
  const sums = new Map<string, number>();
  for (const row of BOOKS) {
    const name = key(row);
    const usd = days.reduce((sum, day) => sum + row.usd(day) * (RATIOS[row.provider]?.[monthName(day)] ?? 1), 0);
    if (name !== undefined) {
      sums.set(name, (sums.get(name) ?? 0) + usd);
    }
  }
  return [...sums].map(([name, value]) => ({ labels: name && `{${name}}`, value }));
}

const all = () => '';
const byFeature = (row: (typeof BOOKS)[number]) => `feature="${row.feature}"`;
const byProvider = (row: (typeof BOOKS)[number]) => `provider="${row.provider}"`;
const inSearch = { ...scope, filters: [{ label: 'feature', values: ['search'] }] };
/** The days `first` to `last`, as they are asked for at the end of `last`. */
const window = (first: number, last: number) => ({ days: last - first + 1, lastDay: last * DAY_MS });
const each = { each: { firstDay: 0, lastDay: (DAYS - 1) * DAY_MS } };

const WINDOWS: readonly (readonly [first: number, last: number])[] = [
  [3, 9], // one month
  [28, 34], // two of them, each with a bill of some provider
  [0, 30], // a whole month with bills of all that bill
  [31, 58], // one without a bill of openai
  [45, 64], // into one without a bill of anthropic
  [30, 31], // the last day of one, the first of the next
  [0, 64], // all
];

test('calibrated questions answer each provider’s cost of each month times its ratio, and what has no bill as it is', () => {
  const sums = WINDOWS.flatMap(([first, last]) => {
    const at = `${last + 1}d`;
    const days = daysOf(first, last);
    return [
      { at, expr: closes('cost', scope, window(first, last)), exp: expected(days, all) },
      { at, expr: closes('cost', scope, window(first, last), ['feature']), exp: expected(days, byFeature) },
      { at, expr: closes('cost', scope, window(first, last), ['provider']), exp: expected(days, byProvider) },
      {
        at,
        expr: closes('cost', inSearch, window(first, last), ['model']),
        exp: expected(days, (row) => (row.feature === 'search' ? `model="${row.model}"` : undefined)),
      },
      {
        at,
        expr: topTierCost(scope, window(first, last), ['feature'], 10 * DAY_MS),
        exp: expected(days, (row) => (row.model === 'large' ? byFeature(row) : undefined)),
      },
    ];
  });
  const single = [9, 30, 31, 58, 59].flatMap((day) => [
    {
      at: `${day + 1}d`,
      expr: closes('cost', scope, { last: day * DAY_MS }, ['feature']),
      exp: expected([day], byFeature),
    },
    {
      at: `${day + 1}d`,
      expr: unallocatedCost(scope, day * DAY_MS),
      exp: expected([day], (row) => (row.feature === 'unallocated' ? '' : undefined)),
    },
    // Drawn: each value stands on its own day, at whatever hour of it.
    { at: `${day}d`, expr: closes('cost', scope, each), exp: expected([day], all) },
    { at: `${day * 24 + 23}h`, expr: closes('cost', scope, each, ['feature']), exp: expected([day], byFeature) },
  ]);
  const ago = {
    at: '36d',
    expr: closes('cost', scope, { ...window(34, 35), daysBefore: 4 }),
    exp: expected([30, 31], all),
  };
  const share = {
    at: '2d',
    expr: calibratedShare(scope, window(0, 1)),
    // $6.25 at openai in January by 1.5, $2 and $2 at anthropic by .5, $16 that nobody bills.
    exp: [{ labels: '', value: (10.25 * 1.5 + 2 * 0.5 + 16) / (10.25 + 2 + 16) }],
  };
  const rules = {
    evaluation_interval: '1d',
    tests: [
      {
        interval: '1d',
        input_series: [
          ...BOOKS.map(({ feature, provider, model, usd }) => ({
            series: `genai_daily_cost_usd{feature="${feature}",team="t",provider="${provider}",model="${model}",environment="production"}`,
            // Stamped with the day's end.
            values: `_ ${daysOf(0, DAYS - 1)
              .map(usd)
              .join(' ')}`,
          })),
          ...BOOKS.map(({ feature, usd }, index) => ({
            series: `genai_daily_feature_cost_usd{feature="${feature}",team="t${index}",environment="production"}`,
            values: `_ ${daysOf(0, DAYS - 1)
              .map(usd)
              .join(' ')}`,
          })),
          { series: 'genai_daily_close_complete', values: `1x${DAYS}` },
          ...['openai', 'anthropic'].map((provider) => ({
            series: `genai_model_info{provider="${provider}",model="large",tier="top"}`,
            values: `1x${DAYS}`,
          })),
        ],
        promql_expr_test: [...sums, ...single, ago, share].map(({ at, expr, exp }) => ({
          ...{ expr, eval_time: at, exp_samples: exp },
        })),
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
