import type { CellGroup } from './groupCells.ts';

/** Cells whose ratio of a day has to be the same, and within how much. */
const LEAST_CELLS = 3;
const NEAR = 0.005;

interface Sum {
  cost: number;
  counted: number;
  effective: number;
  billed: number;
}

/** Whether on each day all cells have the same unit price by that of the books: so does a rate of exchange, day by day. */
export function dayRatiosAgree(groups: readonly CellGroup[]): boolean {
  const ratios = new Map<string, number[]>();
  for (const { estimates, lines } of groups) {
    const sums = new Map<string, Sum>();
    const at = (day: string) => {
      const found = sums.get(day) ?? { cost: 0, counted: 0, effective: 0, billed: 0 };
      sums.set(day, found);
      return found;
    };
    for (const { day, costNanoUsd, quantity } of estimates) {
      at(day).cost += Number(costNanoUsd);
      at(day).counted += Number(quantity);
    }
    for (const { day, effectiveNanoUsd, quantity = 0n } of lines) {
      at(day).effective += Number(effectiveNanoUsd);
      at(day).billed += Number(quantity);
    }
    for (const [day, { cost, counted, effective, billed }] of sums) {
      if (cost > 0 && counted > 0 && billed > 0) {
        ratios.set(day, [...(ratios.get(day) ?? []), effective / billed / (cost / counted)]);
      }
    }
  }
  const told = [...ratios.values()].filter((ofDay) => ofDay.length >= LEAST_CELLS);
  return told.length > 0 && told.every((ofDay) => Math.max(...ofDay) / Math.min(...ofDay) - 1 <= NEAR);
}
