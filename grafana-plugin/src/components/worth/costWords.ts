import type { FeatureEconomics } from '../../data/economics.ts';
import { formatUnitCost } from '../numbers/formatUnitCost.ts';
import { worthOfOne } from './worthOfOne.ts';

/** `$0.410 an answer, worth $0.300`, of the last week; undefined without an outcome in it. */
export function costWords(one: FeatureEconomics): string | undefined {
  const { unit, week } = one;
  const worth = worthOfOne(one);
  return week.perOutcomeUsd === null || unit === null
    ? undefined
    : `${formatUnitCost(week.perOutcomeUsd)} ${/^[aeiou]/i.test(unit) ? 'an' : 'a'} ${unit}` +
        (worth === undefined ? '' : `, worth ${formatUnitCost(worth)}`);
}
