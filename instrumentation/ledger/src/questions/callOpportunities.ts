import type { DatabaseSync } from 'node:sqlite';
import { findOpportunities, type Opportunities } from '../analysis/opportunities/findOpportunities.ts';
import type { EventDay } from '../store/eventDay.ts';
import { closedSpan } from './closedSpan.ts';
import { modelQualities } from './modelQualities.ts';
import { useCells } from './useCells.ts';

export interface CallOpportunities extends Opportunities {
  readonly from: EventDay;
  readonly through: EventDay;
}

const PERIOD_DAYS = 28;
/** A quarter of a year between the prompts of now and those they are compared with. */
const BEFORE_DAYS = 90;
/** Judgements are rarer than calls. */
const QUALITY_DAYS = 90;

/** What of calls could be saved, by the closed days of the last four weeks; undefined before the first close. */
export function callOpportunities(database: DatabaseSync): CallOpportunities | undefined {
  const closed = closedSpan(database);
  if (closed === undefined) {
    return undefined;
  }
  const { first, last } = closed;
  const now = { from: Math.max(first, last - PERIOD_DAYS + 1), through: last };
  const before = { from: now.from - BEFORE_DAYS, through: last - BEFORE_DAYS };
  const quality = modelQualities(database, last - QUALITY_DAYS + 1, last);
  return { ...findOpportunities(useCells(database, now, before), quality), ...now };
}
