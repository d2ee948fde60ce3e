import type { Label } from '../../queries/label.ts';

export interface AttributionOptions {
  /** Days that are added up, up to the last one; compared with as many before (one day: with the same weekday before). */
  readonly days: 1 | 7 | 30 | 90;
  readonly show: 'both' | 'table' | 'trend';
  /** Rows; the rest stands together below them. */
  readonly rows: number;
  /** What the names are, so that a row leads to it in the app; `auto`: by the series' labels. */
  readonly label: 'auto' | 'none' | Label;
}

export const ATTRIBUTION_DEFAULTS: AttributionOptions = { days: 7, show: 'both', rows: 10, label: 'auto' };
