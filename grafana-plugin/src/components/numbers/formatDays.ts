import type { ClosedDays } from '../../choice/closedPeriod.ts';
import { formatDay } from './formatDay.ts';

/** Days of the books in words: `Fri 27 Nov`, `Thu 29 Oct – Fri 27 Nov`. */
export const formatDays = ({ firstDay, lastDay }: Pick<ClosedDays, 'firstDay' | 'lastDay'>): string =>
  firstDay === lastDay ? formatDay(lastDay) : `${formatDay(firstDay)} – ${formatDay(lastDay)}`;
