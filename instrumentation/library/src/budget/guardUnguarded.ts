import { diag, metrics } from '@opentelemetry/api';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { BUDGET_SIGNAL } from '../contract/index.ts';
import { BudgetExceededError } from './budgetExceededError.ts';
import { budgetStorage } from './budgetStorage.ts';
import type { ProviderOf } from './guardFetch.ts';
import { notifyRefusal } from './notifyRefusal.ts';

interface CreatedRequest {
  readonly origin: unknown;
  readonly path: string;
  readonly method: string;
  /** A flat list of names and values. */
  readonly headers: unknown;
  /** undici 6 and 7. */
  readonly onError?: (error: Error) => unknown;
  /** undici 8. */
  readonly onResponseError?: (error: Error) => unknown;
}

const CHANNEL = 'undici:request:create';

/**
 * Watches for calls inside a budget that did not come by the guarded fetch: clients keep the fetch they were made with.
 * Once the budget is used up they are failed before they are sent, too; until then they are let through, and count when
 * they have ended. Returns how to stop.
 */
export function guardUnguarded(providerOf: ProviderOf): () => void {
  let hasWarned = false;
  const onCreate = (message: unknown) => {
    const scope = budgetStorage.getStore();
    if (scope === undefined || scope.isAdmitted) {
      return;
    }
    const { request } = message as { request: CreatedRequest };
    const url = `${String(request.origin)}${request.path}`;
    if (request.method !== 'POST' || !URL.canParse(url) || providerOf(new URL(url)) === undefined) {
      return;
    }
    metrics.getMeter('ai-finops').createCounter(BUDGET_SIGNAL.unguardedCalls).add(1);
    if (!hasWarned) {
      hasWarned = true;
      diag.warn(
        'ai-finops: a client made before the first withBudget() is not held to the cent: set AI_FINOPS_BUDGETS=on'
      );
    }
    // Asks anew for the next ones, and counts this one where nothing is known.
    void scope.quotas?.check();
    const usedUp = scope.quotas?.known().find(({ left }) => left <= 0n);
    const exhausted = usedUp ?? scope.budget.exhausted;
    const isOverCap = retryCount(request.headers) >= scope.maxAttempts;
    if (exhausted !== undefined || isOverCap) {
      const error = new BudgetExceededError(
        isOverCap ? 'attempts' : usedUp ? 'quota' : 'ceiling',
        exhausted ?? scope.budget
      );
      notifyRefusal(error, scope.listeners);
      (request.onError ?? request.onResponseError)?.call(request, error);
    }
  };
  subscribe(CHANNEL, onCreate);
  return () => void unsubscribe(CHANNEL, onCreate);
}

function retryCount(headers: unknown): number {
  const list: readonly unknown[] = Array.isArray(headers) ? headers : [];
  const at = list.findIndex(
    (name, index) => index % 2 === 0 && String(name).toLowerCase() === 'x-stainless-retry-count'
  );
  return at < 0 ? 0 : Number(list[at + 1]);
}
