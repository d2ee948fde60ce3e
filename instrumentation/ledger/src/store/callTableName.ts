import { dayText } from './dayText.ts';
import type { EventDay } from './eventDay.ts';

/** @example callTableName(20779) // => 'calls_20261122' */
export function callTableName(day: EventDay): string {
  return `calls_${dayText(day).replaceAll('-', '')}`;
}
