import { ROOT_CONTEXT } from '@opentelemetry/api';
import { extractUsage, findProvider } from '@pydantic/genai-prices';
import fc from 'fast-check';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { compatibleExchanges } from '../../../testing/compatibleExchanges.ts';
import { formatExchanges } from '../../../testing/formatExchanges.ts';
import type { RecordedExchange } from '../../../testing/recordedExchange.ts';
import { resolveAttribution } from '../../attribution/index.ts';
import { splitUsage } from '../../pricing/index.ts';
import type { CapturedCall } from '../capturedCall.ts';
import { Exchange } from '../exchange.ts';
import { EndpointTable } from './endpointTable.ts';
import { PROVIDER_ENDPOINTS } from './providerEndpoints.ts';

const table = new EndpointTable(PROVIDER_ENDPOINTS);
const every = [...compatibleExchanges, ...formatExchanges];
const name = ({ provider, path }: RecordedExchange) => `${provider} ${path}`;

interface Sent {
  readonly isStream: boolean;
  readonly encoding?: 'gzip' | 'br';
  /** Where writes end. */
  readonly cuts?: readonly number[];
  /** How many bytes arrive before the connection breaks. */
  readonly length?: number;
}

async function read(
  recorded: RecordedExchange,
  { isStream, encoding, cuts = [], length }: Sent
): Promise<CapturedCall> {
  const match = table.match(`https://${recorded.host}`, recorded.path);
  if (match === undefined || match === 'unread') {
    throw new Error('the endpoint is not known');
  }
  const exchange = new Exchange({
    match,
    account: undefined,
    attempt: 1,
    attribution: resolveAttribution(undefined, {}, false),
    context: ROOT_CONTEXT,
  });
  exchange.isSent = true;
  exchange.readHeaders(200, [
    'content-type',
    isStream ? 'text/event-stream' : 'application/json',
    ...(encoding ? ['content-encoding', encoding] : []),
  ]);
  const plain = Buffer.from(isStream ? (recorded.stream ?? []).join('') : recorded.body);
  const bytes = encoding === 'gzip' ? gzipSync(plain) : encoding === 'br' ? brotliCompressSync(plain) : plain;
  const end = Math.min(length ?? Infinity, bytes.length);
  let at = 0;
  for (const cut of [...cuts.filter((one) => one < end).sort((a, b) => a - b), end]) {
    exchange.readResponse(bytes.subarray(at, cut));
    at = cut;
  }
  const isCut = end < bytes.length;
  return (await exchange.end(
    isCut,
    isCut ? Object.assign(new Error('cut'), { code: 'ECONNRESET' }) : undefined
  )) as CapturedCall;
}

/** Without parts that are absent or 0. */
function told(usage: object | undefined): object | undefined {
  return (
    usage &&
    Object.fromEntries(
      Object.entries(usage).filter(([key, count]) => count || key === 'inputTokens' || key === 'outputTokens')
    )
  );
}

const ways = every.flatMap((recorded) =>
  [false, true]
    .filter((isStream) => !isStream || recorded.stream !== undefined)
    .map((isStream) => ({ recorded, isStream, what: `${name(recorded)}${isStream ? ', streamed' : ''}` }))
);

describe.each(ways)('$what', ({ recorded, isStream }) => {
  it('is read exactly, whatever the writes and the encoding', async () => {
    const whole = Buffer.byteLength(isStream ? (recorded.stream ?? []).join('') : recorded.body);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: whole }), { maxLength: 12 }),
        fc.constantFrom(undefined, undefined, 'gzip' as const, 'br' as const),
        async (cuts, encoding) => {
          const call = await read(recorded, { isStream, cuts, ...(encoding && { encoding }) });
          expect(told(call.usage)).toEqual(told(recorded.usage));
          expect(call).toMatchObject({
            provider: recorded.provider,
            responseId: recorded.id,
            responseModel: recorded.model,
            providerCostUsd: recorded.costUsd,
            isStream,
            status: 'ok',
            isUsagePartial: false,
            usageUnknown: undefined,
          });
          expect(call.usage && splitUsage(call.usage)).not.toHaveProperty('reason');
        }
      ),
      { numRuns: 40 }
    );
  });

  it('says less and says so, or the same, when it is cut', async () => {
    const whole = Buffer.byteLength(isStream ? (recorded.stream ?? []).join('') : recorded.body);
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: whole - 1 }),
        fc.array(fc.nat({ max: whole }), { maxLength: 4 }),
        async (length, cuts) => {
          const call = await read(recorded, { isStream, cuts, length });
          const isWhole = JSON.stringify(told(call.usage)) === JSON.stringify(told(recorded.usage));
          expect(isWhole || call.isUsagePartial || call.usageUnknown !== undefined).toBe(true);
        }
      ),
      { numRuns: 60 }
    );
  });
});

/** The catalogue's name of a provider, and of its formats. */
const CATALOGUE: Readonly<Record<string, readonly [provider: string, flavour?: string]>> = {
  anthropic: ['anthropic', 'default'],
  'azure.ai.openai': ['azure'],
  'gcp.vertex_ai': ['anthropic', 'default'],
  groq: ['groq', 'default'],
  mistral_ai: ['mistral', 'default'],
  perplexity: ['perplexity', 'default'],
  x_ai: ['x-ai', 'chat'],
};
const FLAVOURS = ['embeddings', 'images', 'responses', 'chat'];
/** What it does not know: Moonshot's and Together's names, steps beside the totals, lifetimes without a total, sound. */
const UNKNOWN = /"total_tokens":1746,"cached_tokens"|"compaction"|ttl_30m|input_token_details/;
const judged = every.flatMap((recorded) => {
  const [providerId, flavour] = CATALOGUE[recorded.provider] ?? [recorded.provider];
  const provider = findProvider({ providerId });
  const by = flavour ?? FLAVOURS.find((part) => recorded.path.includes(part));
  return provider?.extractors === undefined || by === undefined || UNKNOWN.test(recorded.body)
    ? []
    : [{ what: name(recorded), recorded, provider, by }];
});

it('is judged by an independent reader for most', () => {
  expect(judged.length).toBeGreaterThanOrEqual(14);
});

it.each(judged)('$what: an independent reader agrees', ({ recorded, provider, by }) => {
  const { usage } = extractUsage(provider, JSON.parse(recorded.body), by);
  const { inputTokens, outputTokens, cacheReadTokens = 0, reasoningTokens = 0 } = recorded.usage;
  expect([
    usage.input_tokens,
    usage.output_tokens ?? 0,
    usage.cache_read_tokens ?? 0,
    usage.output_reasoning_tokens ?? 0,
  ]).toEqual([inputTokens, outputTokens, recorded.provider === 'cerebras' ? 0 : cacheReadTokens, reasoningTokens]);
});
