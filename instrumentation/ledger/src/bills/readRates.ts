import { BillError } from './billError.ts';
import { readBillMoment } from './readBillMoment.ts';
import { readCsv } from './readCsv.ts';
import { readDecimal } from './readDecimal.ts';

/** What one unit of a currency is worth from a day on. */
export interface CurrencyRate {
  readonly day: string;
  readonly currency: string;
  readonly nanoUsd: bigint;
}

/**
 * Reads a table of exchange rates, CSV with the columns day, currency and usd; a rate holds until the next.
 *
 * @returns earliest first
 * @throws BillError
 */
export async function readRates(path: string): Promise<CurrencyRate[]> {
  const rates: CurrencyRate[] = [];
  for await (const { row, cells } of readCsv(path)) {
    const nanoUsd = readDecimal(cells('usd'), 9, 'usd');
    if (nanoUsd <= 0n || !/^[A-Z]{3}$/.test(cells('currency'))) {
      throw new BillError({ row }, 'a rate has a currency of three capital letters and is above 0');
    }
    const day = new Date(readBillMoment(cells('day'), 'day')).toISOString().slice(0, 10);
    rates.push({ day, currency: cells('currency'), nanoUsd });
  }
  return rates.sort((a, b) => (a.day < b.day ? -1 : 1));
}
