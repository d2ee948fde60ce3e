import type { PriceBook } from '@ai-finops/instrumentation/pricing';
import type { DatabaseSync } from 'node:sqlite';
import { agenda } from './agenda.ts';
import { cadence } from './cadence.ts';
import { call } from './call.ts';
import { callHistogram } from './callHistogram.ts';
import { calls } from './calls.ts';
import { costs } from './costs.ts';
import { dayBreakdown } from './dayBreakdown.ts';
import { economics } from './economics.ts';
import { estimateCells } from './estimateCells.ts';
import { forecast } from './forecast.ts';
import { forecasts } from './forecasts.ts';
import { levers } from './levers.ts';
import { monthUsers } from './monthUsers.ts';
import { monthWeights } from './monthWeights.ts';
import { opportunities } from './opportunities.ts';
import { policy } from './policy.ts';
import { quotaSpends } from './quotaSpends.ts';
import { records } from './records.ts';
import { replacementCosts } from './replacementCosts.ts';
import { review } from './review.ts';
import { segments } from './segments.ts';
import { tasks } from './tasks.ts';
import { tenants } from './tenants.ts';
import { usedModels } from './usedModels.ts';

/** What can be asked of the books that takes longer than the main thread has. Each answers from one state. */
export const QUESTIONS = {
  agenda,
  cadence,
  records,
  calls,
  call,
  callHistogram,
  tasks,
  costs,
  dayBreakdown,
  tenants,
  forecast,
  forecasts,
  levers,
  economics,
  estimateCells,
  monthUsers,
  monthWeights,
  opportunities,
  policy,
  quotaSpends,
  replacementCosts,
  review,
  segments,
  usedModels,
} satisfies Record<string, (database: DatabaseSync, query: never, prices: PriceBook) => unknown>;
