import type { AnomalyBooks } from '../store/anomalyBooks.ts';
import type { EventDay } from '../store/eventDay.ts';
import type { DayProfile } from './dayProfile.ts';

const PROFILE_DAYS = 7;
/** Days that closed late leave a gap; older ones say less about today. */
const LOOK_BACK_DAYS = 10;
const HOURS = 24;

/**
 * When the last seven closed days were used. A day is read once, an hour at a time and the latest day first, as long as
 * there is time: what is left of it is read at the next look.
 *
 * @param known what former looks read
 * @param hasTime asked before each hour that is read
 */
export function readProfiles(
  books: Pick<AnomalyBooks, 'daysWithCalls' | 'hour'>,
  today: EventDay,
  known: readonly DayProfile[],
  hasTime: () => boolean
): DayProfile[] {
  const days = books.daysWithCalls(today - LOOK_BACK_DAYS, today - 1).slice(0, PROFILE_DAYS);
  return days.map((day) => {
    const before = known.find((one) => one.day === day);
    const uses = new Map(before?.uses as ReadonlyMap<string, { cost: number[]; calls: number[] }> | undefined);
    let hours = before?.hours ?? 0;
    for (; hours < HOURS && hasTime(); hours += 1) {
      for (const { feature, environment, costNanoUsd, calls } of books.hour(day, hours)) {
        const key = `${feature}\n${environment}`;
        const use = uses.get(key) ?? { cost: Array<number>(HOURS).fill(0), calls: Array<number>(HOURS).fill(0) };
        use.cost[hours] = Number(costNanoUsd);
        use.calls[hours] = calls;
        uses.set(key, use);
      }
    }
    return { day, hours, uses };
  });
}
