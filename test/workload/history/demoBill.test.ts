import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createPriceBook, parsePriceOverlay } from '@ai-finops/instrumentation/pricing';
import { readBillFile } from '../../../instrumentation/ledger/src/bills/readBillFile.ts';
import { callsOfDay } from './callsOfDay.ts';
import { DemoBill } from './demoBill.ts';
import { priceOverlayJson } from './priceOverlayJson.ts';
import { utcDay } from './utcDay.ts';

test('months of Anthropic differ from their list price by a discount that grew, those of OpenAI by the contract alone', async () => {
  const anchor = utcDay(Date.parse('2026-11-23T12:00:00Z'));
  const book = createPriceBook(parsePriceOverlay(priceOverlayJson(anchor)));
  const bill = new DemoBill(book, '2026-11');
  for (const day of ['2026-09-30', '2026-10-30', '2026-11-02']) {
    callsOfDay(utcDay(Date.parse(day)), anchor, '1').forEach((call) => bill.add(call));
  }
  const directory = mkdtempSync(join(tmpdir(), 'demo-bill-'));
  const file = join(directory, 'bill.csv');
  writeFileSync(file, bill.csv());
  const names = {
    accounts: new Map<string, string>(),
    model: (_: string, model: string) => model,
    rate: () => undefined,
  };
  const { months } = await readBillFile(file, { names, onProgress: () => undefined });
  rmSync(directory, { recursive: true });
  const shares = months.map(({ provider, month, lines }) => {
    const usage = lines.filter(({ category }) => category === 'usage');
    const sum = (of: (line: (typeof lines)[number]) => bigint) =>
      Number(usage.reduce((all, line) => all + of(line), 0n));
    const share = sum(({ effectiveNanoUsd }) => effectiveNanoUsd) / sum(({ listNanoUsd }) => listNanoUsd ?? 0n);
    return `${month} ${provider} ${share.toFixed(3)}`;
  });
  assert.deepEqual(shares, [
    '2026-09 anthropic 0.970',
    '2026-10 anthropic 0.950',
    '2026-09 openai 0.920',
    '2026-10 openai 0.920',
  ]);
});
