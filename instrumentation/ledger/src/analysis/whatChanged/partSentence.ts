import { changeWords } from './changeWords.ts';
import { moneyWords } from './moneyWords.ts';
import type { PartKind } from './partKind.ts';
import { mainSegments, type Bearer } from './mainSegments.ts';
import { callsOf, segmentFactors, type SegmentFactors } from './segmentFactors.ts';
import type { SegmentTotals } from './segmentTotals.ts';

const NOUNS: Record<PartKind, string> = {
  volume: 'Calls',
  mix: 'Mix',
  price: 'Prices',
  input_tokens: 'Input tokens a call',
  output_tokens: 'Output tokens a call',
  uses: 'Paid searches and fees a call',
  cache: 'Cache',
  retries: 'Retries',
};

/**
 * A part of a change in one sentence with its dollars: a day, where the period has more than one.
 *
 * @param days of the period that the amounts are of
 * @param per what the dollars are of, in words
 * @example partSentence('retries', 29_000_000_000n, …) // => 'Retries on gpt-5-mini tripled: +$29 a day'
 */
export function partSentence(
  kind: PartKind,
  nanoUsd: bigint,
  bearers: readonly Bearer[],
  volumes: readonly [number, number],
  days: number,
  per: 'a day' | 'so far'
): string {
  if (nanoUsd === 0n) {
    return `${NOUNS[kind]}: no effect`;
  }
  const amount = `${moneyWords(Number(nanoUsd) / days)} ${per}`;
  const main = mainSegments(bearers, nanoUsd);
  return `${what(kind, nanoUsd > 0n, main, volumes)}: ${amount}`;
}

function what(
  kind: PartKind,
  isMore: boolean,
  { where, before, after }: ReturnType<typeof mainSegments>,
  volumes: readonly [number, number]
): string {
  const own = before && before.attempts > 0 ? segmentFactors(before, after, volumes[0]) : undefined;
  const next = after && after.attempts > 0 ? segmentFactors(after, before, volumes[1]) : undefined;
  const compared = (noun: string, of: (factors: SegmentFactors) => number, otherwise: string) => {
    const words = own && next ? changeWords(of(own), of(next)) : '';
    const agrees = own && next && of(next) > of(own) === isMore;
    return words && agrees ? `${noun}${where} ${words}` : `${otherwise}${where}`;
  };
  switch (kind) {
    case 'volume':
      return volumes[0] === 0 || volumes[1] === 0
        ? `Use ${volumes[0] === 0 ? 'started' : 'ended'}`
        : `Calls ${changeWords(volumes[0], volumes[1]) || (isMore ? 'rose' : 'fell')}`;
    case 'mix':
      return mix(isMore, where, shareOf(before, volumes[0]), shareOf(after, volumes[1]));
    case 'price':
      return `${isMore ? 'Higher' : 'Lower'} prices${where}`;
    case 'input_tokens':
      return compared('Input tokens a call', ({ input }) => input, isMore ? 'Longer prompts' : 'Shorter prompts');
    case 'output_tokens':
      return compared('Output tokens a call', ({ output }) => output, isMore ? 'Longer answers' : 'Shorter answers');
    case 'uses':
      return `${isMore ? 'More' : 'Fewer'} paid searches and fees a call${where}`;
    case 'cache':
      return `${isMore ? 'Less' : 'More'} of the prompts${where} from the cache`;
    case 'retries':
      return compared('Retries', ({ retries }) => retries - 1, isMore ? 'More retries' : 'Fewer retries');
  }
}

function mix(isMore: boolean, where: string, before: number, after: number): string {
  if (where === '') {
    return `Calls moved to ${isMore ? 'dearer' : 'cheaper'} models or tiers`;
  }
  // As many digits as tell the two apart.
  const digits = Math.round(before * 100) === Math.round(after * 100) ? (Math.abs(after - before) < 0.0005 ? 2 : 1) : 0;
  const percent = (share: number) => `${(share * 100).toFixed(digits)} %`;
  if (before === 0 || after === 0) {
    return before === 0 ? `New calls${where} (${percent(after)} of all)` : `No more calls${where}`;
  }
  return `${after > before ? 'More' : 'Fewer'} of the calls${where} (${percent(before)} → ${percent(after)})`;
}

function shareOf(totals: SegmentTotals | undefined, volume: number): number {
  return totals && totals.attempts > 0 && volume > 0 ? callsOf(totals) / volume : 0;
}
