import { cleanValue } from './attribution/index.ts';
import { WORK_ATTRIBUTE, WORK_LIMITS, WORK_OPERATION } from './contract/index.ts';
import { recordWork } from './recordWork.ts';
import type { WorkOptions } from './workOptions.ts';

export interface OutcomeOptions extends WorkOptions {
  /** What was produced, e.g. `ticket_resolved`: few different ones, they become a label. */
  readonly unit: string;
  /** How many, a whole number from 1 to 1,000,000,000; 1 where left out. */
  readonly count?: number | undefined;
  /**
   * What all of them were worth, USD from 0 to 100,000. Text such as `'12.50'`, with at most nine decimals, is kept digit by
   * digit; a number is rounded to nine. Give it with every outcome of a feature, or with none.
   */
  readonly valueUsd?: string | number | undefined;
}

/**
 * Counts units of work done, so that the ledger can say what one costs. Never throws; false where it is not recorded.
 *
 * @example recordOutcome({ feature: 'ticket-triage', unit: 'ticket_resolved', id: ticket.id, at: ticket.resolvedAt })
 */
export function recordOutcome(options: OutcomeOptions): boolean {
  return recordWork(options, () => {
    const unit = cleanValue(options.unit);
    const count = options.count === undefined ? 1 : options.count;
    if (unit === undefined) {
      return 'an outcome has no unit';
    }
    if (!Number.isSafeInteger(count) || count < 1 || count > WORK_LIMITS.count) {
      return `an outcome's count is a whole number from 1 to ${WORK_LIMITS.count}, not ${String(count)}`;
    }
    const value = options.valueUsd === undefined ? undefined : usdText(options.valueUsd);
    if (options.valueUsd !== undefined && value === undefined) {
      return `an outcome's value is USD from 0 to ${WORK_LIMITS.valueUsd}, such as "12.50"`;
    }
    return {
      operation: WORK_OPERATION.outcome,
      identity: [unit],
      texts: [[WORK_ATTRIBUTE.unit, unit], ...(value === undefined ? [] : [[WORK_ATTRIBUTE.valueUsd, value] as const])],
      counts: [[WORK_ATTRIBUTE.count, count]],
      scores: [],
    };
  });
}

/** An amount as the ledger reads it; undefined where it is none. */
function usdText(value: unknown): string | undefined {
  const text = typeof value === 'number' ? value.toFixed(9) : value;
  const isAmount = typeof text === 'string' && /^\d{1,6}(\.\d{1,9})?$/.test(text);
  return isAmount && Number(text) <= WORK_LIMITS.valueUsd ? text : undefined;
}
