import type { ExchangeFollower } from '../attribution/index.ts';
import type { CapturedCall } from '../capture/index.ts';
import type { Budget } from './budget.ts';
import type { CostEstimator } from './costEstimator.ts';
import type { Purse } from './purse.ts';

/** Money held back for one call, until it is settled: once. What is never settled stays held back. */
export class Reservation implements ExchangeFollower {
  readonly #budget: Budget;
  readonly #amount: bigint;
  readonly #estimator: CostEstimator;
  readonly #quotas: readonly Purse[];
  #isOpen = true;
  #hasBegun = false;

  /** `amount` is reserved in `budget` and `quotas` already. */
  constructor(budget: Budget, amount: bigint, estimator: CostEstimator, quotas: readonly Purse[] = []) {
    this.#budget = budget;
    this.#amount = amount;
    this.#estimator = estimator;
    this.#quotas = quotas;
  }

  begun(): this {
    this.#hasBegun = true;
    return this;
  }

  /** Settles at what the record estimates; where that is not known, at what was reserved. */
  ended(call: CapturedCall): void {
    this.#settle(this.#estimator.finished(call) ?? this.#amount);
  }

  /** The fetch gave a response, or failed. An exchange that the tap sees is settled by it; of another nothing is known. */
  fetched(hasFailed: boolean): void {
    if (!this.#hasBegun) {
      this.#settle(hasFailed ? 0n : this.#amount);
    }
  }

  #settle(spent: bigint): void {
    if (this.#isOpen) {
      this.#isOpen = false;
      this.#budget.settle(this.#amount, spent);
      this.#quotas.forEach((quota) => quota.settle(this.#amount, spent));
    }
  }
}
