import { gzipSync } from 'node:zlib';
import { anthropicExchange } from './anthropicExchange.ts';
import { openaiExchange } from './openaiExchange.ts';
import { serve, type Served } from './serve.ts';

const line = (value: object) => `${JSON.stringify(value)}\n`;
const parsed = (text: string) => JSON.parse(text) as object;
const answer = (customId: string, body: object, status = 200) =>
  line({
    id: `batch_req_${customId}`,
    custom_id: customId,
    response: { status_code: status, request_id: `req_${customId}`, body },
    error: null,
  });
const embeddings = {
  object: 'list',
  data: [{ object: 'embedding', index: 0, embedding: [0.25, -0.5] }],
  model: 'text-embedding-3-small',
  usage: { prompt_tokens: 12, total_tokens: 12 },
};
const openaiBatch = {
  id: 'batch_68',
  object: 'batch',
  endpoint: '/v1/chat/completions',
  errors: null,
  status: 'completed',
  output_file_id: 'file-out',
  error_file_id: 'file-err',
  created_at: 1763890000,
  completed_at: 1763899999,
  request_counts: { total: 3, completed: 2, failed: 1 },
};
const anthropicBatch = {
  id: 'msgbatch_013',
  type: 'message_batch',
  processing_status: 'ended',
  request_counts: { succeeded: 1, errored: 1 },
  created_at: '2026-11-22T08:00:00.000Z',
  ended_at: '2026-11-22T09:37:24.100435+00:00',
};
const failed = { error: { message: 'bad', type: 'invalid_request_error', code: null } };

/** What OpenAI (`/openai/v1`) and Anthropic (`/anthropic`) answer about one finished batch each, gzip'ed when `isGzipped`. */
export async function batchServer(isGzipped: boolean): Promise<Served> {
  const served = await serve((request, response) => {
    const bodies: Readonly<Record<string, string>> = {
      '/openai/v1/batches/batch_68': line(openaiBatch),
      '/openai/v1/files/file-out/content':
        answer('a', parsed(openaiExchange.body)) + answer('e', embeddings) + answer('x', failed, 400),
      '/openai/v1/files/file-other/content': line({ prompt: 'x', completion: 'y', usage: { prompt_tokens: 5 } }),
      '/anthropic/v1/messages/batches/msgbatch_013': line({
        ...anthropicBatch,
        results_url: `${served.url}/anthropic/v1/messages/batches/msgbatch_013/results`,
      }),
      '/anthropic/v1/messages/batches/msgbatch_013/results':
        line({ custom_id: 'm', result: { type: 'succeeded', message: parsed(anthropicExchange.body) } }) +
        line({ custom_id: 'n', result: { type: 'errored', error: { type: 'error', ...failed } } }),
    };
    const body = bodies[(request.url ?? '').split('?', 1)[0] ?? ''];
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': 'application/json',
      ...(isGzipped && { 'content-encoding': 'gzip' }),
    });
    const bytes = isGzipped ? gzipSync(body ?? '{}') : Buffer.from(body ?? '{}');
    const third = Math.floor(bytes.length / 3);
    response.write(bytes.subarray(0, third));
    setImmediate(() => response.end(bytes.subarray(third)));
  });
  return served;
}
