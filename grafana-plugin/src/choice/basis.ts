import type { Calibration } from '../queries/calibration.ts';

/** What shown costs rest on: bills, `estimate` where bills were chosen and these can't be held against them; undefined: nobody asked. */
export type Basis = readonly Calibration[] | 'estimate' | undefined;
