import type { EventDay } from '../store/eventDay.ts';
import { monthStart } from '../store/monthStart.ts';

/**
 * Days cut where a calendar month (UTC) begins, earliest first.
 *
 * @example monthPieces(20786, 20788) // 29 November to 1 December 2026 => [{ from: 20786, to: 20787 }, { from: 20788, to: 20788 }]
 */
export function monthPieces(from: EventDay, to: EventDay): { readonly from: EventDay; readonly to: EventDay }[] {
  const pieces = [];
  for (let first = from; first <= to;) {
    const last = Math.min(to, monthStart(first, -1) - 1);
    pieces.push({ from: first, to: last });
    first = last + 1;
  }
  return pieces;
}
