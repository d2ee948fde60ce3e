import type { ReportedUsage } from '@ai-finops/instrumentation/pricing';
import type { Draws } from './draws.ts';
import type { Step } from './step.ts';

/** Usage of one answered call of a step, semconv-inclusive. */
export function stepUsage(step: Step, draws: Draws): ReportedUsage {
  const input = Math.min(step.input.most, Math.round(draws.around(step.input.median, step.input.spread)));
  const output = Math.min(step.output.most, Math.round(draws.around(step.output.median, step.output.spread)));
  const share = (mean: number | undefined): number =>
    mean === undefined ? 0 : Math.min(0.95, mean * (0.8 + 0.4 * draws.next()));
  const cacheRead = 128 * Math.floor((input * share(step.cacheRead)) / 128);
  const cacheWrite = Math.floor(Math.min(input - cacheRead, input * share(step.cacheWrite)));
  const common = {
    inputTokens: input,
    outputTokens: output,
    cacheReadTokens: cacheRead,
    reasoningTokens: Math.floor(output * share(step.reasoning)),
  };
  if (step.cacheWrite === undefined) {
    return common;
  }
  return step.cacheLifetime === '1h'
    ? { ...common, cacheWriteTokens: cacheWrite, cacheWrite1hTokens: cacheWrite }
    : { ...common, cacheWriteTokens: cacheWrite, cacheWrite5mTokens: cacheWrite };
}
