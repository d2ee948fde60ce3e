import { runInBudget, type BudgetOptions, type QuotaGate } from './budget/index.ts';
import { QUOTA_SIGNAL } from './contract/index.ts';
import { instrument } from './instrument.ts';
import type { Instrumentation } from './running.ts';

/**
 * Runs `fn` under a ceiling in USD, and a cap on the attempts of each call. A call that could pass the ceiling is refused
 * before it is sent; then `withBudget` rejects with a BudgetExceededError, unless `fn` deals with it. Budgets nest: the
 * tightest wins, and what is spent inside counts outside, too. Starts the instrumentation where nothing has.
 * Throws a RangeError where `usd` or `maxAttempts` is no amount or count.
 *
 * @example await withBudget({ usd: 0.5, maxAttempts: 3, task: run.id, onExceeded: escalate }, () => agent.run(goal))
 */
export async function withBudget<Result>(options: BudgetOptions, fn: () => Result | Promise<Result>): Promise<Result> {
  const instrumentation = instrument();
  instrumentation.guardBudgets();
  // Whoever does not opt in does not even load it.
  const gate = options.quotas === true ? await loadGate(instrumentation) : undefined;
  return runInBudget(options, fn, gate);
}

async function loadGate(here: Instrumentation): Promise<QuotaGate> {
  const { quotaGate } = await import('./quota/index.ts');
  return quotaGate({ here, counter: QUOTA_SIGNAL.uncheckedCalls });
}
