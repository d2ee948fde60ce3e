import { DAY_MS } from './dayMs.ts';

/** A PromQL expression and the time it is asked for. `range`: one value a day; otherwise one value at `toMs`. */
export interface Question {
  readonly expr: string;
  readonly range: boolean;
  readonly fromMs: number;
  readonly toMs: number;
}

/** Asks for one value at `atMs`. */
export const askAt = (expr: string, atMs: number): Question => ({
  expr,
  range: false,
  fromMs: atMs - DAY_MS,
  toMs: atMs,
});

/** Asks for one value for each day from `firstDay` to `lastDay`, both starts of days, both included. */
export const askDaily = (expr: string, firstDay: number, lastDay: number): Question => ({
  expr,
  range: true,
  fromMs: firstDay,
  toMs: lastDay,
});
