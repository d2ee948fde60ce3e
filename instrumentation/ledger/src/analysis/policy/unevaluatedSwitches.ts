import type { ModelSwitch } from './findSwitches.ts';
import type { PolicyFinding } from './policyFinding.ts';
import type { PolicyTerms } from './policyTerms.ts';
import type { PolicyScore } from './policyUse.ts';

/**
 * Models that took over without a score on that request type by the day they did, of whatever feature: by the evaluator
 * that the owners file names, else by any.
 */
export function unevaluatedSwitches(
  switches: readonly ModelSwitch[],
  scores: readonly PolicyScore[],
  { requestTypes }: PolicyTerms
): PolicyFinding[] {
  return switches.flatMap(({ since, share, ...use }) => {
    const needed = requestTypes.get(use.requestType)?.eval;
    const isEvaluated = scores.some(
      ({ day, requestType, model, evaluator, count }) =>
        day <= since &&
        requestType === use.requestType &&
        model === use.model &&
        evaluator === (needed ?? evaluator) &&
        count > 0
    );
    if (isEvaluated) {
      return [];
    }
    const by = needed === undefined ? 'anybody' : needed;
    const sentence =
      `${use.model} took over ${Math.round(share * 100)} % of ${use.requestType} of ${use.feature} before ${by} ` +
      'had judged it there: evaluate it, or go back.';
    return [{ ...use, rule: 'switched_unevaluated', since, sentence }];
  });
}
