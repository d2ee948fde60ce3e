import type { Share } from '../../data/lever.ts';

const signed = (share: number): string => {
  const percent = (Math.abs(share) * 100).toFixed(Math.abs(share) < 0.0995 ? 1 : 0);
  return `${share < 0 && Number(percent) !== 0 ? '−' : share > 0 && Number(percent) !== 0 ? '+' : ''}${percent}`;
};

/** @example formatEffect({ share: -0.31, low: -0.36, high: -0.26 }) // => '−31 % (−36…−26)' */
export const formatEffect = ({ share, low, high }: Share): string =>
  `${signed(share)}\u202f% (${signed(low)}…${signed(high)})`;
