/** The UTC months of closed days, YYYY-MM, and their days among them; starts of days in ms. */
export function monthsOf(
  firstDay: number,
  lastDay: number
): { readonly month: string; readonly firstDay: number; readonly lastDay: number }[] {
  const months: ReturnType<typeof monthsOf> = [];
  for (let day = firstDay; day <= lastDay;) {
    const at = new Date(day);
    const end = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0);
    months.push({ month: at.toISOString().slice(0, 7), firstDay: day, lastDay: Math.min(end, lastDay) });
    day = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1);
  }
  return months;
}
