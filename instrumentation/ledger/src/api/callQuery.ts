import { CALL_STATUSES } from '@ai-finops/instrumentation/contract';
import { z } from 'zod';
import { hexId } from '../fields/hexId.ts';
import { labelFilter } from '../fields/labelFilter.ts';
import { moment } from '../fields/moment.ts';
import { DAY_MS, eventDay } from '../store/eventDay.ts';
import type { CallFilter } from '../questions/callFilter.ts';
import { ApiRefusal } from './apiRefusal.ts';

const MAX_DAYS = 31;
const DAY_US = DAY_MS * 1_000;

/** The parameters that say which calls are meant. */
export const CALL_QUERY = z.strictObject({
  from: moment('from', 'From this UTC day or time on; today where it is left out').optional(),
  to: moment('to', 'To the end of this UTC day, or before this time').optional(),
  feature: labelFilter('this feature'),
  team: labelFilter('this team'),
  tenant: labelFilter('this tenant'),
  provider: labelFilter('this provider'),
  model: labelFilter('this model'),
  account: labelFilter('this account'),
  request_type: labelFilter('this request type'),
  environment: labelFilter('this environment'),
  status: z
    .array(z.enum(CALL_STATUSES, `one of ${CALL_STATUSES.join(', ')}`))
    .max(CALL_STATUSES.length)
    .meta({ description: 'Only calls that ended so' })
    .optional(),
  task: z.string().min(1).max(300).meta({ description: 'Only calls of this agent task' }).optional(),
  trace: hexId(32, 'Only calls of this trace').optional(),
});

/** @throws ApiRefusal */
export function callFilter({ from, to, ...rest }: z.infer<typeof CALL_QUERY>, nowMs: number): CallFilter {
  const toUs = to ?? (eventDay(nowMs) + 1) * DAY_US;
  const fromUs = from ?? Math.floor((toUs - 1) / DAY_US) * DAY_US;
  if (fromUs >= toUs) {
    throw new ApiRefusal(400, 'from: it has to be before to', { field: 'from' });
  }
  if (toUs - fromUs > MAX_DAYS * DAY_US) {
    throw new ApiRefusal(400, `from: at most ${MAX_DAYS} days at once`, { field: 'from' });
  }
  return { ...rest, fromUs, toUs };
}
