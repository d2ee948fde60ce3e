import { formatShare } from './formatShare.ts';

/** A ratio as a change: `+10.0 %`, `−2.5 %`, `unchanged`. */
export const formatRatio = (ratio: number): string =>
  ratio === 1 ? 'unchanged' : `${ratio > 1 ? '+' : '−'}${formatShare(Math.abs(ratio - 1))}`;
