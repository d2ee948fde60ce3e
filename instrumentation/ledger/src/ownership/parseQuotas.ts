import { UNALLOCATED } from '@ai-finops/instrumentation/contract';
import { ShapeError } from '@ai-finops/instrumentation/pricing';
import { label } from '../intake/label.ts';
import type { Quota } from './quota.ts';
import { nanoOfUsd } from './nanoOfUsd.ts';

export type QuotaJson = Omit<Quota, 'nanoUsd'>;

/**
 * The quotas of an owners file, under the names the books have. Digits beyond the nano-USD are cut.
 *
 * @throws ShapeError where two say the same, or a soft one is above the hard one and so would never be told of
 */
export function parseQuotas(items: readonly QuotaJson[]): Quota[] {
  const quotas = items.map((item) => ({
    ...item,
    name: label(item.name, UNALLOCATED),
    nanoUsd: nanoOfUsd(item.usd),
  }));
  const seen = new Map<string, Quota>();
  quotas.forEach((quota, index) => {
    const { scope, name, period, kind } = quota;
    const what = `${scope} ${JSON.stringify(name)} by the ${period}`;
    const key = (of: Quota['kind']) => JSON.stringify([scope, name, period, of]);
    if (seen.has(key(kind))) {
      throw new ShapeError(['quotas', index], `a ${kind} quota of ${what} is there twice: keep one`);
    }
    seen.set(key(kind), quota);
    const [soft, hard] = [seen.get(key('soft')), seen.get(key('hard'))];
    if (soft && hard && soft.nanoUsd > hard.nanoUsd) {
      const problem = `the soft quota of ${what} is above its hard one and would never be told of: make it smaller`;
      throw new ShapeError(['quotas', index, 'usd'], problem);
    }
  });
  return quotas;
}
