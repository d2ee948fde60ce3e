import { attributionStorage, withAttribution } from '../attribution/index.ts';
import type { CapturedCall } from '../capture/index.ts';
import { Budget } from './budget.ts';
import { budgetExceededIn } from './budgetExceededIn.ts';
import type { BudgetOptions } from './budgetOptions.ts';
import { budgetStorage } from './budgetStorage.ts';
import type { BudgetScope } from './budgetScope.ts';
import { loadCostEstimator } from './costEstimator.ts';
import type { Purse } from './purse.ts';
import type { QuotaGate } from './quotaGate.ts';

const OUTPUT_TOKENS = 4096;
/** Nano-USD that nobody spends: 10⁹ dollars. */
const NO_CEILING = 10n ** 18n;

/**
 * Runs `fn` in a budget, inside the one around it. Needs the guard installed.
 *
 * @param gate knows the quotas to obey, where somebody opted in
 */
export async function runInBudget<Result>(
  options: BudgetOptions,
  fn: () => Result | Promise<Result>,
  gate?: QuotaGate
): Promise<Result> {
  const outer = budgetStorage.getStore();
  const budget = new Budget({
    ceiling: gate && options.usd === Infinity ? NO_CEILING : nanoUsd(options.usd),
    task: options.task ?? attributionStorage.getStore()?.task,
    parent: outer?.budget,
  });
  const scope: BudgetScope = {
    budget,
    maxAttempts: Math.min(attempts(options.maxAttempts), outer?.maxAttempts ?? Infinity),
    outputTokens: options.outputTokens ?? outer?.outputTokens ?? OUTPUT_TOKENS,
    allowUnpriced: options.unpriced === undefined ? outer?.allowUnpriced === true : options.unpriced === 'allow',
    quotas: gate ?? outer?.quotas,
    isAdmitted: false,
    listeners: [...(options.onExceeded === undefined ? [] : [options.onExceeded]), ...(outer?.listeners ?? [])],
  };
  const estimator = await loadCostEstimator();
  /** Of calls that did not come by the guard: nothing was reserved. */
  const follow = () => {
    const quotas = scope.quotas?.known() ?? [];
    return { ended: (call: CapturedCall) => settleUnreserved(call, quotas) };
  };
  const settleUnreserved = (call: CapturedCall, quotas: readonly Purse[]) => {
    const model = call.responseModel ?? call.requestModel ?? '';
    const unknown = { model, bytes: 0, maxOutputTokens: undefined, serviceTier: undefined };
    const spent = estimator.finished(call) ?? estimator.planned(call.provider, unknown, scope.outputTokens) ?? 0n;
    budget.settle(0n, spent);
    quotas.forEach((quota) => quota.settle(0n, spent));
  };
  try {
    return await budgetStorage.run(scope, () =>
      attributionStorage.run({ ...attributionStorage.getStore(), follow }, () =>
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
