import type { Idea } from './idea.ts';
import { promptTokens } from './promptTokens.ts';
import type { UseCell } from './useCell.ts';

/** Tokens: no provider caches a shorter prompt. */
const SHORTEST = 1_024;
/** A prompt of which more is read from the cache already is left alone. */
const READ_ALREADY = 0.3;
/** Shares of the fresh prompt that may repeat where no service measured it: nobody knows, so that the range is wide. */
const REPEATED = { low: 0.3, middle: 0.5, high: 0.8 };
/** Bytes of a request a token has, few to many tokens: four are usual of English, and JSON adds some. */
const BYTES_A_TOKEN = { low: 5, middle: 4, high: 3 };
/** It takes so many measured calls to go by what was counted. */
const LEAST_MEASURED = 50;
/** Shares of the input price that reading from the cache takes off, list prices of 2026: half with some, 90 % with most. */
const TAKEN_OFF = { low: 0.5, middle: 0.75, high: 0.9 };

/**
 * Long prompts of which little is read from the cache. Share = fresh input's share of the cost × repeated × taken off:
 * input is 60 % of the cost, half of it repeats, 75 % off: .6 × .5 × .75 = .225 [.09, .432].
 *
 * Where services measure the starts of prompts, what repeats is counted: bytes that came again within a cache's lifetime,
 * less what was read from the cache already. 8 MB at 4 bytes a token are 2 million tokens; of 4 million fresh ones half.
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
  const repeated = repeatedShares(cell.prefix, {
    fresh: of('input')?.quantity ?? 0,
    read: of('cache_read')?.quantity ?? 0,
  });
  const share = (side: keyof typeof REPEATED) =>
    Math.min(1, inputShare) * (repeated ?? REPEATED)[side] * TAKEN_OFF[side];
  if (share('middle') === 0) {
    return undefined;
  }
  const repeats = repeated
    ? `${percent(repeated.middle)} of it (${percent(repeated.low)}–${percent(repeated.high)}) came again within five ` +
      `minutes, as ${Math.round(cell.prefix?.repeats ?? 0)} of ${Math.round(cell.prefix?.calls ?? 0)} measured calls say; a cached token costs 50–90 % less.`
    : 'If 30–80 % of it repeats and a cached token costs 50–90 % less: nobody measured what repeats.';
  return {
    ...{ low: share('low'), middle: share('middle'), high: share('high'), needsEvaluation: false },
    working:
      `${Math.round(perCall)} tokens a prompt, ${percent(readShare)} of them read from the cache; fresh input is ` +
      `${percent(inputShare)} of the cost. ${repeats}`,
  };
}

/** Of the fresh tokens, those that were counted again; undefined where too few calls were measured. */
function repeatedShares(
  prefix: UseCell['prefix'],
  { fresh, read }: { readonly fresh: number; readonly read: number }
): Record<keyof typeof REPEATED, number> | undefined {
  if (prefix === undefined || prefix.calls < LEAST_MEASURED || fresh <= 0) {
    return undefined;
  }
  const at = (bytesAToken: number) => Math.min(1, Math.max(0, prefix.bytes / bytesAToken - read) / fresh);
  return { low: at(BYTES_A_TOKEN.low), middle: at(BYTES_A_TOKEN.middle), high: at(BYTES_A_TOKEN.high) };
}

const percent = (share: number) => `${Math.round(share * 100)} %`;
