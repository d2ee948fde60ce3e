import type { FiringAlert } from './firingAlert.ts';

/** A team or feature that has a budget, this month. USD. */
export interface BudgetState {
  readonly scope: 'total' | 'team' | 'feature';
  readonly name: string;
  readonly owner: string | undefined;
  readonly spent: number;
  readonly budget: number;
}

/** What the Overview weighs to say what needs attention. */
export interface Attention {
  /** Closed days of the month so far, and its length. */
  readonly monthDays: number;
  readonly budgets: readonly BudgetState[];
  readonly featureOwners: ReadonlyMap<string, string>;
  /** By name: when it is too much. */
  readonly thresholds: ReadonlyMap<string, number>;
  /** Of the last closed day: shares of its cost; undefined where it had none. */
  readonly unallocatedShare: number | undefined;
  readonly retryShare: number | undefined;
  /** What fires by Prometheus' rules and by Grafana's, each once. */
  readonly alerts: readonly FiringAlert[];
  /** Where these come from, in words. */
  readonly alertsFrom: string;
  /** What could not be asked, in the server's words. */
  readonly failures: readonly string[];
}
