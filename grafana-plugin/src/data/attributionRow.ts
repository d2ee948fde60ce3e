import type { Measure } from './measure.ts';
import type { OutcomeCost } from './outcomeCost.ts';

/** One name of a breakdown and what is known of it. */
export interface AttributionRow {
  readonly name: string;
  /** Who answers for it, from the owners file. */
  readonly owner: string | undefined;
  /** USD, calls, tokens; a measure that is not kept or found is missing. */
  readonly values: Partial<Record<Measure, number>>;
  /** Of a feature, and of a selection of features. */
  readonly outcomeCost?: OutcomeCost | undefined;
}
