/**
 * The day, before all days, under which the books keep what was booked and taken back again: sums over everything then
 * are what was counted live, which must not fall; sums of a day are what holds.
 */
export const TAKEN_BACK_DAY = -1;
