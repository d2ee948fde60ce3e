/** Closed days, named by their starts, both included: at least one. */
export interface ClosedDays {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly days: number;
}

/** A period and the days it is compared with. */
export interface ClosedPeriod extends ClosedDays {
  readonly before: ClosedDays;
}
