import type { EventDay } from '../store/eventDay.ts';

/** Somebody said that what was found on a feature's day is no anomaly. */
export interface Mark {
  readonly feature: string;
  /** Everywhere, where it is left out. */
  readonly environment?: string | undefined;
  readonly day: EventDay;
}

/** All marks that hold; asked before each look at the books. */
export type ReadMarks = () => readonly Mark[];
