import type { BillLine } from '../../../instrumentation/ledger/src/analysis/reconciliation/billLine.ts';
import type { EstimateCell } from '../../../instrumentation/ledger/src/analysis/reconciliation/estimateCell.ts';
import type { Seeded } from '../forecast/seeded.ts';

/** What a provider bills for a month, and what the books say of it. */
export interface Month {
  readonly estimates: readonly EstimateCell[];
  readonly lines: readonly BillLine[];
}

const ACCOUNTS = ['main', 'search'];
const MODELS = ['small', 'large'];
/** With the prices of one unit, nano-USD: tokens at $0.10 to $15 a million, searches at $10 a thousand. */
const COMPONENTS: readonly (readonly [name: string, least: number, most: number, isToken: boolean])[] = [
  ['input', 100, 3_000, true],
  ['cache_read', 20, 300, true],
  ['cache_write', 100, 4_000, true],
  ['output', 400, 15_000, true],
  ['reasoning', 400, 15_000, true],
  ['input_audio', 1_000, 10_000, true],
  ['web_search', 10_000_000, 10_000_000, false],
];

/** 30 days of two accounts, two models and seven components, on which bill and books agree in every unit. */
export function simulateMonth(random: Seeded): Month {
  const prices = new Map<string, bigint>();
  const estimates: EstimateCell[] = [];
  for (const account of ACCOUNTS) {
    for (const model of MODELS) {
      for (const [component, least, most, isToken] of COMPONENTS) {
        // A multiple of 20: halves, double and 1.5-fold prices stay whole nano-USD.
        const key = `${model} ${component}`;
        const price = prices.get(key) ?? 20n * BigInt(Math.round(random.between(least, most) / 20));
        prices.set(key, price);
        for (let day = 1; day <= 30; day += 1) {
          const quantity = BigInt(Math.round(isToken ? random.between(2e6, 4e7) : random.between(1_000, 5_000)));
          const date = `2026-09-${String(day).padStart(2, '0')}`;
          const cell = { day: date, provider: 'simulated', account, model, tier: 'default', component };
          estimates.push({ ...cell, quantity, costNanoUsd: quantity * price });
        }
      }
    }
  }
  return { estimates, lines: estimates.map(billed) };
}

function billed({ costNanoUsd, ...cell }: EstimateCell): BillLine {
  const description = `${cell.model}, ${cell.component}`;
  return { ...cell, description, category: 'usage', effectiveNanoUsd: costNanoUsd, billedNanoUsd: costNanoUsd };
}
