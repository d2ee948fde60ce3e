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
  const parts: readonly (readonly [Component, number])[] = [
    ['input', inputTokens - cacheReadTokens - cacheWriteTokens - uncachedAudio - uncachedImage],
    ['cache_read', cacheReadTokens - audioCacheReadTokens - imageCacheReadTokens],
    ['cache_write', cacheWriteTokens - cacheWrite5mTokens - cacheWrite1hTokens],
    ['cache_write_5m', cacheWrite5mTokens],
    ['cache_write_1h', cacheWrite1hTokens],
    ['output', outputTokens - reasoningTokens - audioOutputTokens - imageOutputTokens],
    ['reasoning', reasoningTokens],
    ['input_audio', uncachedAudio],
    ['cache_read_audio', audioCacheReadTokens],
    ['output_audio', audioOutputTokens],
    ['input_image', uncachedImage],
    ['cache_read_image', imageCacheReadTokens],
    ['output_image', imageOutputTokens],
    ['web_search', webSearches],
    ['file_search', fileSearches],
  ];
  if (parts.some(([, quantity]) => !Number.isSafeInteger(quantity) || quantity < 0)) {
    return unpriced('invalid_usage');
  }
  return Object.fromEntries(parts.filter(([, quantity]) => quantity > 0));
}
