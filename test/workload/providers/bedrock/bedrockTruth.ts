import type { CallStatus } from '@ai-finops/instrumentation/contract';
import type { BedrockBill } from './bedrockBill.ts';

/** One attempt as Bedrock's books have it. */
export interface BedrockTruth {
  readonly requestId: string;
  /** The id or ARN in the URL. */
  readonly modelId: string;
  readonly operation: string;
  readonly attempt: number;
  readonly status: CallStatus;
  readonly httpStatus: number;
  /** Absent: nothing was generated, nothing is billed. */
  readonly bill?: BedrockBill | undefined;
  readonly serviceTier?: string | undefined;
}
