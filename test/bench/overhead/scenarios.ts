import type { Clients } from './clients.ts';

export interface Scenario {
  readonly name: string;
  readonly isStream: boolean;
  /** Calls in a block, and how many of them at a time. */
  readonly calls: number;
  readonly concurrency: number;
  call(clients: Clients): Promise<unknown>;
}

const messages = [{ role: 'user' as const, content: 'Where is my order? It should have been here on Tuesday.' }];
const chat = { input: 1490, cached: 1024, output: 256, reasoning: 128, deltas: 40, encoding: 'identity' };
const message = {
  input: 5074,
  cached: 4096,
  cacheWrite5m: 512,
  cacheWrite1h: 256,
  output: 300,
  deltas: 38,
  encoding: 'identity',
};
const sim = (steering: object) => ({ headers: { 'x-sim': JSON.stringify({ ...steering, firstByteMs: 0 }) } });
const asked = {
  chat: sim(chat),
  paced: sim({ ...chat, paceMs: 1 }),
  message: sim(message),
  slow: sim({ ...message, paceMs: 1 }),
};
const anthropicParams = { model: 'claude-sonnet-4-6', max_tokens: 1024, messages };

/**
 * What services do all day; streams of some 43 events come one write at a time. Blocks are large enough for what is put off
 * (our reading, everybody's batches) to come in its usual portions.
 */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'chat',
    isStream: false,
    calls: 100,
    concurrency: 1,
    call: ({ openai }) => openai.chat.completions.create({ model: 'gpt-5.1', messages }, asked.chat),
  },
  {
    name: 'chat stream',
    isStream: true,
    calls: 40,
    concurrency: 10,
    async call({ openai }) {
      const params = { model: 'gpt-5.1', messages, stream: true as const, stream_options: { include_usage: true } };
      for await (const _chunk of await openai.chat.completions.create(params, asked.paced)) {
        // Read to the end.
      }
    },
  },
  {
    name: 'anthropic',
    isStream: false,
    calls: 100,
    concurrency: 1,
    call: ({ anthropic }) => anthropic.messages.create(anthropicParams, asked.message),
  },
  {
    name: 'anthropic stream',
    isStream: true,
    calls: 40,
    concurrency: 10,
    async call({ anthropic }) {
      for await (const _event of await anthropic.messages.create({ ...anthropicParams, stream: true }, asked.slow)) {
        // Read to the end.
      }
    },
  },
];
