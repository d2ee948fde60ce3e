import { workRecord } from '../store/workRecord.fixture.ts';
import { LABEL_CAPS, OTHER } from './labelCaps.ts';
import { workLabelValues } from './workLabelValues.ts';
import { WorkSeriesLabels } from './workSeriesLabels.ts';

const row = (id: number, labels: Parameters<typeof workRecord>[1] = {}) => ({
  id,
  labels: workRecord(id, labels).labels,
});

test('values are admitted in the order of arrival; past the cap new ones are other, known ones stay', () => {
  const labels = new WorkSeriesLabels();
  const rows = Array.from({ length: LABEL_CAPS.unit + 2 }, (_, index) =>
    row(index + 1, { labels: { name: `u${index}` } })
  );
  labels.admit(rows);
  labels.admit([...rows, row(100, { labels: { name: 'u1', feature: 'unallocated' } })]);
  expect(labels.newestId).toBe(100);
  expect(labels.of(LABEL_CAPS.unit).name).toBe(`u${LABEL_CAPS.unit - 1}`);
  expect(labels.of(LABEL_CAPS.unit + 1).name).toBe(OTHER);
  expect(workLabelValues(labels.of(100))).toEqual(['unallocated', 'u1']);
});

test('label sets have a cap of their own', () => {
  const labels = new WorkSeriesLabels();
  const combinations = Array.from({ length: LABEL_CAPS.workSets + 1 }, (_, index) =>
    row(index + 1, {
      labels: { kind: 'quality', feature: `f${index % 100}`, model: `m${Math.floor(index / 100)}`, name: 'e' },
    })
  );
  labels.admit(combinations);
  expect(workLabelValues(labels.of(LABEL_CAPS.workSets))).toEqual(['f99', 'unallocated', 'm49', 'e']);
  expect(workLabelValues(labels.of(LABEL_CAPS.workSets + 1))).toEqual([OTHER, OTHER, OTHER, OTHER]);
});
