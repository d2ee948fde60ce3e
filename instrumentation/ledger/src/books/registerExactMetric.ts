import type { Metric, MetricValue, MetricValueWithName, Registry } from 'prom-client';

export interface ExactMetric {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  values(): (MetricValue<string> | MetricValueWithName<string>)[];
}

/**
 * Puts a metric on a prom-client registry whose values come from the books at each scrape. prom-client's own counters
 * and histograms only go up from 0 in floating point: they can neither be restored nor add up exactly.
 */
export function registerExactMetric(registry: Registry, { name, help, type, values }: ExactMetric): void {
  const metric = { name, help, type, get: async () => ({ name, help, type, aggregator: 'sum', values: values() }) };
  // The registry asks of a metric its name and `get`; the declared type is the classes prom-client itself has.
  registry.registerMetric(metric as unknown as Metric);
}
