/** The first and the last UTC day of a month, ms since the epoch. @param month YYYY-MM */
export function monthDays(month: string): { readonly firstDay: number; readonly lastDay: number } {
  const [year = 0, index = 1] = month.split('-').map(Number);
  return { firstDay: Date.UTC(year, index - 1, 1), lastDay: Date.UTC(year, index, 0) };
}
