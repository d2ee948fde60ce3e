import { formatDay } from '../../components/numbers/formatDay.ts';
import { formatShare } from '../../components/numbers/formatShare.ts';
import { formatUnitCost } from '../../components/numbers/formatUnitCost.ts';
import { monthWords } from '../../components/numbers/monthWords.ts';
import type { FeatureEconomics, UserCost } from '../../data/economics.ts';
import type { RuleCheck } from './ruleChecks.ts';

/**
 * Whether an active user costs too much: the feature that is furthest above what one may cost, or closest to it. The last
 * whole month holds, where it is known; an outside source counts 30 days at any time, and the last ones hold.
 */
export function userCheck(features: readonly FeatureEconomics[]): RuleCheck {
  const known = features
    .flatMap(({ feature, userCosts: { current, lastMonth }, userLimitUsd }) => {
      const cost = current?.source === 'outside' ? current : (lastMonth ?? current);
      return cost === null ? [] : [{ feature, cost, userLimitUsd, used: cost.perUserUsd / userLimitUsd }];
    })
    .toSorted((a, b) => b.used - a.used);
  const over = known.filter(({ used }) => used > 1).length;
  const [worst] = known;
  return {
    id: 'active-user',
    rule: 'An active user costs more than $3 a month, or $0.50 of a consumer product',
    value:
      worst === undefined
        ? 'not known'
        : `${worst.feature} ${formatUnitCost(worst.cost.perUserUsd)} of ${formatUnitCost(worst.userLimitUsd)}, ` +
          `${whenWords(worst.cost)}${over > 1 ? `; ${over} features over` : ''}`,
    isOver: worst === undefined ? undefined : over > 0,
    then: 'Page Value has each feature: route to a smaller model, cap its calls, or put a price on it.',
    questions: [],
  };
}

function whenWords({ source, to, callShare }: UserCost): string {
  return source === 'outside'
    ? `30 days to ${formatDay(Date.parse(to))}`
    : `${monthWords(to.slice(0, 7))}, from ${formatShare(callShare ?? 0)} of its calls`;
}
