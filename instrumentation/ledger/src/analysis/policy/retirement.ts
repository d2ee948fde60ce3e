const DAY_MS = 86_400_000;

/** A model is looked at when it goes within so many days. */
const RETIREMENT_NOTICE_DAYS = 90;

/** Days from `today` to a UTC day; below 0 where that is past. */
export function daysLeft(retires: string, today: number): number {
  return Date.parse(retires) / DAY_MS - today;
}

/** Whether a model goes soon, or was to be gone. */
export function isRetiring(retires: string | undefined, today: number): retires is string {
  return retires !== undefined && daysLeft(retires, today) <= RETIREMENT_NOTICE_DAYS;
}
