import { handlerFailed } from './handlerFailed.ts';
import type { UndiciRequest } from './undiciRequest.ts';

/** What listens to a request's body, by the channels or here. */
export interface BodyReader {
  /** Which of two sources showed the first chunk; the other one is then not listened to. */
  source: 'channel' | 'shadow' | undefined;
  readRequest(chunk: Uint8Array): void;
  readResponse(chunk: Uint8Array): void;
}

/**
 * undici before 7.12 (Node 22) publishes no body chunks: listens on this one request object instead, by shadowing two of
 * its methods. No prototype and no global is touched. Where a later undici publishes them too, only one is read; where it
 * has but one of the methods (undici 8) nothing is shadowed, or half an exchange would shut out the channels.
 */
export function shadowBody(request: UndiciRequest, reader: BodyReader): void {
  const { onBodySent, onData } = request;
  if (typeof onBodySent !== 'function' || typeof onData !== 'function') {
    return;
  }
  request.onBodySent = function (this: UndiciRequest, chunk) {
    show(reader, 'readRequest', chunk);
    return onBodySent.call(this, chunk);
  };
  request.onData = function (this: UndiciRequest, chunk) {
    show(reader, 'readResponse', chunk);
    return onData.call(this, chunk);
  };
}

/** Here, not in closures of each request: on Node 22 every open stream would keep them. */
function show(reader: BodyReader, read: 'readRequest' | 'readResponse', chunk: Uint8Array): void {
  try {
    if ((reader.source ??= 'shadow') === 'shadow') {
      reader[read](chunk);
    }
  } catch (error) {
    handlerFailed(error);
  }
}
