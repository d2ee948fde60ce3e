import { askLedger, type LedgerAnswer } from './askLedger.ts';
import type { CallHistogram, CostBucket } from './callHistogram.ts';
import type { CallParams } from './callParams.ts';
import { listIn } from './listIn.ts';

/** What the calls cost together, and how many cost how much. Rejects only when `signal` aborts it. */
export async function loadCallHistogram(
  params: CallParams,
  signal?: AbortSignal
): Promise<LedgerAnswer<CallHistogram>> {
  const answer = await askLedger('calls/histogram', params, signal);
  const buckets = listIn<CostBucket>(answer, 'buckets');
  if (buckets.kind !== 'value' || answer.kind !== 'value') {
    return buckets.kind === 'value' ? { kind: 'absent' } : buckets;
  }
  const sum = (of: (bucket: CostBucket) => string) =>
    buckets.value.reduce((all, bucket) => all + BigInt(of(bucket)), 0n);
  const unpriced = BigInt((answer.value as { unpriced?: string }).unpriced ?? 0);
  return {
    kind: 'value',
    value: {
      buckets: buckets.value,
      unpriced,
      calls: sum(({ calls }) => calls) + unpriced,
      costNanoUsd: sum(({ costNanoUsd }) => costNanoUsd),
    },
  };
}
