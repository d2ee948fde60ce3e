import type { CallStatus } from '@ai-finops/instrumentation/contract';
import type { GoogleBill } from './googleBill.ts';

/** One attempt as Google's books have it. */
export interface GoogleTruth {
  readonly responseId: string;
  readonly model: string;
  readonly method: string;
  readonly status: CallStatus;
  readonly httpStatus: number;
  /** Absent: nothing was generated, nothing is billed. */
  readonly bill?: GoogleBill | undefined;
}
