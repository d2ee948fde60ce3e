import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Tap, TapOptions } from '../tapUndici.ts';
import { beginExchange } from './beginExchange.ts';
import { observeBody } from './observeBody.ts';
import { OpenExchanges } from './openExchanges.ts';
import { subscribeAll } from '../subscribeAll.ts';
import { wasNeverSent } from './wasNeverSent.ts';

interface Message {
  readonly request: ClientRequest;
  readonly response: IncomingMessage;
  readonly error: unknown;
}

/** Hands over each finished provider exchange of `node:http` and `node:https`, exactly once; WebSockets are not its own. */
export function tapHttp1(options: TapOptions): Tap {
  const open = new OpenExchanges(options.onCall);

  const start = ({ request }: Message) => {
    if (request.method !== 'POST' || request.getHeader('upgrade') !== undefined) {
      return;
    }
    const host = String(request.getHeader('host') ?? request.host);
    const headers = Object.entries(request.getHeaders()).flatMap(([name, value]) => [name, String(value)]);
    const exchange = beginExchange(options, { origin: `${request.protocol}//${host}`, path: request.path, headers });
    if (exchange !== undefined) {
      exchange.isSent = true;
      open.add(request, exchange);
      request.once('close', () => end(request, undefined));
    }
  };

  const respond = ({ request, response }: Message) => {
    const exchange = open.get(request);
    if (exchange === undefined) {
      return;
    }
    if (response.socket.bytesWritten === 0) {
      // A mock (MSW, nock) has answered: there is no provider at the other end.
      open.forget(request);
      return;
    }
    exchange.readHeaders(response.statusCode ?? 0, response.rawHeaders);
    observeBody(response, (chunk) => {
      if (chunk !== null) {
        exchange.readResponse(chunk);
      } else if (response.complete) {
        open.end(request, false, undefined);
      }
    });
  };

  const fail = ({ request, error }: Message) => {
    const exchange = open.get(request);
    if (exchange !== undefined && wasNeverSent(error)) {
      exchange.isSent = false;
    }
    end(request, error);
  };

  /** Before the last byte: the other side hung up, or the application gave up. */
  const end = (request: ClientRequest, error: unknown) => {
    const { socket } = request;
    if (error === undefined && (socket?.bytesWritten ?? 0) === 0) {
      open.forget(request);
      return;
    }
    const isTheirs =
      wasNeverSent(error) || socket?.readableEnded === true || isFailure(socket?.errored) || isTimeout(error);
    open.end(request, true, isTheirs ? (socket?.errored ?? error ?? { code: 'ECONNRESET' }) : undefined);
  };

  const stop = subscribeAll<Message>({
    'http.client.request.start': start,
    'http.client.response.finish': respond,
    'http.client.request.error': fail,
  });
  return { stop, settled: () => open.settled() };
}

function isFailure(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}

function isTimeout(error: unknown): boolean {
  return isFailure(error) && (error as NodeJS.ErrnoException).code === 'ETIMEDOUT';
}
