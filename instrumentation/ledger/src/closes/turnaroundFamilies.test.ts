import { DimensionLabels } from '../books/dimensionLabels.ts';
import { workRecord } from '../store/workRecord.fixture.ts';
import { CloseWindow } from './closeWindow.ts';
import { renderCloses } from './renderCloses.ts';
import { turnaroundFamilies } from './turnaroundFamilies.ts';

const DAY = 20_000;
const series = (id: number, name: string, team = 'Documents') => ({
  id,
  labels: workRecord(id, { labels: { kind: 'turnaround', feature: 'digest', team, name } }).labels,
});
const labels = new DimensionLabels();
labels.work.admit([
  series(1, '14400'),
  series(2, '+Inf'),
  series(3, '14400', 'Another'),
  { id: 4, labels: workRecord(4, { labels: { kind: 'quality', feature: 'digest', name: 'editor' } }).labels },
]);
const row = (id: number, records: number, amount: bigint, forDay = DAY) => ({
  ...{ day: DAY, forDay, series: id, records, amount },
});
const close = (work: ReturnType<typeof row>[]) =>
  renderCloses([
    new CloseWindow(turnaroundFamilies).advance({ day: DAY, rows: [], components: [], tenants: [], work, labels }),
  ])
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.replace(/ \d+$/, ''));

test('buckets count up to the last, sum and count are exact, other work is none of it', () => {
  const lines = close([row(1, 3, 32_400_250n), row(2, 1, 180_000_000n), row(3, 1, 10_800_000n), row(4, 9, 9n)]);
  const buckets = lines.filter((line) => line.includes('_bucket'));
  expect(buckets.map((line) => [line.match(/le="([^"]+)"/)?.[1], line.split(' ').at(-1)])).toEqual([
    ...['600', '1800', '3600', '7200'].map((le) => [le, '0']),
    ...['14400', '21600', '43200', '86400', '172800'].map((le) => [le, '4']),
    ['+Inf', '5'],
  ]);
  expect(lines.filter((line) => !line.includes('_bucket'))).toEqual([
    'genai_daily_batch_turnaround_seconds_sum{feature="digest",request_type="unallocated"} 223200.25',
    'genai_daily_batch_turnaround_seconds_count{feature="digest",request_type="unallocated"} 5',
  ]);
});

test('what came after its day was closed stands apart, under its own day', () => {
  const late = { feature: 'digest', request_type: 'unallocated', for_day: '2024-10-03' };
  const shown = Object.entries(late).map(([name, value]) => `${name}="${value}"`);
  const lines = close([row(1, 2, 20_000_000n, DAY - 1)]);
  expect(lines).toHaveLength(12);
  expect(lines).toContain(`genai_daily_batch_turnaround_adjustment_seconds_bucket{${shown},le="7200"} 0`);
  expect(lines).toContain(`genai_daily_batch_turnaround_adjustment_seconds_bucket{${shown},le="+Inf"} 2`);
  expect(lines).toContain(`genai_daily_batch_turnaround_adjustment_seconds_sum{${shown}} 20000`);
});
