import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';
import { startProviders, type Providers } from './startProviders.ts';
import type { Steering } from './steering.ts';
import type { TruthEntry } from './truthEntry.ts';

let providers: Providers;
let openai: OpenAI;
let anthropic: Anthropic;
const sim = (steering: Steering) => ({ headers: { 'x-sim': JSON.stringify(steering) } });
const messages = [{ role: 'user' as const, content: 'Where is my order?' }];
const ask = { model: 'gpt-5-mini', messages };
const askClaude = { model: 'claude-haiku-4-5', max_tokens: 4096, messages };

before(async () => {
  providers = await startProviders({ firstByteMs: 1, paceMs: 0 });
  openai = new OpenAI({ baseURL: providers.openaiUrl, apiKey: 'sk-simulated', maxRetries: 2 });
  anthropic = new Anthropic({ baseURL: providers.anthropicUrl, apiKey: 'sk-simulated', maxRetries: 2 });
});
after(() => providers.close());
beforeEach(() => providers.clear());

/** The only exchange in the books. */
function booked(): TruthEntry {
  const entries = providers.truth();
  assert.equal(entries.length, 1);
  return entries[0] as TruthEntry;
}

/** Waits until the books have `count` exchanges: an aborted stream is booked a moment after the client has gone. */
async function settled(count: number): Promise<readonly TruthEntry[]> {
  for (let tries = 0; providers.truth().length < count && tries < 5000; tries++) {
    await sleep(2);
  }
  assert.equal(providers.truth().length, count);
  return providers.truth();
}

test('an OpenAI answer reports totals that include cache and reasoning, and the books agree', async () => {
  const steering = { input: 4000, cached: 1024, cacheWrite: 512, output: 700, reasoning: 256, serviceTier: 'flex' };
  const { data, response, request_id } = await openai.chat.completions.create(ask, sim(steering)).withResponse();
  assert.equal(data.model, 'gpt-5-mini-2025-08-07');
  assert.equal(data.service_tier, 'flex');
  assert.equal(data.usage?.prompt_tokens, 4000);
  assert.equal(data.usage?.total_tokens, 4700);
  assert.equal(data.usage?.prompt_tokens_details?.cached_tokens, 1024);
  assert.equal(data.usage?.prompt_tokens_details?.cache_write_tokens, 512);
  assert.equal(data.usage?.completion_tokens_details?.reasoning_tokens, 256);
  assert.ok(Number(response.headers.get('openai-processing-ms')) >= 0);
  assert.ok(response.headers.get('x-ratelimit-remaining-tokens'));
  const entry = booked();
  assert.equal(entry.id, data.id);
  assert.equal(entry.requestId, request_id);
  assert.equal(entry.status, 'ok');
  assert.deepEqual(entry.usage, {
    inputTokens: 4000,
    outputTokens: 700,
    cacheReadTokens: 1024,
    cacheWriteTokens: 512,
    reasoningTokens: 256,
  });
});

test('an Anthropic answer reports disjoint input parts, the books the inclusive total', async () => {
  const steering = { input: 5074, cached: 4096, cacheWrite5m: 512, cacheWrite1h: 256, output: 300, webSearches: 2 };
  const answer = await anthropic.messages.create(askClaude, sim(steering));
  assert.equal(answer.model, 'claude-haiku-4-5-20251001');
  assert.equal(answer.usage.input_tokens, 210);
  assert.equal(answer.usage.cache_read_input_tokens, 4096);
  assert.equal(answer.usage.cache_creation_input_tokens, 768);
  assert.deepEqual(answer.usage.cache_creation, { ephemeral_5m_input_tokens: 512, ephemeral_1h_input_tokens: 256 });
  assert.equal(answer.usage.server_tool_use?.web_search_requests, 2);
  assert.equal(answer.usage.service_tier, 'standard');
  assert.deepEqual(booked().usage, {
    inputTokens: 5074,
    outputTokens: 300,
    cacheReadTokens: 4096,
    cacheWriteTokens: 768,
    cacheWrite5mTokens: 512,
    cacheWrite1hTokens: 256,
    reasoningTokens: 0,
    webSearches: 2,
  });
});

for (const encoding of ['identity', 'gzip', 'br', 'zstd'] as const) {
  test(`OpenAI streams (${encoding}): the usage chunk comes last, without choices, only when asked for`, async () => {
    const steering = { input: 900, output: 90, deltas: 12, encoding };
    const chunks = [];
    const stream_options = { include_usage: true };
    for await (const chunk of await openai.chat.completions.create(
      { ...ask, stream: true, stream_options },
      sim(steering)
    )) {
      chunks.push(chunk);
    }
    assert.equal(chunks[0]?.choices[0]?.delta.role, 'assistant');
    assert.equal(chunks.at(-2)?.choices[0]?.finish_reason, 'stop');
    assert.equal(chunks.at(-2)?.usage, null);
    assert.deepEqual(chunks.at(-1)?.choices, []);
    assert.equal(chunks.at(-1)?.usage?.completion_tokens, 90);
    assert.equal(chunks.length, 12 + 3);

    const silent = [];
    for await (const chunk of await openai.chat.completions.create({ ...ask, stream: true }, sim(steering))) {
      silent.push(chunk);
    }
    assert.equal(silent.length, 12 + 2);
    assert.ok(silent.every((chunk) => !('usage' in chunk)));
    const [asked, unasked] = await settled(2);
    assert.deepEqual(asked?.usage, unasked?.usage);
  });

  test(`Anthropic streams (${encoding}): the SDK's accumulated message equals the books`, async () => {
    const steering = { input: 3000, cached: 1000, output: 400, reasoning: 150, deltas: 9, encoding };
    const stream = anthropic.messages.stream(
      { ...askClaude, thinking: { type: 'enabled', budget_tokens: 1024 } },
      sim(steering)
    );
    const kinds = new Set<string>();
    for await (const event of stream) {
      kinds.add(event.type);
    }
    const message = await stream.finalMessage();
    assert.ok(kinds.has('message_start') && kinds.has('message_delta') && kinds.has('message_stop'));
    assert.deepEqual(
      message.content.map((block) => block.type),
      ['thinking', 'text']
    );
    assert.equal(message.usage.input_tokens, 2000);
    assert.equal(message.usage.output_tokens, 400);
    assert.equal(message.usage.output_tokens_details?.thinking_tokens, 150);
    const [entry] = await settled(1);
    assert.equal(entry?.usage?.outputTokens, 400);
    assert.equal(entry?.usage?.inputTokens, 3000);
  });
}

test('refusals carry retry-after, are retried by the SDKs and booked without usage', async () => {
  const steering = { input: 10, output: 5, retryAfterMs: 3 };
  await openai.chat.completions.create(ask, sim({ ...steering, failures: [429, 500] }));
  await anthropic.messages.create(askClaude, sim({ ...steering, failures: [529] }));
  const seen = providers.truth().map(({ provider, httpStatus, status, retryCount, usage }) => ({
    call: `${provider} ${httpStatus} ${status} #${retryCount}`,
    billed: usage !== undefined,
  }));
  assert.deepEqual(seen, [
    { call: 'openai 429 refused #0', billed: false },
    { call: 'openai 500 error #1', billed: false },
    { call: 'openai 200 ok #2', billed: true },
    { call: 'anthropic 529 refused #0', billed: false },
    { call: 'anthropic 200 ok #1', billed: true },
  ]);
});

test('past the retries the SDKs throw their own error classes, read from the body', async () => {
  const failures = [429, 429, 429];
  await assert.rejects(openai.chat.completions.create(ask, sim({ failures, retryAfterMs: 1 })), (error) => {
    assert.ok(error instanceof OpenAI.RateLimitError);
    assert.equal(error.code, 'rate_limit_exceeded');
    assert.equal(error.headers.get('retry-after-ms'), '1');
    return true;
  });
  await assert.rejects(anthropic.messages.create(askClaude, sim({ failures, retryAfterMs: 1 })), (error) => {
    assert.ok(error instanceof Anthropic.RateLimitError);
    assert.match(error.message, /rate_limit_error/);
    return true;
  });
});

test('a stream the client leaves is booked as aborted with the input and what had been generated', async () => {
  const steering = { input: 5000, output: 1000, deltas: 20, paceMs: 5 };
  for await (const _chunk of await openai.chat.completions.create({ ...ask, stream: true }, sim(steering))) {
    break;
  }
  for await (const _event of await anthropic.messages.create({ ...askClaude, stream: true }, sim(steering))) {
    break;
  }
  for (const entry of await settled(2)) {
    assert.equal(entry.status, 'aborted');
    assert.equal(entry.usage?.inputTokens, 5000);
    assert.ok((entry.usage?.outputTokens ?? 1000) < 1000);
  }
});

test('a connection cut by the provider reaches the client as an error', async () => {
  const steering = { input: 50, output: 100, deltas: 10, breakAfterEvents: 4 };
  const stream = await anthropic.messages.create({ ...askClaude, stream: true }, sim(steering));
  await assert.rejects(async () => {
    for await (const _event of stream) {
      // Reading is what fails.
    }
  });
  const [entry] = await settled(1);
  assert.equal(entry?.status, 'error');
});

test('plain prompts are billed by their size; a repeated prefix is written once, then read', async () => {
  const rules = 'Answer from the handbook only. '.repeat(400);
  const system = [{ type: 'text' as const, text: rules, cache_control: { type: 'ephemeral' as const } }];
  const first = await anthropic.messages.create({ ...askClaude, system });
  const second = await anthropic.messages.create({ ...askClaude, system });
  assert.equal(first.usage.cache_creation_input_tokens, 3100);
  assert.equal(first.usage.cache_read_input_tokens, 0);
  assert.equal(second.usage.cache_creation_input_tokens, 0);
  assert.equal(second.usage.cache_read_input_tokens, 3100);
  assert.ok(second.usage.output_tokens > 0);

  const prompt = [{ role: 'system' as const, content: rules }, ...messages];
  const cached = [];
  for (let i = 0; i < 2; i++) {
    const answer = await openai.chat.completions.create({ model: 'gpt-5.4', messages: prompt });
    cached.push(answer.usage?.prompt_tokens_details?.cached_tokens);
  }
  assert.deepEqual(cached, [0, 3072]);
});

test('the truth log is served and cleared over HTTP', async () => {
  await openai.chat.completions.create(ask, sim({ input: 1, output: 1 }));
  const listed = (await (await fetch(`${providers.url}/truth`)).json()) as TruthEntry[];
  assert.equal(listed.length, 1);
  await fetch(`${providers.url}/truth`, { method: 'DELETE' });
  assert.deepEqual(providers.truth(), []);
});
