import type { Choice } from '../../choice/choice.ts';
import { budgetEnd } from '../../components/budgetEnd.ts';
import { formatDay } from '../../components/numbers/formatDay.ts';
import { formatMoneyShort } from '../../components/numbers/formatMoneyShort.ts';
import { formatShare } from '../../components/numbers/formatShare.ts';
import type { Anomaly } from '../../data/anomaly.ts';
import type { Attention, BudgetState } from '../../data/attention.ts';
import { alertItems } from './alertItems.ts';

/** One thing that is over, or will be: who, what in words, whom to ask, and where to look. */
export interface AttentionItem {
  readonly id: string;
  readonly isOver: boolean;
  /** Stands before what is not. */
  readonly isUrgent?: boolean;
  readonly subject: string;
  readonly words: string;
  readonly owner: string | undefined;
  /** What Attribution shows of it. */
  readonly look: Partial<Choice> | undefined;
  /** Where Grafana shows the rule of an alert. */
  readonly alertHref?: string;
  /** What may be said to be none. */
  readonly anomaly?: Anomaly;
}

/**
 * What is over a budget or threshold, or will be at this month's pace: worst first. `today`: 00:00 UTC, ms.
 */
export function attentionItems(attention: Attention, today: number): AttentionItem[] {
  const { thresholds, alerts, unallocatedShare, retryShare } = attention;
  const overThreshold = (share: number | undefined, name: string): number | undefined => {
    const limit = thresholds.get(name);
    return share !== undefined && limit !== undefined && share > limit ? limit : undefined;
  };
  const unallocated = overThreshold(unallocatedShare, 'unallocated_share');
  const retries = overThreshold(retryShare, 'retry_cost_share');
  const budgets = attention.budgets
    .toSorted((a, b) => b.spent / b.budget - a.spent / a.budget)
    .flatMap((state) => budgetItem(state, attention.monthDays, today));
  const items: AttentionItem[] = [
    ...alertItems(alerts, budgets),
    ...budgets,
    ...(retries === undefined
      ? []
      : [
          {
            id: 'retries',
            isOver: true,
            subject: 'Retries',
            words: `Repeated attempts were ${formatShare(retryShare ?? 0)} of the day's cost; ${formatShare(retries)} is the most they should be.`,
            owner: undefined,
            look: { columns: 'waste' as const },
          },
        ]),
    ...(unallocated === undefined
      ? []
      : [
          {
            id: 'unallocated',
            isOver: true,
            subject: 'Unallocated',
            words: `${formatShare(unallocatedShare ?? 0)} of the day's cost names no feature or team; ${formatShare(unallocated)} is the most it should be.`,
            owner: undefined,
            look: { by: 'model' as const, filters: [{ label: 'feature' as const, values: ['unallocated'] }] },
          },
        ]),
  ];
  return items.toSorted((a, b) => Number(b.isUrgent ?? false) - Number(a.isUrgent ?? false));
}

function budgetItem({ scope, name, owner, spent, budget }: BudgetState, days: number, today: number): AttentionItem[] {
  const end = budgetEnd(spent, budget, days, today);
  if (end === undefined) {
    return [];
  }
  const isOver = spent > budget;
  return [
    {
      id: `budget ${scope} ${name}`,
      isOver,
      isUrgent: isOver,
      subject: scope === 'total' ? 'All AI cost' : `${scope} ${name}`,
      words: isOver
        ? `The month is over its budget: ${formatMoneyShort(spent)} of ${formatMoneyShort(budget)}, ${formatMoneyShort(spent - budget)} too much.`
        : `At this month's pace its budget of ${formatMoneyShort(budget)} is used up on ${formatDay(end)}; ${formatMoneyShort(spent)} is spent.`,
      owner,
      look: scope === 'total' ? {} : { filters: [{ label: scope, values: [name] }], period: 'month' },
    },
  ];
}
