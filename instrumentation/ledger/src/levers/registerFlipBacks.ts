import { METRIC } from '@ai-finops/instrumentation/contract';
import type { Registry } from 'prom-client';
import { registerExactMetric } from '../books/registerExactMetric.ts';

/** An optimization whose bar is broken. */
export interface FlipBack {
  /** Its id. */
  readonly event: string;
  readonly lever: string;
  /** Empty where it is about no feature of its own. */
  readonly feature: string;
}

/** Puts the optimizations that are to be flipped back on a registry. */
export function registerFlipBacks(registry: Registry, current: () => readonly FlipBack[]): void {
  registerExactMetric(registry, {
    name: METRIC.flipBack,
    help: 'An optimization whose quality since is below, or whose turnaround is over its bar beyond doubt: it is to be flipped back.',
    type: 'gauge',
    values: () => current().map((labels) => ({ labels: { ...labels }, value: 1 })),
  });
}
