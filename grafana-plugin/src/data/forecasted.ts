import type { DailyCost, ForecastScore } from '@ai-finops/ledger/analysis';

/** A change that is planned: an optimization kept in the ledger that takes effect after the history. */
export interface PlannedChange {
  readonly id: string;
  readonly name: string;
  /** UTC day, whole days since the epoch. */
  readonly day: number;
  /** What it is expected to save, USD a month. */
  readonly usdPerMonth: number;
}

/** A forecast that was kept, and what came. */
export interface PastForecast {
  readonly firstDay: string;
  readonly score: ForecastScore | undefined;
}

/** `none`: there is a ledger, and it says in words why there is no number. */
export type Forecasted =
  | { readonly state: 'absent' }
  | { readonly state: 'failed'; readonly words: string }
  | { readonly state: 'none'; readonly reason: string }
  | {
      readonly state: 'ready';
      /** First day of the forecast: a UTC day, whole days since the epoch. */
      readonly today: number;
      /** Closed days of all environments, restated: what the ledger forecasts from. */
      readonly history: readonly DailyCost[];
      readonly past: readonly PastForecast[];
      readonly planned: readonly PlannedChange[];
      /** Why planned changes are not known, where they are not. */
      readonly plannedFailed: string | undefined;
    };
