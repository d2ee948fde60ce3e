import { commitmentOutlook, forecastDaily, type CommitmentOutlook } from '@ai-finops/ledger/analysis';
import { DAY_MS } from '../queries/dayMs.ts';
import { askLedger, type LedgerAnswer } from './askLedger.ts';
import { loadForecast } from './loadForecast.ts';

interface Stated {
  readonly provider: string;
  readonly usd: number;
  /** First and last UTC day. */
  readonly from: string;
  readonly through: string;
  readonly usedBeforeUsd: number | null;
  readonly source: 'owners_file' | 'bill';
}

/** A commitment, and what it covers of its provider's forecast, or in words why that is not known. */
export interface CommittedProvider extends Stated {
  readonly outlook: CommitmentOutlook | string;
}

/** Commitments that have not ended. Rejects only when `signal` aborts it. */
export async function loadCommitments(
  provider: string | undefined,
  signal?: AbortSignal
): Promise<LedgerAnswer<readonly CommittedProvider[]>> {
  const asked = await askLedger('commitments', {}, signal);
  if (asked.kind !== 'value') {
    return asked;
  }
  const stated = (asked.value as { commitments: readonly Stated[] }).commitments.filter(
    (one) => provider === undefined || one.provider === provider
  );
  const value = await Promise.all(
    stated.map(async (one) => {
      const isAlone = stated.every((other) => other === one || !overlap(one, other));
      return {
        ...one,
        outlook: isAlone
          ? await outlookOf(one, signal)
          : 'Several of this provider overlap: nobody can say which a call draws on.',
      };
    })
  );
  return { kind: 'value', value };
}

const overlap = (a: Stated, b: Stated): boolean =>
  a.provider === b.provider && a.from <= b.through && b.from <= a.through;

async function outlookOf(
  { provider, usd, from, through, usedBeforeUsd }: Stated,
  signal?: AbortSignal
): Promise<CommittedProvider['outlook']> {
  const loaded = await loadForecast({ label: 'provider', name: provider }, signal);
  if (loaded.state !== 'ready') {
    return loaded.state === 'failed' ? loaded.words : 'Its provider has no forecast.';
  }
  const forecast = forecastDaily(loaded.history, loaded.today);
  const dayOf = (day: string) => Math.floor(Date.parse(day) / DAY_MS);
  return forecast.state === 'ready'
    ? commitmentOutlook(
        { usd, firstDay: dayOf(from), throughDay: dayOf(through), usedBefore: usedBeforeUsd ?? undefined },
        loaded.history,
        forecast.path
      )
    : forecast.reason;
}
