import { formatMoney } from './formatMoney.ts';

const WHOLE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const STEPS = [
  [999_500_000, 1e9, 'B'],
  [999_500, 1e6, 'M'],
  [9_999.5, 1e3, 'k'],
] as const;

/** USD for reading at a glance: `$1.28M`, `$26.9k`, `$1,284`, and in full under a hundred dollars. */
export function formatMoneyShort(usd: number): string {
  const amount = Math.abs(usd);
  const sign = usd < 0 ? '−' : '';
  const step = STEPS.find(([from]) => amount >= from);
  if (step) {
    const [, size, letter] = step;
    const scaled = amount / size;
    return `${sign}$${scaled.toFixed(scaled < 9.995 ? 2 : scaled < 99.95 ? 1 : 0)}${letter}`;
  }
  return amount >= 99.995 ? `${sign}$${WHOLE.format(amount)}` : formatMoney(usd);
}
