import { approximateTokens } from '../approximateTokens.ts';
import type { JsonObject } from '../jsonObject.ts';
import type { PromptCache } from '../promptCache.ts';
import type { PromptTokens } from '../promptTokens.ts';
import { textOf } from '../textOf.ts';

/** Shorter prefixes are not cached. */
const SHORTEST = 1024;

interface Block {
  readonly cache_control?: { readonly ttl?: '5m' | '1h' } | null;
}

/** Prompt weight with Anthropic's explicit caching: everything up to the last block with `cache_control` is the prefix. */
export function anthropicPrompt(body: JsonObject, cache: PromptCache, nowMs: number): PromptTokens {
  const messages = (body['messages'] ?? []) as readonly { content?: unknown }[];
  const tools = (body['tools'] ?? []) as readonly Block[];
  const blocks = [body['system'], ...messages.map((message) => message.content)].flatMap(blocksOf);
  const all = [...tools.map((tool) => ({ block: tool, text: JSON.stringify(tool) })), ...blocks];
  const last = all.findLastIndex(({ block }) => (block.cache_control ?? null) !== null);
  const text = all.map((part) => part.text).join('\n');
  const prefix = all
    .slice(0, last + 1)
    .map((part) => part.text)
    .join('\n');
  const total = approximateTokens(text) + 4 * messages.length;
  const cacheable = Math.min(approximateTokens(prefix), total);
  const hour = all[last]?.block.cache_control?.ttl === '1h';
  const known =
    last >= 0 && cacheable >= SHORTEST
      ? cache.touch(String(body['model']), prefix, hour ? 3_600_000 : 300_000, nowMs)
      : ('uncached' as const);
  const write = known === 'write' ? cacheable : 0;
  return {
    total,
    cacheRead: known === 'read' ? cacheable : 0,
    cacheWrite: write,
    cacheWrite5m: hour ? 0 : write,
    cacheWrite1h: hour ? write : 0,
    text,
  };
}

function blocksOf(content: unknown): { block: Block; text: string }[] {
  if (content === undefined || content === null) {
    return [];
  }
  const blocks: unknown[] = Array.isArray(content) ? content : [{ text: content }];
  return blocks.map((block) => ({ block: block as Block, text: textOf(block) }));
}
