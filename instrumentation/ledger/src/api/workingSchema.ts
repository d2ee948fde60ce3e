import { COMPONENTS } from '@ai-finops/instrumentation/contract';
import { z } from 'zod';

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const contract = z.object({ id: z.string(), from: z.string().optional(), to: z.string().optional() });

/** How the price of a call comes about; amounts are exact decimal text. */
export const WORKING_SCHEMA = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('priced'),
      day: z.string().meta({ description: 'The UTC day whose card is in force' }),
      card: z.string(),
      provider: z.string(),
      model: z.string(),
      longContextAbove: z.int().optional(),
      contracts: z.array(contract).readonly(),
      components: z
        .array(
          z.object({
            component: z.enum(COMPONENTS),
            quantity: z.int(),
            listPerMillion: decimal,
            tierFactor: decimal,
            paidPerMillion: decimal,
            source: z.string(),
            listUsd: decimal,
            usd: decimal,
          })
        )
        .readonly(),
      listUsd: decimal,
      usd: decimal,
      bookedUsd: decimal.nullable().meta({ description: 'What the books say; null where it was unpriced then' }),
      isAsBooked: z.boolean().meta({ description: 'Not so where prices changed after it was booked' }),
    })
    .meta({ description: 'By the prices the ledger has now' }),
  z
    .object({ kind: z.literal('provider'), usd: decimal })
    .meta({ description: 'The provider said with the response what it charged: how that divides is not known' }),
  z.object({ kind: z.literal('free') }).meta({ description: 'It failed before it reached a model' }),
  z.object({ kind: z.literal('unpriced'), reason: z.string() }).meta({ description: 'Its cost is unknown' }),
]);
