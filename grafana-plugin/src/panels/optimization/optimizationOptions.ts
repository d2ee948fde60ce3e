export interface OptimizationOptions {
  /** Annotations with this tag are optimizations; empty: all of the dashboard's. */
  readonly tag: string;
  /** A day of the panel's own, `YYYY-MM-DD`; empty: none. */
  readonly date: string;
  /** What was done on that day. */
  readonly what: string;
}

export const OPTIMIZATION_DEFAULTS: OptimizationOptions = { tag: 'optimization', date: '', what: '' };
