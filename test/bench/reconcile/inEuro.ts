import type { BillLine } from '../../../instrumentation/ledger/src/analysis/reconciliation/billLine.ts';
import { priced } from './priced.ts';
import { scaled } from './scaled.ts';
import type { Month } from './simulateMonth.ts';

/** The bill's euros were converted at other rates than its provider's, off by a factor each day. */
export function inEuro(month: Month, factor: number, ofDay: () => number): Month {
  const days = new Map(month.lines.map(({ day }) => [day, factor * ofDay()]));
  const off = (line: BillLine) => ({
    ...priced(line, scaled(line.effectiveNanoUsd, days.get(line.day) ?? 1)),
    currency: 'EUR',
  });
  return { ...month, lines: month.lines.map(off) };
}
