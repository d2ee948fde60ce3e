import { gunzipSync } from 'node:zlib';
import { anthropicExchange } from '../testing/anthropicExchange.ts';
import { providerServer, type ProviderServer } from '../testing/providerServer.ts';
import { runService } from '../testing/runService.ts';
import { serve, type Served } from '../testing/serve.ts';

let provider: ProviderServer;
let receiver: Served;
const bodies: Buffer[] = [];
beforeAll(async () => {
  provider = await providerServer();
  receiver = await serve((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      bodies.push(request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body);
      response.writeHead(200).end();
    });
  });
});
afterAll(() => Promise.all([provider.close(), receiver.close()]));

it('sends records and spans without prompt, answer, key, query, user or address of a person', async () => {
  // In the environment, because OpenTelemetry's SDK itself exports the command line.
  const script = `
    import OpenAI from 'openai';
    import Anthropic from '@anthropic-ai/sdk';
    import { withAttribution } from './src/index.ts';
    const messages = [{ role: 'user', content: process.env.PROMPT }];
    const query = { defaultQuery: { key: process.env.QUERY } };
    await withAttribution({ feature: 'seen', tenant: process.env.MAIL, user: process.env.USER_ID }, async () => {
      await new OpenAI(query).chat.completions.create({ model: 'gpt-5-mini', messages, user: process.env.USER_ID, metadata: { m: process.env.PROMPT } });
      for await (const event of await new Anthropic(query).messages.create({ model: 'claude-opus-4-8', max_tokens: 9, system: process.env.PROMPT, messages, stream: true })) void event;
      await new OpenAI(query).chat.completions.create({ model: 'gpt-5-mini', messages });
      await new OpenAI({ ...query, maxRetries: 0 }).chat.completions.create({ model: 'gpt-5-mini', messages }, { signal: AbortSignal.abort() }).catch(() => {});
      await new OpenAI({ ...query, baseURL: 'http://127.0.0.1:9/openai/v1', maxRetries: 0 }).chat.completions.create({ model: 'gpt-5-mini', messages }).catch(() => {});
    });`;
  const run = await runService(script, {
    AI_FINOPS_ENDPOINT: receiver.url,
    AI_FINOPS_PROVIDERS: `${provider.host}/openai=openai,127.0.0.1:9/openai=openai,${provider.host}/anthropic=anthropic`,
    AI_FINOPS_PROMPT_PREFIX: 'on',
    PROMPT: `PROMPT-SECRET ${'He said PROMPT-SECRET. '.repeat(40)}`,
    QUERY: 'QUERY-SECRET',
    USER_ID: 'USER-SECRET',
    MAIL: 'person@example.com',
    OPENAI_API_KEY: 'sk-KEY-SECRET',
    OPENAI_BASE_URL: `${provider.url}/openai/v1`,
    ANTHROPIC_API_KEY: 'sk-ant-KEY-SECRET',
    ANTHROPIC_BASE_URL: `${provider.url}/anthropic`,
  });
  expect(run).toMatchObject({ code: 0 });
  const sent = Buffer.concat(bodies).toString('latin1');
  // It is there: as record, as shown span, and as the span of the Anthropic SDK, which our SDK exports, too.
  expect(sent.split(anthropicExchange.id).length - 1).toBe(3);
  expect(sent).toContain('seen');
  expect(sent).toContain('ai_finops.prompt.prefix_bytes');
  expect(/.{0,40}(SECRET|person@|He said|Hel|\?key).{0,40}/.exec(sent)?.[0]).toBeUndefined();
});
