import type { ClientHttp2Stream, IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http2';
import type { Tap, TapOptions } from '../tapUndici.ts';
import { beginExchange } from './beginExchange.ts';
import { http2Failure } from './http2Failure.ts';
import { observeBody } from './observeBody.ts';
import { OpenExchanges } from './openExchanges.ts';
import { subscribeAll } from '../subscribeAll.ts';

interface Message {
  readonly stream: ClientHttp2Stream;
  readonly headers: OutgoingHttpHeaders & IncomingHttpHeaders;
}

/** Hands over each finished provider exchange of `node:http2`, exactly once; on a Node of 2025 or later, which has the channels. */
export function tapHttp2(options: TapOptions): Tap {
  const open = new OpenExchanges(options.onCall);

  const create = ({ stream, headers }: Message) => {
    if (headers[':method'] !== 'POST' || isUndici(stream)) {
      return;
    }
    const exchange = beginExchange(options, {
      origin: `${String(headers[':scheme'])}://${String(headers[':authority'])}`,
      path: String(headers[':path']),
      headers: flat(headers),
    });
    if (exchange === undefined) {
      return;
    }
    open.add(stream, exchange);
    observeBody(stream, (chunk) => {
      if (chunk !== null) {
        exchange.readResponse(chunk);
      } else if (!stream.closed) {
        // The other side has said its last; a stream that is closed first ends without that.
        open.end(stream, false, undefined);
      }
    });
  };

  const stop = subscribeAll<Message>({
    'http2.client.stream.created': create,
    'http2.client.stream.start': ({ stream }) => {
      const exchange = open.get(stream);
      if (exchange !== undefined) {
        exchange.isSent = true;
      }
    },
    'http2.client.stream.finish': ({ stream, headers }) =>
      open.get(stream)?.readHeaders(Number(headers[':status']), flat(headers)),
    'http2.client.stream.close': ({ stream }) => {
      if (open.get(stream) !== undefined) {
        open.end(stream, true, http2Failure(stream));
      }
    },
  });
  return { stop, settled: () => open.settled() };
}

/**
 * undici speaks HTTP/2 through node:http2, too, and is read on its own channels, which know the request: one exchange, one
 * record. It counts a session's streams on the session, under a symbol of this name in undici 6, 7 and 8.
 */
function isUndici({ session }: ClientHttp2Stream): boolean {
  return (
    session !== undefined &&
    Object.getOwnPropertySymbols(session).some(({ description }) => description === 'open streams')
  );
}

function flat(headers: OutgoingHttpHeaders): readonly string[] {
  return Object.entries(headers).flatMap(([name, value]) => [name, String(value)]);
}
