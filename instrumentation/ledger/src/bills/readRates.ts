import { BillError } from './billError.ts';
import { readBillMoment } from './readBillMoment.ts';
import type { Cells } from './focusLine.ts';
import { inRow } from './inRow.ts';
import { readCsv } from './readCsv.ts';
import { readDecimal } from './readDecimal.ts';

/** What one unit of a currency is worth from a day on. */
export interface CurrencyRate {
  readonly day: string;
  readonly currency: string;
  readonly nanoUsd: bigint;
}

/**
 * Reads a table of exchange rates, CSV with the columns day, currency and usd, one a currency and day.
 *
 * @returns earliest first
 * @throws BillError which names row, column and reason
 */
export async function readRates(path: string): Promise<CurrencyRate[]> {
  const rates = new Map<string, CurrencyRate>();
  for await (const { row, cells } of readCsv(path)) {
    const one = inRow(row, () => currencyRate(cells));
    const key = `${one.currency} on ${one.day}`;
    if ((rates.get(key)?.nanoUsd ?? one.nanoUsd) !== one.nanoUsd) {
      throw new BillError({ row }, `it is another rate of ${key} than a row before it`);
    }
    rates.set(key, one);
  }
  return [...rates.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

function currencyRate(cells: Cells): CurrencyRate {
  const [currency, nanoUsd] = [cells('currency'), readDecimal(cells('usd'), 9, 'usd')];
  if (nanoUsd <= 0n || !/^[A-Z]{3}$/.test(currency)) {
    throw new BillError({}, 'a rate has a currency of three capital letters and is above 0');
  }
  return { day: new Date(readBillMoment(cells('day'), 'day')).toISOString().slice(0, 10), currency, nanoUsd };
}
