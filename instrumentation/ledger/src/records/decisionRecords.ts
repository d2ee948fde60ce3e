import { z } from 'zod';
import { amount } from '../fields/amount.ts';
import { dayName } from '../fields/dayName.ts';
import { plainText } from '../fields/plainText.ts';
import type { RecordKind } from './recordKind.ts';

const LINKED = ['feature', 'event', 'opportunity', 'decision', 'url'] as const;

/** What a review decided. Open ones come back until they are done or dropped. */
export const DECISION_RECORDS: RecordKind = {
  name: 'decisions',
  says: 'A decision. Closed: done; withdrawn: dropped, with the reason',
  first: 'open',
  actions: {
    edit: { from: ['open'], mayChange: true },
    close: { from: ['open'], to: 'closed' },
    withdraw: { from: ['open'], to: 'withdrawn', needsNote: true },
    reopen: { from: ['closed', 'withdrawn'], to: 'open' },
  },
  fields: z.strictObject({
    what: plainText(500, 'What is to be done'),
    why: plainText(2_000, 'Why'),
    owner: plainText(128, 'Who does it'),
    due: dayName('The UTC day by which it is done'),
    expectedEffect: plainText(500, 'What will be different').optional(),
    expectedUsdPerMonth: amount('What it is expected to save, USD a month').optional(),
    links: z
      .array(
        z.strictObject({
          to: z.enum(LINKED, `one of ${LINKED.join(', ')}`).meta({ description: 'What it is about' }),
          id: plainText(500, 'Its name, id or address'),
        })
      )
      .max(20, 'at most 20 links')
      .meta({ description: 'What it is about' })
      .optional(),
  }),
};
