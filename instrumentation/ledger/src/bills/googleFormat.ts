import { z } from 'zod';
import { BillError } from './billError.ts';
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

const CATEGORIES = { regular: 'usage', tax: 'tax', adjustment: 'adjustment', rounding_error: 'adjustment' } as const;
const CREDITS = z.array(z.object({ amount: z.union([z.number(), z.string()]), type: z.string().nullish() }));
/** Credits that are money given, not a price: the others lower what usage costs. */
const GIVEN = new Set(['PROMOTION', 'FREE_TIER', 'SUBSCRIPTION_BENEFIT', 'FEE_UTILIZATION_OFFSET']);

/** Google Cloud's billing export, standard or detailed, as JSON lines, Parquet or flattened CSV: the rows of its models. */
export const googleFormat: BillFormat = {
  name: 'Google billing export',
  required: [['service.description'], ['sku.description'], ['usage_start_time'], ['cost'], ['currency']],
  lines: (cells) => {
    const provider = billProvider('google', cells('service.description'));
    return provider === undefined ? [] : googleLines(cells, provider);
  },
};

function googleLines(cells: Cells, provider: string): ParsedLine[] {
  const type = cells('cost_type') || 'regular';
  const category = knownCategory(CATEGORIES, type, 'cost_type');
  const isUsage = category === 'usage';
  const description = cells('sku.description') || cells('service.description');
  const { component, tier, model } = chargeWords(description);
  const named = spokenModel(description) ?? model;
  const account = cells('project.name') || cells('project.id');
  const { discounts, given } = creditsOf(cells('credits'));
  const costNano = readDecimal(cells('cost'), 9, 'cost') + discounts;
  const list = cells('cost_at_list');
  // Tokens are counted one by one, as `count`.
  const unit =
    /^(count|requests)$/.test(cells('usage.unit')) && component !== undefined ? 'tokens' : cells('usage.unit');
  const line = {
    ...chargeDays(['usage_start_time', cells('usage_start_time')], ['usage_end_time', cells('usage_end_time')]),
    billedIn: billingMonth(cells('invoice.month'), 'invoice.month'),
    provider,
    ...(account && { account }),
    description,
    currency: cells('currency').toUpperCase(),
  };
  return [
    {
      ...line,
      ...(isUsage && named !== undefined && { model: named }),
      ...(isUsage && component !== undefined && { component, tier: tier ?? 'default' }),
      category,
      ...(isUsage && unitQuantity(cells('usage.amount'), unit || '-', 'usage.amount')),
      ...(isUsage && list && { listNano: readDecimal(list, 9, 'cost_at_list') }),
      effectiveNano: costNano,
      billedNano: costNano,
    },
    ...(given === 0n
      ? []
      : [
          {
            ...line,
            description: `credit: ${description}`,
            category: 'credit' as const,
            effectiveNano: given,
            billedNano: given,
          },
        ]),
  ];
}

function creditsOf(text: string): { readonly discounts: bigint; readonly given: bigint } {
  const sums = { discounts: 0n, given: 0n };
  let credits: unknown;
  try {
    credits = JSON.parse(text || '[]');
  } catch {
    credits = undefined;
  }
  const result = CREDITS.safeParse(credits);
  if (!result.success) {
    throw new BillError({ column: 'credits' }, `"${text.slice(0, 40)}" is no JSON list of credits with an amount each`);
  }
  for (const { amount, type } of result.data) {
    sums[GIVEN.has(type ?? '') ? 'given' : 'discounts'] += readDecimal(String(amount), 9, 'credits');
  }
  return sums;
}
