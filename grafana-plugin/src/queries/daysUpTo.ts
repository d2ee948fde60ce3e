import { DAY_MS } from './dayMs.ts';

/** So many days, the last one included, as starts of days in ms. */
export const daysUpTo = (lastDay: number, days: number): { readonly firstDay: number; readonly lastDay: number } => ({
  firstDay: lastDay - (days - 1) * DAY_MS,
  lastDay,
});
