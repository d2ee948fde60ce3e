const DAY_MS = 86_400_000;

/** A UTC day: its name, and its place in time. */
export interface UtcDay {
  /** `2026-11-22` */
  readonly name: string;
  readonly startMs: number;
  readonly endMs: number;
  /** Whole days since the epoch. */
  readonly index: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

const days = new Map<number, UtcDay>();

/** The UTC day that contains an instant. */
export function utcDay(ms: number): UtcDay {
  const index = Math.floor(ms / DAY_MS);
  let day = days.get(index);
  if (day === undefined) {
    const startMs = index * DAY_MS;
    const name = new Date(startMs).toISOString().slice(0, 10);
    day = { name, startMs, endMs: startMs + DAY_MS, index, weekday: (index + 4) % 7 };
    days.set(index, day);
  }
  return day;
}
