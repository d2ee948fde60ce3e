import { z } from 'zod';
import { dayText } from '../store/dayText.ts';
import { BillError } from './billError.ts';
import { chargeWords } from './chargeWords.ts';
import type { Cells } from './focusLine.ts';
import type { ParsedLine } from './parsedLine.ts';
import { readBillMoment } from './readBillMoment.ts';
import { readDecimal } from './readDecimal.ts';
import { DAY_MS } from '../store/eventDay.ts';

const column = z.string().min(1);

/** Which column of a CSV file has what. */
export const BILL_MAPPING = z.strictObject({
  provider: column.meta({ description: 'The provider as the books name it: openai, anthropic, …' }),
  columns: z.strictObject({
    day: column.meta({ description: 'The day, or when the charge began' }),
    cost: column.meta({ description: 'What is charged' }),
    description: column.meta({
      description: 'What for; model, component and tier are read from it where no column has them',
    }),
    list: column.optional(),
    currency: column.optional(),
    account: column.optional(),
    model: column.optional(),
    component: column.optional(),
    tier: column.optional(),
    quantity: column.optional(),
  }),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .default('USD'),
  unit: z
    .enum(['unit', 'cent'])
    .default('unit')
    .meta({ description: 'Amounts are in whole units of the currency, or in cents' }),
});

export type BillMapping = z.infer<typeof BILL_MAPPING>;

/**
 * A row of any CSV bill, read by a mapping.
 *
 * @throws BillError
 */
export function mappedLine(cells: Cells, mapping: BillMapping): ParsedLine {
  const { provider, columns, currency, unit } = mapping;
  const places = unit === 'cent' ? 7 : 9;
  const of = (name: keyof typeof columns) => (columns[name] === undefined ? '' : cells(columns[name]));
  const required = (name: 'day' | 'cost' | 'description') => {
    const value = of(name);
    if (value === '') {
      throw new BillError({ column: columns[name] }, `it is empty, and is mapped to ${name}`);
    }
    return value;
  };
  const description = required('description');
  const words = chargeWords(description);
  const [model, component, tier] = [
    of('model') || words.model,
    of('component') || words.component,
    of('tier') || words.tier,
  ];
  const billedNano = readDecimal(required('cost'), places, columns.cost);
  return {
    day: dayText(Math.floor(readBillMoment(required('day'), columns.day) / DAY_MS)),
    provider,
    ...(of('account') && { account: of('account') }),
    ...(model !== undefined && { model }),
    ...(component !== undefined && { component }),
    ...(tier !== undefined && { tier }),
    description,
    category: 'usage',
    ...(of('quantity') && { quantity: readDecimal(of('quantity'), 0, columns.quantity) }),
    currency: of('currency').toUpperCase() || currency,
    ...(of('list') && { listNano: readDecimal(of('list'), places, columns.list) }),
    effectiveNano: billedNano,
    billedNano,
  };
}
