import type { Component } from '../contract/index.ts';
import type { Quantities } from './quantities.ts';
import { unpriced, type Unpriced } from './unpriced.ts';

/** Usage in the terms of the semantic conventions: input includes the cache, output includes reasoning. */
export interface ReportedUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cacheReadTokens?: number | undefined;
  /** All cache writes, those of known lifetime included. */
  readonly cacheWriteTokens?: number | undefined;
  readonly cacheWrite5mTokens?: number | undefined;
  readonly cacheWrite1hTokens?: number | undefined;
  readonly reasoningTokens?: number | undefined;
  /** Part of the input, cached audio included. */
  readonly audioInputTokens?: number | undefined;
  /** Part of the cache reads and of the audio input. */
  readonly audioCacheReadTokens?: number | undefined;
  readonly audioOutputTokens?: number | undefined;
  readonly imageInputTokens?: number | undefined;
  readonly imageCacheReadTokens?: number | undefined;
  readonly imageOutputTokens?: number | undefined;
  readonly webSearches?: number | undefined;
  readonly fileSearches?: number | undefined;
}

/**
 * Splits reported usage into disjoint components.
 * Unpriced `invalid_usage` where a count is not a whole number ≥ 0, or parts exceed their total; among them a response
 * that counts audio and cache apart but not the cached audio, where both together exceed the input.
 *
 * @example input 5,074 of which cache read 4,096 and written 768 (512 for 5 min, 256 for 1 h), output 300, thinking 90
 * // => { input: 210, cache_read: 4096, cache_write_5m: 512, cache_write_1h: 256, output: 210, reasoning: 90 }
 */
export function splitUsage(usage: ReportedUsage): Quantities | Unpriced {
  const { inputTokens, outputTokens, cacheReadTokens = 0, reasoningTokens = 0 } = usage;
  const { cacheWrite5mTokens = 0, cacheWrite1hTokens = 0, webSearches = 0, fileSearches = 0 } = usage;
  const { audioInputTokens = 0, audioCacheReadTokens = 0, audioOutputTokens = 0 } = usage;
  const { imageInputTokens = 0, imageCacheReadTokens = 0, imageOutputTokens = 0 } = usage;
  const cacheWriteTokens = usage.cacheWriteTokens ?? cacheWrite5mTokens + cacheWrite1hTokens;
  const uncachedAudio = audioInputTokens - audioCacheReadTokens;
  const uncachedImage = imageInputTokens - imageCacheReadTokens;
  const quantities: Partial<Record<Component, number>> = {};
  const isSound =
    put(quantities, 'input', inputTokens - cacheReadTokens - cacheWriteTokens - uncachedAudio - uncachedImage) &&
    put(quantities, 'cache_read', cacheReadTokens - audioCacheReadTokens - imageCacheReadTokens) &&
    put(quantities, 'cache_write', cacheWriteTokens - cacheWrite5mTokens - cacheWrite1hTokens) &&
    put(quantities, 'cache_write_5m', cacheWrite5mTokens) &&
    put(quantities, 'cache_write_1h', cacheWrite1hTokens) &&
    put(quantities, 'output', outputTokens - reasoningTokens - audioOutputTokens - imageOutputTokens) &&
    put(quantities, 'reasoning', reasoningTokens) &&
    put(quantities, 'input_audio', uncachedAudio) &&
    put(quantities, 'cache_read_audio', audioCacheReadTokens) &&
    put(quantities, 'output_audio', audioOutputTokens) &&
    put(quantities, 'input_image', uncachedImage) &&
    put(quantities, 'cache_read_image', imageCacheReadTokens) &&
    put(quantities, 'output_image', imageOutputTokens) &&
    put(quantities, 'web_search', webSearches) &&
    put(quantities, 'file_search', fileSearches);
  return isSound ? quantities : unpriced('invalid_usage');
}

/** Notes a quantity that is not 0; false where it is none. */
function put(quantities: Partial<Record<Component, number>>, component: Component, quantity: number): boolean {
  if (!Number.isSafeInteger(quantity) || quantity < 0) {
    return false;
  }
  if (quantity > 0) {
    quantities[component] = quantity;
  }
  return true;
}
