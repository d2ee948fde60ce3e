import {
  BedrockRuntimeClient,
  ConverseCommand,
  ConverseStreamCommand,
  InvokeModelCommand,
  InvokeModelWithResponseStreamCommand,
} from '@aws-sdk/client-bedrock-runtime';
import { captureHealth } from '../../../../instrumentation/library/src/capture/captureHealth.ts';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { withAttribution } from '@ai-finops/instrumentation';
import type { BedrockSteering } from './bedrockSteering.ts';

/*
 * A service that calls Bedrock with the real SDK, one call after the other: BEDROCK_URL, BEDROCK_HTTP1 for the SDK's
 * HTTP/1.1 handler. Prints what the application got of each.
 */
const client = new BedrockRuntimeClient({
  region: 'us-east-1',
  endpoint: process.env['BEDROCK_URL'] ?? '',
  credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'simulated' },
  maxAttempts: 3,
  ...(process.env['BEDROCK_HTTP1'] && { requestHandler: new NodeHttpHandler() }),
});
const CLAUDE = 'us.anthropic.claude-sonnet-4-5-20250929-v1:0';
const conversation = (sim: BedrockSteering, modelId = CLAUDE) => ({
  modelId,
  messages: [{ role: 'user' as const, content: [{ text: 'Where is my order?' }] }],
  requestMetadata: { sim: JSON.stringify(sim) },
});
const invocation = (modelId: string, sim: BedrockSteering) => ({
  modelId,
  contentType: 'application/json',
  body: JSON.stringify({ sim: JSON.stringify(sim) }),
});

async function drain(events: AsyncIterable<unknown> | undefined): Promise<string> {
  let text = '';
  for await (const event of events ?? []) {
    text += JSON.stringify(event);
  }
  return `${text.length > 0}`;
}

const converse = async (sim: BedrockSteering, modelId?: string) =>
  JSON.stringify((await client.send(new ConverseCommand(conversation(sim, modelId)))).usage);
const stream = async (sim: BedrockSteering) =>
  drain((await client.send(new ConverseStreamCommand(conversation(sim)))).stream);
const invoke = async (model: string, sim: BedrockSteering) => {
  const { body } = await client.send(new InvokeModelCommand(invocation(model, sim)));
  return `${Object.keys(JSON.parse(new TextDecoder().decode(body)) as object).length > 0}`;
};
const invokeStream = async (model: string, sim: BedrockSteering) =>
  drain((await client.send(new InvokeModelWithResponseStreamCommand(invocation(model, sim)))).body);

const cached = { input: 210, output: 300, cacheRead: 4096, cacheWrite: 768 };
const calls: readonly (() => Promise<string>)[] = [
  () => converse(cached),
  () => converse({ ...cached, cacheWrite1h: 256, serviceTier: 'priority' }),
  () => converse({ input: 9, latency: 'optimized' }, 'us.amazon.nova-pro-v1:0'),
  () => converse(cached, `arn:aws:bedrock:us-east-1:123456789012:inference-profile/${CLAUDE}`),
  () => converse({}, 'arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/ab12cd34'),
  () =>
    converse(
      { routedTo: `arn:aws:bedrock:us-east-1:123456789012:inference-profile/${CLAUDE}` },
      'arn:aws:bedrock:us-east-1:123456789012:default-prompt-router/anthropic.claude:1'
    ),
  () => converse({}, 'global.anthropic.claude-sonnet-4-5-20250929-v1:0'),
  () => converse({ failures: [429, 503] }),
  () => stream(cached),
  () => stream({ exception: 'throttlingException' }),
  () => stream({ cutAfter: 4 }),
  () => stream({ deltas: 3000, output: 3000 }),
  ...[
    CLAUDE,
    'amazon.titan-text-express-v1',
    'meta.llama3-1-8b-instruct-v1:0',
    'us.amazon.nova-lite-v1:0',
    'mistral.mistral-large-2402-v1:0',
    'cohere.command-r-plus-v1:0',
  ].flatMap((model) => [
    () => invoke(model, { input: 77, output: 9 }),
    () => invokeStream(model, { input: 77, output: 9 }),
  ]),
  () => invoke('amazon.titan-embed-text-v2:0', { input: 5, output: 0 }),
  () => invoke(CLAUDE, cached),
  () => invokeStream(CLAUDE, { ...cached, cacheWrite1h: 256 }),
  () => invokeStream(CLAUDE, { ...cached, cutAfter: 4 }),
  async () => {
    const abort = new AbortController();
    const answer = await client.send(new ConverseStreamCommand(conversation({ hangAfter: 4 })), {
      abortSignal: abort.signal,
    });
    setTimeout(() => abort.abort(), 40);
    return drain(answer.stream);
  },
];
for (const [at, call] of calls.entries()) {
  const got = await withAttribution({ feature: `f${at}` }, call).catch((error: unknown) => (error as Error).name);
  console.log(`${at} ${got}`);
}
await Promise.all(
  Array.from({ length: 50 }, (_none, at) =>
    withAttribution({ feature: 'parallel', tenant: `t${at}` }, () => stream({ input: 1000 + at }))
  )
);
client.destroy();
console.log(`handler errors ${captureHealth.handlerErrors} ${String(captureHealth.lastHandlerError)}`);
