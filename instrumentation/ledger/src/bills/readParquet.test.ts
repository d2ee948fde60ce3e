import { parquetWriteFile } from 'hyparquet-writer';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BillNames } from './normaliseLine.ts';
import { readBillFile } from './readBillFile.ts';
import { readParquet } from './readParquet.ts';

let dir: string;
beforeEach(() => (dir = mkdtempSync(join(tmpdir(), 'parquet-'))));
afterEach(() => rmSync(dir, { recursive: true }));

const NAMES: BillNames = { accounts: new Map(), model: (_provider, model) => model, rate: () => undefined };
const import_ = (path: string) => readBillFile(path, { names: NAMES, onProgress: () => undefined });

/** A day an hour of input tokens; a price that no double holds exactly. */
const ROWS = 250;
const column = <Value>(of: (index: number) => Value) => Array.from({ length: ROWS }, (_, index) => of(index));
const hour = (index: number) => new Date(Date.UTC(2026, 8, 1, index));
const COLUMNS = [
  { name: 'BilledCost', data: column((index) => 0.1 + index / 1e6), type: 'DOUBLE' },
  { name: 'EffectiveCost', data: column((index) => 3e-7 * index), type: 'DOUBLE' },
  { name: 'BillingCurrency', data: column(() => 'USD'), type: 'STRING' },
  { name: 'ChargeCategory', data: column(() => 'Usage'), type: 'STRING' },
  { name: 'ChargePeriodStart', data: column(hour), type: 'TIMESTAMP' },
  { name: 'ChargePeriodEnd', data: column((index) => hour(index + 1)), type: 'TIMESTAMP' },
  { name: 'ProviderName', data: column(() => 'OpenAI'), type: 'STRING' },
  { name: 'ServiceName', data: column(() => 'API'), type: 'STRING' },
  { name: 'SkuMeter', data: column((index) => `gpt-5-mini ${index % 2 ? 'input' : 'output'}`), type: 'STRING' },
  { name: 'ConsumedQuantity', data: column((index) => BigInt(1_000 * index)), type: 'INT64' },
  { name: 'ConsumedUnit', data: column(() => 'Tokens'), type: 'STRING' },
  {
    name: 'Tags',
    data: column((index) => (index % 3 ? { team: `t${index}, "x"` } : null)),
    type: 'JSON',
    nullable: true,
  },
] as const;

function write(name: string, rowGroupSize: number): string {
  const filename = join(dir, name);
  parquetWriteFile({ filename, columnData: COLUMNS.map((one) => ({ ...one, data: [...one.data] })), rowGroupSize });
  return filename;
}

function cell(value: unknown): string {
  const text =
    value instanceof Date ? value.toISOString() : typeof value === 'object' ? JSON.stringify(value) : String(value);
  return value === null ? '' : `"${text.replaceAll('"', '""')}"`;
}

test('a bill says the same as Parquet, in one group of rows or several, as it does as CSV', async () => {
  const csv = join(dir, 'bill.csv');
  const rows = column((index) => COLUMNS.map(({ data }) => cell(data[index])).join(','));
  writeFileSync(csv, [COLUMNS.map(({ name }) => name).join(','), ...rows].join('\n'));
  const expected = await import_(csv);
  expect(expected.rows).toBe(ROWS);
  expect(expected.months.flatMap(({ lines }) => lines).length).toBeGreaterThan(20);
  expect(await import_(write('one.parquet', ROWS))).toEqual(expected);
  expect(await import_(write('many.parquet', 16))).toEqual(expected);
});

test('rows are counted from the first below the names, whatever group they are in', async () => {
  const rows: number[] = [];
  for await (const { row, cells } of readParquet(write('many.parquet', 100))) {
    rows.push(row);
    expect(cells('ConsumedQuantity')).toBe(String(1_000 * (row - 2)));
  }
  expect(rows).toEqual(column((index) => index + 2));
});

test('what is cut short, or no Parquet at all, is refused', async () => {
  const whole = readFileSync(write('whole.parquet', 100));
  const cut = join(dir, 'cut.parquet');
  for (const bytes of [whole.subarray(0, whole.length - 9), Buffer.from('day,cost\n'), Buffer.alloc(0)]) {
    writeFileSync(cut, bytes);
    await expect(import_(cut)).rejects.toThrow('it is no whole Parquet file');
  }
});
