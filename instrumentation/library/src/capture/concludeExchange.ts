import type { CallStatus, UsageUnknownReason } from '../contract/index.ts';
import type { ReportedUsage } from '../pricing/index.ts';
import { networkErrorType } from './networkErrorType.ts';

/** What was seen of an exchange by the time it ended. */
export interface ExchangeEnd {
  /** Whether any of the request left the process. */
  readonly isSent: boolean;
  readonly httpStatus: number | undefined;
  /** How the transport failed, where it did; the application's own cancellation looks like this too. */
  readonly failure: unknown;
  readonly hasFailed: boolean;
  readonly hasBody: boolean;
  readonly bodyProblem: 'too_large' | 'unreadable' | undefined;
  readonly isStream: boolean;
  /** The document was closed, or the stream said its last word. */
  readonly isTerminated: boolean;
  /** Of an event that was read to its end. */
  readonly finishReason: string | undefined;
  /** An error the provider reported inside a successful response. */
  readonly reportedError: string | undefined;
  readonly usage: ReportedUsage | undefined;
}

export interface Conclusion {
  readonly status: CallStatus;
  readonly errorType: string | undefined;
  readonly usage: ReportedUsage | undefined;
  readonly isUsagePartial: boolean;
  readonly usageUnknown: UsageUnknownReason | undefined;
}

const NOTHING_USED: ReportedUsage = { inputTokens: 0, outputTokens: 0 };
const OVERLOADED: ReadonlySet<number> = new Set([429, 503, 529]);

/** Decides how an exchange ended and what is known of its usage. Unknown stays unknown: nothing is guessed. */
export function concludeExchange(end: ExchangeEnd): Conclusion {
  const { httpStatus, usage } = end;
  const networkError = end.hasFailed ? networkErrorType(end.failure) : undefined;
  const broken = networkError === undefined ? 'aborted' : 'error';
  if (httpStatus === undefined) {
    return end.isSent
      ? conclude(broken, networkError, undefined, broken)
      : { ...conclude(broken, networkError, undefined, undefined), usage: NOTHING_USED };
  }
  if (httpStatus >= 400) {
    return conclude(OVERLOADED.has(httpStatus) ? 'refused' : 'error', String(httpStatus), undefined, undefined);
  }
  if (end.reportedError !== undefined) {
    return conclude('error', end.reportedError, usage, 'error', true);
  }
  // A client that has read the last word often cancels the rest: that is a finished call, not an aborted one.
  const isFinished =
    end.isTerminated || (end.isStream && end.finishReason !== undefined && (usage !== undefined || !end.hasFailed));
  if (isFinished) {
    return conclude('ok', undefined, usage, end.bodyProblem ?? 'not_reported');
  }
  if (end.hasFailed) {
    return conclude(broken, networkError, usage, end.bodyProblem ?? broken, true);
  }
  if (!end.hasBody) {
    return conclude('ok', undefined, undefined, 'no_body_events');
  }
  if (end.bodyProblem !== undefined) {
    return conclude('ok', undefined, usage, end.bodyProblem, true);
  }
  return end.isStream
    ? conclude('error', 'incomplete_stream', usage, 'not_reported', true)
    : conclude('error', 'unreadable_response', usage, 'unreadable', true);
}

function conclude(
  status: CallStatus,
  errorType: string | undefined,
  usage: ReportedUsage | undefined,
  otherwise: UsageUnknownReason | undefined,
  isPartial = false
): Conclusion {
  const isKnown = usage !== undefined;
  return {
    status,
    errorType,
    usage,
    isUsagePartial: isKnown && isPartial,
    usageUnknown: isKnown ? undefined : otherwise,
  };
}
