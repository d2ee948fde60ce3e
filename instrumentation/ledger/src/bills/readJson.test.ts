import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBillFile } from './readBillFile.ts';

const directory = mkdtempSync(join(tmpdir(), 'bill-json-'));
afterAll(() => rmSync(directory, { recursive: true }));

const NAMES = {
  accounts: new Map<string, string>(),
  model: (_: string, model: string) => model,
  rate: () => undefined,
};
const GOOGLE = {
  service: { description: 'Vertex AI' },
  sku: { description: 'Gemini 2.5 Pro input' },
  usage_start_time: '2026-09-02 05:00:00 UTC',
  currency: 'USD',
};
const ACTIVITY = {
  date: '2026-09-04',
  model: 'm',
  usage: 0.015,
  requests: 5,
  prompt_tokens: 50,
  completion_tokens: 125,
};

async function read(name: string, text: string) {
  const path = join(directory, name);
  writeFileSync(path, text);
  return readBillFile(path, { names: NAMES, onProgress: () => undefined });
}

describe('readJson', () => {
  it.each([
    ['{"a": 1}\nno json\n', 'no format we know'],
    ['not json', 'the file is no JSON'],
    ['{"data": 5}', 'no format we know'],
    ['[5]', 'row 1: it is no JSON object'],
    ['', 'the file has no rows'],
    [`${JSON.stringify(ACTIVITY)}\n{"date": "2026-`, 'row 2: it is no JSON object'],
  ])('refuses %j', async (text, message) => {
    await expect(read('bill.json', text)).rejects.toThrow(message);
  });

  it('adds up whatever is on the bill, to the nano-USD', async () => {
    const costs = fc.array(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(costs, async (nanos) => {
        const text = (nano: bigint) => {
          const size = nano < 0n ? -nano : nano;
          return `${nano < 0n ? '-' : ''}${size / 10n ** 9n}.${String(size % 10n ** 9n).padStart(9, '0')}`;
        };
        const rows = nanos.map((nano) => JSON.stringify({ ...GOOGLE, cost: text(nano) }));
        const lines = (await read('sum.jsonl', rows.join('\n'))).months.flatMap((month) => month.lines);
        expect(lines.reduce((sum, one) => sum + one.billedNanoUsd, 0n)).toBe(
          nanos.reduce((sum, nano) => sum + nano, 0n)
        );
      }),
      { numRuns: 20 }
    );
  });
});
