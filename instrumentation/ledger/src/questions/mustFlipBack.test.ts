import type { Lever } from './levers.ts';
import { mustFlipBack } from './mustFlipBack.ts';

const judged = (state: string, quality: string, turnaround?: string) =>
  mustFlipBack({
    entry: { state },
    quality: { state: quality },
    turnaround: turnaround === undefined ? null : { state: turnaround },
  } as unknown as Lever);

test.each([
  ['open', 'flip_back', undefined, true],
  ['open', 'keep', 'flip_back', true],
  ['open', 'unknown', 'flip_back', true],
  ['open', 'watch', 'watch', false],
  ['open', 'keep', undefined, false],
  ['closed', 'flip_back', 'flip_back', false],
  ['withdrawn', 'flip_back', 'flip_back', false],
])('%s, quality %s, turnaround %s: %s', (state, quality, turnaround, isToFlip) => {
  expect(judged(state, quality, turnaround)).toBe(isToFlip);
});
