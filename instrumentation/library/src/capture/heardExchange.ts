import type { Context } from '@opentelemetry/api';
import { attributionStorage, resolveAttribution, type ResolvedAttribution } from '../attribution/index.ts';
import { accountOf } from './accountOf.ts';
import type { EventLog } from './eventLog.ts';
import { Exchange } from './exchange.ts';
import { header } from './header.ts';
import { modelAtHead } from './modelAtHead.ts';
import type { BodyReader } from './shadowBody.ts';
import type { TapOptions } from './tapUndici.ts';
import type { Match } from './wire/endpointTable.ts';

/** What is known when the request is made. */
export interface HeardStart {
  readonly options: TapOptions;
  readonly log: EventLog<HeardExchange>;
  readonly match: Match;
  readonly active: Context;
  /** Of the request: undici's flat list. */
  readonly headers: unknown;
}

/**
 * An exchange under way, of which only that is looked at which must be looked at now: clock and context. What happens to it
 * goes to the log; its `exchange` is made when that is read.
 */
export class HeardExchange implements BodyReader {
  source: 'channel' | 'shadow' | undefined;
  /** Whether any of the request left the process. */
  isSent = false;
  /** When the first bytes of the answer came, as `performance.now` was then. */
  firstTick: number | undefined;
  readonly startMs = Date.now();
  readonly startTick = performance.now();
  readonly #store = attributionStorage.getStore();
  readonly #start: HeardStart;
  #model: string | undefined;
  #attribution: ResolvedAttribution | undefined;
  #exchange: Exchange | undefined;

  constructor(start: HeardStart) {
    this.#start = start;
    if (this.#store?.route !== undefined || this.#store?.follow !== undefined) {
      // They want to be asked now.
      this.#attribution = this.#resolve();
    }
  }

  readRequest(chunk: Uint8Array): void {
    if (!this.isSent) {
      this.isSent = true;
      this.#model = modelAtHead(chunk);
    }
    if (this.#model === undefined || this.#start.options.prefixes !== undefined) {
      this.#start.log.sent(this, chunk);
    }
  }

  readHeaders(status: number, headers: unknown): void {
    this.#start.log.headers(this, status, headers);
  }

  readResponse(chunk: Uint8Array): void {
    this.firstTick ??= performance.now();
    this.#start.log.received(this, chunk);
  }

  end(hasFailed: boolean, failure: unknown): void {
    this.#start.log.ended(this, hasFailed, failure);
    if (this.#attribution?.follower !== undefined || this.#start.options.isAwaited?.() === true) {
      // Somebody waits for the end: a budget, for what it has cost; a tracer of the application, which may soon flush.
      this.#start.log.readAll();
    }
  }

  get exchange(): Exchange {
    return (this.#exchange ??= this.#make());
  }

  #make(): Exchange {
    const { match, headers, options, active } = this.#start;
    const retries = Number(header(headers, 'x-stainless-retry-count') ?? 0);
    return new Exchange({
      match,
      account: match.account ?? accountOf(headers, options.accounts),
      attempt: Number.isInteger(retries) && retries >= 0 && retries < 1000 ? retries + 1 : 1,
      attribution: this.#attribution ?? this.#resolve(),
      context: active,
      made: this,
      requestModel: this.#model,
      prefixes: options.prefixes,
    });
  }

  #resolve(): ResolvedAttribution {
    const { defaults, allowEmailTenants } = this.#start.options;
    return resolveAttribution(this.#store, defaults, allowEmailTenants);
  }
}
