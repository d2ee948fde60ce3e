import fc from 'fast-check';
import { bedrockExchange } from '../../../testing/bedrockExchange.ts';
import { cutAnywhere } from '../../../testing/cutAnywhere.ts';
import { readExchange } from '../../../testing/readExchange.ts';

const CLAUDE = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const url = (operation: string, model = CLAUDE) =>
  `https://bedrock-runtime.us-east-1.amazonaws.com/model/${encodeURIComponent(model)}/${operation}`;
const ID = { 'x-amzn-requestid': 'b1946ac9' };
const JSON_TYPE = { ...ID, 'content-type': 'application/json' };
const STREAM_TYPE = { ...ID, 'content-type': 'application/vnd.amazon.eventstream' };
const kinds = [
  ['Converse', url('converse'), JSON_TYPE, [Buffer.from(bedrockExchange.body)]],
  ['ConverseStream', url('converse-stream'), STREAM_TYPE, bedrockExchange.converse],
  ['InvokeModelWithResponseStream', url('invoke-with-response-stream'), STREAM_TYPE, bedrockExchange.invoke],
] as const;

describe.each(kinds)('%s', (name, at, headers, parts) => {
  const bytes = Buffer.concat(parts);

  it('is read exactly, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(cutAnywhere(bytes), async (chunks) => {
        expect(await readExchange(at, { headers, chunks })).toMatchObject({
          status: 'ok',
          requestModel: CLAUDE,
          // The body's own name would lose the region.
          responseModel: undefined,
          responseId: 'b1946ac9',
          finishReason: 'end_turn',
          isStream: name !== 'Converse',
          isUsagePartial: false,
          usage: bedrockExchange.usage,
        });
      })
    );
  });

  it('is never taken for whole where it was cut short', async () => {
    for (let length = 0; length < bytes.length; length += 1) {
      const call = await readExchange(at, {
        headers,
        chunks: [bytes.subarray(0, length)],
        failure: { code: 'ECONNRESET' },
      });
      if (call.status === 'ok') {
        // Claude's usage is final one event before the last.
        expect([length > bytes.length / 2, call.usage]).toEqual([true, bedrockExchange.usage]);
      } else {
        expect([length, call.status]).toEqual([length, 'error']);
        expect(call.usage === undefined || call.isUsagePartial).toBe(true);
      }
    }
  });
});

it.each([
  [
    'amazon.titan-text-express-v1',
    { inputTextTokenCount: 7, results: [{ tokenCount: 5, completionReason: 'FINISH' }] },
  ],
  ['meta.llama3-1-8b-instruct-v1:0', { generation: '', prompt_token_count: 7, generation_token_count: 5 }],
  ['amazon.nova-lite-v1:0', { stopReason: 'end_turn', usage: { inputTokens: 7, outputTokens: 5 } }],
  ['openai.gpt-oss-20b-1:0', { choices: [], usage: { prompt_tokens: 7, completion_tokens: 5 } }],
])('reads the body of %s without headers', async (model, body) => {
  const chunks = [Buffer.from(JSON.stringify(body))];
  expect(await readExchange(url('invoke', model), { headers: JSON_TYPE, chunks })).toMatchObject({
    status: 'ok',
    operation: 'chat',
    usage: { inputTokens: 7, outputTokens: 5 },
  });
});

it('takes tokens, tier and latency from headers where the body is silent', async () => {
  const headers = {
    ...JSON_TYPE,
    'X-Amzn-Bedrock-Input-Token-Count': '17',
    'X-Amzn-Bedrock-Output-Token-Count': '4',
    'X-Amzn-Bedrock-Service-Tier': 'flex',
    'X-Amzn-Bedrock-PerformanceConfig-Latency': 'optimized',
  };
  const chunks = [Buffer.from('{"outputs":[{"text":"x","stop_reason":"stop"}]}')];
  expect(await readExchange(url('invoke', 'mistral.mistral-large-2402-v1:0'), { headers, chunks })).toMatchObject({
    usage: { inputTokens: 17, outputTokens: 4 },
    serviceTier: 'flex',
    speed: 'optimized',
    finishReason: 'stop',
  });
  const hostile = { ...JSON_TYPE, 'x-amzn-bedrock-input-token-count': '-1e9' };
  expect(await readExchange(url('invoke', 'm'), { headers: hostile, chunks })).toMatchObject({
    usage: undefined,
    usageUnknown: 'not_reported',
  });
});

it('says unknown of a picture, and embeddings of an embedding model', async () => {
  const chunks = [Buffer.from('{"images":["aGk="]}')];
  const picture = await readExchange(url('invoke', 'amazon.nova-canvas-v1:0'), { headers: JSON_TYPE, chunks });
  expect(picture).toMatchObject({ usage: undefined, usageUnknown: 'not_reported' });
  const embedding = [Buffer.from('{"embedding":[0.1],"inputTextTokenCount":8}')];
  expect(
    await readExchange(url('invoke', 'amazon.titan-embed-text-v2:0'), { headers: JSON_TYPE, chunks: embedding })
  ).toMatchObject({ operation: 'embeddings', usage: { inputTokens: 8, outputTokens: 0 } });
});

it.each([
  ['arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-x', 'anthropic.claude-x', undefined],
  [
    'arn:aws-us-gov:bedrock:us-gov-west-1:123456789012:inference-profile/us-gov.amazon.nova',
    'us-gov.amazon.nova',
    '123456789012',
  ],
  [
    'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/ab12',
    'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/ab12',
    '123456789012',
  ],
  ['global.anthropic.claude-x', 'global.anthropic.claude-x', undefined],
])('knows the model and account of %s', async (id, requestModel, account) => {
  const call = await readExchange(url('converse', id), { headers: JSON_TYPE, chunks: [Buffer.from('{}')] });
  expect(call).toMatchObject({ requestModel, account });
});
