import { formatCount } from '../../components/numbers/formatCount.ts';

const WEEK = 7;

/**
 * The course of the prompt in a sentence: its median size in the last week with calls against the first. Medians, so that
 * one odd day is no drift.
 */
export function driftSentence(perDay: readonly (number | undefined)[]): string {
  const known = perDay.filter((tokens) => tokens !== undefined);
  const now = median(known.slice(-WEEK));
  if (now === undefined) {
    return 'No call in these days.';
  }
  const size = `A call sends ${formatCount(now)} input tokens`;
  const first = median(known.slice(0, WEEK));
  if (known.length < 2 * WEEK || first === undefined || first === 0) {
    return `${size}; there are too few days with calls to say whether that grows.`;
  }
  const change = now / first - 1;
  return Math.abs(change) < 0.02
    ? `${size}, the same as in the first week shown.`
    : `${size}, ${(Math.abs(change) * 100).toFixed(0)}\u202f% ${change > 0 ? 'more' : 'less'} than in the first week shown (${formatCount(first)}).`;
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
