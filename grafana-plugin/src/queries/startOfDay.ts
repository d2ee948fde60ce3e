import { DAY_MS } from './dayMs.ts';

/** 00:00 UTC of the day that holds `atMs`. A day of the books is named by this instant, in ms since the epoch. */
export const startOfDay = (atMs: number): number => Math.floor(atMs / DAY_MS) * DAY_MS;
