import type { IncomingHttpHeaders } from 'node:http';
import { seededRandom } from '../seededRandom.ts';
import { answerText } from './answerText.ts';
import type { BilledUsage } from './billedUsage.ts';
import { identifier } from './identifier.ts';
import type { JsonObject } from './jsonObject.ts';
import { modelSnapshot } from './modelSnapshot.ts';
import type { Plan } from './plan.ts';
import type { PromptTokens } from './promptTokens.ts';
import type { Steering } from './steering.ts';
import type { Wire } from './wire.ts';

/** Decides what an exchange will say and bill: what the client steers, else what the prompt weighs. */
export function planExchange(
  wire: Wire,
  headers: IncomingHttpHeaders,
  body: JsonObject,
  steering: Steering,
  prompt: PromptTokens,
  nowMs: number
): Plan {
  const requestModel = String(body['model']);
  const random = seededRandom(`${requestModel}\n${prompt.text.length}\n${prompt.text.slice(-512)}`);
  const limit = wire.maxTokens(body) ?? Infinity;
  const wanted = 80 + Math.floor(random() * 520);
  const output = steering.output ?? Math.min(wanted, limit);
  const reasoning = steering.reasoning ?? (wire.reasons(body) ? Math.floor(output * (0.2 + 0.4 * random())) : 0);
  const visible = Math.max(0, output - reasoning);
  return {
    id: identifier(wire.responseId),
    requestId: identifier(wire.requestId),
    requestModel,
    model: steering.model ?? modelSnapshot(requestModel),
    stream: body['stream'] === true,
    includeUsage: (body['stream_options'] as JsonObject | undefined)?.['include_usage'] === true,
    encodingFormat: body['encoding_format'],
    usage: usage(wire, steering, prompt, output, reasoning),
    serviceTier: steering.serviceTier ?? servedTier(wire, body),
    retryCount: Number(headers['x-stainless-retry-count'] ?? 0) || 0,
    startedMs: nowMs,
    finish: output >= limit ? 'length' : 'stop',
    deltas: answerText(steering.deltas ?? Math.min(24, visible), random),
    thinking: answerText(reasoning > 0 ? Math.min(6, reasoning) : 0, random),
    steering,
  };
}

function usage(wire: Wire, steering: Steering, prompt: PromptTokens, output: number, reasoning: number): BilledUsage {
  const steered = steering.input !== undefined;
  const write1h = steering.cacheWrite1h ?? (steered ? 0 : prompt.cacheWrite1h);
  const steeredWrite = steering.cacheWrite ?? (steering.cacheWrite5m ?? 0) + write1h;
  const write = steered ? steeredWrite : prompt.cacheWrite;
  const write5m = wire.tellsCacheLifetime ? write - write1h : 0;
  const { webSearches = 0, fileSearches = 0 } = steering;
  return {
    inputTokens: steering.input ?? prompt.total,
    outputTokens: output,
    cacheReadTokens: steering.cached ?? (steered ? 0 : prompt.cacheRead),
    cacheWriteTokens: write,
    ...(write5m > 0 && { cacheWrite5mTokens: write5m }),
    ...(wire.tellsCacheLifetime && write1h > 0 && { cacheWrite1hTokens: write1h }),
    reasoningTokens: reasoning,
    ...(webSearches > 0 && { webSearches }),
    ...(fileSearches > 0 && { fileSearches }),
  };
}

/** `auto` and `standard_only` are wishes, not tiers: the response names what served the call. */
function servedTier(wire: Wire, body: JsonObject): string {
  const asked = body['service_tier'];
  return typeof asked === 'string' && asked !== 'auto' && asked !== 'standard_only' ? asked : wire.defaultTier;
}
