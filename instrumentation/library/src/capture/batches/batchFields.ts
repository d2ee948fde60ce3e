import type { ResponseFields } from '../wire/responseFields.ts';

/** What a batch and a line of its results say about themselves. */
export interface BatchFields extends ResponseFields {
  /** The provider's id of the line, and the application's. */
  lineId?: string;
  customId?: string;
  /** What kind of answer a line holds. */
  object?: string;
  /** When the answer was made, seconds since the epoch. */
  createdSeconds?: number;
  /** When the batch was handed in: seconds since the epoch, or as ISO 8601. */
  submittedSeconds?: number;
  submittedAt?: string;
  /** When the batch ended: seconds since the epoch, or as ISO 8601. */
  endedSeconds?: number;
  endedAt?: string;
  /** The files with its results. */
  outputFile?: string;
  errorFile?: string;
}
