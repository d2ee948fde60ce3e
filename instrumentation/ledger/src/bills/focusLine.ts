import type { ChargeCategory } from '../analysis/reconciliation/billLine.ts';
import { BillError } from './billError.ts';
import { billingMonth } from './billingMonth.ts';
import { billProvider } from './billProvider.ts';
import { chargeDays } from './chargeDays.ts';
import { chargeWords } from './chargeWords.ts';
import type { ParsedLine } from './parsedLine.ts';
import { readDecimal } from './readDecimal.ts';
import { unitQuantity } from './unitQuantity.ts';

/** A row by column; what is not there, empty or NULL is ''. */
export type Cells = (column: string) => string;

const CATEGORIES: ReadonlySet<string> = new Set<ChargeCategory>(['usage', 'purchase', 'tax', 'credit', 'adjustment']);
/**
 * A row of a FOCUS 1.0 to 1.4 bill, by the columns it has. Undefined: the row is of no AI service.
 *
 * @param providers the books' provider by the bill's, of those we do not know
 * @throws BillError
 */
export function focusLine(cells: Cells, providers: ReadonlyMap<string, string>): ParsedLine | undefined {
  const who = cells('ServiceProviderName') || cells('ProviderName') || cells('InvoiceIssuerName');
  const provider = providers.get(who) ?? billProvider(who, cells('ServiceName'));
  if (provider === undefined) {
    return undefined;
  }
  const category = cells('ChargeCategory').toLowerCase();
  if (!isCategory(category)) {
    const known = [...CATEGORIES].join(', ');
    throw new BillError({ column: 'ChargeCategory' }, `"${cells('ChargeCategory')}" is none of ${known}`);
  }
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
    ...chargeDays(['ChargePeriodStart', cells('ChargePeriodStart')], ['ChargePeriodEnd', cells('ChargePeriodEnd')]),
    billedIn: billingMonth(cells('BillingPeriodStart'), 'BillingPeriodStart'),
    provider,
    ...(account && { account }),
    ...(isUsage && model !== undefined && { model }),
    ...(isUsage && component !== undefined && { component, tier: words.tier ?? 'default' }),
    description,
    category: cells('ChargeClass').toLowerCase() === 'correction' && isUsage ? 'adjustment' : category,
    ...tokens,
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

function tokensOf(cells: Cells): { readonly quantity: bigint; readonly unit: string } | undefined {
  const [column, unitColumn] = cells('ConsumedQuantity')
    ? ['ConsumedQuantity', 'ConsumedUnit']
    : ['PricingQuantity', 'PricingUnit'];
  return unitQuantity(cells(column), cells(unitColumn), column);
}
