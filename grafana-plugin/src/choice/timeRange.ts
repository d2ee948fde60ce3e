import { DAY_MS } from '../queries/dayMs.ts';
import type { CallTime } from './callTime.ts';

const LENGTH_MS: Readonly<Record<Extract<CallTime, string>, number>> = {
  '1h': 3_600_000,
  '24h': DAY_MS,
  '7d': 7 * DAY_MS,
};

/** A time in ms, its end left out: the last hour up to now, whole UTC days. */
export const timeRange = (time: CallTime, nowMs: number): { readonly fromMs: number; readonly toMs: number } =>
  typeof time === 'string'
    ? { fromMs: nowMs - LENGTH_MS[time], toMs: nowMs }
    : { fromMs: Date.parse(time.from), toMs: Date.parse(time.to) + DAY_MS };
