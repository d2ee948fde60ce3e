/** Upper bounds in seconds. Stored by index: append only through a migration. */
export const DURATION_BUCKETS = [0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120, 300, 600] as const;
