import {
  diag,
  isSpanContextValid,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Span,
  type Tracer,
} from '@opentelemetry/api';
import { registeredProvider, type CapturedCall } from '../capture/index.ts';
import { ATTRIBUTE, SPAN_SCOPE } from '../contract/index.ts';
import { callName } from './callName.ts';
import type { CostEstimate } from './costEstimate.ts';
import { describeCall } from './describeCall.ts';
import type { PresetIdGenerator } from './presetIdGenerator.ts';
import { identityIds } from './identityIds.ts';
import { randomIds } from './randomIds.ts';
import { SpanAttributes } from './spanAttributes.ts';
import type { SpanIds } from './spanIds.ts';

const MAX_WAITING = 1000;

interface Waiting {
  readonly call: CapturedCall;
  readonly cost: CostEstimate | undefined;
  readonly ids: SpanIds;
}

/**
 * Shows calls as spans of the application's tracer, after the fact, and says which ids they have. Whatever the tracer does
 * (nothing, sample, fail) a call has valid ids of its own: the record's identity rests on them.
 */
export class SpanShower {
  readonly #version: string;
  /** Spans of the first calls, while the SDK we start is being loaded; undefined where none is. */
  #waiting: Waiting[] | undefined;
  #provider: unknown;
  /** Of `#provider`: looking it up costs as much as an unsampled span. */
  #tracer: Tracer | undefined;

  constructor(version: string) {
    this.#version = version;
  }

  /** From now on calls are kept, as no tracer provider is there yet, until `sdkReady`. */
  awaitSdk(): void {
    this.#waiting = [];
  }

  /** Shows what was kept, with the ids it was recorded under; or lets it go, where no SDK of ours was started. */
  sdkReady(generator: PresetIdGenerator | undefined): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    if (generator !== undefined) {
      for (const { call, cost, ids } of waiting) {
        generator.use(ids, () => void this.#show(call, cost));
      }
    }
  }

  /** Shows a call; its ids. Never throws. */
  show(call: CapturedCall, cost: CostEstimate | undefined): SpanIds {
    if (call.identity !== undefined) {
      // A line of batch results: no exchange of now, and one call however often it is seen.
      return identityIds(call.identity);
    }
    const provider = registeredProvider();
    if (provider !== undefined) {
      if (provider !== this.#provider) {
        this.#provider = provider;
        this.#tracer = undefined;
      }
      return this.#show(call, cost);
    }
    const ids = ownIds(call);
    if (this.#waiting !== undefined && this.#waiting.length < MAX_WAITING) {
      this.#waiting.push({ call, cost, ids });
    }
    return ids;
  }

  #show(call: CapturedCall, cost: CostEstimate | undefined): SpanIds {
    let ids: SpanIds | undefined;
    try {
      // The application's tracer: it may be of any version, and it may fail.
      this.#tracer ??= trace.getTracer(SPAN_SCOPE, this.#version);
      const attributes = samplingAttributes(call);
      const span = this.#tracer.startSpan(
        callName(call),
        { kind: SpanKind.CLIENT, startTime: hrTime(call.startMs), attributes },
        call.context
      );
      ids = idsOf(span, call);
      if (span.isRecording()) {
        const sink = new SpanAttributes(span, attributes);
        describeCall(call, cost, sink);
        sink.cost(cost, call.providerCostUsd !== undefined);
        if (call.status === 'error' || call.status === 'refused') {
          span.setStatus({ code: SpanStatusCode.ERROR });
        }
      }
      span.end(hrTime(call.endMs));
    } catch (error) {
      diag.error('ai-finops: the tracer failed; the money record goes out all the same', error);
    }
    return ids ?? ownIds(call);
  }
}

/** Without a provider the API hands back the parent itself: those ids are not the call's own. */
function idsOf(span: Span, call: CapturedCall): SpanIds | undefined {
  const { traceId, spanId } = span.spanContext();
  const parent = trace.getSpanContext(call.context);
  if (!isSpanContextValid({ traceId, spanId, traceFlags: 0 }) || spanId === parent?.spanId) {
    return undefined;
  }
  return { traceId, spanId, parentSpanId: parent?.traceId === traceId ? parent.spanId : undefined };
}

function ownIds(call: CapturedCall): SpanIds {
  const { traceId, spanId } = randomIds();
  const parent = trace.getSpanContext(call.context);
  return parent !== undefined && isSpanContextValid(parent)
    ? { traceId: parent.traceId, spanId, parentSpanId: parent.spanId }
    : { traceId, spanId, parentSpanId: undefined };
}

/** What a sampler may want to see. */
function samplingAttributes(call: CapturedCall): Attributes {
  const attributes: Attributes = {
    [ATTRIBUTE.operation]: call.operation,
    [ATTRIBUTE.provider]: call.provider,
    [ATTRIBUTE.serverAddress]: call.serverAddress,
    [ATTRIBUTE.serverPort]: call.serverPort,
  };
  if (call.requestModel !== undefined) {
    attributes[ATTRIBUTE.requestModel] = call.requestModel;
  }
  return attributes;
}

function hrTime(ms: number): [number, number] {
  const seconds = Math.floor(ms / 1000);
  return [seconds, Math.round((ms - seconds * 1000) * 1e6)];
}
