import type { FeatureEconomics } from '../../../data/economics.ts';
import { loadEconomics } from '../../../data/loadEconomics.ts';
import { useLoaded } from '../../../data/useLoaded.ts';
import { daysUpTo } from '../../../queries/daysUpTo.ts';
import type { Scope } from '../../../queries/scope.ts';

/** As page Value has them, where nobody chose a period. */
const DAYS = 30;

/** The features of the scope and what they are worth, or why that is not known. */
export function useBriefWorth(lastDay: number, scope: Scope): readonly FeatureEconomics[] | string {
  const { environment, calibration, filters = [] } = scope;
  const isWhole = filters.every(({ label }) => label === 'feature');
  const { value, failed } = useLoaded(JSON.stringify([lastDay, environment, calibration, isWhole]), (signal) =>
    isWhole
      ? loadEconomics({ ...daysUpTo(lastDay, DAYS), days: DAYS }, scope, signal, 'features')
      : Promise.resolve(undefined)
  );
  if (!isWhole) {
    return 'Not known for this selection: worth is known of whole features.';
  }
  if (value?.kind !== 'value') {
    return failed ?? (value?.kind === 'failed' ? value.words : value ? 'No ledger is set up.' : 'no answer');
  }
  const named = filters.flatMap(({ values }) => values);
  return value.value.features.filter(({ feature }) => named.length === 0 || named.includes(feature));
}
