import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BillNames } from './normaliseLine.ts';
import { readBillFile } from './readBillFile.ts';

const directory = mkdtempSync(join(tmpdir(), 'bill-formats-'));
afterAll(() => rmSync(directory, { recursive: true }));
const NAMES: BillNames = { accounts: new Map(), model: (_provider, model) => model, rate: () => undefined };

async function read(name: string, text: string) {
  const path = join(directory, name);
  writeFileSync(path, text);
  return readBillFile(path, { names: NAMES, onProgress: () => undefined });
}
const linesOf = async (name: string, text: string) => (await read(name, text)).months.flatMap(({ lines }) => lines);
const csv = (rows: readonly Readonly<Record<string, string>>[]) => {
  const columns = Object.keys(rows[0] ?? {});
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
    .map((cells) => cells.map(cell).join(','))
    .join('\n');
};

const CUR = {
  line_item_usage_start_date: '2026-09-01T13:00:00.000Z',
  line_item_usage_end_date: '2026-09-01T14:00:00.000Z',
  line_item_usage_account_id: '123456789012',
  line_item_line_item_type: 'Usage',
  line_item_product_code: 'AmazonBedrock',
  line_item_usage_type: 'USE1-Claude4.6Sonnet-input-tokens',
  line_item_usage_amount: '23',
  pricing_unit: '1K tokens',
  line_item_unblended_cost: '0.069',
  line_item_currency_code: 'USD',
  pricing_public_on_demand_cost: '0.07',
  line_item_iam_principal: 'arn:aws:iam::123456789012:user/alice',
};

describe('AWS CUR 2.0', () => {
  it('reads usage of Bedrock, and leaves other services out', async () => {
    const other = { ...CUR, line_item_product_code: 'AmazonS3', line_item_usage_type: 'USE1-TimedStorage-ByteHrs' };
    const result = await read('cur.csv', csv([CUR, other]));
    expect(result).toMatchObject({ rows: 2, skipped: { size: 1 } });
    expect(result.months[0]?.lines).toEqual([
      {
        day: '2026-09-01',
        provider: 'aws.bedrock',
        account: '123456789012',
        model: 'claude-sonnet-4-6',
        component: 'input',
        tier: 'default',
        description: 'USE1-Claude4.6Sonnet-input-tokens',
        category: 'usage',
        quantity: 23_000n,
        unit: 'tokens',
        listNanoUsd: 70_000_000n,
        effectiveNanoUsd: 69_000_000n,
        billedNanoUsd: 69_000_000n,
      },
    ]);
  });

  it.each([
    ['USE1-Claude4.6Sonnet-cache-read-input-token-count', { component: 'cache_read' }],
    ['USE1-Claude4.6Sonnet-cache-write-input-token-count', { component: 'cache_write' }],
    ['USE1-Claude4.6Sonnet-output-tokens-batch', { component: 'output', tier: 'batch' }],
  ])('tells what %s is for', async (meter, expected) => {
    expect(await linesOf('cur.csv', csv([{ ...CUR, line_item_usage_type: meter }]))).toMatchObject([expected]);
  });

  it.each([
    ['Tax', 'tax'],
    ['Credit', 'credit'],
    ['Refund', 'adjustment'],
    ['SavingsPlanRecurringFee', 'purchase'],
    ['EdpDiscount', 'credit'],
  ])('takes a %s for %s, without model or quantity', async (type, category) => {
    const [line] = await linesOf('cur.csv', csv([{ ...CUR, line_item_line_item_type: type }]));
    expect(line).toMatchObject({ category, billedNanoUsd: 69_000_000n });
    expect(line).not.toHaveProperty('model');
    expect(line).not.toHaveProperty('quantity');
  });

  it('takes net costs where they are, what a plan covers at its cost, and adds up to the invoice', async () => {
    const net = { ...CUR, line_item_net_unblended_cost: '0.06', savings_plan_savings_plan_effective_cost: '' };
    const covered = {
      ...net,
      line_item_line_item_type: 'SavingsPlanCoveredUsage',
      line_item_net_unblended_cost: '1',
      savings_plan_savings_plan_effective_cost: '0.7',
    };
    const negation = { ...net, line_item_line_item_type: 'SavingsPlanNegation', line_item_net_unblended_cost: '-1' };
    const discount = { ...net, line_item_line_item_type: 'EdpDiscount', line_item_net_unblended_cost: '0' };
    const lines = await linesOf('cur.csv', csv([net, covered, negation, discount]));
    expect(lines.reduce((sum, { billedNanoUsd }) => sum + billedNanoUsd, 0n)).toBe(60_000_000n);
    const usage = lines.filter(({ category }) => category === 'usage');
    expect(usage.reduce((sum, { effectiveNanoUsd }) => sum + effectiveNanoUsd, 0n)).toBe(760_000_000n);
  });

  it('reads CUR 1, whose columns are spelled another way', async () => {
    const spelled = Object.fromEntries(
      Object.entries(CUR).map(([name, value]) => [
        name.replace('line_item_', 'lineItem/').replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
        value,
      ])
    );
    expect(await linesOf('cur.csv', csv([spelled]))).toMatchObject([{ model: 'claude-sonnet-4-6' }]);
  });

  it('refuses what AWS’s own excerpt lacks, and kinds of charges nobody knows', async () => {
    const excerpt = { line_item_iam_principal: 'x', line_item_usage_type: 'x', line_item_unblended_cost: '1' };
    await expect(read('cur.csv', csv([excerpt]))).rejects.toThrow('of no format we know');
    const { line_item_currency_code: _currency, ...short } = CUR;
    await expect(read('cur.csv', csv([short]))).rejects.toThrow(
      'looks like AWS CUR, but has no column line_item_currency_code'
    );
    const odd = { ...CUR, line_item_line_item_type: 'Gift' };
    await expect(read('cur.csv', csv([CUR, odd]))).rejects.toThrow(
      'row 3: line_item_line_item_type: "Gift" is none of Usage,'
    );
  });
});

const GOOGLE = {
  billing_account_id: '01-A',
  service: { id: 'S', description: 'Vertex AI' },
  sku: { id: 'K', description: 'Gemini 2.5 Flash Lite GA Text Input - Predictions' },
  usage_start_time: '2026-09-02 05:00:00 UTC',
  usage_end_time: '2026-09-02 06:00:00 UTC',
  project: { id: 'p-1', name: 'search' },
  labels: [{ key: 'team', value: 'x' }],
  cost: 1.5,
  currency: 'USD',
  usage: { amount: 15_000_000, unit: 'count' },
  credits: [
    { name: 'CUD', amount: -0.5, type: 'COMMITTED_USAGE_DISCOUNT' },
    { name: 'Free', amount: -0.25, type: 'PROMOTION' },
  ],
  cost_type: 'regular',
  cost_at_list: 1.6,
};

describe('Google billing export', () => {
  it('reads JSON lines as BigQuery writes them; discounts are part of the price, promotions are credits', async () => {
    const tax = { ...GOOGLE, cost_type: 'tax', cost: 0.1, credits: [], sku: { description: 'VAT' } };
    const other = { ...GOOGLE, service: { description: 'Cloud Storage' } };
    const result = await read('google.json', [GOOGLE, tax, other].map((row) => JSON.stringify(row)).join('\n'));
    expect(result).toMatchObject({ rows: 3, skipped: { size: 1 } });
    expect(result.months[0]?.lines).toMatchObject([
      {
        day: '2026-09-02',
        provider: 'gcp.vertex_ai',
        account: 'search',
        model: 'gemini-2.5-flash-lite',
        component: 'input',
        quantity: 15_000_000n,
        unit: 'tokens',
        listNanoUsd: 1_600_000_000n,
        effectiveNanoUsd: 1_000_000_000n,
        billedNanoUsd: 1_000_000_000n,
      },
      { category: 'credit', billedNanoUsd: -250_000_000n },
      { category: 'tax', billedNanoUsd: 100_000_000n },
    ]);
  });

  it('reads flattened CSV, and a list of objects', async () => {
    const flat = {
      ...{
        service_description: 'Gemini API',
        sku_description: 'Gemini 2.5 Pro output',
        usage_start_time: '2026-09-02',
        cost: '2',
      },
      ...{ currency: 'USD', credits: '[]' },
    };
    const expected = [
      { provider: 'gcp.gemini', model: 'gemini-2.5-pro', component: 'output', billedNanoUsd: 2_000_000_000n },
    ];
    expect(await linesOf('google.csv', csv([flat]))).toMatchObject(expected);
    expect(await linesOf('google.json', JSON.stringify([flat], null, 2))).toMatchObject(expected);
  });

  it('names row and column of credits that are no list', async () => {
    const odd = { ...GOOGLE, credits: 'many' };
    await expect(read('google.jsonl', [GOOGLE, odd].map((row) => JSON.stringify(row)).join('\n'))).rejects.toThrow(
      'row 2: credits: "many" is no JSON list'
    );
  });
});

const AZURE = {
  Date: '09/03/2026',
  MeterCategory: 'Azure OpenAI',
  MeterSubCategory: 'Azure OpenAI',
  MeterName: 'gpt 4o 0806 Inp glbl Tokens',
  ConsumedService: 'Microsoft.CognitiveServices',
  ResourceId: '/subscriptions/s/resourceGroups/g/providers/Microsoft.CognitiveServices/accounts/search-openai',
  Quantity: '3.2',
  UnitOfMeasure: '1K',
  CostInBillingCurrency: '0.008',
  BillingCurrencyCode: 'USD',
  ChargeType: 'Usage',
};

describe('Azure cost details', () => {
  it('reads the spelling of both agreements', async () => {
    const expected = [
      {
        day: '2026-09-03',
        provider: 'azure.ai.openai',
        account: 'search-openai',
        model: 'gpt-4o',
        component: 'input',
        tier: 'default',
        description: 'gpt 4o 0806 Inp glbl Tokens',
        category: 'usage',
        quantity: 3_200n,
        unit: 'tokens',
        effectiveNanoUsd: 8_000_000n,
        billedNanoUsd: 8_000_000n,
      },
    ];
    expect(await linesOf('azure.csv', csv([AZURE]))).toEqual(expected);
    const customer = Object.fromEntries(
      Object.entries({ ...AZURE, BillingCurrency: 'USD' })
        .filter(([name]) => name !== 'BillingCurrencyCode')
        .map(([name, value]) => [name.charAt(0).toLowerCase() + name.slice(1), value])
    );
    expect(await linesOf('azure.csv', csv([customer]))).toEqual(expected);
  });

  it('takes purchases and refunds for what they are, and names what it does not know', async () => {
    const rows = [AZURE, { ...AZURE, ChargeType: 'Purchase' }, { ...AZURE, ChargeType: 'Refund' }];
    expect((await linesOf('azure.csv', csv(rows))).map(({ category }) => category)).toEqual([
      'usage',
      'purchase',
      'adjustment',
    ]);
    await expect(read('azure.csv', csv([{ ...AZURE, Date: '13/13/2026' }]))).rejects.toThrow(
      'row 2: date: "13/13/2026" is no date'
    );
    await expect(read('azure.csv', csv([{ ...AZURE, BillingCurrencyCode: 'EUR' }]))).rejects.toThrow(
      'row 2: currency: no rate of EUR'
    );
  });
});

const ACTIVITY = {
  ...{
    date: '2026-09-04',
    model: 'anthropic/claude-sonnet-4.5',
    model_permaslug: 'x',
    endpoint_id: 'e',
    provider_name: 'Anthropic',
  },
  ...{
    usage: 0.015,
    byok_usage_inference: 0,
    requests: 5,
    prompt_tokens: 50,
    completion_tokens: 125,
    reasoning_tokens: 25,
  },
};

describe('OpenRouter activity', () => {
  it('reads what the API answers, and CSV, and fakes no split by component', async () => {
    const expected = [
      {
        day: '2026-09-04',
        provider: 'openrouter',
        model: 'anthropic/claude-sonnet-4.5',
        description: 'anthropic/claude-sonnet-4.5 by Anthropic',
        category: 'usage',
        effectiveNanoUsd: 15_000_000n,
        billedNanoUsd: 15_000_000n,
      },
    ];
    expect(await linesOf('activity.json', JSON.stringify({ data: [ACTIVITY] }))).toEqual(expected);
    const texts = Object.fromEntries(Object.entries(ACTIVITY).map(([name, value]) => [name, String(value)]));
    expect(await linesOf('activity.csv', csv([texts]))).toEqual(expected);
  });
});
