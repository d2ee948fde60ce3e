import type { Anomaly } from './anomaly.ts';
import { askLedger, type LedgerAnswer } from './askLedger.ts';
import { listIn } from './listIn.ts';
import { loadMarks } from './loadMarks.ts';

/** `GET /api/v1/anomalies`, as far as the app reads it. */
interface ListedAnomaly {
  readonly feature: string;
  readonly team: string;
  readonly environment: string;
  readonly since: string;
  readonly through: string;
  readonly sentence: string;
  readonly nanoUsdPerDay: string;
  readonly isDismissed: boolean;
  /** Left out by a ledger that looks at closed days only. */
  readonly state?: 'open' | 'closed';
  readonly evidence: { readonly days: readonly { readonly day: string }[] };
}

/**
 * What the ledger found unusual on days from `from` to `to` (`YYYY-MM-DD`, both included), newest first. What was marked
 * since the ledger last looked at its books is dismissed at once.
 */
export async function loadAnomalies(
  environment: string | undefined,
  { from, to }: { readonly from: string; readonly to: string },
  signal?: AbortSignal
): Promise<LedgerAnswer<readonly Anomaly[]>> {
  const [answer, marks] = await Promise.all([askLedger('anomalies', { from, to }, signal), loadMarks(signal)]);
  const listed = listIn<ListedAnomaly>(answer, 'anomalies');
  if (listed.kind !== 'value') {
    return listed;
  }
  return {
    kind: 'value',
    value: listed.value
      .filter((one) => environment === undefined || one.environment === environment)
      .map(({ nanoUsdPerDay, evidence, isDismissed, state, ...one }) => {
        const days = evidence.days.map(({ day }) => day);
        const isMarked = marks.some(
          (mark) =>
            mark.feature === one.feature &&
            (mark.environment ?? one.environment) === one.environment &&
            days.includes(mark.day)
        );
        const { feature, team, since, through, sentence } = one;
        return {
          ...{ feature, team, environment: one.environment, since, through, sentence, days },
          usdPerDay: Number(nanoUsdPerDay) / 1e9,
          isOpen: state === 'open',
          isDismissed: isDismissed || isMarked,
        };
      }),
  };
}
