/**
 * Which closed days, named by their starts in ms: `last` is asked for now (a close is found for 26 h, until the next one is
 * due); `each` is drawn by a range query with a step of one day, each value at the start of its own day (23 h 59 min from
 * the next day hold exactly one midnight, at every alignment of the steps); the `days` that end with `lastDay`, less
 * `daysBefore`, are asked for the end of `lastDay`.
 */
export type ClosedWindow =
  | { readonly last: number }
  | { readonly each: { readonly firstDay: number; readonly lastDay: number } }
  | { readonly days: number; readonly lastDay: number; readonly daysBefore?: number };
