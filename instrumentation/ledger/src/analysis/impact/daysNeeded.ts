import type { ImpactFit } from './fitImpact.ts';
import { impactDesign, type ImpactRow } from './impactDesign.ts';
import { invertSymmetric } from './invertSymmetric.ts';
import { validHalfWidth } from './validHalfWidth.ts';

const LEAST_DAYS = 3;
const MOST_DAYS = 60;
/** 80 % of a standard normal lie below. */
const Z_80 = 0.84;

/**
 * Days after the event until a verdict comes with 80 % probability if the effect is `log`, from the design alone at the
 * fitted variance and autocorrelation; null where 60 are not enough. Worked: 56 calm days before, ρ .2, 4 % noise,
 * a true -15 %: 5.
 *
 * @param before the days before the event
 */
export function daysNeeded(before: readonly ImpactRow[], { rho, variance }: ImpactFit, log: number): number | null {
  const last = before.at(-1)?.day ?? 0;
  const after = Array.from({ length: MOST_DAYS }, (_, index) => ({ day: last + 1 + index, doses: [1], control: 0 }));
  const design = impactDesign(
    [...before.map(({ day }) => ({ day, doses: [0], control: 0 })), ...after],
    last + 1,
    false
  );
  const own = 1 - rho * rho;
  const penalties = design.penalties(variance);
  const normal = penalties.map((penalty, row) => penalties.map((_, column) => (row === column ? penalty * own : 0)));
  for (const [index, row] of design.rows.entries()) {
    const previous = design.rows[index - 1];
    const moved = row.map((value, column) =>
      previous ? value - rho * (previous[column] ?? 0) : value * Math.sqrt(own)
    );
    normal.forEach((line, a) => line.forEach((value, b) => (line[b] = value + (moved[a] ?? 0) * (moved[b] ?? 0))));
    const days = index + 1 - before.length;
    if (days >= LEAST_DAYS) {
      const se = Math.sqrt((invertSymmetric(normal).inverse[0]?.[0] ?? 0) * variance * own);
      if (validHalfWidth(se) + Z_80 * se <= Math.abs(log)) {
        return days;
      }
    }
  }
  return null;
}
