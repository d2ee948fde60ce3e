export const DAY_MS = 86_400_000;

/** A UTC day as whole days since the epoch: days are compared and counted, not formatted. */
export type EventDay = number;

export function eventDay(ms: number): EventDay {
  return Math.floor(ms / DAY_MS);
}
