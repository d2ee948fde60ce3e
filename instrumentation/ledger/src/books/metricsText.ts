import { setImmediate } from 'node:timers/promises';
import type { Registry } from 'prom-client';
import type { SeriesMetric } from './registerSeries.ts';

/** So long a slice keeps the main loop, ms: calls are taken between two. */
const SLICE_MS = 2;
const LINES_A_LOOK = 100;

/**
 * All of a registry as Prometheus text, byte by byte what prom-client writes. Every number is of one moment; writing them is
 * done in slices, and they stay in pieces: one buffer of 9 MiB would take as long as a slice.
 */
export async function metricsText(registry: Registry): Promise<Buffer[]> {
  const metrics = registry.getMetricsAsArray() as readonly object[] as readonly (SeriesMetric | { name: string })[];
  const taken = await Promise.all(
    metrics.map(async (metric) =>
      'lines' in metric
        ? { heading: headingOf(metric), lines: metric.lines() }
        : { heading: await registry.getSingleMetricAsString(metric.name), lines: [] }
    )
  );
  const chunks: Buffer[] = [];
  let text = '';
  let began = performance.now();
  let written = 0;
  for (const [index, { heading, lines }] of taken.entries()) {
    text += `${index > 0 ? '\n' : ''}${heading}\n`;
    for (const line of lines) {
      text += `${line}\n`;
      written += 1;
      if (written % LINES_A_LOOK === 0 && performance.now() - began > SLICE_MS) {
        chunks.push(Buffer.from(text));
        text = '';
        await setImmediate();
        began = performance.now();
      }
    }
  }
  return [...chunks, Buffer.from(text)];
}

function headingOf({ name, help, type }: SeriesMetric): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}`;
}
