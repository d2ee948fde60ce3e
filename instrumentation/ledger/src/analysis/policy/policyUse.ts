import type { NamedModel } from './policyTerms.ts';

/** Calls of one day and kind; days are numbered in a row. */
export interface PolicyUse extends NamedModel {
  readonly day: number;
  readonly feature: string;
  readonly requestType: string;
  readonly requests: number;
  readonly nanoUsd: bigint;
}

/** Judgements of one day, by one evaluator. */
export interface PolicyScore {
  readonly day: number;
  readonly feature: string;
  readonly requestType: string;
  readonly model: string;
  readonly evaluator: string;
  readonly count: number;
  readonly sum: number;
}
