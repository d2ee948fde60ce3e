import type { PolicyRule } from './policyRule.ts';
import type { ReplacementCost } from './replacementCost.ts';

/** One thing that is not as it should be. */
export interface PolicyFinding {
  readonly rule: PolicyRule;
  readonly feature: string;
  /** '' where it is about all of them. */
  readonly requestType: string;
  readonly provider: string;
  readonly model: string;
  /** Calls of the period it is about, and their cost in nano-USD. */
  readonly requests: number;
  readonly nanoUsd: bigint;
  /** What is so, and what to do. */
  readonly sentence: string;
  /** Of `retiring_model`. */
  readonly retires?: string | undefined;
  readonly replacement?: string | undefined;
  readonly replaced?: ReplacementCost | undefined;
  /** The day a model took over. */
  readonly since?: number | undefined;
}
