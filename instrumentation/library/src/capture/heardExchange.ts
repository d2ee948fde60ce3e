import type { Context } from '@opentelemetry/api';
import { attributionStorage, resolveAttribution, type ResolvedAttribution } from '../attribution/index.ts';
import { accountOf } from './accountOf.ts';
import type { EventLog } from './eventLog.ts';
import { Exchange, type ExchangeStart, type ExchangeTimes } from './exchange.ts';
import { header } from './header.ts';
import { modelAtHead } from './modelAtHead.ts';
import type { PrefixMeter } from './prefixMeter.ts';
import type { BodyReader } from './shadowBody.ts';
import type { TapOptions } from './tapUndici.ts';
import type { Match } from './wire/endpointTable.ts';

/** What all exchanges of a tap have in common. */
export interface Hearing {
  readonly options: TapOptions;
  readonly log: EventLog<HeardExchange>;
}

/**
 * An exchange under way, of which only that is looked at which must be looked at now: clock and context. What happens to it
 * goes to the log; its `exchange` is made when that is read, and asks for the rest when it has ended.
 */
export class HeardExchange implements BodyReader, ExchangeStart, ExchangeTimes {
  source: 'channel' | 'shadow' | undefined;
  /** Whether any of the request left the process. */
  isSent = false;
  firstTick: number | undefined;
  readonly startMs = Date.now();
  readonly startTick = performance.now();
  readonly match: Match;
  readonly context: Context;
  /** As the head of the body says; undefined: it has to be read. */
  requestModel: string | undefined;
  readonly #hearing: Hearing;
  /** Of the request: undici's flat list. */
  readonly #headers: unknown;
  readonly #store = attributionStorage.getStore();
  /** Resolved at the start only where somebody wants to be asked then. */
  #attribution: ResolvedAttribution | undefined;
  #exchange: Exchange | undefined;

  constructor(hearing: Hearing, match: Match, context: Context, headers: unknown) {
    this.#hearing = hearing;
    this.match = match;
    this.context = context;
    this.#headers = headers;
    if (this.#store?.route !== undefined || this.#store?.follow !== undefined) {
      this.#attribution = this.#resolve();
    }
  }

  get made(): ExchangeTimes {
    return this;
  }

  get account(): string | undefined {
    return this.match.account ?? accountOf(this.#headers, this.#hearing.options.accounts);
  }

  get attempt(): number {
    const retries = Number(header(this.#headers, 'x-stainless-retry-count') ?? 0);
    return Number.isInteger(retries) && retries >= 0 && retries < 1000 ? retries + 1 : 1;
  }

  get attribution(): ResolvedAttribution {
    return this.#attribution ?? this.#resolve();
  }

  get prefixes(): PrefixMeter | undefined {
    return this.#hearing.options.prefixes;
  }

  readRequest(chunk: Uint8Array): void {
    if (!this.isSent) {
      this.isSent = true;
      this.requestModel = modelAtHead(chunk);
    }
    if (this.requestModel === undefined || this.prefixes !== undefined) {
      this.#hearing.log.sent(this, chunk);
    }
  }

  readHeaders(status: number, headers: unknown): void {
    this.#hearing.log.headers(this, status, headers);
  }

  readResponse(chunk: Uint8Array): void {
    this.firstTick ??= performance.now();
    this.#hearing.log.received(this, chunk);
  }

  end(hasFailed: boolean, failure: unknown): void {
    const { log, options } = this.#hearing;
    log.ended(this, hasFailed, failure);
    if (this.#attribution?.follower !== undefined || options.isAwaited?.() === true) {
      // Somebody waits for the end: a budget, for what it has cost; a tracer of the application, which may soon flush.
      log.readAll();
    }
  }

  get exchange(): Exchange {
    return (this.#exchange ??= new Exchange(this));
  }

  #resolve(): ResolvedAttribution {
    const { defaults, allowEmailTenants } = this.#hearing.options;
    return resolveAttribution(this.#store, defaults, allowEmailTenants);
  }
}
