import { Gauge, type Registry } from 'prom-client';
import type { DimensionLabels } from './dimensionLabels.ts';

/** What the caps on label values fold into `other`, so that a cap that is hit is seen. */
export function registerCapMetrics(
  registry: Registry,
  labels: Pick<DimensionLabels, 'folded'>,
  foldedTenants: () => number
): void {
  new Gauge({
    name: 'ai_finops_ledger_capped_label_sets',
    help: 'Sets of labels shown as other because the label has as many values as it may.',
    labelNames: ['label'],
    registers: [registry],
    collect() {
      labels.folded.forEach((sets, label) => this.set({ label }, sets));
    },
  });
  new Gauge({
    name: 'ai_finops_ledger_capped_tenants',
    help: 'Tenants of the newest close that stand in other.',
    registers: [registry],
    collect() {
      this.set(foldedTenants());
    },
  });
}
