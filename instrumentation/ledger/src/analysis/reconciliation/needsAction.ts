import type { CauseCode } from './causeCode.ts';

const AS_THEY_SHOULD_BE: ReadonlySet<CauseCode> = new Set(['TIME_CUT', 'COMMITMENT', 'CREDIT', 'TAX', 'ROUNDING']);

/** Whether there is anything to do about a difference; tax, credits and the like are as they should be. */
export const needsAction = (cause: CauseCode): boolean => !AS_THEY_SHOULD_BE.has(cause);
