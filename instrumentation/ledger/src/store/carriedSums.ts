interface CarriedSum {
  /** The sums by day; those over carried days stand in `carried_…`. */
  readonly table: 'book' | 'component_book' | 'duration_book';
  readonly where: string;
  readonly keys: readonly string[];
  readonly sums: readonly string[];
}

/** What live counters are restored from: calls as they were priced when they came. */
export const CARRIED_SUMS = {
  book: {
    table: 'book',
    where: `reason = ''`,
    keys: ['dimension', 'status', 'retry', 'unpriced'],
    sums: ['requests', 'cost', 'list'],
  },
  component: { table: 'component_book', where: 'true', keys: ['dimension', 'component'], sums: ['quantity', 'cost'] },
  duration: { table: 'duration_book', where: 'true', keys: ['dimension', 'bucket'], sums: ['requests', 'duration_us'] },
} as const satisfies Record<string, CarriedSum>;
