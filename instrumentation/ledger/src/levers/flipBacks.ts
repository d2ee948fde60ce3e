import type { Lever } from '../questions/levers.ts';
import type { FlipBack } from './registerFlipBacks.ts';

/** Of the optimizations that are in force, those whose bar is broken. */
export const flipBacks = (levers: readonly Lever[]): FlipBack[] =>
  levers
    .filter(({ entry, quality }) => entry.state === 'open' && quality.state === 'flip_back')
    .map(({ entry: { id, content } }) => ({
      event: id,
      lever: String(content['lever']),
      feature: typeof content['feature'] === 'string' ? content['feature'] : '',
    }));
