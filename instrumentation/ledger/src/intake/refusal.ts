/**
 * Why a span is not booked although its request was well formed.
 * - `invalid_ids`: trace id or span id missing, of the wrong length, or all zero
 * - `invalid_work`: an outcome without unit or count, a judgement without evaluator or score
 * - `invalid_points`: a count of tokens that is no whole number, has no model, time, or known start and temporality
 * - `outside_retention`: its day is older than the rows kept to recognise duplicates
 * - `ahead_of_clock`: it starts later than the ledger's clock plus the allowed skew
 */
export type Refusal = 'invalid_ids' | 'invalid_work' | 'invalid_points' | 'outside_retention' | 'ahead_of_clock';

/** Refused spans by reason; absent means none. */
export type Refusals = Readonly<Partial<Record<Refusal, number>>>;
