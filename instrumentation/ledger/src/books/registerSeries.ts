import type { Metric, Registry } from 'prom-client';

/** A metric of as many series as the books have label sets, which writes itself. */
export interface SeriesMetric {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  /** Its lines as they stand at the call, without line ends; the numbers are taken then, each is written when it is asked for. */
  lines(): Iterable<string>;
}

/**
 * Puts a metric on a prom-client registry, in its place among the others. Only `metricsText` can write it: prom-client would
 * need an object for each line, and the main loop for as long as it takes.
 */
export function registerSeries(registry: Registry, metric: SeriesMetric): void {
  const get = () => Promise.reject(new Error(`${metric.name} is written by metricsText`));
  registry.registerMetric({ ...metric, get } as unknown as Metric);
}
