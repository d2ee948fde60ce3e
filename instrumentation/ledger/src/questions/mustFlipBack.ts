import type { Lever } from './levers.ts';

/**
 * Whether an optimization is to be flipped back: what routers are told, owners alerted of and pages show. Only one that is
 * in force can be: who closed or withdrew it has decided already.
 */
export const mustFlipBack = ({
  entry,
  quality,
  turnaround,
}: Pick<Lever, 'entry' | 'quality' | 'turnaround'>): boolean =>
  entry.state === 'open' && (quality.state === 'flip_back' || turnaround?.state === 'flip_back');
