import type { BillFormat } from './billFormat.ts';
import { billingMonth } from './billingMonth.ts';
import { billProvider } from './billProvider.ts';
import { chargeDays } from './chargeDays.ts';
import { chargeWords } from './chargeWords.ts';
import type { Cells } from './focusLine.ts';
import { knownCategory } from './knownCategory.ts';
import type { ParsedLine } from './parsedLine.ts';
import { readDecimal } from './readDecimal.ts';
import { spokenModel } from './spokenModel.ts';
import { unitQuantity } from './unitQuantity.ts';

const CATEGORIES = {
  Usage: 'usage',
  Purchase: 'purchase',
  UnusedReservation: 'purchase',
  UnusedSavingsPlan: 'purchase',
  Refund: 'adjustment',
  Adjustment: 'adjustment',
  RoundingAdjustment: 'adjustment',
  Credit: 'credit',
  Tax: 'tax',
} as const;
const WHAT = ['meterCategory', 'meterSubCategory', 'productName', 'consumedService'];

/** Azure's cost details, of an enterprise agreement or a customer agreement: the rows of its AI services. */
export const azureFormat: BillFormat = {
  name: 'Azure cost details',
  required: [
    ['date', 'usageDateTime'],
    ['costInBillingCurrency'],
    ['billingCurrency', 'billingCurrencyCode'],
    ['chargeType'],
    ['meterCategory'],
    ['meterName'],
  ],
  lines: (cells) => {
    const provider = billProvider('azure', WHAT.map(cells).join(' '));
    return provider === undefined ? [] : [azureLine(cells, provider)];
  },
};

function azureLine(cells: Cells, provider: string): ParsedLine {
  const category = knownCategory(CATEGORIES, cells('chargeType'), 'chargeType');
  const isUsage = category === 'usage';
  const description = cells('meterName') || cells('productName') || cells('meterCategory');
  const { component, tier, model } = chargeWords(description);
  const named = spokenModel(description) ?? model;
  const billedNano = readDecimal(cells('costInBillingCurrency'), 9, 'costInBillingCurrency');
  const list = cells('paygCostInBillingCurrency');
  const dated = cells('date') ? 'date' : 'usageDateTime';
  // The account is the resource; below it Azure tells nothing apart.
  const account = /[^/]+$/.exec(cells('resourceId'))?.[0] ?? cells('subscriptionName');
  const unit = component === undefined ? undefined : 'tokens';
  return {
    ...chargeDays([dated, cells(dated)], ['', '']),
    billedIn: billingMonth(cells('billingPeriodStartDate'), 'billingPeriodStartDate'),
    provider,
    ...(account && { account }),
    ...(isUsage && named !== undefined && { model: named }),
    ...(isUsage && component !== undefined && { component, tier: tier ?? 'default' }),
    description,
    category,
    ...(isUsage && unitQuantity(cells('quantity'), cells('unitOfMeasure') || '-', 'quantity', unit)),
    currency: (cells('billingCurrency') || cells('billingCurrencyCode')).toUpperCase(),
    ...(isUsage && list && { listNano: readDecimal(list, 9, 'paygCostInBillingCurrency') }),
    effectiveNano: billedNano,
    billedNano,
  };
}
