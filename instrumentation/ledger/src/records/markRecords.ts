import { z } from 'zod';
import { dayName } from '../fields/dayName.ts';
import { labelName } from '../fields/labelName.ts';
import { plainText } from '../fields/plainText.ts';
import type { RecordKind } from './recordKind.ts';

const MARKS = ['not_an_anomaly', 'explained'] as const;

/** What people know about a feature's day that the numbers do not say. */
export const MARK_RECORDS: RecordKind = {
  name: 'marks',
  says: "What is known about a feature's day",
  first: 'set',
  actions: {
    edit: { from: ['set'], mayChange: true },
    withdraw: { from: ['set'], to: 'withdrawn' },
    reopen: { from: ['withdrawn'], to: 'set' },
  },
  fields: z.strictObject({
    mark: z.enum(MARKS, `one of ${MARKS.join(', ')}`).meta({
      description: 'not_an_anomaly: no cause, a false alarm. explained: a cause that is known and accepted',
    }),
    feature: labelName('The feature'),
    day: dayName('The UTC day'),
    team: labelName('The team, where only its part is meant').optional(),
    environment: labelName('The environment, where only it is meant').optional(),
    note: plainText(2_000, 'What the cause was').optional(),
  }),
};
