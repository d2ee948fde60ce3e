import type { Scope } from '../queries/scope.ts';
import { askLedger, type LedgerAnswer } from './askLedger.ts';
import type { DayMarks } from './dayMarks.ts';
import { isInScope } from './isInScope.ts';
import type { EventEntry } from './lever.ts';
import { listIn } from './listIn.ts';
import { loadAnomalies } from './loadAnomalies.ts';
import type { PriceChange } from './priceChange.ts';

/** The ledger gives so many at once: the newest. */
const MOST = '500';

/**
 * Optimizations, anomalies and price changes of days from `from` to `to` (`YYYY-MM-DD`, both included) that may have
 * touched what is looked at. A ledger that knows none of a kind marks none.
 */
export async function loadDayMarks(
  scope: Scope,
  { from, to }: { readonly from: string; readonly to: string },
  signal?: AbortSignal
): Promise<DayMarks> {
  const [events, anomalies, prices] = await Promise.all([
    askLedger('events', { limit: MOST }, signal),
    loadAnomalies(scope.environment, { from, to }, signal),
    askPrices(scope, { from, to }, signal),
  ]);
  const answers = [listIn<EventEntry>(events, 'events'), anomalies, listIn<PriceChange>(prices, 'changes')] as const;
  const isShown = (day = '') => day >= from && day <= to;
  return {
    events: valueOf(answers[0]).filter(
      ({ state, record }) => state !== 'withdrawn' && isShown(record['date']) && isInScope(record, scope)
    ),
    anomalies: valueOf(answers[1]).filter(
      ({ isDismissed, since, feature, team, environment }) =>
        !isDismissed && isShown(since) && isInScope({ feature, team, environment }, scope)
    ),
    prices: valueOf(answers[2]),
    failures: [...new Set(answers.flatMap((answer) => (answer.kind === 'failed' ? [answer.words] : [])))],
  };
}

/** Nobody knows which models a tenant used: sums of tenants are kept without them. */
async function askPrices(
  { environment, filters = [] }: Scope,
  days: { readonly from: string; readonly to: string },
  signal: AbortSignal | undefined
): Promise<LedgerAnswer<unknown>> {
  if (filters.some(({ label }) => label === 'tenant')) {
    return { kind: 'absent' };
  }
  const params = {
    ...days,
    ...(environment !== undefined && { environment }),
    ...Object.fromEntries(filters.map(({ label, values }) => [label, values])),
  };
  return askLedger('prices/changes', params, signal);
}

const valueOf = <T>(answer: LedgerAnswer<readonly T[]>): readonly T[] => (answer.kind === 'value' ? answer.value : []);
