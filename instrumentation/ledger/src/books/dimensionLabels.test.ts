import { BASE_LABELS } from '@ai-finops/instrumentation/contract';
import type { DimensionRow } from '../store/bookRow.ts';
import { DimensionLabels } from './dimensionLabels.ts';
import { LABEL_CAPS } from './labelCaps.ts';

const row = (id: number, labels: Partial<DimensionRow['dimensions']> = {}): DimensionRow => ({
  id,
  dimensions: {
    feature: 'f',
    team: 't',
    request_type: 'r',
    provider: 'p',
    model: 'm',
    account: '',
    service_tier: '',
    environment: 'prod',
    ...labels,
  },
});
const rows = (count: number, labels: (id: number) => Partial<DimensionRow['dimensions']>) =>
  Array.from({ length: count }, (_, index) => row(index + 1, labels(index + 1)));

test('past its cap a label is other, and what was shown stays', () => {
  const all = rows(LABEL_CAPS.feature + 5, (id) => ({ feature: `f${id}` }));
  const labels = new DimensionLabels();
  labels.admit(all);
  expect(labels.of(LABEL_CAPS.feature).feature).toBe(`f${LABEL_CAPS.feature}`);
  expect(labels.of(LABEL_CAPS.feature + 1)).toMatchObject({ feature: 'other', team: 't' });
  expect(new Set(all.map(({ id }) => labels.of(id).feature)).size).toBe(LABEL_CAPS.feature + 1);
  expect(labels.shown('feature', 'f1')).toBe('f1');
  expect(labels.shown('feature', `f${LABEL_CAPS.feature + 1}`)).toBe('other');
  expect(labels.folded.get('feature')).toBe(5);
  expect(labels.folded.get('team')).toBe(0);
});

test('unallocated is shown also past the cap', () => {
  const labels = new DimensionLabels();
  labels.admit(rows(LABEL_CAPS.feature + 1, (id) => ({ feature: `f${id}` })));
  labels.admit([row(LABEL_CAPS.feature + 2, { feature: 'unallocated' })]);
  expect(labels.of(LABEL_CAPS.feature + 2).feature).toBe('unallocated');
});

test('the sets of cost labels are capped as a whole', () => {
  const all = rows(LABEL_CAPS.baseSets + 100, (id) => ({ feature: `f${id % 400}`, model: `m${id % 299}` }));
  const labels = new DimensionLabels();
  labels.admit(all);
  const sets = new Set(all.map(({ id }) => BASE_LABELS.map((name) => labels.of(id)[name]).join()));
  expect(sets.size).toBe(LABEL_CAPS.baseSets + 1);
  expect(sets).toContain('other,other,other,other,other,other');
  expect([...labels.folded].filter(([, folded]) => folded > 0)).toEqual([['base_set', expect.any(Number)]]);
});

test('the same books give the same labels, whatever pieces they come in', () => {
  const all = rows(1_000, (id) => ({ feature: `f${id}`, team: `t${id % 300}` }));
  const [whole, pieces] = [new DimensionLabels(), new DimensionLabels()];
  whole.admit(all);
  for (let from = 0; from < all.length; from += 7) {
    pieces.admit(all.slice(0, from + 7));
  }
  expect(all.map(({ id }) => pieces.of(id))).toEqual(all.map(({ id }) => whole.of(id)));
});
