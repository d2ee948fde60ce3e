import type { BillFormat } from './billFormat.ts';
import { billingMonth } from './billingMonth.ts';
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
  DiscountedUsage: 'usage',
  SavingsPlanCoveredUsage: 'usage',
  Fee: 'purchase',
  RIFee: 'purchase',
  SavingsPlanUpfrontFee: 'purchase',
  SavingsPlanRecurringFee: 'purchase',
  // Takes back what covered usage would have cost.
  SavingsPlanNegation: 'purchase',
  EdpDiscount: 'credit',
  BundledDiscount: 'credit',
  PrivateRateDiscount: 'credit',
  Discount: 'credit',
  Credit: 'credit',
  Refund: 'adjustment',
  Tax: 'tax',
} as const;
/** What usage costs that a commitment covers. */
const COVERED: Readonly<Record<string, string>> = {
  SavingsPlanCoveredUsage: 'savings_plan_savings_plan_effective_cost',
  DiscountedUsage: 'reservation_effective_cost',
};
const WHAT = [
  ...['line_item_product_code', 'line_item_usage_type', 'line_item_line_item_description', 'product_servicecode'],
  ...['product_product_name', 'product_service_name'],
];

/** AWS's Cost and Usage Report 2.0 (and 1, whose columns are spelled another way): the rows of Bedrock. */
export const curFormat: BillFormat = {
  name: 'AWS CUR',
  required: [
    ['line_item_usage_start_date'],
    ['line_item_line_item_type'],
    ['line_item_usage_type'],
    ['line_item_product_code'],
    ['line_item_unblended_cost'],
    ['line_item_currency_code'],
  ],
  lines: (cells) => (WHAT.some((column) => /bedrock/i.test(cells(column))) ? [curLine(cells)] : []),
};

function curLine(cells: Cells): ParsedLine {
  const type = cells('line_item_line_item_type');
  const category = knownCategory(CATEGORIES, type, 'line_item_line_item_type');
  // After discounts, where the export has it: then the rows of discounts are 0 there.
  const cost = cells('line_item_net_unblended_cost') ? 'line_item_net_unblended_cost' : 'line_item_unblended_cost';
  const billedNano = readDecimal(cells(cost), 9, cost);
  const covered = COVERED[type];
  const meter = cells('line_item_usage_type');
  const description = cells('line_item_line_item_description') || meter || type;
  const words = chargeWords(`${meter} ${description}`);
  const model = spokenModel(`${meter} ${description}`) ?? words.model;
  const account = cells('line_item_usage_account_name') || cells('line_item_usage_account_id');
  const list = cells('pricing_public_on_demand_cost');
  const isUsage = category === 'usage';
  const counted = isUsage
    ? unitQuantity(cells('line_item_usage_amount'), cells('pricing_unit') || '-', 'line_item_usage_amount', 'tokens')
    : undefined;
  return {
    ...chargeDays(
      ['line_item_usage_start_date', cells('line_item_usage_start_date')],
      ['line_item_usage_end_date', cells('line_item_usage_end_date')]
    ),
    billedIn: billingMonth(cells('bill_billing_period_start_date'), 'bill_billing_period_start_date'),
    provider: 'aws.bedrock',
    ...(account && { account }),
    ...(isUsage && model !== undefined && { model }),
    ...(isUsage && words.component !== undefined && { component: words.component, tier: words.tier ?? 'default' }),
    description,
    category,
    ...counted,
    currency: cells('line_item_currency_code').toUpperCase(),
    ...(isUsage && list && { listNano: readDecimal(list, 9, 'pricing_public_on_demand_cost') }),
    effectiveNano: covered !== undefined && cells(covered) ? readDecimal(cells(covered), 9, covered) : billedNano,
    billedNano,
  };
}
