import { Rollup } from './rollup.ts';

/** What one commit adds up to while it is made. */
export class Tally {
  readonly rollup = new Rollup();
  booked = 0;
  duplicates = 0;
  covered = 0;
  takenBack = 0;
  estimateMismatches = 0;
}
