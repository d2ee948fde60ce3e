import { promNumber } from './promNumber.ts';

export const DAY_MS = 86_400_000;

/** Starts of the closed days among the last `count`, ascending: each asked for at its own end. */
export async function closedDays(count: number): Promise<number[]> {
  const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
  const days = Array.from({ length: count }, (_, index) => today - (count - index) * DAY_MS);
  const closed = await Promise.all(
    days.map((day) => promNumber('max(last_over_time(genai_daily_close_complete[1h]))', day + DAY_MS))
  );
  return days.filter((_, index) => closed[index] !== undefined);
}
