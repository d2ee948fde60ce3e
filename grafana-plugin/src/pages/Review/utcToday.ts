import { isoDay } from '../../queries/isoDay.ts';

/** The UTC day it is: `2026-11-23`. */
export const utcToday = (): string => isoDay(Date.now());
