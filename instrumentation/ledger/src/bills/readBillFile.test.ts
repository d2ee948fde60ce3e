import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BILL_MAPPING } from './mappedLine.ts';
import type { BillNames } from './normaliseLine.ts';
import { skippedWords } from './skippedWords.ts';
import { readBillFile } from './readBillFile.ts';

const directory = mkdtempSync(join(tmpdir(), 'bill-file-'));
afterAll(() => rmSync(directory, { recursive: true }));

const NAMES: BillNames = {
  accounts: new Map([['proj_1', 'production']]),
  model: (_provider, model) => model,
  rate: (currency) => (currency === 'EUR' ? 1_100_000_000n : undefined),
};
const HEAD =
  'BilledCost,EffectiveCost,ListCost,BillingCurrency,ChargeCategory,ChargeClass,ChargePeriodStart,ChargePeriodEnd,' +
  'ProviderName,ServiceName,SubAccountId,SkuMeter,SkuPriceDetails,ConsumedQuantity,ConsumedUnit,Id';

async function read(text: string, mapping?: unknown) {
  const path = join(directory, 'bill.csv');
  writeFileSync(path, text);
  return readBillFile(path, {
    names: NAMES,
    mapping: mapping === undefined ? undefined : BILL_MAPPING.parse(mapping),
    onProgress: () => undefined,
  });
}
const lines = async (text: string, mapping?: unknown) =>
  (await read(text, mapping)).months.flatMap((month) => month.lines);

const MONTHLY =
  '48.5,40,60,USD,Usage,NULL,4/1/25,5/1/25,OpenAI,API,proj_1,gpt-5-mini input,' +
  '"{""ModelId"": ""gpt-5-mini"", ""TokenDirection"": ""Input""}",500000.0,Tokens,7';
const PLAIN = MONTHLY.replace(/"\{.*\}"/, '');

describe('readBillFile', () => {
  it('reads FOCUS with a BOM, short dates, a stray column and JSON in a cell', async () => {
    expect(await lines(`\uFEFF${HEAD}\r\n${MONTHLY}\r\n`)).toEqual([
      {
        day: '2025-04-01',
        through: '2025-04-30',
        provider: 'openai',
        account: 'production',
        model: 'gpt-5-mini',
        component: 'input',
        tier: 'default',
        description: 'gpt-5-mini input',
        category: 'usage',
        quantity: 500_000n,
        unit: 'tokens',
        listNanoUsd: 60_000_000_000n,
        effectiveNanoUsd: 40_000_000_000n,
        billedNanoUsd: 48_500_000_000n,
      },
    ]);
  });

  it.each([
    [{ TokenDirection: 'Input', TokenCacheAction: 'Uncached' }, 'input'],
    [{ TokenDirection: 'Input', TokenCacheAction: 'Read' }, 'cache_read'],
    [{ TokenDirection: 'Input', TokenCacheAction: 'Write' }, 'cache_write'],
    [{ TokenDirection: 'Output' }, 'output'],
    [{ TokenType: 'CacheRead' }, 'cache_read'],
    [{ TokenType: 'CacheWrite' }, 'cache_write'],
  ])('takes model and component of %j before the words of the meter', async (told, component) => {
    const details = JSON.stringify({ ModelFamily: 'GPT', ModelId: 'gpt-x', ModelVersion: '1', ...told });
    const row = MONTHLY.replace('gpt-5-mini input', 'Tokens').replace(/"\{.*\}"/, `"${details.replaceAll('"', '""')}"`);
    expect(await lines(`${HEAD}\n${row}\n`)).toMatchObject([{ model: 'gpt-x', component, quantity: 500_000n }]);
  });

  it('counts rows of other services as skipped', async () => {
    const other = MONTHLY.replace('OpenAI,API', 'AWS,Amazon Simple Queue Service');
    const { rows, skipped } = await read(`${HEAD}\n${MONTHLY}\n${other}\n`);
    expect([rows, skippedWords(skipped)]).toEqual([
      2,
      '1 of other services left out: AWS, Amazon Simple Queue Service (1)',
    ]);
  });

  it('takes a provider that nobody knows by the name that is given', async () => {
    const path = join(directory, 'solora.csv');
    writeFileSync(path, `${HEAD}\n${MONTHLY.replace('OpenAI', 'Solora AI')}\n`);
    const options = { names: NAMES, onProgress: () => undefined };
    expect((await readBillFile(path, options)).months).toEqual([]);
    const named = await readBillFile(path, { ...options, providers: new Map([['Solora AI', 'solora']]) });
    expect(named.months).toMatchObject([{ provider: 'solora', lines: [{ component: 'input' }] }]);
  });

  it('keeps the whole quantity of a correction, which is negative', async () => {
    const correction = MONTHLY.replace('48.5,40,60', '-1,-1,-1')
      .replace('NULL', 'Correction')
      .replace('500000', '-500');
    expect(await lines(`${HEAD}\n${correction}\n`)).toMatchObject([
      { category: 'adjustment', quantity: -500n, billedNanoUsd: -1_000_000_000n },
    ]);
  });

  it('converts another currency by its rate', async () => {
    expect(await lines(`${HEAD}\n${MONTHLY.replace('USD', 'EUR')}\n`)).toMatchObject([
      { billedNanoUsd: 53_350_000_000n, currency: 'EUR', billedNano: 48_500_000_000n },
    ]);
  });

  it.each([
    ['a cost that is no number', MONTHLY.replace('48.5', 'much'), 'row 3: BilledCost: "much" is no decimal number'],
    ['no such date', MONTHLY.replace('4/1/25', '2/30/25'), 'row 3: ChargePeriodStart: "2/30/25" is no date'],
    ['an unknown category', MONTHLY.replace('Usage', 'Gift'), 'row 3: ChargeCategory: "Gift" is none of'],
    ['a currency without a rate', MONTHLY.replace('USD', 'JPY'), 'row 3: currency: no rate of JPY on 2025-04-01'],
    ['too many cells', `${MONTHLY},8`, 'row 3: 17 cells, but the header has 16'],
    ['a quote that is never closed', `${MONTHLY.replace(/,7$/, ',"7')}\n${PLAIN}`, 'row 3: a quote is opened and'],
  ])('names row, column and reason of %s', async (_what, row, message) => {
    await expect(read(`${HEAD}\n${MONTHLY}\n${row}\n`)).rejects.toThrow(message);
  });

  it('reads what gzip has packed, and refuses what was packed in half', async () => {
    const path = join(directory, 'bill.csv.gz');
    const packed = gzipSync(`${HEAD}\n${MONTHLY}\n${MONTHLY}\n`);
    writeFileSync(path, packed);
    const options = { names: NAMES, onProgress: () => undefined };
    expect(await readBillFile(path, options)).toMatchObject({
      rows: 2,
      months: [{ lines: [{ quantity: 1_000_000n }] }],
    });
    writeFileSync(path, packed.subarray(0, -20));
    await expect(readBillFile(path, options)).rejects.toThrow('unexpected end of file');
    writeFileSync(join(directory, 'bill.zip'), Buffer.from('504b0304140000000800', 'hex'));
    await expect(readBillFile(join(directory, 'bill.zip'), options)).rejects.toThrow('it is no text in UTF-8');
  });

  it('refuses a file that ends in the middle of a row, and takes one without a last line break', async () => {
    const cut = `${HEAD}\n${MONTHLY}\n${PLAIN}`;
    expect(await read(cut)).toMatchObject({ rows: 2 });
    await expect(read(cut.slice(0, -20))).rejects.toThrow('row 3: the file ends in the middle of it, after 1');
    // Trailing cells that are left out are no end of the file.
    expect(await read(`${HEAD}\n${PLAIN.replace(/,7$/, '')}\n`)).toMatchObject({ rows: 1 });
  });

  it('puts a correction on the bill that charges it: it is no revision of the month it corrects', async () => {
    const head = `${HEAD},BillingPeriodStart`;
    const correction = MONTHLY.replace('48.5,40,60', '-1,-1,-1')
      .replace('NULL', 'Correction')
      .replace(/5\/1\/25/, '4/2/25');
    const may = MONTHLY.replace('4/1/25', '2025-05-01').replace('5/1/25', '2025-05-02');
    const { months } = await read(`${head}\n${may},2025-05-01T00:00:00Z\n${correction},5/1/25\n${PLAIN},2025-04-15\n`);
    // A period that is no calendar month says nothing: the day does.
    expect(
      months.map(({ month, lines: own }) => [month, own.map(({ day, category }) => `${day} ${category}`)])
    ).toEqual([
      ['2025-04', ['2025-04-01 usage']],
      ['2025-05', ['2025-05-01 usage', '2025-04-01 adjustment']],
    ]);
  });

  it('lets a lone quote pass that takes no rows', async () => {
    expect(await read(`${HEAD}\n${MONTHLY.replace('gpt-5-mini input', 'a 5" disk')}\n${MONTHLY}\n`)).toMatchObject({
      rows: 2,
    });
  });

  it('says that there is no such file', async () => {
    const options = { names: NAMES, onProgress: () => undefined };
    await expect(readBillFile(join(directory, 'none.csv'), options)).rejects.toThrow('ENOENT');
  });

  it('refuses a file of no format, one that lacks a column, and one without rows', async () => {
    await expect(read('when,what\n2025-04-01,x\n')).rejects.toThrow('are of no format we know (FOCUS, AWS CUR,');
    const short = HEAD.replace('BilledCost,', '');
    await expect(read(`${short}\nx\n`)).rejects.toThrow('it looks like FOCUS, but has no column BilledCost');
    await expect(read(`${HEAD}\n`)).rejects.toThrow('the file has no rows');
  });

  it('reads any CSV by a mapping, amounts in cents', async () => {
    const mapping = { provider: 'anthropic', columns: { day: 'd', cost: 'c', description: 'w' }, unit: 'cent' };
    expect(await lines('w,d,c\n"claude-sonnet-4-5, output",2025-04-02,123.45\n', mapping)).toMatchObject([
      { day: '2025-04-02', model: 'claude-sonnet-4-5', component: 'output', billedNanoUsd: 1_234_500_000n },
    ]);
    await expect(lines('w,d\nx,2025-04-02\n', mapping)).rejects.toThrow('no column c: correct the mapping');
  });
});
