import { METRIC } from '@ai-finops/instrumentation/contract';
import { Gauge, type Registry } from 'prom-client';

/** @param skipped weekly reviews in a row up to now; undefined where nobody looked yet */
export function registerReviews(registry: Registry, skipped: () => number | undefined): void {
  new Gauge({
    name: METRIC.reviewsSkipped,
    help: 'Weekly reviews in a row that were skipped, up to now.',
    registers: [registry],
    collect() {
      const count = skipped();
      if (count === undefined) {
        this.remove();
      } else {
        this.set(count);
      }
    },
  });
}
