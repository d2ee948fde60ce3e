import type { EventDay } from '../store/eventDay.ts';
import { ApiRefusal } from './apiRefusal.ts';

const MAX_DAYS = 400;

/**
 * @param defaults where a range starts and ends that does not say so
 * @throws ApiRefusal
 */
export function bookRange(
  { from, to }: { readonly from?: EventDay | undefined; readonly to?: EventDay | undefined },
  defaults: { readonly from: EventDay; readonly to: EventDay }
): { readonly from: EventDay; readonly to: EventDay } {
  const range = { from: from ?? Math.min(defaults.from, to ?? defaults.to), to: to ?? defaults.to };
  if (range.from > range.to) {
    throw new ApiRefusal(400, 'from: it is after to', { field: 'from' });
  }
  if (range.to - range.from >= MAX_DAYS) {
    throw new ApiRefusal(400, `from: at most ${MAX_DAYS} days at once`, { field: 'from' });
  }
  return range;
}
