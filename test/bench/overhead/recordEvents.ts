import { subscribe, unsubscribe } from 'node:diagnostics_channel';

/** One message of one of undici's channels, without the request it is about. */
export interface ChannelEvent {
  readonly channel: string;
  readonly rest: Readonly<Record<string, unknown>>;
}

export interface RecordedExchange {
  /** The real request: what is replayed has its prototype and its properties. */
  readonly request: object;
  readonly events: readonly ChannelEvent[];
}

const CHANNELS = ['create', 'bodyChunkSent', 'bodySent', 'headers', 'bodyChunkReceived', 'trailers', 'error'].map(
  (name) => `undici:request:${name}`
);

/** Everything the channels say while `call` makes its one request. */
export async function recordEvents(call: () => Promise<unknown>): Promise<RecordedExchange> {
  const events: ChannelEvent[] = [];
  let seen: object | undefined;
  const listeners = CHANNELS.map((channel) => {
    const listen = (message: unknown) => {
      const { request, ...rest } = message as { request: object } & Record<string, unknown>;
      seen ??= request;
      if (request === seen) {
        const { chunk } = rest as { chunk?: Uint8Array };
        events.push({ channel, rest: chunk instanceof Uint8Array ? { ...rest, chunk: Buffer.from(chunk) } : rest });
      }
    };
    subscribe(channel, listen);
    return () => unsubscribe(channel, listen);
  });
  await call();
  listeners.forEach((stop) => stop());
  if (seen === undefined) {
    throw new Error('no request was made through fetch');
  }
  return { request: seen, events };
}
