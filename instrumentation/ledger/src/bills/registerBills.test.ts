import { Registry } from 'prom-client';
import type { BillLine } from '../analysis/reconciliation/billLine.ts';
import { reconcile } from '../analysis/reconciliation/reconcile.ts';
import { STEPS } from '../analysis/reconciliation/step.ts';
import type { BillRevision } from './billBooks.ts';
import { billedByLabels } from './billedByLabels.ts';
import { registerBills } from './registerBills.ts';

const bill: BillRevision = {
  id: 1,
  provider: 'openai',
  month: '2026-09',
  state: 'final',
  source: 'a file',
  importedMs: 0,
} as BillRevision;
const cell = { day: '2026-09-01', provider: 'openai', account: 'main', model: 'm', component: 'input' };
const usage = { ...cell, description: 'm, input', category: 'usage' } as const;
const lines: readonly BillLine[] = [
  { ...usage, quantity: 1_100n, effectiveNanoUsd: 1_100_000_000n, billedNanoUsd: 1_100_000_000n },
  { ...usage, account: 'notebooks', quantity: 900n, effectiveNanoUsd: 900_000_000n, billedNanoUsd: 900_000_000n },
  { ...usage, category: 'tax', description: 'VAT', effectiveNanoUsd: 0n, billedNanoUsd: 380_000_000n },
];
const estimates = [{ ...cell, tier: 'default', quantity: 1_000n, costNanoUsd: 1_000_000_000n }];

async function exposed(known: typeof estimates): Promise<string> {
  const registry = new Registry();
  const result = reconcile(known, lines);
  const current = { bill, billed: billedByLabels(lines), result };
  registerBills(registry, { newest: () => [bill], current: () => [current], all: () => [current] });
  return registry.metrics();
}

test('variance is of what both know, coverage of all usage, and neither has tax in it', async () => {
  const text = await exposed(estimates);
  expect(text).toContain('genai_bill_variance_ratio{month="2026-09",provider="openai"} 0.1\n');
  expect(text).toContain('genai_bill_coverage_ratio{month="2026-09",provider="openai"} 0.55\n');
  expect(text).toContain('genai_calibration_ratio{month="2026-09",provider="openai",account="main"} 1.1\n');
  expect(text).toContain('genai_provider_calibration_ratio{provider="openai",month="2026-09"} 1.1\n');
  expect(text).toContain('genai_month_calibration_ratio{provider="openai",month="2026-09"} 1.1\n');
  expect(text).toMatch(/genai_bill_usd\{.*charge_category="tax".*\} 0\.38\n/);
});

test('a bill of calls nobody recorded has no variance, which is not 0, and covers nothing', async () => {
  const text = await exposed([]);
  expect(text).not.toContain('genai_bill_variance_ratio{');
  expect(text).toContain('genai_bill_coverage_ratio{month="2026-09",provider="openai"} 0\n');
});

test('the estimate and the steps add up to the bill, steps of nothing included', async () => {
  const text = await exposed(estimates);
  const value = (series: string) => Number(new RegExp(`^${series} (.*)$`, 'm').exec(text)?.[1]);
  const steps = STEPS.map((step) => value(`genai_bill_step_usd{month="2026-09",provider="openai",step="${step}"}`));
  const nano = (usd: number) => BigInt(Math.round(usd * 1e9));
  const sum = steps.reduce((all, usd) => all + nano(usd), 0n);
  expect(steps.map(nano)).toContain(380_000_000n);
  expect(nano(value('genai_bill_estimate_usd{month="2026-09",provider="openai"}'))).toBe(1_000_000_000n);
  expect(1_000_000_000n + sum).toBe(2_380_000_000n);
});
