import type { Calibration } from './calibration.ts';
import type { Label } from './label.ts';

/** One label that has to be one of these values. */
export interface Filter {
  readonly label: Exclude<Label, 'environment'>;
  readonly values: readonly string[];
}

/** What a question is about. No environment means all of them. */
export interface Scope {
  readonly environment?: string | undefined;
  readonly filters?: readonly Filter[];
  /** Costs are multiplied so, where their series know the provider. undefined: they are the ledger's estimates. */
  readonly calibration?: readonly Calibration[] | undefined;
}
