import { diag, metrics, type Attributes, type Histogram, type MeterProvider } from '@opentelemetry/api';
import type { CapturedCall } from '../capture/index.ts';
import { ATTRIBUTE, CLIENT_METRIC, SPAN_SCOPE } from '../contract/index.ts';
import { BUCKET_BOUNDARIES } from './bucketBoundaries.ts';
import { hasMeterProvider } from './hasMeterProvider.ts';

interface Instruments {
  readonly tokens: Histogram;
  readonly duration: Histogram;
  readonly firstChunk: Histogram;
}

/**
 * Records the conventions' client metrics of each exchange through the application's meter, where it has one. They are for
 * other tools: money never rests on them. Attributes: operation, provider, models, server and error type, never who it was for.
 */
export class ClientMetrics {
  readonly #version: string;
  #provider: MeterProvider | undefined;
  #instruments: Instruments | undefined;

  constructor(version: string) {
    this.#version = version;
  }

  /** Never throws: the meter is the application's, of any version. */
  record(call: CapturedCall): void {
    // A line of batch results is no operation of this client's, and may be fetched again.
    if (!hasMeterProvider() || call.identity !== undefined) {
      return;
    }
    try {
      const { tokens, duration, firstChunk } = this.#current();
      const { usage, context, startMs, endMs, firstChunkMs } = call;
      const attributes = describe(call);
      duration.record((endMs - startMs) / 1000, attributes, context);
      if (call.isStream && firstChunkMs !== undefined) {
        firstChunk.record((firstChunkMs - startMs) / 1000, attributes, context);
      }
      if (usage !== undefined) {
        tokens.record(usage.inputTokens, { ...attributes, [CLIENT_METRIC.tokenType]: 'input' }, context);
        tokens.record(usage.outputTokens, { ...attributes, [CLIENT_METRIC.tokenType]: 'output' }, context);
      }
    } catch (error) {
      diag.error('ai-finops: the meter failed; the money record goes out all the same', error);
    }
  }

  #current(): Instruments {
    const provider = metrics.getMeterProvider();
    if (this.#instruments === undefined || this.#provider !== provider) {
      const meter = provider.getMeter(SPAN_SCOPE, this.#version);
      const histogram = (name: string, unit: string, description: string, explicitBucketBoundaries: number[]) =>
        meter.createHistogram(name, { unit, description, advice: { explicitBucketBoundaries } });
      this.#provider = provider;
      this.#instruments = {
        tokens: histogram(
          CLIENT_METRIC.tokenUsage,
          '{token}',
          'Number of input and output tokens used.',
          BUCKET_BOUNDARIES.tokens
        ),
        duration: histogram(
          CLIENT_METRIC.operationDuration,
          's',
          'GenAI operation duration.',
          BUCKET_BOUNDARIES.duration
        ),
        firstChunk: histogram(
          CLIENT_METRIC.timeToFirstChunk,
          's',
          'Time to receive the first chunk of a streamed response.',
          BUCKET_BOUNDARIES.duration
        ),
      };
    }
    return this.#instruments;
  }
}

function describe(call: CapturedCall): Attributes {
  return {
    [ATTRIBUTE.operation]: call.operation,
    [ATTRIBUTE.provider]: call.provider,
    ...(call.requestModel === undefined ? {} : { [ATTRIBUTE.requestModel]: call.requestModel }),
    ...(call.responseModel === undefined ? {} : { [ATTRIBUTE.responseModel]: call.responseModel }),
    [ATTRIBUTE.serverAddress]: call.serverAddress,
    [ATTRIBUTE.serverPort]: call.serverPort,
    ...(call.errorType === undefined ? {} : { [ATTRIBUTE.errorType]: call.errorType }),
  };
}
