import type { CallStatus } from '@ai-finops/instrumentation/contract';

/** Labels that calls are asked by; a list means any of them. */
export type LabelFilter = Readonly<
  Partial<
    Record<
      'feature' | 'team' | 'tenant' | 'provider' | 'model' | 'account' | 'request_type' | 'environment',
      readonly string[] | undefined
    >
  >
>;

/** Which calls are meant. */
export interface CallFilter extends LabelFilter {
  /** µs since the epoch, by the start of the call. */
  readonly fromUs: number;
  /** The first µs that is not meant. */
  readonly toUs: number;
  readonly status?: readonly CallStatus[] | undefined;
  readonly task?: string | undefined;
  /** 32 hexadecimal digits. */
  readonly trace?: string | undefined;
}
