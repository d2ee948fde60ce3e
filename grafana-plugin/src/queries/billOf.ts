import type { Calibration, MonthRatio } from './calibration.ts';

/** The bill that a month's days are calibrated by: its own, or the newest. */
export const billOf = ({ month, ratio, earlier }: Calibration, of: string): MonthRatio =>
  earlier.find((bill) => bill.month === of) ?? { month, ratio };
