import type { ModelSwitch } from './findSwitches.ts';
import type { PolicyFinding } from './policyFinding.ts';
import type { PolicyTerms } from './policyTerms.ts';
import type { PolicyScore } from './policyUse.ts';

/** A mean of fewer scores says nothing. */
const LEAST_SCORES = 20;

/**
 * Models that took over and whose mean score since then is below the feature's bar: of 20 scores or more, by the evaluator
 * that the owners file names for the request type, else by all.
 */
export function switchesBelowBar(
  switches: readonly ModelSwitch[],
  scores: readonly PolicyScore[],
  { requestTypes, bars }: PolicyTerms
): PolicyFinding[] {
  return switches.flatMap(({ since, share: _share, ...use }) => {
    const bar = bars.get(use.feature);
    const needed = requestTypes.get(use.requestType)?.eval;
    const own = scores.filter(
      ({ day, feature, requestType, model, evaluator }) =>
        day >= since &&
        feature === use.feature &&
        requestType === use.requestType &&
        model === use.model &&
        evaluator === (needed ?? evaluator)
    );
    const count = own.reduce((sum, one) => sum + one.count, 0);
    const mean = own.reduce((sum, one) => sum + one.sum, 0) / count;
    if (bar === undefined || count < LEAST_SCORES || mean >= bar) {
      return [];
    }
    const sentence =
      `${use.model} took over ${use.requestType} of ${use.feature} and scores ${mean.toFixed(3)} in ${count} ` +
      `judgements, below the bar of ${bar}: go back, or change what it is asked.`;
    return [{ ...use, rule: 'quality_below_bar', since, sentence }];
  });
}
