import type { Choice } from '../../choice/choice.ts';
import type { ClosedDays } from '../../choice/closedPeriod.ts';
import { DAY_MS } from '../../queries/dayMs.ts';
import { pageHref } from './pageHref.ts';
import { isoDay } from '../../queries/isoDay.ts';

/** The ledger looks through that many days of calls at once. */
const MOST_DAYS = 31;

/** The address of the calls behind closed days: the last 31 of them where there are more. */
export function requestsHref(
  choice: Choice,
  { firstDay, lastDay }: Pick<ClosedDays, 'firstDay' | 'lastDay'>,
  filters: Choice['filters'] = choice.filters
): string {
  const from = isoDay(Math.max(firstDay, lastDay - (MOST_DAYS - 1) * DAY_MS));
  return pageHref('requests', {
    ...choice,
    filters,
    time: { from, to: isoDay(lastDay) },
    tab: 'calls',
    ...{ task: undefined, cursor: undefined, call: undefined, sort: '', find: '', open: undefined, isTable: false },
  });
}
