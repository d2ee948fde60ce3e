import { createHash } from 'node:crypto';
import type { MonthEstimates } from '../questions/estimateCells.ts';

/** What two states of the books say the same of a month by. */
export function estimatesDigest({ cells, unknown }: MonthEstimates): string {
  const hash = createHash('sha256');
  for (const { day, provider, account, model, tier, component, quantity, costNanoUsd } of cells) {
    const words = [day, provider, account, model, tier, component, String(quantity), String(costNanoUsd)];
    hash.update(JSON.stringify(words));
  }
  for (const { provider, model, calls } of unknown) {
    hash.update(JSON.stringify([provider, model, calls]));
  }
  return hash.digest('hex');
}
