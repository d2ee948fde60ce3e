import type { Lever } from '../questions/levers.ts';
import { mustFlipBack } from '../questions/mustFlipBack.ts';
import type { FlipBack } from './registerFlipBacks.ts';

/** The optimizations that are to be flipped back, as the metric names them. */
export const flipBacks = (levers: readonly Lever[]): FlipBack[] =>
  levers.filter(mustFlipBack).map(({ entry: { id, content } }) => ({
    event: id,
    lever: String(content['lever']),
    feature: typeof content['feature'] === 'string' ? content['feature'] : '',
  }));
