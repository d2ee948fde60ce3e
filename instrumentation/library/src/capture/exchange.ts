import type { Context } from '@opentelemetry/api';
import type { ResolvedAttribution } from '../attribution/index.ts';
import { BoundedBytes } from './boundedBytes.ts';
import type { CapturedCall } from './capturedCall.ts';
import { concludeExchange } from './concludeExchange.ts';
import type { FieldSink } from './fieldTaker.ts';
import { header } from './header.ts';
import { inflateBody, type Inflated } from './inflateBody.ts';
import { JsonScanner } from './jsonScanner.ts';
import { SseScanner } from './sseScanner.ts';
import type { Match } from './wire/endpointTable.ts';
import { fieldNode } from './wire/fieldNode.ts';
import type { ResponseFields } from './wire/responseFields.ts';
import { responseNodes } from './wire/responseNodes.ts';

/** Compressed bytes held for one exchange, and bytes they may inflate to. */
const MAX_COMPRESSED = 4 * 1024 * 1024;
const MAX_INFLATED = 64 * 1024 * 1024;

const REQUEST = fieldNode({ model: 'model' });

/** What is known when the request is made. */
export interface ExchangeStart {
  readonly match: Match;
  readonly account: string | undefined;
  readonly attempt: number;
  readonly attribution: ResolvedAttribution;
  readonly context: Context;
}

/** One HTTP attempt at a provider, read as its bytes pass. */
export class Exchange {
  /** Which of two sources showed the first chunk; the other one is then not listened to. */
  source: 'channel' | 'shadow' | undefined;
  isSent = false;
  readonly #start: ExchangeStart;
  readonly #startMs = Date.now();
  readonly #startTick = performance.now();
  #requestModel: string | undefined;
  /** Stops at the model: a prompt that follows is not looked at. */
  readonly #requestScanner = new JsonScanner(REQUEST, (_field, value) => {
    this.#requestModel = String(value);
    this.#requestScanner.stop();
  });
  readonly #fields: ResponseFields = {};
  #httpStatus: number | undefined;
  #encoding = '';
  #scanner: JsonScanner | SseScanner | undefined;
  #compressed: BoundedBytes | undefined;
  #hasBody = false;
  #isTerminated = false;

  constructor(start: ExchangeStart) {
    this.#start = start;
  }

  readRequest(chunk: Uint8Array): void {
    this.isSent = true;
    this.#requestScanner.write(chunk);
  }

  /** `headers` is undici's flat list. */
  readHeaders(status: number, headers: unknown): void {
    this.#httpStatus = status;
    const { format } = this.#start.match;
    const { body, event } = responseNodes(format);
    const isStream = header(headers, 'content-type')?.toLowerCase().startsWith('text/event-stream') === true;
    this.#scanner = isStream ? new SseScanner(event, format.telling, this.#sink) : new JsonScanner(body, this.#sink);
    this.#encoding = header(headers, 'content-encoding')?.trim().toLowerCase() ?? '';
    if (this.#encoding !== '' && this.#encoding !== 'identity') {
      this.#compressed = new BoundedBytes(MAX_COMPRESSED);
    }
  }

  readResponse(chunk: Uint8Array): void {
    this.#hasBody = true;
    if (this.#compressed) {
      this.#compressed.append(chunk);
    } else {
      this.#scanner?.write(chunk);
    }
  }

  /** The finished call; later where a large body has to be inflated first; undefined for a redirect, which is no answer. */
  end(hasFailed: boolean, failure: unknown): CapturedCall | Promise<CapturedCall> | undefined {
    const endMs = this.#startMs + Math.max(0, performance.now() - this.#startTick);
    const status = this.#httpStatus;
    if (status !== undefined && status >= 300 && status < 400) {
      return undefined;
    }
    const conclude = (inflated: Inflated | undefined) => this.#conclude(endMs, hasFailed, failure, inflated);
    if (!this.#compressed || !this.#hasBody || (status ?? 0) >= 400) {
      return conclude(undefined);
    }
    if (this.#compressed.isOverflown) {
      return conclude('too_large');
    }
    const inflated = inflateBody(this.#compressed.bytes, this.#encoding, MAX_INFLATED);
    return typeof inflated === 'object' && 'then' in inflated ? inflated.then(conclude) : conclude(inflated);
  }

  readonly #sink: FieldSink = (field, value) => {
    if (value === '') {
      // Azure's first event names no model yet.
      return;
    }
    (this.#fields as Record<string, string | number>)[field] = value;
    this.#isTerminated ||= field === 'eventType' && this.#start.match.format.terminalEvents.includes(String(value));
  };

  #conclude(endMs: number, hasFailed: boolean, failure: unknown, inflated: Inflated | undefined): CapturedCall {
    const fields = this.#fields;
    const { match, account, attempt, attribution, context } = this.#start;
    if (typeof inflated === 'object') {
      this.#scanner?.write(inflated);
    }
    const isStream = this.#scanner instanceof SseScanner;
    const isClosed = this.#scanner instanceof SseScanner ? this.#scanner.isDone : this.#scanner?.complete === true;
    const conclusion = concludeExchange({
      isSent: this.isSent,
      httpStatus: this.#httpStatus,
      hasFailed,
      failure,
      hasBody: this.#hasBody,
      bodyProblem: typeof inflated === 'string' ? inflated : undefined,
      isStream,
      isTerminated: isClosed || this.#isTerminated,
      finishReason: fields.finishReason,
      reportedError: fields.errorType,
      usage: match.format.usage(fields),
    });
    return {
      provider: match.provider,
      operation: match.format.operation,
      requestModel: this.#requestModel,
      responseModel: fields.model,
      responseId: fields.id,
      isStream,
      finishReason: fields.finishReason,
      serviceTier: fields.speed === 'fast' ? fields.speed : fields.serviceTier,
      ...conclusion,
      httpStatus: this.#httpStatus,
      attempt,
      account,
      serverAddress: match.address,
      serverPort: match.port,
      startMs: this.#startMs,
      endMs,
      attribution,
      context,
    };
  }
}
