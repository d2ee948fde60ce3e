import type { ChargeCategory } from '../analysis/reconciliation/billLine.ts';
import { dayText } from '../store/dayText.ts';
import { BillError } from './billError.ts';
import { billProvider } from './billProvider.ts';
import { chargeWords } from './chargeWords.ts';
import type { ParsedLine } from './parsedLine.ts';
import { readBillMoment } from './readBillMoment.ts';
import { readDecimal } from './readDecimal.ts';

/** A row by column; what is not there, empty or NULL is ''. */
export type Cells = (column: string) => string;

const DAY_MS = 86_400_000;
const CATEGORIES: ReadonlySet<string> = new Set<ChargeCategory>(['usage', 'purchase', 'tax', 'credit', 'adjustment']);
const REQUIRED = ['ChargePeriodStart', 'BilledCost', 'BillingCurrency', 'ChargeCategory'];

/** Columns without which a file is no FOCUS bill. */
export function missingFocusColumns(columns: readonly string[]): readonly string[] {
  return REQUIRED.filter((column) => !columns.includes(column));
}

/**
 * A row of a FOCUS 1.0 to 1.4 bill, by the columns it has. Undefined: the row is of no AI service.
 *
 * @throws BillError
 */
export function focusLine(cells: Cells): ParsedLine | undefined {
  const who = cells('ServiceProviderName') || cells('ProviderName') || cells('InvoiceIssuerName');
  const provider = billProvider(who, cells('ServiceName'));
  if (provider === undefined) {
    return undefined;
  }
  const category = cells('ChargeCategory').toLowerCase();
  if (!isCategory(category)) {
    const known = [...CATEGORIES].join(', ');
    throw new BillError({ column: 'ChargeCategory' }, `"${cells('ChargeCategory')}" is none of ${known}`);
  }
  const start = readBillMoment(cells('ChargePeriodStart'), 'ChargePeriodStart');
  const end = cells('ChargePeriodEnd') ? readBillMoment(cells('ChargePeriodEnd'), 'ChargePeriodEnd') : start + DAY_MS;
  const [day, through] = [Math.floor(start / DAY_MS), Math.floor((end - 1) / DAY_MS)];
  const details = skuDetails(cells('SkuPriceDetails'));
  const description = cells('ChargeDescription') || cells('SkuMeter') || cells('SkuId');
  const words = chargeWords([cells('SkuMeter'), description, cells('SkuId')].join(' '));
  const direction = [details.get('TokenCacheAction'), details.get('TokenDirection') ?? details.get('TokenType')];
  const told = chargeWords(cacheWords(direction.filter((part) => part !== undefined).join(' ')));
  const billedNano = readDecimal(cells('BilledCost'), 9, 'BilledCost');
  const account = cells('SubAccountName') || cells('SubAccountId') || cells('BillingAccountName');
  const model = details.get('ModelId') ?? details.get('ModelVersion') ?? words.model;
  const component = told.component ?? words.component;
  const isUsage = category === 'usage';
  const tokens = isUsage ? tokensOf(cells) : undefined;
  return {
    day: dayText(day),
    ...(through > day && { through: dayText(through) }),
    provider,
    ...(account && { account }),
    ...(isUsage && model !== undefined && { model }),
    ...(isUsage && component !== undefined && { component, tier: words.tier ?? 'default' }),
    description,
    category: cells('ChargeClass').toLowerCase() === 'correction' && isUsage ? 'adjustment' : category,
    ...(tokens && { quantity: tokens.quantity, unit: tokens.unit }),
    currency: cells('BillingCurrency').toUpperCase(),
    ...(cells('ListCost') && isUsage && { listNano: readDecimal(cells('ListCost'), 9, 'ListCost') }),
    effectiveNano: cells('EffectiveCost') ? readDecimal(cells('EffectiveCost'), 9, 'EffectiveCost') : billedNano,
    billedNano,
  };
}

const isCategory = (text: string): text is ChargeCategory => CATEGORIES.has(text);
/** FOCUS 1.5 tells a cached token by action and direction: `Read Input`, `Write Input`, `Uncached Input`. */
const cacheWords = (text: string) =>
  text
    .replace(/uncached/i, '')
    .replace(/^\s*read\b/i, 'cache read')
    .replace(/^\s*write\b/i, 'cache write')
    .replace(/^CacheWrite/, 'cache write');

function skuDetails(text: string): ReadonlyMap<string, string> {
  try {
    const parsed: unknown = text ? JSON.parse(text) : {};
    const entries = Object.entries(parsed !== null && typeof parsed === 'object' ? parsed : {});
    return new Map(entries.flatMap(([key, value]) => (typeof value === 'string' && value ? [[key, value]] : [])));
  } catch {
    // Details are a help; what cannot be read tells nothing.
    return new Map();
  }
}

/** Quantity in whole units: `8.4` of `1000000 Tokens` is 8,400,000 tokens. */
function tokensOf(cells: Cells): { readonly quantity: bigint; readonly unit: string } | undefined {
  const [column, unitColumn] = cells('ConsumedQuantity')
    ? ['ConsumedQuantity', 'ConsumedUnit']
    : ['PricingQuantity', 'PricingUnit'];
  const [, count = '1', letter = '', unit = ''] =
    /^\s*(\d+)?\s*([kKmM]?)\s*([a-z][\w -]*)$/i.exec(cells(unitColumn)) ?? [];
  if (!cells(column) || unit === '') {
    return undefined;
  }
  const factor = BigInt(count) * ({ k: 1_000n, m: 1_000_000n }[letter.toLowerCase()] ?? 1n);
  const nano = readDecimal(cells(column), 9, column) * factor;
  return { quantity: (nano + (nano < 0n ? -500_000_000n : 500_000_000n)) / 1_000_000_000n, unit: unit.toLowerCase() };
}
