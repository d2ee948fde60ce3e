import { createHash } from 'node:crypto';
import type { MoneyRecord } from './moneyRecord.ts';
import type { AttributeValue } from './readSpan.ts';
import type { SpanAttributes } from './spanAttributes.ts';
import { turnaroundBucket } from './turnaroundBucket.ts';
import { SLOT } from './wantedAttributes.ts';
import type { WorkRecord } from './workRecord.ts';

const KEY_BYTES = 24;
/** The last moment a JavaScript date knows. */
const LAST_MS = 8.64e15;

/**
 * The batches that the calls of one body were in, each once for a feature and request type, however many calls it had:
 * their key is made of what tells batches apart, so that every later call of the same batch books nothing. A record names
 * no batch: two of one feature that were handed in and done at the same moments are one.
 */
export class BatchJobs {
  private readonly found = new Map<string, WorkRecord>();

  see(attributes: SpanAttributes, { dimensions }: MoneyRecord): void {
    const submittedMs = moment(attributes.at(SLOT.batchSubmittedMs));
    const finishedMs = moment(attributes.at(SLOT.batchFinishedMs));
    if (submittedMs === undefined || finishedMs === undefined || finishedMs < submittedMs) {
      return;
    }
    const { feature, team, request_type, environment, provider, account } = dimensions;
    const batch = JSON.stringify([
      feature,
      team,
      request_type,
      environment,
      provider,
      account,
      submittedMs,
      finishedMs,
    ]);
    if (!this.found.has(batch)) {
      const amount = finishedMs - submittedMs;
      this.found.set(batch, {
        key: createHash('sha256').update(batch).digest().subarray(0, KEY_BYTES),
        atUs: finishedMs * 1_000,
        labels: {
          kind: 'turnaround',
          feature,
          team,
          request_type,
          model: '',
          environment,
          name: turnaroundBucket(amount),
        },
        tenant: '',
        task: '',
        amount,
        isToldByCall: true,
      });
    }
  }

  get all(): readonly WorkRecord[] {
    return [...this.found.values()];
  }
}

/** ms since the epoch, as a number or in digits; undefined where it is none. */
function moment(value: AttributeValue | undefined): number | undefined {
  const isNumber = typeof value === 'number' || typeof value === 'bigint';
  const ms = isNumber || (typeof value === 'string' && /^\d{1,15}$/.test(value)) ? Number(value) : NaN;
  return Number.isInteger(ms) && ms > 0 && ms <= LAST_MS ? ms : undefined;
}
