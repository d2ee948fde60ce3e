import { formatMoneyShort } from '../../components/numbers/formatMoneyShort.ts';
import type { FollowedDecision } from '../../data/review.ts';

/** Who, until when, what for, and how it stands: `Ana, due 2026-11-20 · 3 days overdue · $120 a month expected`. */
export function decisionWords({ decision: { state, record, note }, overdueDays }: FollowedDecision): string {
  const { owner, due, expectedEffect, expectedUsdPerMonth } = record;
  const about = (record.links ?? []).filter(({ to }) => to === 'feature').map(({ id }) => id);
  const stands =
    state === 'closed'
      ? 'done'
      : state === 'withdrawn'
        ? `dropped${note === undefined ? '' : `: ${note}`}`
        : overdueDays > 0
          ? `${overdueDays === 1 ? '1 day' : `${overdueDays} days`} overdue`
          : undefined;
  return [
    `${owner}, due ${due}`,
    stands,
    about.length > 0 ? about.join(', ') : undefined,
    expectedUsdPerMonth === undefined ? undefined : `${formatMoneyShort(Number(expectedUsdPerMonth))} a month expected`,
    expectedEffect,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}
