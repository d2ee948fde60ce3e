import { context, diag } from '@opentelemetry/api';
import { attributionStorage, resolveAttribution } from '../../attribution/index.ts';
import { accountOf } from '../accountOf.ts';
import { countUncaptured } from '../countUncaptured.ts';
import { guarded } from '../guarded.ts';
import { shadowBody } from '../shadowBody.ts';
import { subscribeAll } from '../subscribeAll.ts';
import type { Tap, TapOptions } from '../tapUndici.ts';
import type { UndiciRequest } from '../undiciRequest.ts';
import { anthropicBatches } from './anthropicBatches.ts';
import { BatchDownload, type BatchEnds } from './batchDownload.ts';
import { openaiBatches } from './openaiBatches.ts';

/** In this order: Anthropic's path of a batch would pass for OpenAI's. */
const FORMATS = [anthropicBatches, openaiBatches];

/**
 * Listens to downloads of batch results by fetch. Every answered line is a call of the tier `batch`, at the time its answer
 * was made; however often it is downloaded, it is one call, because it always has the same identity and time.
 */
export function tapBatches(options: TapOptions): Tap {
  const downloads = new WeakMap<object, BatchDownload>();
  const reading = new Set<Promise<void>>();
  const ends: BatchEnds = new Map();

  const create = ({ request }: { request: UndiciRequest }) => {
    if (request.method !== 'GET') {
      return;
    }
    const path = request.path.split('?', 1)[0] ?? '';
    const format = FORMATS.find(({ results, batch }) => results.test(path) || batch.test(path));
    const origin = String(request.origin);
    const at = format && options.endpoints.provider(origin, path);
    if (format === undefined || at === undefined) {
      return;
    }
    const results = format.results.exec(path);
    const download = new BatchDownload(
      {
        provider: at.provider,
        serverAddress: at.serverAddress,
        serverPort: at.serverPort,
        format,
        name: (results ?? format.batch.exec(path))?.[1] ?? '',
        isResults: results !== null,
        account: accountOf(request.headers, options.accounts),
        attribution: resolveAttribution(attributionStorage.getStore(), options.defaults, options.allowEmailTenants),
        context: context.active(),
      },
      ends,
      guarded(options.onCall)
    );
    downloads.set(request, download);
    stopFollowing ??= follow();
    options.onBegin();
    shadowBody(request, download);
  };

  const end = ({ request }: { request: UndiciRequest }) => {
    const download = downloads.get(request);
    if (download === undefined) {
      return;
    }
    downloads.delete(request);
    const later = download
      .end()
      .catch((error: unknown) => diag.error('ai-finops: batch results could not be read', error))
      .then(() => {
        reading.delete(later);
        if (download.undated > 0) {
          countUncaptured(new URL(String(request.origin)).host, 'batch results of an unknown time');
        }
      });
    reading.add(later);
  };

  /** From the first download on: a service without batches must not pay for every chunk of its other calls. */
  const follow = () =>
    subscribeAll<never>({
      'undici:request:headers': (message: {
        request: UndiciRequest;
        response: { statusCode: number; headers: unknown };
      }) => downloads.get(message.request)?.readHeaders(message.response.statusCode, message.response.headers),
      'undici:request:bodyChunkReceived': ({ request, chunk }: { request: UndiciRequest; chunk: Uint8Array }) => {
        const download = downloads.get(request);
        if (download !== undefined && (download.source ??= 'channel') === 'channel') {
          download.readResponse(chunk);
        }
      },
      'undici:request:trailers': end,
      'undici:request:error': end,
    });
  let stopFollowing: (() => void) | undefined;
  const stop = subscribeAll({ 'undici:request:create': create });
  return {
    stop() {
      stop();
      stopFollowing?.();
    },
    async settled() {
      await Promise.allSettled(reading);
    },
  };
}
