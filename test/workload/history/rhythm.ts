import type { Workflow } from './workflow.ts';

/** By weekday from Sunday on; the five working days average 1. */
const WEEK: Readonly<Record<Workflow['week'], readonly number[]>> = {
  office: [0.61, 0.98, 1.05, 1.07, 1.02, 0.88, 0.57],
  always: [0.8, 1, 1.02, 1.02, 1, 0.96, 0.82],
  mondays: [0.25, 3.8, 0.35, 0.3, 0.3, 0.25, 0.2],
};

/** Weights of the hours, UTC. */
const HOURS: Readonly<Record<Workflow['hours'], readonly number[]>> = {
  office: [1, 1, 1, 1, 1, 2, 4, 8, 12, 14, 14, 13, 12, 13, 14, 14, 12, 10, 7, 5, 4, 3, 2, 1],
  night: [10, 14, 16, 14, 10, 6, 3, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 5, 8],
};

/** How the traffic of a workflow is spread over the week and the day. */
export const rhythm = {
  /** Factor on the requests of an average working day. @param weekday 0 is Sunday */
  ofWeekday: (week: Workflow['week'], weekday: number): number => WEEK[week][weekday] ?? 1,
  /** A moment of the day, in [0, 1), by the weights of the hours. @param draw in [0, 1) */
  momentOfDay: (hours: Workflow['hours'], draw: number): number => {
    const weights = HOURS[hours];
    let rest = draw * weights.reduce((sum, weight) => sum + weight, 0);
    for (const [hour, weight] of weights.entries()) {
      if (rest < weight) {
        return (hour + rest / weight) / 24;
      }
      rest -= weight;
    }
    return draw;
  },
};
