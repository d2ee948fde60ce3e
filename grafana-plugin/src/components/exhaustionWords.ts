import type { Exhaustion } from '@ai-finops/ledger/analysis';
import { formatDay } from './numbers/formatDay.ts';
import { DAY_MS } from '../queries/dayMs.ts';

/** When a month's budget runs out, in words. */
export function exhaustionWords(end: Exhaustion): string {
  const day = (at: number) => formatDay(at * DAY_MS);
  switch (end.state) {
    case 'exhausted':
      return 'the budget is used up';
    case 'lasts':
      return 'within budget';
    case 'may_run_out':
      return `likely within budget, over at the earliest on ${day(end.earliest)}`;
    case 'runs_out':
      return `over on ${day(end.day)} (${day(end.earliest)} – ${end.latest === null ? 'not this month' : day(end.latest)})`;
  }
}
