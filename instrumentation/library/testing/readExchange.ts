import { ROOT_CONTEXT } from '@opentelemetry/api';
import { resolveAttribution } from '../src/attribution/index.ts';
import type { CapturedCall } from '../src/capture/capturedCall.ts';
import { Exchange } from '../src/capture/exchange.ts';
import { EndpointTable } from '../src/capture/wire/endpointTable.ts';

/** What is captured of a response to a POST at `url`, given in these chunks; `failure` where it ended before its end. */
export async function readExchange(
  url: string,
  response: {
    status?: number;
    headers: Readonly<Record<string, string>>;
    chunks: readonly Uint8Array[];
    failure?: unknown;
  },
  endpoints?: EndpointTable
): Promise<CapturedCall> {
  const { origin, pathname, search } = new URL(url);
  const table = endpoints ?? new EndpointTable([{ provider: 'tested', host: new URL(url).host, pathPrefix: '' }]);
  const match = table.match(origin, pathname + search);
  if (match === undefined || match === 'unread') {
    throw new Error(`${url} is not read`);
  }
  const exchange = new Exchange({
    match,
    account: match.account,
    attempt: 1,
    attribution: resolveAttribution(undefined, {}, false),
    context: ROOT_CONTEXT,
  });
  exchange.isSent = true;
  exchange.readHeaders(response.status ?? 200, Object.entries(response.headers).flat());
  response.chunks.forEach((chunk) => exchange.readResponse(chunk));
  const call = await exchange.end('failure' in response, response.failure);
  if (call === undefined) {
    throw new Error('a redirect is no call');
  }
  return call;
}
