import { context } from '@opentelemetry/api';
import { attributionStorage, resolveAttribution } from '../../attribution/index.ts';
import { accountOf } from '../accountOf.ts';
import { countUncaptured } from '../countUncaptured.ts';
import { Exchange } from '../exchange.ts';
import { header } from '../header.ts';
import { markSuperseded } from '../markSuperseded.ts';
import type { TapOptions } from '../tapUndici.ts';
import { isFreePath } from '../wire/isFreePath.ts';

/**
 * Begins an exchange in the caller's context, where the request is one to a provider that can be read. `headers` is a flat
 * list of names and values.
 */
export function beginExchange(
  options: TapOptions,
  { origin, path, headers }: { origin: string; path: string; headers: readonly string[] }
): Exchange | undefined {
  const match = options.endpoints.match(origin, path);
  if (match === 'unread' && !isFreePath(path)) {
    countUncaptured(new URL(origin).host, 'an API that is not read');
  }
  if (match === undefined || match === 'unread') {
    return undefined;
  }
  const active = context.active();
  markSuperseded(active);
  options.onBegin();
  return new Exchange({
    match,
    account: match.account ?? accountOf(headers, options.accounts),
    attempt: attemptOf(headers),
    attribution: resolveAttribution(attributionStorage.getStore(), options.defaults, options.allowEmailTenants),
    context: active,
    prefixes: options.prefixes,
  });
}

/** Retries as SDKs number them: from 0 in those of OpenAI's kind, from 1 in AWS's. */
function attemptOf(headers: readonly string[]): number {
  const retries = Number(header(headers, 'x-stainless-retry-count') ?? NaN);
  const attempt = Number(/\battempt=(\d{1,3})\b/.exec(header(headers, 'amz-sdk-request') ?? '')?.[1] ?? retries + 1);
  return Number.isInteger(attempt) && attempt >= 1 && attempt <= 1000 ? attempt : 1;
}
