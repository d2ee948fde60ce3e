import { attributionStorage, withAttribution } from '../attribution/index.ts';
import type { CapturedCall } from '../capture/index.ts';
import { Budget } from './budget.ts';
import { budgetExceededIn } from './budgetExceededIn.ts';
import type { BudgetOptions } from './budgetOptions.ts';
import { budgetStorage } from './budgetStorage.ts';
import type { BudgetScope } from './budgetScope.ts';
import { loadCostEstimator } from './costEstimator.ts';

const OUTPUT_TOKENS = 4096;

/** Runs `fn` in a budget, inside the one around it. Needs the guard installed. */
export async function runInBudget<Result>(options: BudgetOptions, fn: () => Result | Promise<Result>): Promise<Result> {
  const outer = budgetStorage.getStore();
  const budget = new Budget({
    ceiling: nanoUsd(options.usd),
    task: options.task ?? attributionStorage.getStore()?.task,
    parent: outer?.budget,
  });
  const scope: BudgetScope = {
    budget,
    maxAttempts: Math.min(attempts(options.maxAttempts), outer?.maxAttempts ?? Infinity),
    outputTokens: options.outputTokens ?? outer?.outputTokens ?? OUTPUT_TOKENS,
    allowUnpriced: options.unpriced === undefined ? outer?.allowUnpriced === true : options.unpriced === 'allow',
    isAdmitted: false,
    listeners: [...(options.onExceeded === undefined ? [] : [options.onExceeded]), ...(outer?.listeners ?? [])],
  };
  const estimator = await loadCostEstimator();
  /** Of calls that did not come by the guard: nothing was reserved. */
  const follower = {
    ended(call: CapturedCall) {
      const model = call.responseModel ?? call.requestModel ?? '';
      const unknown = { model, bytes: 0, maxOutputTokens: undefined, serviceTier: undefined };
      budget.settle(
        0n,
        estimator.finished(call) ?? estimator.planned(call.provider, unknown, scope.outputTokens) ?? 0n
      );
    },
  };
  try {
    return await budgetStorage.run(scope, () =>
      attributionStorage.run({ ...attributionStorage.getStore(), follow: () => follower }, () =>
        withAttribution({ task: options.task }, fn)
      )
    );
  } catch (error) {
    throw budgetExceededIn(error) ?? error;
  }
}

function nanoUsd(usd: number): bigint {
  if (!Number.isFinite(usd) || usd < 0) {
    throw new RangeError(`withBudget: usd must be a number ≥ 0, not ${String(usd)}`);
  }
  return BigInt(Math.round(usd * 1e9));
}

function attempts(max: number | undefined): number {
  if (max !== undefined && !(Number.isInteger(max) && max >= 1)) {
    throw new RangeError(`withBudget: maxAttempts must be a whole number ≥ 1, not ${String(max)}`);
  }
  return max ?? Infinity;
}
