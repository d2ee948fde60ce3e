import type { FeatureHistory } from './featureHistory.ts';
import type { Mark } from './mark.ts';

/** A feature's days that people marked as none, by index into its history. */
export function dismissedDays(
  { feature, environment, firstDay }: Pick<FeatureHistory, 'feature' | 'environment' | 'firstDay'>,
  marks: readonly Mark[]
): ReadonlySet<number> {
  const own = marks.filter((mark) => mark.feature === feature && (mark.environment ?? environment) === environment);
  return new Set(own.map(({ day }) => day - firstDay));
}
