import type { Idea } from './idea.ts';
import { promptTokens } from './promptTokens.ts';
import type { UseCell } from './useCell.ts';

/** Tokens: no provider caches a shorter prompt. */
const SHORTEST = 1_024;
/** A prompt of which more is read from the cache already is left alone. */
const READ_ALREADY = 0.3;
/** Shares of the fresh prompt that may repeat; without a record of prefixes nobody knows, so that the range is wide. */
const REPEATED = { low: 0.3, middle: 0.5, high: 0.8 };
/** Shares of the input price that reading from the cache takes off, list prices of 2026: half with some, 90 % with most. */
const TAKEN_OFF = { low: 0.5, middle: 0.75, high: 0.9 };

/**
 * Long prompts of which little is read from the cache. Share = fresh input's share of the cost × repeated × taken off:
 * input is 60 % of the cost, half of it repeats, 75 % off: .6 × .5 × .75 = .225 [.09, .432].
 */
export function cachingIdea(cell: UseCell): Idea | undefined {
  const of = (component: string) => cell.components.find((one) => one.component === component);
  const tokens = promptTokens(cell);
  const perCall = tokens / cell.requests;
  const readShare = tokens === 0 ? 0 : (of('cache_read')?.quantity ?? 0) / tokens;
  const inputShare = Number(of('input')?.nanoUsd ?? 0n) / Number(cell.nanoUsd);
  if (perCall < SHORTEST || readShare > READ_ALREADY || inputShare <= 0) {
    return undefined;
  }
  const share = (side: keyof typeof REPEATED) => Math.min(1, inputShare) * REPEATED[side] * TAKEN_OFF[side];
  return {
    ...{ low: share('low'), middle: share('middle'), high: share('high'), needsEvaluation: false },
    working:
      `${Math.round(perCall)} tokens a prompt, ${percent(readShare)} of them read from the cache; fresh input is ` +
      `${percent(inputShare)} of the cost. If 30–80 % of it repeats and a cached token costs 50–90 % less.`,
  };
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
