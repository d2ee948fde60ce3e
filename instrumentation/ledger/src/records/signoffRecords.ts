import { z } from 'zod';
import { labelName } from '../fields/labelName.ts';
import { monthName } from '../fields/monthName.ts';
import { nanoUsd } from '../fields/nanoUsd.ts';
import { plainText } from '../fields/plainText.ts';
import type { RecordKind } from './recordKind.ts';

/** Months that finance signed. */
export const SIGNOFF_RECORDS: RecordKind = {
  name: 'signoffs',
  says: "A provider's month, signed; there is one of each. Reopening says why",
  first: 'signed',
  actions: {
    reopen: { from: ['signed'], to: 'reopened', needsNote: true },
    sign: { from: ['reopened'], to: 'signed', mayChange: true },
  },
  idFields: ['month', 'provider'],
  fields: z.strictObject({
    month: monthName('The UTC month'),
    provider: labelName('The provider, as the books name it'),
    name: plainText(128, 'Who signs'),
    note: plainText(2_000, 'What is to be remembered').optional(),
    billNanoUsd: nanoUsd('What the bill said when it was signed').optional(),
    estimateNanoUsd: nanoUsd('What the books said then').optional(),
  }),
};
