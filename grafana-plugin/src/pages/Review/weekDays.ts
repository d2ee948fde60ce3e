const DAY_MS = 86_400_000;

/** Monday and Sunday of an ISO week, UTC ms: 2026-W47 is 16 to 22 November. @param week YYYY-Www */
export function weekDays(week: string): { readonly firstDay: number; readonly lastDay: number } {
  const [year = 0, number = 1] = week.split('-W').map(Number);
  // The fourth of January is always in week 1.
  const fourth = Date.UTC(year, 0, 4);
  const firstMonday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS;
  const firstDay = firstMonday + (number - 1) * 7 * DAY_MS;
  return { firstDay, lastDay: firstDay + 6 * DAY_MS };
}
