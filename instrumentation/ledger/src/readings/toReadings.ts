import { UNALLOCATED } from '@ai-finops/instrumentation/contract';
import { label } from '../intake/label.ts';
import { nanoOfUsd } from '../ownership/nanoOfUsd.ts';
import type { EventDay } from '../store/eventDay.ts';
import type { Reading } from '../store/reading.ts';
import type { PrometheusSample } from './askPrometheus.ts';
import type { ReadingSource } from './readingSource.ts';

/** Beyond, a count is no count of a day. */
const MOST = 1e15;

/**
 * What Prometheus answered, as readings of a day. No sample, or NaN, is a gap of a feature; of tenants only those are read
 * that there is a sample of. Counts are rounded: `increase` extrapolates.
 *
 * @throws Error where the answer is not what the source is to give
 */
export function toReadings(source: ReadingSource, day: EventDay, samples: readonly PrometheusSample[]): Reading[] {
  const { kind, feature, unit } = source;
  if (feature === undefined) {
    return samples.map(({ labels, value }) => {
      const tenant = label(labels['tenant'], '');
      if (tenant === '') {
        throw new Error('a series without the label tenant: write sum by (tenant) (…)');
      }
      return { day, kind, feature: UNALLOCATED, name: tenant, amount: amountOf(kind, value) };
    });
  }
  if (samples.length > 1) {
    throw new Error(`${samples.length} series, where one number is needed: write sum(…)`);
  }
  return [{ day, kind, feature, name: unit, amount: amountOf(kind, samples[0]?.value ?? 'NaN') }];
}

/** @throws Error for what is no amount of a day */
function amountOf(kind: Reading['kind'], text: string): bigint | undefined {
  const value = Number(text);
  if (Number.isNaN(value)) {
    return undefined;
  }
  if (value < 0 || value > MOST) {
    throw new Error(`${text} is no amount of a day`);
  }
  return kind === 'outcome' || kind === 'users' ? BigInt(Math.round(value)) : nanoOfUsd(text);
}
