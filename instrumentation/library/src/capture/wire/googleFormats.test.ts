import { extractUsage, findProvider } from '@pydantic/genai-prices';
import fc from 'fast-check';
import { cutAnywhere } from '../../../testing/cutAnywhere.ts';
import { googleExchange } from '../../../testing/googleExchange.ts';
import { readExchange } from '../../../testing/readExchange.ts';

const BASE = 'https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash';
const JSON_TYPE = { 'content-type': 'application/json; charset=UTF-8' };
const SSE_TYPE = { 'content-type': 'text/event-stream' };
const kinds = [
  ['a whole answer', `${BASE}:generateContent`, JSON_TYPE, Buffer.from(googleExchange.body)],
  [
    'server-sent events',
    `${BASE}:streamGenerateContent?alt=sse`,
    SSE_TYPE,
    Buffer.from(googleExchange.stream.join('')),
  ],
  ['a JSON array', `${BASE}:streamGenerateContent?key=k`, JSON_TYPE, Buffer.from(googleExchange.array.join(''))],
] as const;

describe.each(kinds)('%s', (name, url, headers, bytes) => {
  it('is read exactly, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(cutAnywhere(bytes), async (chunks) => {
        const call = await readExchange(url, { headers, chunks });
        expect(call).toMatchObject({
          status: 'ok',
          operation: 'generate_content',
          requestModel: 'gemini-2.5-flash',
          responseModel: 'gemini-2.5-flash',
          responseId: 'aBcDeFgH',
          finishReason: 'STOP',
          serviceTier: 'ON_DEMAND',
          isStream: name !== 'a whole answer',
          isUsagePartial: false,
        });
        expect(JSON.parse(JSON.stringify(call.usage))).toEqual(googleExchange.usage);
      })
    );
  });

  it('is never taken for whole where it was cut short', async () => {
    // What may be missing without a loss: the line end, the closing bracket's surroundings.
    const last = bytes.toString().lastIndexOf('}');
    for (let length = 0; length <= last; length += 1) {
      const chunks = [bytes.subarray(0, length)];
      const call = await readExchange(url, { headers, chunks, failure: { code: 'ECONNRESET' } });
      expect([length, call.status]).toEqual([length, 'error']);
      expect(call.usage === undefined || call.isUsagePartial).toBe(true);
    }
  });
});

it('agrees with the catalogue on what a response used', () => {
  const provider = findProvider({ providerId: 'google' });
  if (provider === undefined) {
    throw new Error('the catalogue knows Google');
  }
  const { usage } = extractUsage(provider, googleExchange.response, 'default');
  const ours = googleExchange.usage;
  expect(usage).toMatchObject({
    input_tokens: ours.inputTokens,
    output_tokens: ours.outputTokens,
    cache_read_tokens: ours.cacheReadTokens,
    input_audio_tokens: ours.audioInputTokens,
    cache_audio_read_tokens: ours.audioCacheReadTokens,
  });
});

it.each([
  ['gemini-2.0-flash', 1],
  ['gemini-3-pro-preview', 2],
  ['gemini-3.5-flash', 2],
])('counts the searches of %s as they are billed: %i', async (model, searches) => {
  const body = googleExchange.body.replace('"gemini-2.5-flash"', JSON.stringify(model));
  const chunks = [Buffer.from(body)];
  expect((await readExchange(`${BASE}:generateContent`, { headers: JSON_TYPE, chunks })).usage?.webSearches).toBe(
    searches
  );
});

it('reads embeddings of both APIs, and sums those of several texts', async () => {
  const values = [0.1, -2e-3];
  const usageMetadata = { promptTokenCount: 8 };
  const statistics = { truncated: false, token_count: 5 };
  const answers = [
    ['embedContent', { embedding: { values }, usageMetadata }, 8],
    ['batchEmbedContents', { embeddings: [{ values }], usageMetadata }, 8],
    ['predict', { predictions: [{ embeddings: { values, statistics } }, { embeddings: { values, statistics } }] }, 10],
  ] as const;
  for (const [method, answer, inputTokens] of answers) {
    const call = await readExchange(`${BASE}:${method}`, {
      headers: JSON_TYPE,
      chunks: [Buffer.from(JSON.stringify(answer))],
    });
    expect(call).toMatchObject({ operation: 'embeddings', status: 'ok', usage: { inputTokens, outputTokens: 0 } });
  }
  const silent = await readExchange(`${BASE}:embedContent`, {
    headers: JSON_TYPE,
    chunks: [Buffer.from('{"embedding":{}}')],
  });
  expect(silent).toMatchObject({ usage: undefined, usageUnknown: 'not_reported' });
});

it('takes an error inside a stream for one', async () => {
  const error = 'data: {"error":{"code":503,"message":"Overloaded","status":"UNAVAILABLE"}}\r\n\r\n';
  const chunks = [...googleExchange.stream.slice(0, 2), error].map((text) => Buffer.from(text));
  const call = await readExchange(`${BASE}:streamGenerateContent?alt=sse`, { headers: SSE_TYPE, chunks });
  expect(call).toMatchObject({
    status: 'error',
    errorType: 'UNAVAILABLE',
    isUsagePartial: true,
    usage: { outputTokens: 20 },
  });
});

it('knows model and project of a Vertex path', async () => {
  const url =
    'https://europe-west4-aiplatform.googleapis.com/v1/projects/shop-prod/locations/europe-west4/publishers/google/models/gemini-2.5-pro:generateContent';
  const call = await readExchange(url, { headers: JSON_TYPE, chunks: [Buffer.from('{}')] });
  expect(call).toMatchObject({ requestModel: 'gemini-2.5-pro', account: 'shop-prod' });
});
