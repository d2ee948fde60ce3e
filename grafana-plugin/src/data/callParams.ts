import type { CallTime } from '../choice/callTime.ts';
import { timeRange } from '../choice/timeRange.ts';
import type { Scope } from '../queries/scope.ts';

/** Which calls are meant, as the ledger's API takes it. */
export type CallParams = Readonly<Record<string, string | readonly string[]>>;

/** The calls of a scope in a time. What has no name (`''`) is no name the ledger knows; it is left out. */
export function callParams(
  { environment, filters = [] }: Scope,
  time: CallTime,
  task: string | undefined,
  nowMs: number
): CallParams {
  const labels = filters
    .map(({ label, values }) => [label, values.filter((value) => value !== '')] as const)
    .filter(([, values]) => values.length > 0);
  return {
    // Up to now has no end: calls of clocks that run ahead are seen, too.
    ...(typeof time === 'string' ? { from: new Date(timeRange(time, nowMs).fromMs).toISOString() } : time),
    ...Object.fromEntries(labels),
    ...(environment !== undefined && { environment }),
    ...(task !== undefined && { task }),
  };
}
