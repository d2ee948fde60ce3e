import type { Exchange } from './exchange.ts';
import { guarded } from './guarded.ts';
import type { UndiciRequest } from './undiciRequest.ts';

/**
 * undici before 7.12 (Node 22) publishes no body chunks: listens on this one request object instead, by shadowing two of
 * its methods. No prototype and no global is touched. Where a later undici publishes them too, only one is read; where it
 * has but one of the methods (undici 8) nothing is shadowed, or half an exchange would shut out the channels.
 */
export function shadowBody(
  request: UndiciRequest,
  exchange: Pick<Exchange, 'source' | 'readRequest' | 'readResponse'>
): void {
  const { onBodySent, onData } = request;
  if (typeof onBodySent !== 'function' || typeof onData !== 'function') {
    return;
  }
  const mine = () => (exchange.source ??= 'shadow') === 'shadow';
  const sent = guarded((chunk: Uint8Array) => mine() && exchange.readRequest(chunk));
  const received = guarded((chunk: Uint8Array) => mine() && exchange.readResponse(chunk));
  request.onBodySent = function (this: UndiciRequest, chunk) {
    sent(chunk);
    return onBodySent.call(this, chunk);
  };
  request.onData = function (this: UndiciRequest, chunk) {
    received(chunk);
    return onData.call(this, chunk);
  };
}
