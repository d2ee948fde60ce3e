import { formatDay } from '../../components/numbers/formatDay.ts';
import { formatShare } from '../../components/numbers/formatShare.ts';
import type { UserCost } from '../../data/economics.ts';

/**
 * Who counted the people, and how far that reaches: `from 84.0 % of its calls`, `outside source, 30 days to Sun 22 Nov`.
 *
 * @param calls whose calls say it
 */
export function countedWords({ source, to, callShare, isAtLeast }: UserCost, calls = 'its calls'): string {
  if (source === 'outside') {
    return `outside source, 30 days to ${formatDay(Date.parse(to))}`;
  }
  return `from ${formatShare(callShare ?? 0)} of ${calls}${isAtLeast ? ', more than there is room for' : ''}`;
}
