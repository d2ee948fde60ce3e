import type { BillingQuery } from './billingQuery.ts';
import { BillingRefusal } from './billingRefusal.ts';

const DAY_MS = 86_400_000;
const MOST_DAYS = 31;

/** The days asked of Anthropic, at most 31; ms, the end exclusive. @throws BillingRefusal */
export function anthropicPeriod(query: BillingQuery, nowMs: number): readonly [fromMs: number, toMs: number] {
  const fromMs = query.date('starting_at');
  if (fromMs === undefined) {
    throw new BillingRefusal(400, 'starting_at: Field required');
  }
  const toMs = query.date('ending_at') ?? Math.ceil(nowMs / DAY_MS) * DAY_MS;
  if (toMs <= fromMs || toMs - fromMs > MOST_DAYS * DAY_MS) {
    throw new BillingRefusal(400, `ending_at: has to be after starting_at, by at most ${MOST_DAYS} days`);
  }
  return [fromMs, toMs];
}
