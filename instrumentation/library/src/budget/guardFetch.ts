import { attributionStorage } from '../attribution/index.ts';
import { admitCall } from './admitCall.ts';
import { BudgetExceededError } from './budgetExceededError.ts';
import type { BudgetScope } from './budgetScope.ts';
import { budgetStorage } from './budgetStorage.ts';
import { loadCostEstimator } from './costEstimator.ts';
import { fetchBody } from './fetchBody.ts';
import { notifyRefusal } from './notifyRefusal.ts';
import { readPlannedCall } from './readPlannedCall.ts';
import { refusalResponse } from './refusalResponse.ts';

/** The provider that a POST to `url` makes a billable call of; undefined where it is none. */
export type ProviderOf = (url: URL) => string | undefined;

type Fetch = typeof fetch;

/**
 * `inner` with a guard. Outside a budget it is `inner`: same receiver, arguments and result. Inside, a call to a provider
 * is sent only if the budget can bear it. One that is refused rejects with a BudgetExceededError, or, where a Stainless
 * SDK made it, is answered so that the SDK does not try again.
 */
export function guardFetch(inner: Fetch, providerOf: ProviderOf): Fetch {
  function guarded(this: unknown, ...args: Parameters<Fetch>): Promise<Response> {
    const scope = budgetStorage.getStore();
    const send = () => Reflect.apply(inner, this, args);
    return scope === undefined || scope.isAdmitted ? send() : guardCall(scope, args, send, providerOf);
  }
  return Object.defineProperties(guarded, {
    name: { value: inner.name, configurable: true },
    length: { value: inner.length, configurable: true },
  }) as Fetch;
}

async function guardCall(
  scope: BudgetScope,
  [input, init]: Parameters<Fetch>,
  send: () => Promise<Response>,
  providerOf: ProviderOf
): Promise<Response> {
  const request = input instanceof Request ? input : undefined;
  const url = request?.url ?? String(input);
  const method = (init?.method ?? request?.method ?? 'GET').toUpperCase();
  const provider = method === 'POST' && URL.canParse(url) ? providerOf(new URL(url)) : undefined;
  if (provider === undefined) {
    return send();
  }
  const headers = new Headers(init?.headers ?? request?.headers);
  const [estimator, body, quotas] = await Promise.all([
    loadCostEstimator(),
    fetchBody(input, init),
    scope.quotas?.check(),
  ]);
  const planned = body === undefined ? undefined : readPlannedCall(new URL(url).pathname, body);
  const attempt = attemptOf(headers);
  const admitted = admitCall(scope, { provider, attempt, planned, quotas }, estimator);
  if (admitted instanceof BudgetExceededError) {
    notifyRefusal(admitted, scope.listeners);
    if (headers.has('x-stainless-lang')) {
      return refusalResponse(admitted);
    }
    throw admitted;
  }
  try {
    const store = { ...attributionStorage.getStore(), follow: () => admitted.begun() };
    const response = await budgetStorage.run({ ...scope, isAdmitted: true }, () => attributionStorage.run(store, send));
    admitted.fetched(false);
    return response;
  } catch (error) {
    admitted.fetched(true);
    throw error;
  }
}

function attemptOf(headers: Headers): number {
  const retries = Number(headers.get('x-stainless-retry-count') ?? 0);
  return Number.isInteger(retries) && retries >= 0 ? retries + 1 : 1;
}
