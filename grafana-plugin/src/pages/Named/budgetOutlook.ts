import { formatDay } from '../../components/numbers/formatDay.ts';
import { budgetEnd } from '../../components/budgetEnd.ts';

/** How long a month's budget lasts at the pace of its closed days, in words. */
export function budgetOutlook(spent: number, budget: number, days: number, today: number): string {
  const end = budgetEnd(spent, budget, days, today);
  if (spent > budget) {
    return 'The month is over its budget';
  }
  return end === undefined ? 'Lasts the month at its pace' : `At this month's pace used up on ${formatDay(end)}`;
}
