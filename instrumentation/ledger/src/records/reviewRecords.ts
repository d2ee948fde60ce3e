import { z } from 'zod';
import { dayName } from '../fields/dayName.ts';
import { plainText } from '../fields/plainText.ts';
import { weekName } from '../fields/weekName.ts';
import type { RecordKind } from './recordKind.ts';

const ROLES = ['engineering', 'finance', 'product', 'other'] as const;

/** Weekly reviews: a week without a closed one was not reviewed. */
export const REVIEW_RECORDS: RecordKind = {
  name: 'reviews',
  says: 'The review of a week; there is one of each. Closing it keeps the minutes, reopening says why',
  first: 'open',
  actions: {
    edit: { from: ['open'], mayChange: true },
    close: { from: ['open'], to: 'closed' },
    reopen: { from: ['closed'], to: 'open', needsNote: true },
  },
  idFields: ['week'],
  fields: z.strictObject({
    week: weekName('The week that is reviewed'),
    heldOn: dayName('The UTC day it was held on'),
    present: z
      .array(
        z.strictObject({
          role: z.enum(ROLES, `one of ${ROLES.join(', ')}`).meta({ description: 'What they answer for' }),
          name: plainText(128, 'Who was there'),
        })
      )
      .max(50, 'at most 50 people')
      .meta({ description: 'Who was there, by role' })
      .optional(),
    minutes: plainText(50_000, 'What was said and decided, as Markdown').optional(),
  }),
};
