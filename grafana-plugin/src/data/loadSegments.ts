import type { SegmentRow } from '@ai-finops/ledger/analysis';
import type { ClosedDays } from '../choice/closedPeriod.ts';
import { isoDay } from '../queries/isoDay.ts';
import type { Filter, Scope } from '../queries/scope.ts';
import { askLedger, type LedgerAnswer } from './askLedger.ts';
import { listIn } from './listIn.ts';

/** A segment as the ledger's API gives it, closed as it closed; counts and nano-USD as text. */
interface LedgerSegment {
  readonly feature: string;
  readonly request_type: string;
  readonly provider: string;
  readonly model: string;
  readonly service_tier: string;
  readonly calls: string;
  readonly attempts: string;
  readonly components: readonly {
    readonly component: string;
    readonly quantity: string;
    readonly costNanoUsd: string;
  }[];
}

/**
 * The segments of closed days from the books, as the days closed: what came late is not in them, nor in the page's other
 * numbers. `absent` also where the books can't answer exactly: they keep no tenant by model, and these costs are not calibrated.
 * Rejects only when `signal` aborts it.
 */
export async function loadSegments(
  { environment, filters = [], calibration = [] }: Scope,
  { firstDay, lastDay }: ClosedDays,
  signal?: AbortSignal
): Promise<LedgerAnswer<readonly SegmentRow[]>> {
  if (calibration.length > 0 || !filters.every(isInBooks)) {
    return { kind: 'absent' };
  }
  const params = {
    ...{ from: isoDay(firstDay), to: isoDay(lastDay) },
    ...Object.fromEntries(filters.map(({ label, values }) => [label, values])),
    ...(environment !== undefined && { environment }),
  };
  const answer = listIn<LedgerSegment>(await askLedger('segments', params, signal), 'segments');
  return answer.kind === 'value' ? { kind: 'value', value: answer.value.map(rowOf).filter(isUsed) } : answer;
}

/** What the ledger takes for a name of its own: it refuses to look for any other. */
const MAX_NAMES = 50;
const LONGEST = 128;
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029]/u;
const isName = (value: string): boolean =>
  value !== '' && value.length <= LONGEST && value.trim() === value && !UNPRINTABLE.test(value);

/** What has no name in Prometheus, and what it calls `other` beyond its caps, the books know by other names. */
const isInBooks = ({ label, values }: Filter): boolean =>
  label !== 'tenant' && values.length <= MAX_NAMES && values.every((value) => isName(value) && value !== 'other');

function rowOf({ calls, attempts, components, ...segment }: LedgerSegment): SegmentRow {
  const { feature, request_type, provider, model, service_tier } = segment;
  const used = components.filter(({ quantity, costNanoUsd }) => quantity !== '0' || costNanoUsd !== '0');
  return {
    labels: { feature, request_type, provider, model, service_tier },
    calls: Number(calls),
    attempts: Number(attempts),
    quantities: Object.fromEntries(used.map(({ component, quantity }) => [component, Number(quantity)])),
    costs: Object.fromEntries(used.map(({ component, costNanoUsd }) => [component, BigInt(costNanoUsd)])),
  };
}

/** All that a segment has may be late. */
const isUsed = ({ attempts, costs }: SegmentRow): boolean => attempts > 0 || Object.keys(costs).length > 0;
