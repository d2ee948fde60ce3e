import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClosesRequest } from './closesRequest.ts';
import { keepCloses } from './keepCloses.ts';

let dir: string;
let file: string;
let written: ClosesRequest[];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'closes-'));
  file = join(dir, 'closes.kept');
  written = [];
});
afterEach(() => rmSync(dir, { recursive: true }));

/** As a ledger that was started anew: it has only what is in the file. */
const keep = (text = 'closes\nof days') =>
  keepCloses(file, async (request) => {
    written.push(request);
    return { gzip: new Uint8Array(Buffer.from(`${text} ${written.length}`)), foldedTenants: 3 };
  });
const day = (number: number, closedMs = 7) => ({ day: number, firstArrivalMs: 1, lastArrivalMs: 2, closedMs });
const lines = (amount: bigint) => ({
  ...{ name: 'other', help: 'Other.', unit: 'usd' as const, labels: ['line'] },
  days: new Map([[2, [[['rent'], amount] as const]]]),
});
const request: ClosesRequest = { days: [day(1), day(2)], shown: 2, given: [lines(5n)] };
const text = ({ gzip }: { gzip: Uint8Array }) => Buffer.from(gzip).toString();

test('the same closes are written once, whoever asks, and come back byte by byte', async () => {
  const first = await keep()(request);
  const again = await keep()({ ...request, given: [lines(5n)] });
  expect(text(first)).toBe('closes\nof days 1');
  expect(again).toEqual(first);
  expect(written).toHaveLength(1);
});

test.each<[string, ClosesRequest]>([
  ['another day', { ...request, days: [day(2), day(3)] }],
  ['a day that closed at another time, as in other books', { ...request, days: [day(1), day(2, 8)] }],
  ['more days before', { ...request, shown: 1 }],
  ['another owners file', { ...request, given: [lines(6n)] }],
])('%s is written anew', async (_what, other) => {
  await keep()(request);
  expect(text(await keep()(other))).toBe('closes\nof days 2');
  expect(text(await keep()(other))).toBe('closes\nof days 2');
});

test.each<[string, (bytes: Buffer) => Buffer | string]>([
  ['cut off', (bytes) => bytes.subarray(0, -1)],
  ['changed', (bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.from('!')])],
  ['empty', () => ''],
  ['not ours', () => '{"of":1}\nsomething'],
])('a file that is %s is written anew', async (_what, broken) => {
  await keep()(request);
  writeFileSync(file, broken(readFileSync(file)));
  expect(text(await keep()(request))).toBe('closes\nof days 2');
  expect(text(await keep()(request))).toBe('closes\nof days 2');
});

test('where no file can be written the closes are computed each time', async () => {
  file = join(dir, 'none', 'closes.kept');
  expect(text(await keep()(request))).toBe('closes\nof days 1');
  expect(text(await keep()(request))).toBe('closes\nof days 2');
});
