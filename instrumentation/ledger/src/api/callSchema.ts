import { CALL_STATUSES, COMPONENTS } from '@ai-finops/instrumentation/contract';
import { z } from 'zod';
import { nanoUsd } from '../fields/nanoUsd.ts';

/** A call, as the API shows it. */
export const CALL_SCHEMA = z.object({
  time: z.string().meta({ description: 'When it started, to the microsecond' }),
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().nullable(),
  costNanoUsd: nanoUsd('What it cost; null where that is unknown').nullable(),
  listNanoUsd: nanoUsd('What it cost at list').nullable(),
  unpriced: z.string().nullable().meta({ description: 'Why its cost is unknown' }),
  feature: z.string(),
  team: z.string(),
  tenant: z.string(),
  requestType: z.string(),
  provider: z.string(),
  model: z.string(),
  account: z.string(),
  serviceTier: z.string(),
  environment: z.string(),
  requestPath: z.string().nullable(),
  task: z.string().nullable(),
  quantities: z
    .partialRecord(z.enum(COMPONENTS), z.int())
    .nullable()
    .meta({ description: 'What was used, by billing component: disjoint; null where that is unknown' }),
  isPartial: z.boolean().meta({ description: 'It ended before its final usage: the quantities are too low' }),
  attempt: z.int().meta({ description: '1 for the first try' }),
  durationMs: z.number(),
  status: z.enum(CALL_STATUSES),
  errorType: z.string().nullable(),
  stopReason: z
    .string()
    .nullable()
    .meta({ description: 'Why the answer ended, in the provider’s word; several with commas, null where nobody said' }),
  bookedOn: z.string().nullable().meta({ description: 'The day it adjusts, where its own was closed already' }),
});
