import { z } from 'zod';
import { amount } from '../fields/amount.ts';
import { dayName } from '../fields/dayName.ts';
import { controlFault } from '../analysis/impact/controlFault.ts';
import { labelName } from '../fields/labelName.ts';
import { labelNames } from '../fields/labelNames.ts';
import { plainText } from '../fields/plainText.ts';
import type { RecordKind } from './recordKind.ts';

const LEVERS = [
  'prompt_caching',
  'tier_routing',
  'batch_shifting',
  'prompt_economics',
  'retrieval_tuning',
  'contract',
  'other',
] as const;

/** Optimizations: what was done to what, when, and what is expected of it. */
export const EVENT_RECORDS: RecordKind = {
  name: 'events',
  says: 'An optimization: a change that is to save money. Without feature, tenant … it is about all of it',
  first: 'open',
  actions: {
    edit: { from: ['open'], mayChange: true },
    close: { from: ['open'], to: 'closed' },
    withdraw: { from: ['open', 'closed'], to: 'withdrawn' },
    reopen: { from: ['closed', 'withdrawn'], to: 'open' },
  },
  fault: controlFault,
  fields: z.strictObject({
    lever: z.enum(LEVERS, `one of ${LEVERS.join(', ')}`).meta({ description: 'What kind of change' }),
    date: dayName('The UTC day it took effect'),
    fullDate: dayName(
      'The UTC day it was in force everywhere, where that is after its date; the days between are left out'
    ).optional(),
    owner: plainText(128, 'Who answers for it'),
    feature: labelName('The feature it was done to').optional(),
    team: labelName('The team it was done to').optional(),
    tenant: labelName('The tenant it was done to').optional(),
    requestType: labelName('The request type it was done to').optional(),
    provider: labelName('The provider it was done to').optional(),
    model: labelName('The model it was done to: the one before').optional(),
    environment: labelName('The environment it was done in').optional(),
    controlFeatures: labelNames(
      'Control group: other features, with commas between them, whose cost per request moves with the same tides'
    ).optional(),
    controlModels: labelNames(
      'Control group: other models, with commas between them; with features, calls of these features on these models'
    ).optional(),
    expectedUsdPerMonth: amount('What it is expected to save, USD a month').optional(),
    qualityBar: amount('The mean quality below which it is to be flipped back').optional(),
    turnaroundBarHours: amount(
      'The hours a batch may take on average; longer, it is to be flipped back. Of batch_shifting, the bar of the feature in the owners file where it is left out'
    ).optional(),
    note: plainText(2_000, 'What else there is to say').optional(),
  }),
};
