import { priceCall, splitUsage, type PriceBook } from '@ai-finops/instrumentation/pricing';
import { usdText } from '../../../instrumentation/ledger/src/books/usdText.ts';
import type { HistoricCall } from './historicCall.ts';
import { utcDay } from './utcDay.ts';

const NAMES: Readonly<Record<string, readonly [company: string, service: string]>> = {
  openai: ['OpenAI', 'OpenAI API'],
  anthropic: ['Anthropic', 'Claude API'],
};
const COLUMNS = [
  ...['BilledCost', 'EffectiveCost', 'ListCost', 'BillingCurrency', 'ChargeCategory', 'ChargeDescription'],
  ...['ChargePeriodStart', 'ChargePeriodEnd', 'ConsumedQuantity', 'ConsumedUnit', 'ProviderName', 'ServiceName'],
  ...['SubAccountName', 'SkuMeter', 'SkuPriceDetails'],
] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

/**
 * What providers would bill for the calls of whole months before `thisMonth`, as FOCUS rows by day, with planted
 * differences: a key of notebooks that nobody instruments (1 of 100 input tokens of OpenAI), 3 of 100 cached tokens of
 * Anthropic that our records miss, a credit and a tax each month, and a volume discount of Anthropic that nobody has entered
 * in the price file: 3 % of what it bills, 5 % since the last month.
 */
export class DemoBill {
  readonly #book: PriceBook;
  readonly #thisMonth: string;
  readonly #sums = new Map<string, { quantity: bigint; nano: bigint; list: bigint }>();

  constructor(book: PriceBook, thisMonth: string) {
    this.#book = book;
    this.#thisMonth = thisMonth;
  }

  add({ call, environment }: HistoricCall): void {
    const day = utcDay(call.startMs).name;
    const quantities = call.usage === undefined ? undefined : splitUsage(call.usage);
    if (!(call.provider in NAMES) || day.slice(0, 7) >= this.#thisMonth || !quantities || 'kind' in quantities) {
      return;
    }
    const model = call.responseModel ?? call.requestModel ?? '';
    const card = this.#book.resolve({ provider: call.provider, model, atMs: call.startMs });
    const priced = priceCall({ quantities, card, serviceTier: call.serviceTier });
    if (priced.kind === 'unpriced') {
      return;
    }
    for (const { component, quantity, nanoUsd } of priced.components) {
      // Providers count reasoning as output.
      const billed = component === 'reasoning' ? 'output' : component;
      const list = (nanoUsd * priced.listNanoUsd) / (priced.nanoUsd || 1n);
      this.#put([day, call.provider, `${call.provider}-${environment}`, model, call.serviceTier ?? '', billed], {
        quantity: BigInt(quantity),
        nano: nanoUsd,
        list,
      });
    }
  }

  /** Whether any whole month was seen. */
  get hasLines(): boolean {
    return this.#sums.size > 0;
  }

  /** All of it as CSV. */
  csv(): string {
    const rows = [...this.#sums].flatMap(([key, sum]) => this.#rowsOf(JSON.parse(key) as string[], sum));
    const months = [...new Set(rows.map((row) => row.ChargePeriodStart.slice(0, 7)))];
    const extras = months.flatMap((month) => [
      charge(month, 'anthropic', 'Credit', 'Promotional credit', -50_000_000_000n),
      charge(month, 'openai', 'Tax', 'Sales tax', 120_000_000_000n),
    ]);
    const line = (row: Row) => COLUMNS.map((column) => `"${row[column].replaceAll('"', '""')}"`).join(',');
    return `${[COLUMNS.join(','), ...[...rows, ...extras].map(line)].join('\n')}\n`;
  }

  #put(key: readonly string[], more: { quantity: bigint; nano: bigint; list: bigint }): void {
    const id = JSON.stringify(key);
    const sum = this.#sums.get(id) ?? { quantity: 0n, nano: 0n, list: 0n };
    this.#sums.set(id, {
      quantity: sum.quantity + more.quantity,
      nano: sum.nano + more.nano,
      list: sum.list + more.list,
    });
  }

  #rowsOf(
    [day = '', provider = '', account = '', model = '', tier = '', component = '']: readonly string[],
    sum: { quantity: bigint; nano: bigint; list: bigint }
  ): Row[] {
    const part = (share: bigint) => ({
      quantity: (sum.quantity * share) / 100n,
      nano: (sum.nano * share) / 100n,
      list: (sum.list * share) / 100n,
    });
    const of = (name: string, amount: typeof sum) =>
      usage({ day, provider, account: name, model, tier, component }, amount);
    if (provider === 'openai' && component === 'input') {
      return [of(account, sum), of('notebooks', part(1n))];
    }
    const billed = provider === 'anthropic' && component === 'cache_read' ? part(103n) : sum;
    return [of(account, provider === 'anthropic' ? this.#discounted(day, billed) : billed)];
  }

  #discounted<Amount extends { readonly nano: bigint }>(day: string, amount: Amount): Amount {
    const percent = day.slice(0, 7) === lastMonth(this.#thisMonth) ? 5n : 3n;
    return { ...amount, nano: (amount.nano * (100n - percent)) / 100n };
  }
}

const METERS: Readonly<Record<string, string>> = {
  input: 'input tokens',
  output: 'output tokens',
  cache_read: 'cached input tokens',
  cache_write: 'cache write tokens',
  cache_write_5m: 'cache write tokens 5m',
  cache_write_1h: 'cache write tokens 1h',
};
const lastMonth = (month: string) => new Date(Date.parse(`${month}-01`) - 86_400_000).toISOString().slice(0, 7);
const nextDay = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

function usage(
  of: { day: string; provider: string; account: string; model: string; tier: string; component: string },
  { quantity, nano, list }: { quantity: bigint; nano: bigint; list: bigint }
): Row {
  const [company = '', service = ''] = NAMES[of.provider] ?? [];
  const tier = of.tier === 'flex' || of.tier === 'batch' ? ` ${of.tier}` : '';
  return {
    BilledCost: usdText(nano),
    EffectiveCost: usdText(nano),
    ListCost: usdText(list),
    BillingCurrency: 'USD',
    ChargeCategory: 'Usage',
    ChargeDescription: `${of.model}${tier} ${METERS[of.component] ?? of.component}`,
    ChargePeriodStart: `${of.day}T00:00:00Z`,
    ChargePeriodEnd: `${nextDay(of.day)}T00:00:00Z`,
    ConsumedQuantity: String(quantity),
    ConsumedUnit: 'Tokens',
    ProviderName: company,
    ServiceName: service,
    SubAccountName: of.account,
    SkuMeter: `${of.model}${tier} ${METERS[of.component] ?? of.component}`,
    SkuPriceDetails: JSON.stringify({ ModelId: of.model }),
  };
}

function charge(month: string, provider: string, category: string, description: string, nano: bigint): Row {
  const of = { day: `${month}-01`, provider, account: `${provider}-production`, model: '', tier: '', component: '' };
  const row = usage(of, { quantity: 0n, nano, list: 0n });
  return {
    ...row,
    ChargeCategory: category,
    ChargeDescription: description,
    EffectiveCost: '0',
    ListCost: '',
    ConsumedQuantity: '',
    ConsumedUnit: '',
    SkuMeter: '',
    SkuPriceDetails: '',
  };
}
