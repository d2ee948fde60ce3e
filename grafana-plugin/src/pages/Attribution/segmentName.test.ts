import { segmentName } from './segmentName.ts';

const search = { feature: 'search', provider: 'openai', model: 'a', request_type: 'chat', service_tier: '' };

test('names a segment by feature and model, and by what tells it from those of the same ones', () => {
  const batch = { ...search, request_type: 'batch' };
  const flex = { ...batch, service_tier: 'flex' };
  const all = [search, batch, flex, { ...search, feature: '' }].map((labels) => ({ labels }));
  expect(all.map(({ labels }) => segmentName(labels, all))).toEqual([
    'search on a (chat, standard)',
    'search on a (batch, standard)',
    'search on a (batch, flex)',
    '(none) on a',
  ]);
  expect(segmentName(batch, [{ labels: batch }])).toBe('search on a');
});
