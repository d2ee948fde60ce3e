import type { CapturedCall } from '../../../instrumentation/library/src/capture/index.ts';
import type { Draws } from './draws.ts';
import type { Step } from './step.ts';
import { stepUsage } from './stepUsage.ts';

/** What differs from attempt to attempt of one call. */
export type AttemptOutcome = Pick<
  CapturedCall,
  'status' | 'httpStatus' | 'errorType' | 'finishReason' | 'usage' | 'usageUnknown' | 'isUsagePartial'
> & { readonly durationMs: number };

const NO_USAGE = { finishReason: undefined, usage: undefined, usageUnknown: undefined, isUsagePartial: false };

/**
 * The HTTP attempts of one call, in order: now and then a refusal (free) or a failure (free) first, or a time-out of the
 * client half way (billed: the input is known, the output only as far as it was announced), then the answer.
 */
export function attemptsOf(step: Step, draws: Draws): AttemptOutcome[] {
  const attempts: AttemptOutcome[] = [];
  const usage = stepUsage(step, draws);
  const chance = draws.next();
  if (chance < 0.012) {
    attempts.push({ ...NO_USAGE, status: 'refused', httpStatus: 429, errorType: '429', durationMs: 90 });
  } else if (chance < 0.016) {
    attempts.push({ ...NO_USAGE, status: 'error', httpStatus: 500, errorType: '500', durationMs: 800 });
  }
  while (attempts.length < 3 && draws.next() < (step.timeouts ?? 0)) {
    attempts.push({
      ...NO_USAGE,
      status: 'aborted',
      httpStatus: 200,
      errorType: 'aborted',
      usage: { ...usage, outputTokens: 3, reasoningTokens: 0 },
      isUsagePartial: true,
      durationMs: 8000,
    });
  }
  const isSilent = step.stream === true && step.provider === 'openai' && draws.next() < 0.004;
  attempts.push({
    ...NO_USAGE,
    status: 'ok',
    httpStatus: 200,
    errorType: undefined,
    finishReason: 'stop',
    usage: isSilent ? undefined : usage,
    usageUnknown: isSilent ? 'not_reported' : undefined,
    durationMs: Math.round(600 + usage.inputTokens / 60 + usage.outputTokens * (8 + 4 * draws.next())),
  });
  return attempts;
}
