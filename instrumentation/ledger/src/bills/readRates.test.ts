import { createPriceBook } from '@ai-finops/instrumentation/pricing';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBillNames } from './createBillNames.ts';
import { readRates } from './readRates.ts';

const directory = mkdtempSync(join(tmpdir(), 'rates-'));
afterAll(() => rmSync(directory, { recursive: true }));
const read = (text: string) => {
  const path = join(directory, 'rates.csv');
  writeFileSync(path, text);
  return readRates(path);
};

test('a rate holds until the next, a month at most, and not before its day', async () => {
  const rates = await read('day,currency,usd\n2026-09-15,EUR,1.2\n2026-09-01,EUR,1.1\n2026-09-01,GBP,1.3\n');
  const { rate } = createBillNames({ accounts: new Map(), prices: createPriceBook(), rates });
  expect(
    ['2026-08-31', '2026-09-01', '2026-09-14', '2026-09-15', '2026-10-16', '2026-10-17'].map((day) => rate('EUR', day))
  ).toEqual([undefined, 1_100_000_000n, 1_100_000_000n, 1_200_000_000n, 1_200_000_000n, undefined]);
  expect(rate('JPY', '2026-09-01')).toBeUndefined();
});

test.each([
  ['no number', '2026-09-01,EUR,1,1', 'row 2: 4 cells, but'],
  ['a missing rate', '2026-09-01,EUR,', 'row 2: usd: "" is no decimal number'],
  ['no date', 'September,EUR,1.1', 'row 2: day: "September" is no date'],
  ['a small currency', '2026-09-01,eur,1.1', 'row 2: a rate has a currency of three capital letters'],
  ['two rates of a day', '2026-09-01,EUR,1.1\n2026-09-01,EUR,1.2', 'row 3: it is another rate of EUR on 2026-09-01'],
])('names the row of %s', async (_what, rows, message) => {
  await expect(read(`day,currency,usd\n${rows}\n`)).rejects.toThrow(message);
});
