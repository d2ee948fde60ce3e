/** One day of the regression. */
export interface ImpactRow {
  readonly day: number;
  /** Share of each event in force, 0 to 1. */
  readonly doses: readonly number[];
  /** ln cost per request of untouched features, less its mean; 0 without a control. */
  readonly control: number;
}

/** Prior standard deviations, log points: weekday, slope a day, and how far the control's weight may be from 1. */
const PRIOR = { weekday: 0.1, slope: 0.0015, control: 0.5 };
const ALMOST_FREE = 1e-4;

export interface ImpactDesign {
  readonly rows: readonly (readonly number[])[];
  /** What each coefficient is held back by, in units of the error variance `s2`. */
  readonly penalties: (s2: number) => number[];
}

/** Columns: one an event, constant, six weekday contrasts, slope from the first event on, control where there is one. */
export function impactDesign(rows: readonly ImpactRow[], originDay: number, hasControl: boolean): ImpactDesign {
  const events = rows[0]?.doses.length ?? 0;
  return {
    rows: rows.map(({ day, doses, control }) => [
      ...doses,
      1,
      ...weekdayContrasts(day),
      day - originDay,
      ...(hasControl ? [control] : []),
    ]),
    penalties: (s2) => [
      ...new Array<number>(events).fill(ALMOST_FREE),
      ALMOST_FREE / 100,
      ...new Array<number>(6).fill(s2 / PRIOR.weekday ** 2),
      s2 / PRIOR.slope ** 2,
      ...(hasControl ? [s2 / PRIOR.control ** 2] : []),
    ],
  };
}

/** Effects that sum to 0 over a week: the seventh weekday is minus all others. */
function weekdayContrasts(day: number): number[] {
  const weekday = day % 7;
  return [0, 1, 2, 3, 4, 5].map((one) => (weekday === one ? 1 : 0) - (weekday === 6 ? 1 : 0));
}
