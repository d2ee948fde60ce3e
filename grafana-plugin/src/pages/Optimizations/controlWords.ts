import { splitNames } from '@ai-finops/ledger/analysis';
import type { Lever } from '../../data/lever.ts';

/** Who an optimization is measured against, in a sentence. */
export function controlWords({ event: { record }, impact: { control = [] } }: Pick<Lever, 'event' | 'impact'>): string {
  const features = splitNames(record['controlFeatures']);
  const models = splitNames(record['controlModels']);
  const on = features.length > 0 && models.length > 0 ? ` on ${models.join(', ')}` : '';
  if (control.length > 0) {
    return `Measured against a control group: ${control.join(', ')}${on}`;
  }
  return features.length + models.length > 0
    ? `Its control group, ${[...(features.length > 0 ? features : models)].join(', ')}${on}, is not used: see the verdict`
    : 'No control group';
}
