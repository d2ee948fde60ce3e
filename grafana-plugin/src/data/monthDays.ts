/** How many days of the month that holds `today` are over by the end of `lastClosedDay`; 0 where none is. */
export function monthDays(today: number, lastClosedDay: number): number {
  const last = new Date(lastClosedDay);
  const month = new Date(today);
  const sameMonth = last.getUTCFullYear() === month.getUTCFullYear() && last.getUTCMonth() === month.getUTCMonth();
  return sameMonth ? last.getUTCDate() : 0;
}
