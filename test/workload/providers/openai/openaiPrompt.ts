import { approximateTokens } from '../approximateTokens.ts';
import type { JsonObject } from '../jsonObject.ts';
import type { PromptCache } from '../promptCache.ts';
import type { PromptTokens } from '../promptTokens.ts';
import { textOf } from '../textOf.ts';

const TTL_MS = 600_000;
/** OpenAI caches prompts from this length on, in steps of 128 tokens. */
const SHORTEST = 1024;
const STEP = 128;

/** Prompt weight with OpenAI's automatic prefix caching: tools and leading system or developer messages are the prefix. */
export function openaiPrompt(body: JsonObject, cache: PromptCache, nowMs: number): PromptTokens {
  const messages = (body['messages'] ?? []) as readonly { role?: string; content?: unknown }[];
  const tools = body['tools'] === undefined ? '' : JSON.stringify(body['tools']);
  const firstTurn = messages.findIndex((message) => message.role !== 'system' && message.role !== 'developer');
  const parts = messages.map((message) => textOf(message.content));
  const prefix = tools + parts.slice(0, firstTurn < 0 ? parts.length : firstTurn).join('\n');
  const text = tools + parts.join('\n');
  const total = approximateTokens(text) + 4 * messages.length;
  const cacheable = Math.floor(Math.min(approximateTokens(prefix), total) / STEP) * STEP;
  const known =
    cacheable >= SHORTEST ? cache.touch(String(body['model']), prefix, TTL_MS, nowMs) : ('too short' as const);
  const billsWrites = String(body['model']).startsWith('gpt-5.6');
  return {
    total,
    cacheRead: known === 'read' ? cacheable : 0,
    cacheWrite: known === 'write' && billsWrites ? cacheable : 0,
    cacheWrite5m: 0,
    cacheWrite1h: 0,
    text,
  };
}
