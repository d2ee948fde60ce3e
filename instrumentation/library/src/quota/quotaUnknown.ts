/**
 * - `not_configured`: nobody said where the ledger is
 * - `unreachable`: it did not answer, or not within a second
 * - `refused`: it answered that it will not: a token, a path
 * - `malformed`: what it answered is no answer
 */
export type QuotaUnknownReason = 'not_configured' | 'unreachable' | 'refused' | 'malformed';

/** Why a quota could not be looked at. */
export class QuotaUnknown extends Error {
  readonly reason: QuotaUnknownReason;

  constructor(reason: QuotaUnknownReason, message: string = reason) {
    super(message);
    this.reason = reason;
  }
}
