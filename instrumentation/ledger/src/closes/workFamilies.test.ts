import { METRIC } from '@ai-finops/instrumentation/contract';
import fc from 'fast-check';
import { DimensionLabels } from '../books/dimensionLabels.ts';
import { workRecord } from '../store/workRecord.fixture.ts';
import type { WorkRow } from '../store/workRow.ts';
import { CloseWindow } from './closeWindow.ts';
import { renderCloses } from './renderCloses.ts';
import { workFamilies } from './workFamilies.ts';

const labels = new DimensionLabels();
labels.work.admit([
  { id: 1, labels: workRecord(1).labels },
  { id: 2, labels: workRecord(2, { labels: { team: 'Another' } }).labels },
  { id: 3, labels: workRecord(3, { labels: { kind: 'quality', name: 'grounded@3', model: 'gpt-5-mini' } }).labels },
]);
const books = (day: number, work: WorkRow[]) => ({ day, rows: [], components: [], tenants: [], work, labels });
const row = (day: number, series: number, records: number, amount: bigint, forDay = day): WorkRow => ({
  day,
  forDay,
  series,
  records,
  amount,
});

test('a day closes with its units and scores, late ones apart, and what was there before with 0', async () => {
  const window = new CloseWindow(workFamilies);
  const first = window.advance(
    books(20_000, [row(20_000, 1, 2, 7n), row(20_000, 2, 1, 1n), row(20_000, 3, 3, 2_600_001n)])
  );
  const second = window.advance(books(20_001, [row(20_001, 1, 1, 4n, 20_000), row(20_001, 3, 1, -500_000n, 19_999)]));
  const quality = 'feature="triage",request_type="unallocated",model="gpt-5-mini",evaluator="grounded@3"';
  const lines = renderCloses([first, second])
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  expect(lines).toEqual([
    'genai_daily_work_units{feature="triage",unit="ticket_resolved"} 8 1728086400000',
    'genai_daily_work_units{feature="triage",unit="ticket_resolved"} 0 1728172800000',
    `genai_daily_quality_sum{${quality}} 2.600001 1728086400000`,
    `genai_daily_quality_sum{${quality}} 0 1728172800000`,
    `genai_daily_quality_count{${quality}} 3 1728086400000`,
    `genai_daily_quality_count{${quality}} 0 1728172800000`,
    'genai_daily_work_adjustment_units{feature="triage",unit="ticket_resolved",for_day="2024-10-04"} 4 1728172800000',
    `genai_daily_quality_adjustment_sum{${quality},for_day="2024-10-03"} -0.5 1728172800000`,
    `genai_daily_quality_adjustment_count{${quality},for_day="2024-10-03"} 1 1728172800000`,
  ]);
});

test('whatever was booked, the sums of a close are those of the books', () => {
  const rows = fc.array(
    fc.record({
      day: fc.constant(20_000),
      forDay: fc.integer({ min: 19_998, max: 20_000 }),
      series: fc.integer({ min: 1, max: 3 }),
      records: fc.nat(100),
      amount: fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
    })
  );
  fc.assert(
    fc.property(rows, (work) => {
      const { samples } = new CloseWindow(workFamilies).advance(books(20_000, work));
      const shown = (names: readonly string[]) =>
        [...samples]
          .filter(([{ name }]) => names.includes(name))
          .flatMap(([, sums]) => [...sums].map(({ sum }) => sum));
      const total = (values: readonly bigint[]) => values.reduce((sum, value) => sum + value, 0n);
      expect(total(shown([METRIC.dailyWorkUnits, METRIC.dailyWorkAdjustmentUnits]))).toBe(
        total(work.filter(({ series }) => series < 3).map(({ amount }) => amount))
      );
      expect(total(shown([METRIC.dailyQualitySum, METRIC.dailyQualityAdjustmentSum]))).toBe(
        total(work.filter(({ series }) => series === 3).map(({ amount }) => amount))
      );
    })
  );
});
