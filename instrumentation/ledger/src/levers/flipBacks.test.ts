import type { Lever } from '../questions/levers.ts';
import { flipBacks } from './flipBacks.ts';

const lever = (id: string, state: string, quality: string, content: object = { lever: 'other', feature: 'search' }) =>
  ({ entry: { id, state, content }, quality: { state: quality }, turnaround: null }) as unknown as Lever;

test('only what is in force and broke its bar beyond doubt is to be flipped back', () => {
  const levers = [
    lever('broken', 'open', 'flip_back'),
    lever('closed', 'closed', 'flip_back'),
    lever('withdrawn', 'withdrawn', 'flip_back'),
    lever('watched', 'open', 'watch'),
    lever('well', 'open', 'keep'),
    lever('unknown', 'open', 'unknown'),
    lever('everywhere', 'open', 'flip_back', { lever: 'contract' }),
  ];
  expect(flipBacks(levers)).toEqual([
    { event: 'broken', lever: 'other', feature: 'search' },
    { event: 'everywhere', lever: 'contract', feature: '' },
  ]);
});
