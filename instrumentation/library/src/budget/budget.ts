import type { BudgetState } from './budgetExceededError.ts';
import type { Purse } from './purse.ts';

export interface BudgetTerms {
  readonly ceiling: bigint;
  readonly task: string | undefined;
  readonly parent: Budget | undefined;
}

/**
 * A ceiling over the money of one task, in integer nano-USD: reserve before a call, settle after it. Whatever is reserved
 * or spent counts in every budget around this one too. Synchronous, so concurrent calls cannot pass each other.
 *
 * Invariant: where no call costs more than was reserved for it, spent + reserved ≤ ceiling, at all times.
 *
 * Private to TypeScript alone: the budget around this one can be of another copy of the package, whose `#` is not ours.
 */
export class Budget implements BudgetState {
  readonly task: string | undefined;
  readonly ceiling: bigint;
  readonly parent: Budget | undefined;
  private settled = 0n;
  private held = 0n;

  constructor({ ceiling, task, parent }: BudgetTerms) {
    this.ceiling = ceiling;
    this.task = task;
    this.parent = parent;
  }

  get spent(): bigint {
    return this.settled;
  }

  get reserved(): bigint {
    return this.held;
  }

  get left(): bigint {
    return this.ceiling - this.settled - this.held;
  }

  /**
   * Reserves here, in all around and in the quotas; or reserves nothing and returns the one that has the least left, and
   * not enough.
   */
  reserve<Quota extends Purse = never>(amount: bigint, quotas: readonly Quota[] = []): Budget | Quota | undefined {
    const tightest = quotas.reduce<Budget | Quota>(
      (least, quota) => (quota.left < least.left ? quota : least),
      this.tightest
    );
    if (tightest.left < amount) {
      return tightest;
    }
    for (const budget of this.chain()) {
      budget.held += amount;
    }
    quotas.forEach((quota) => quota.hold(amount));
    return undefined;
  }

  /** Turns what was reserved into what was spent: more, less or nothing. */
  settle(reserved: bigint, spent: bigint): void {
    for (const budget of this.chain()) {
      budget.held -= reserved;
      budget.settled += spent;
    }
  }

  /** The budget, of this and those around, that has nothing left. */
  get exhausted(): Budget | undefined {
    const tightest = this.tightest;
    return tightest.left > 0n ? undefined : tightest;
  }

  private get tightest(): Budget {
    return [...this.chain()].reduce((least, budget) => (budget.left < least.left ? budget : least));
  }

  private *chain(): Generator<Budget> {
    yield this;
    if (this.parent !== undefined) {
      yield* this.parent.chain();
    }
  }
}
