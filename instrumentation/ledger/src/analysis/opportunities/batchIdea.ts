import type { Idea } from './idea.ts';
import type { UseCell } from './useCell.ts';

const PATIENT_TIERS: ReadonlySet<string> = new Set(['batch', 'flex']);
const PATIENT_NAME = /(^|[-_. ])(background|batch|digest|backfill|nightly|offline|report|eval(uation)?s?)($|[-_. ])/i;
/** Batch prices are half of the list with the providers that have them. */
const TAKEN_OFF = 0.5;
const MOVED = { low: 0.5, middle: 0.75, high: 1 };

/**
 * Calls that can wait: some of the same feature and request type go by batch or flex already, or the name says so.
 * Share = half the price × calls moved: .5 × .75 = .375 [.25, .5].
 */
export function batchIdea(cell: UseCell, cells: readonly UseCell[]): Idea | undefined {
  const isProven = cells.some(
    ({ feature, requestType, serviceTier }) =>
      feature === cell.feature && requestType === cell.requestType && PATIENT_TIERS.has(serviceTier)
  );
  if (PATIENT_TIERS.has(cell.serviceTier) || !(isProven || PATIENT_NAME.test(cell.requestType))) {
    return undefined;
  }
  const reason = isProven
    ? 'Some calls of this request type go by batch or flex already'
    : `The name ${cell.requestType} says that nobody waits for it`;
  return {
    ...{ low: TAKEN_OFF * MOVED.low, middle: TAKEN_OFF * MOVED.middle, high: TAKEN_OFF * MOVED.high },
    needsEvaluation: false,
    working: `${reason}; half the price for 50–100 % of the rest.`,
  };
}
