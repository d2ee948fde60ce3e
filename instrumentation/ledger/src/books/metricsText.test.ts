import fc from 'fast-check';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { DURATION_BUCKETS } from '../store/durationBuckets.ts';
import { DurationSums } from './durationSums.ts';
import { histogramLines } from './histogramLines.ts';
import { metricsText } from './metricsText.ts';
import { registerExactMetric } from './registerExactMetric.ts';
import { registerSeries } from './registerSeries.ts';
import { seriesLines } from './seriesLines.ts';
import { SeriesSums } from './seriesSums.ts';

const LABELS = ['feature', 'team'];
const value = (sum: bigint) => Number(sum) / 1e9;
const name = fc.stringMatching(/^[a-z"\\\u00e4 ]{0,6}$/);
const amount = fc.tuple(fc.tuple(name, name), fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }));
const duration = fc.record({ values: fc.tuple(name, name), bucket: fc.nat(DURATION_BUCKETS.length), us: fc.nat(1e9) });
const named = (values: readonly string[]) =>
  Object.fromEntries(LABELS.map((label, index) => [label, values[index] ?? '']));

test('is byte by byte what prom-client writes of the same numbers', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(amount), fc.array(duration), async (amounts, durations) => {
      const sums = new SeriesSums();
      amounts.forEach(([values, sum]) => sums.add(values, sum));
      const times = new DurationSums();
      durations.forEach(({ values, bucket, us }) =>
        times.add(values, { day: 0, dimension: 0, bucket, requests: 1, durationUs: us })
      );
      const [ours, theirs] = [new Registry(), new Registry()];
      for (const registry of [ours, theirs]) {
        new Counter({ name: 'first_total', help: 'First.', registers: [registry] }).inc(3);
        new Gauge({ name: 'labelled', help: 'Labelled.', labelNames: ['a'], registers: [registry] }).set(
          { a: 'b"' },
          0.1
        );
      }
      const cost = { name: 'cost', help: 'Cost.', type: 'counter' as const };
      const took = { name: 'took', help: 'Took.', type: 'histogram' as const };
      registerSeries(ours, { ...cost, lines: seriesLines({ name: 'cost', labels: LABELS, value }, () => sums) });
      registerSeries(ours, { ...took, lines: histogramLines('took', LABELS, times) });
      registerExactMetric(theirs, {
        ...cost,
        values: () => [...sums].map(({ values, sum }) => ({ labels: named(values), value: value(sum) })),
      });
      registerExactMetric(theirs, { ...took, values: () => [...times].flatMap(cumulative) });
      [ours, theirs].forEach((registry) => new Histogram({ name: 'last', help: 'Last.', registers: [registry] }));
      expect(String(Buffer.concat(await metricsText(ours)))).toBe(await theirs.metrics());
      // Again, from what was kept of the first time.
      sums.add(['x', 'y'], 1n);
      expect(String(Buffer.concat(await metricsText(ours)))).toBe(await theirs.metrics());
    })
  );
});

function cumulative({ values, buckets, durationUs }: DurationSums extends Iterable<infer One> ? One : never) {
  let reached = 0;
  const lines = [...DURATION_BUCKETS, '+Inf'].map((le, index) => {
    reached += buckets[index] ?? 0;
    return { metricName: 'took_bucket', labels: { ...named(values), le: String(le) }, value: reached };
  });
  return [
    ...lines,
    { metricName: 'took_sum', labels: named(values), value: durationUs / 1e6 },
    { metricName: 'took_count', labels: named(values), value: reached },
  ];
}

test('many series are of one moment, and others have their turn meanwhile', async () => {
  const sums = new SeriesSums();
  const times = new DurationSums();
  const add = (count: number) => {
    for (let index = 0; index < count; index += 1) {
      sums.add([`feature-${index}`, 'team'], 1n);
      times.add([`feature-${index}`, 'team'], { day: 0, dimension: 0, bucket: 0, requests: 1, durationUs: 1 });
    }
  };
  add(20_000);
  const registry = new Registry();
  const own = { help: 'Many.', type: 'counter' as const };
  registerSeries(registry, { ...own, name: 'took', lines: histogramLines('took', LABELS, times) });
  registerSeries(registry, {
    ...own,
    name: 'many',
    lines: seriesLines({ name: 'many', labels: LABELS, value: Number }, () => sums),
  });
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
    add(turns === 1 ? 20_001 : 0);
  });
  const text = String(Buffer.concat(await metricsText(registry)));
  clearInterval(timer);
  expect(turns).toBeGreaterThan(0);
  const lines = text.split('\n').filter((line) => /^(many|took_count)\{/.test(line));
  expect(lines).toHaveLength(40_000);
  expect(lines.filter((line) => !line.endsWith('} 1'))).toEqual([]);
});
