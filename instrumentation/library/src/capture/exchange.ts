import type { Context } from '@opentelemetry/api';
import type { ResolvedAttribution } from '../attribution/index.ts';
import { EventStreamScanner } from './bedrock/eventStreamScanner.ts';
import { asBuffer } from './asBuffer.ts';
import { BoundedBytes } from './boundedBytes.ts';
import type { CapturedCall } from './capturedCall.ts';
import { concludeExchange } from './concludeExchange.ts';
import type { FieldSink } from './fieldTaker.ts';
import { header } from './header.ts';
import { inflateBody, type Inflated } from './inflateBody.ts';
import { JsonScanner } from './jsonScanner.ts';
import type { PrefixMeter } from './prefixMeter.ts';
import type { PrefixReader } from './prefixReader.ts';
import { RequestModel } from './requestModel.ts';
import { borrowScanner, returnScanner } from './scannerPool.ts';
import { SseScanner } from './sseScanner.ts';
import type { Match } from './wire/endpointTable.ts';
import { reportedCost } from './wire/reportedCost.ts';
import type { ResponseFields } from './wire/responseFields.ts';
import { responseNodes } from './wire/responseNodes.ts';

/** Compressed bytes held for one exchange, and bytes they may inflate to. */
const MAX_COMPRESSED = 4 * 1024 * 1024;
const MAX_INFLATED = 64 * 1024 * 1024;

const EVENT_STREAM = 'application/vnd.amazon.eventstream';
const OPAQUE = /^(audio|text|application\/octet-stream)\b/;

export interface ExchangeTimes {
  /** ms since the epoch. */
  readonly startMs: number;
  /** The same moment as `performance.now` was then. */
  readonly startTick: number;
  /** When the first bytes of the answer came, on that clock. */
  firstTick: number | undefined;
}

/** What is known when the request is made; asked for when it has ended, but for `match`. */
export interface ExchangeStart {
  readonly match: Match;
  readonly account: string | undefined;
  readonly attempt: number;
  readonly attribution: ResolvedAttribution;
  readonly context: Context;
  /** When it was made, where that is not now. */
  readonly made?: ExchangeTimes | undefined;
  /** The model asked for, where it is known without reading. */
  readonly requestModel?: string | undefined;
  /** Where the service wants to know how much of its prompts stays the same. */
  readonly prefixes?: PrefixMeter | undefined;
}

/**
 * One HTTP attempt at a provider, read as its bytes pass. Thousands may be open at once: what another object has already is
 * not kept here again.
 */
export class Exchange implements FieldSink {
  isSent = false;
  readonly #start: ExchangeStart;
  readonly #times: ExchangeTimes;
  /** Made where there is something to read. */
  #request: RequestModel | undefined;
  readonly #prefix: PrefixReader | undefined;
  readonly #fields: ResponseFields = {};
  #httpStatus: number | undefined;
  #encoding = '';
  #scanner: JsonScanner | SseScanner | EventStreamScanner | undefined;
  #compressed: BoundedBytes | undefined;
  #hasBody = false;
  /** The last word was said; or there are no words. */
  #isTerminated = false;

  constructor(start: ExchangeStart) {
    this.#start = start;
    this.#times = start.made ?? { startMs: Date.now(), startTick: performance.now(), firstTick: undefined };
    this.#prefix = start.prefixes?.begin();
    if (start.match.model !== undefined) {
      this.#fields.pathModel = start.match.model;
    }
  }

  readRequest(chunk: Uint8Array): void {
    this.isSent = true;
    const bytes = asBuffer(chunk);
    if (this.#httpStatus === undefined) {
      this.#request ??= new RequestModel(this.#knownModel);
      this.#request.read(bytes);
    }
    this.#prefix?.read(bytes);
  }

  /** `headers` is undici's flat list. */
  readHeaders(status: number, headers: unknown): void {
    this.#httpStatus = status;
    this.#request?.finish();
    const { format } = this.#start.match;
    const { body, event, telling } = responseNodes(format);
    format.fromHeaders?.(headers, this.#fields);
    const type = header(headers, 'content-type')?.toLowerCase() ?? '';
    const isStream = type.startsWith('text/event-stream');
    if (!isStream && format.isAlsoOpaque === true && OPAQUE.test(type)) {
      this.#isTerminated = true;
      return;
    }
    this.#scanner = isStream
      ? new SseScanner(event, telling, this)
      : type.startsWith(EVENT_STREAM)
        ? new EventStreamScanner(event, this)
        : borrowScanner(body, this);
    this.#encoding = header(headers, 'content-encoding')?.trim().toLowerCase() ?? '';
    if (this.#encoding !== '' && this.#encoding !== 'identity') {
      this.#compressed = new BoundedBytes(MAX_COMPRESSED);
    }
  }

  /** Reads `chunk[from, to)`. */
  readResponse(chunk: Uint8Array, from = 0, to = chunk.length): void {
    this.#times.firstTick ??= performance.now();
    this.#hasBody = true;
    const bytes = asBuffer(chunk);
    if (this.#compressed) {
      this.#compressed.append(bytes.subarray(from, to));
    } else if (this.#scanner instanceof EventStreamScanner) {
      this.#scanner.write(bytes.subarray(from, to));
    } else {
      this.#scanner?.write(bytes, from, to);
    }
  }

  /** Takes a field that was read. */
  take(field: string, value: string | number): void {
    if (value === '') {
      // Azure's first event names no model yet.
      return;
    }
    const { format } = this.#start.match;
    if (format.take?.(this.#fields, field, value) !== true) {
      (this.#fields as Record<string, string | number>)[field] = value;
    }
    this.#isTerminated ||= field === 'eventType' && format.terminalEvents.includes(String(value));
  }

  /**
   * The finished call, which ended at `tick`; later where a large body has to be inflated first; undefined for a redirect,
   * which is no answer.
   */
  end(
    hasFailed: boolean,
    failure: unknown,
    tick = performance.now()
  ): CapturedCall | Promise<CapturedCall> | undefined {
    const { startMs, startTick } = this.#times;
    const endMs = startMs + Math.max(0, tick - startTick);
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

  /** The model that is known without reading. */
  get #knownModel(): string | undefined {
    return this.#start.requestModel ?? this.#start.match.model;
  }

  #conclude(endMs: number, hasFailed: boolean, failure: unknown, inflated: Inflated | undefined): CapturedCall {
    const fields = this.#fields;
    const { match, account, attempt, attribution, context, prefixes } = this.#start;
    const { startMs, startTick, firstTick } = this.#times;
    if (typeof inflated === 'object') {
      this.#scanner?.write(inflated);
    }
    const scanner = this.#scanner;
    const isEventStream = scanner instanceof SseScanner;
    if (isEventStream) {
      scanner.finish();
    }
    const isStream = match.format.isStream === true || isEventStream;
    const isMidEvent = scanner?.isMidEvent === true;
    const isComplete = scanner?.complete === true;
    if (scanner instanceof JsonScanner) {
      returnScanner(scanner);
    }
    this.#scanner = undefined;
    const conclusion = concludeExchange({
      isSent: this.isSent,
      httpStatus: this.#httpStatus,
      hasFailed,
      failure,
      hasBody: this.#hasBody,
      bodyProblem: typeof inflated === 'string' ? inflated : undefined,
      isStream,
      // In an event that was cut in two, usage may still have to come after the words that end a stream.
      isTerminated: isComplete || (this.#isTerminated && !isMidEvent),
      finishReason: isMidEvent ? undefined : fields.finishReason,
      reportedError: fields.errorType,
      usage: match.format.usage(fields),
    });
    return {
      provider: match.provider,
      operation: match.operation,
      requestModel: this.#request === undefined ? this.#knownModel : this.#request.model,
      responseModel: fields.model === undefined ? undefined : (match.format.modelName?.(fields.model) ?? fields.model),
      responseId: fields.id,
      isStream,
      finishReason: fields.finishReason,
      serviceTier: fields.serviceTier,
      speed: fields.speed,
      inferenceGeo: fields.inferenceGeo,
      providerCostUsd: reportedCost(match.provider, fields),
      ...conclusion,
      isUsagePartial:
        conclusion.isUsagePartial || (conclusion.usage !== undefined && match.format.isPartial?.(fields) === true),
      httpStatus: this.#httpStatus,
      attempt,
      account,
      serverAddress: match.address,
      serverPort: match.port,
      startMs,
      endMs,
      firstChunkMs: firstTick === undefined ? undefined : startMs + firstTick - startTick,
      promptPrefix:
        this.#prefix &&
        prefixes?.conclude(
          `${match.provider} ${match.operation} ${attribution.feature} ${attribution.requestType}`,
          this.#prefix
        ),
      attribution,
      context,
    };
  }
}
