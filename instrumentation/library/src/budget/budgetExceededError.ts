/**
 * Why a call was not sent.
 * - `ceiling`: spent, reserved and this call together would pass the ceiling
 * - `quota`: the same of a hard quota of the feature or tenant, as the ledger has it
 * - `attempts`: the call had as many attempts as it may have
 * - `unpriced`: nobody knows what it would cost, so no ceiling can be kept
 */
export type RefusalReason = 'ceiling' | 'quota' | 'attempts' | 'unpriced';

export interface BudgetState {
  readonly task: string | undefined;
  /** Whose it is, where it is a quota: `tenant acme`. */
  readonly quota?: string | undefined;
  /** All in nano-USD. */
  readonly ceiling: bigint;
  readonly spent: bigint;
  /** Held back for calls under way. */
  readonly reserved: bigint;
}

/** What an error of any copy of this package has: a service of both module systems has two. */
const BRAND = Symbol.for('ai-finops.budget-exceeded.v1');

/** A call was refused before it was sent, because of a budget. */
export class BudgetExceededError extends Error implements BudgetState {
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && BRAND in value;
  }

  override readonly name = 'BudgetExceededError';
  readonly reason: RefusalReason;
  readonly task: string | undefined;
  readonly quota: string | undefined;
  readonly ceiling: bigint;
  readonly spent: bigint;
  readonly reserved: bigint;
  /** What the call was estimated at, nano-USD; undefined where unpriced or not the question. */
  readonly estimate: bigint | undefined;

  constructor(reason: RefusalReason, { task, quota, ceiling, spent, reserved }: BudgetState, estimate?: bigint) {
    super(
      `AI call refused before it was sent (${reason}): ${nameOf(quota, task)} of ` +
        `${usd(ceiling)}, ${usd(spent)} spent, ${usd(reserved)} reserved` +
        (estimate === undefined ? '' : `, ${usd(estimate)} needed`)
    );
    this.reason = reason;
    this.task = task;
    this.quota = quota;
    this.ceiling = ceiling;
    this.spent = spent;
    this.reserved = reserved;
    this.estimate = estimate;
    Object.defineProperty(this, BRAND, { value: true });
  }
}

function nameOf(quota: string | undefined, task: string | undefined): string {
  return quota === undefined ? `budget${task === undefined ? '' : ` of task ${task}`}` : `quota of ${quota}`;
}

function usd(nanoUsd: bigint): string {
  const digits = nanoUsd.toString().padStart(10, '0');
  return `$${digits.slice(0, -9)}.${digits.slice(-9)}`;
}
