import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as conventions from '@opentelemetry/semantic-conventions/incubating';
import { ATTRIBUTE } from '@ai-finops/instrumentation/contract';

/** Newer than the published package: the conventions' own repository has them, or will. */
const AHEAD = new Set<string>([
  ATTRIBUTE.cacheWriteTokens,
  ATTRIBUTE.audioInputTokens,
  ATTRIBUTE.audioOutputTokens,
  ATTRIBUTE.audioCacheReadTokens,
  ATTRIBUTE.imageInputTokens,
  ATTRIBUTE.imageOutputTokens,
  ATTRIBUTE.imageCacheReadTokens,
  ATTRIBUTE.costAmount,
  ATTRIBUTE.costCurrency,
  ATTRIBUTE.costSource,
]);

test('every attribute that is not ours is OpenTelemetry’s', () => {
  const known = new Set<unknown>(Object.values(conventions));
  for (const name of Object.values(ATTRIBUTE)) {
    const isOurs = name.startsWith('ai_finops.');
    assert.equal(known.has(name), !isOurs && !AHEAD.has(name), name);
  }
});
